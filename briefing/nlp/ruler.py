"""The model's attribute ruler, compiled: the same attributes in a tenth of the time.

spaCy's ``AttributeRuler`` tries its patterns on every token, though nearly all of them look at one token's word, tag
and arc label only: what they write is the same for each token that has these in common, and is worked out once. Longer
patterns are tried around the words that they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from spacy.attrs import IDS
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs  # type: ignore[import-not-found, import-untyped, unused-ignore]

_LOOKED_AT = ("LOWER", "TAG", "DEP", "IS_SPACE")
"""What a pattern of one token may ask for: of the word only whether it is one that some pattern names."""
_COMPARED = frozenset({"IN", "NOT_IN", "REGEX"})
_WORDS_KEPT = 50_000

Pattern = Sequence[Mapping[str, Any]]


class _Rule(NamedTuple):
    number: int
    patterns: list[Pattern]
    attrs: dict[int, int]
    at: int


@Language.factory("briefing_ruler", assigns=["token.pos", "token.morph", "token.lemma"])
def make_ruler(nlp: Language, name: str) -> CompiledRuler:
    """A ruler without patterns; see :func:`compile_ruler`."""
    return CompiledRuler(AttributeRuler(nlp.vocab))


def compile_ruler(nlp: Language) -> None:
    """Have the attribute ruler of ``nlp``, if it has one, do its work faster."""
    for name, pipe in nlp.pipeline:
        if isinstance(pipe, AttributeRuler):
            read_curly(pipe)
            nlp.replace_pipe(name, "briefing_ruler")
            made = nlp.get_pipe(name)
            assert isinstance(made, CompiledRuler)
            made.take(pipe)


def read_curly(ruler: AttributeRuler) -> None:
    """Have what the ruler knows of "'s", "'re" and "'ve" hold for "’s", "’re" and "’ve" too."""
    for rule in ruler.patterns:
        known: list[Pattern] = list(rule["patterns"])  # type: ignore[arg-type]
        patterns = [[_curly(part) for part in pattern] for pattern in known]
        if patterns != known:
            ruler.add(patterns, rule["attrs"], rule["index"])  # type: ignore[arg-type]


def _curly(part: Mapping[str, Any]) -> dict[str, Any]:
    """What a pattern asks of a token, with the apostrophes that print uses; a regular expression as it is."""
    asked = dict(part)
    word = asked.get("LOWER")
    if isinstance(word, str):
        asked["LOWER"] = word.replace("'", "’")
    elif isinstance(word, Mapping) and any("'" in one for one in word.get("IN", ())):
        asked["LOWER"] = {"IN": [one.replace("'", "’") for one in word["IN"]]}
    return asked


class CompiledRuler:
    """Writes what an ``AttributeRuler`` would write.

    Args:
        ruler: Whose patterns to apply.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self.take(ruler)

    def take(self, ruler: AttributeRuler) -> None:
        """Apply the patterns of ``ruler`` from now on."""
        rules = [
            _Rule(number, list(rule["patterns"]), ruler.attrs[number], rule["index"])  # type: ignore[arg-type]
            for number, rule in enumerate(ruler.patterns)
        ]
        single = [rule for rule in rules if all(map(_is_single, rule.patterns)) and rule.at in (0, -1)]
        others = [rule for rule in rules if rule not in single]
        anchored = [rule for rule in others if all(map(_anchors, rule.patterns))]
        strings = ruler.vocab.strings
        self._rules = rules
        self._named = {strings.add(word) for rule in single for word in _named(rule.patterns)}
        self._regexes = [re.compile(regex) for rule in single for regex in _regexes(rule.patterns)]
        self._words: dict[int, int] = {}
        self._single = _matcher(ruler, single)
        self._around = _matcher(ruler, anchored)
        self._anywhere = _matcher(ruler, [rule for rule in others if rule not in anchored])
        self._anchors = {
            strings.add(word) for rule in anchored for pattern in rule.patterns for word in _anchors(pattern)
        }
        self._reach = max((len(pattern) for rule in anchored for pattern in rule.patterns), default=1)
        self._known: dict[tuple[int, ...], tuple[list[int], dict[int, int]]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set parts of speech, morphology and the lemmas that are no matter of rule."""
        rows = doc.to_array([IDS[name] for name in _LOOKED_AT]).tolist()
        longer = self._longer(doc, [row[0] for row in rows])  # before anything is written that they might look at
        words, known = self._words, self._known
        found: list[tuple[list[int], dict[int, int]]] = []
        for i, (word, tag, dep, space) in enumerate(rows):
            if word not in words:
                self._look_at(word, doc)
            key = (words[word], tag, dep, space)
            if key not in known:
                known[key] = self._work_out(doc, i)
            found.append(known[key])
        for token, (_, attrs) in zip(doc, found, strict=True):
            if attrs:
                set_token_attrs(token, attrs)
        for i, numbers in longer.items():
            for number in sorted({*found[i][0], *numbers}):
                set_token_attrs(doc[i], self._rules[number].attrs)
        return doc

    def _look_at(self, word: int, doc: Doc) -> None:
        """Keep the word itself where a pattern asks for it, and 0, as for all others, where none does."""
        if len(self._words) >= _WORDS_KEPT:
            self._words.clear()
        text = doc.vocab.strings[word]
        self._words[word] = word if word in self._named or any(r.search(text) for r in self._regexes) else 0

    def _work_out(self, doc: Doc, i: int) -> tuple[list[int], dict[int, int]]:
        """The rules for a token of this kind, and what they write together: a later one over an earlier."""
        numbers = sorted({int(doc.vocab.strings[name]) for name, _, _ in self._matches(self._single, doc, i, i + 1)})
        attrs: dict[int, int] = {}
        for number in numbers:
            attrs.update(self._rules[number].attrs)
        return numbers, attrs

    def _longer(self, doc: Doc, words: list[int]) -> dict[int, set[int]]:
        """Token -> the rules of several tokens that write to it."""
        found: set[tuple[int, int, int]] = set()
        if len(self._anywhere):
            found.update(self._matches(self._anywhere, doc, 0, len(doc)))
        if len(self._around):
            anchors, reach = self._anchors, self._reach
            for i, word in enumerate(words):
                if word in anchors:
                    found.update(self._matches(self._around, doc, max(0, i - reach + 1), min(len(doc), i + reach)))
        written: dict[int, set[int]] = {}
        for name, start, end in found:
            number = int(doc.vocab.strings[name])
            written.setdefault(doc[start:end][self._rules[number].at].i, set()).add(number)
        return written

    @staticmethod
    def _matches(matcher: Matcher, doc: Doc, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        for name, first, last in matcher(doc[start:end], allow_missing=True):
            yield name, start + first, start + last


def _matcher(ruler: AttributeRuler, rules: Iterable[_Rule]) -> Matcher:
    matcher = Matcher(ruler.vocab)
    for rule in rules:
        matcher.add(str(rule.number), [list(pattern) for pattern in rule.patterns])  # type: ignore[arg-type]
    return matcher


def _is_single(pattern: Pattern) -> bool:
    """True for a pattern that looks at one token, and there at nothing but what :data:`_LOOKED_AT` lists."""
    return len(pattern) == 1 and all(
        name in _LOOKED_AT and (not isinstance(value, dict) or name != "LOWER" or value.keys() <= _COMPARED)
        for name, value in pattern[0].items()
    )


def _named(patterns: Iterable[Pattern]) -> Iterator[str]:
    """The words that patterns of one token ask for."""
    for (wanted,) in patterns:
        value = wanted.get("LOWER", ())
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for name in ("IN", "NOT_IN"):
                yield from value.get(name, ())


def _regexes(patterns: Iterable[Pattern]) -> Iterator[str]:
    for (wanted,) in patterns:
        value = wanted.get("LOWER")
        if isinstance(value, dict) and "REGEX" in value:
            yield value["REGEX"]


def _anchors(pattern: Pattern) -> list[str]:
    """Words of which one must be there for the pattern to match; none where it can match without, or repeat."""
    if any("OP" in wanted for wanted in pattern):
        return []
    for wanted in pattern:
        value = wanted.get("LOWER")
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict) and value.keys() == {"IN"}:
            return list(value["IN"])
    return []
