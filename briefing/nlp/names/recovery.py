"""Names the recogniser missed: known ones that come again, acronyms in brackets, runs of capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from briefing.model import EntityType
from briefing.nlp.names import labels, lexicon
from briefing.nlp.names.candidates import SILENT, Name, is_junk, opens, trimmed


class Coverage:
    """Which tokens already belong to a name."""

    def __init__(self, doc: Doc, names: Iterable[Name]) -> None:
        self._taken = bytearray(len(doc))
        for name in names:
            self.take(name)

    def take(self, name: Name) -> None:
        """Mark the tokens of ``name``."""
        self._taken[name.start : name.end] = b"\1" * (name.end - name.start)

    def free(self, start: int, end: int) -> bool:
        """True where no token of the span is taken."""
        return not any(self._taken[start:end])


def by_gazetteer(doc: Doc, kinds: list[str], cover: Coverage) -> Iterator[Name]:
    """States, peoples, regions and well-known bodies that stand uncovered."""
    tables: tuple[tuple[Iterable[tuple[str, ...]], EntityType], ...] = (
        (lexicon.states(), "GPE"),
        (lexicon.demonyms(), "NORP"),
        (lexicon.regions(), "LOC"),
        (lexicon.agencies(), "ORG"),
    )
    for token in doc:
        if not token.text[0].isupper() or kinds[token.i] in SILENT:
            continue
        for length in (3, 2, 1):
            end = token.i + length
            if end > len(doc) or not cover.free(token.i, end) or doc[end - 1].is_punct:
                continue
            key = lexicon.key_of(doc[token.i : end].text)
            label = next((label for table, label in tables if key in table), None)
            if label is None or (length == 1 and len(token.text) < 3 and not token.text.isupper()):
                continue
            if key == ("us",) and token.text not in ("US", "U.S.", "U.S"):
                continue
            name = Name(token.i, end, label, 0.0, "gazetteer", "", key)
            cover.take(name)
            yield name
            break
        else:
            if _is_direction(token) and cover.free(token.i, token.i + 1):
                name = Name(token.i, token.i + 1, "LOC", 2.0, "direction", "", (token.lower_,))
                cover.take(name)
                yield name


def _is_direction(token: Token) -> bool:
    """True for "the West", not for "the West Coast"."""
    if token.text not in lexicon.directions() or token.i == 0 or token.nbor(-1).lower_ != "the":
        return False
    return not (token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i)


def in_brackets(doc: Doc, names: Iterable[Name], cover: Coverage) -> Iterator[Name]:
    """Acronyms in brackets right after the name they stand for."""
    for name in list(names):
        at = name.end
        if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and cover.free(at + 1, at + 2):
            text = doc[at + 1].text
            if sum(char.isupper() for char in text) > 1 or lexicon.key_of(text) in lexicon.agencies():
                found = Name(at + 1, at + 2, name.label, 0.0, "acronym in brackets", "", lexicon.key_of(text))
                cover.take(found)
                yield found


def by_capitals(doc: Doc, kinds: list[str], cover: Coverage, lower: frozenset[str]) -> Iterator[Name]:
    """Runs of capitalised proper nouns in the reporting that the recogniser left out.

    Args:
        doc: The parsed text.
        kinds: Furniture by token.
        cover: What is taken.
        lower: Words that the article also writes without a capital, so that one at a sentence's start says nothing.
    """
    i = 0
    while i < len(doc):
        if not _proper(doc[i], kinds, cover):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and _joins(doc, i, end, kinds, cover):
            end += 1
        while end > i + 1 and not doc[end - 1].text[0].isupper():
            end -= 1
        name = _from_run(doc, i, end, lower)
        if name is not None:
            cover.take(name)
            yield name
        i = end


def _proper(token: Token, kinds: list[str], cover: Coverage) -> bool:
    text = token.text
    return (
        text[0].isupper()
        and token.tag_ in ("NNP", "NNPS")
        and kinds[token.i] not in SILENT
        and kinds[token.i] != "headline"
        and cover.free(token.i, token.i + 1)
        and token.lower_.rstrip(".") not in lexicon.CALENDAR
        and token.lower_ not in lexicon.JUNK
        and not token.like_url
    )


def _joins(doc: Doc, start: int, at: int, kinds: list[str], cover: Coverage) -> bool:
    """True where the token at ``at`` goes on with the run."""
    token = doc[at]
    if token.is_sent_start or kinds[at] != kinds[start]:
        return False
    if _proper(token, kinds, cover):
        return True
    link = token.lower_ in lexicon.PARTICLES or token.text in ("of", "&", "-", "and")
    return link and at + 1 < len(doc) and _proper(doc[at + 1], kinds, cover) and token.text != "and"


def _from_run(doc: Doc, start: int, end: int, lower: frozenset[str]) -> Name | None:
    """The name in a run of capitals, with the kind its words and surroundings speak for."""
    name = trimmed(doc, start, end, "PERSON", "capitals")
    if name is None:
        return None
    single = name.end - name.start == 1
    word = doc[name.start]
    if single and opens(word) and not name.title and (word.lower_ in lower or word.lemma_.lower() in lower):
        return None
    if single and (word.lower_ in lexicon.OFFICES or word.lower_ in lower):
        return None
    votes = labels.shape_votes(name.key)
    votes.add(labels.context_votes(doc, name))
    name.label, name.weight = labels.best(votes, "ORG"), 0.5 if votes else 0.1
    if (
        single
        and not votes
        and word.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL")
    ):
        return None
    return name


def repeats(doc: Doc, kinds: list[str], names: Iterable[Name], cover: Coverage) -> Iterator[Name]:
    """Uncovered places where a name found elsewhere stands again."""
    known: dict[str, list[tuple[tuple[str, ...], EntityType]]] = {}
    for key, label in {name.key: name.label for name in names if name.weight or name.rule != "capitals"}.items():
        known.setdefault(key[0], []).append((key, label))
    for options in known.values():
        options.sort(key=lambda option: -len(option[0]))
    for token in doc:
        if not token.text[0].isupper() or kinds[token.i] in SILENT or not cover.free(token.i, token.i + 1):
            continue
        words = lexicon.key_of(token.text)
        for key, label in known.get(words[0], ()) if words else ():
            end = _stretch(doc, token.i, key)
            if end and cover.free(token.i, end) and not is_junk(doc[token.i : end], key):
                name = Name(token.i, end, label, 0.0, "seen elsewhere", "", key)
                cover.take(name)
                yield name
                break


def _stretch(doc: Doc, start: int, key: tuple[str, ...]) -> int:
    """The end of the tokens from ``start`` whose words are ``key``; 0 where they are not."""
    for end in range(start + 1, min(len(doc), start + 2 * len(key) + 2) + 1):
        words = lexicon.key_of(doc[start:end].text)
        if words == key:
            return end
        if key[: len(words)] != words:
            return 0
    return 0
