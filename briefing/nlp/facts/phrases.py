"""From a head word to the words of its phrase."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.model import Span

_TRAILING = frozenset({"nsubj", "nsubjpass", "advcl", "punct", "cc", "conj", "ccomp", "parataxis", "dep", "case"})
_COORDINATION = frozenset({"conj", "cc"})
_LONGEST_APPOSITION = 12
_LONGEST_CLAUSE = 12
_LONGEST_DATELINE = 10
_DASHES = frozenset("-–—")
_DEEPEST = 8
_BESIDE_CLAUSE = frozenset({"punct", "cc", "conj", "parataxis", "dep"})
_BESIDE_CORE = frozenset({"advcl", "ccomp"})
_MAY_STAND_BESIDE = frozenset({"prep", "mark", "advmod"})
_JOINING = frozenset({"that", "after", "because", "as", "while", "when", "since", "although", "though", "whereas"})
_LEADING = frozenset({"after", "before", "since", "despite", "besides", "upon", "without", "while", "following"})
_LONGEST_SET_OFF = {True: 6, False: 3}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_EXAMPLES = frozenset({"such", "including"})
_CLOSING = frozenset("%)")
_OPENING = frozenset("\"'“‘([{«`-–—,;:")


def is_word(token: Token) -> bool:
    """Neither white space nor punctuation; a percent sign is read as a word."""
    return not (token.is_space or (token.is_punct and token.text != "%"))


def phrase(head: Token, *, outside: Token | None = None, together: bool = False) -> Span:
    """The noun phrase of ``head``, without relative clauses, long appositions and trailing marks.

    Code points; a possessive ending is left out.

    Args:
        head: The head word.
        outside: A word that is no part of the phrase, nor what depends on it: the participle that modifies it.
        together: Coordinated phrases belong to it ("the media and their owners").
    """
    if outside is not None and not _holds(head, outside):
        outside = None
    first, last = head, head
    for child in head.children:
        if not (_belongs(child) or (together and child.dep_ in _COORDINATION)) or _holds(child, outside):
            continue
        if child.i < head.i and child.left_edge.i < first.i:
            first = child.left_edge
        elif child.i > head.i:
            last = max(last, child.right_edge if child.dep_ == "relcl" else _end(child, outside, 0), key=_position)
    return trimmed(_after_dateline(first, head), last)


def _after_dateline(first: Token, head: Token) -> Token:
    """Where a phrase begins that the parser joined to the dateline before it: "WASHINGTON - The mayor"."""
    if not first.is_sent_start or not first.text.isupper():
        return first
    dash = next(
        (token for token in first.doc[first.i : min(head.i, first.i + _LONGEST_DATELINE)] if token.text in _DASHES),
        None,
    )
    return dash.nbor(1) if dash is not None and dash.nbor(-1).whitespace_ and dash.whitespace_ else first


def _end(word: Token, outside: Token | None, depth: int, *, core: bool = False) -> Token:
    """The last word of what depends on ``word``, later clauses left out, and for a core what only gives examples."""
    if depth > _DEEPEST:
        return word.right_edge
    last = word
    for child in word.rights:
        if core and child.dep_ == "prep" and child.left_edge.lower_ in _EXAMPLES and _behind_comma(child):
            continue
        if (_belongs(child) or child.dep_ in _COORDINATION) and not _holds(child, outside):
            last = max(last, _end(child, outside, depth + 1, core=core), key=_position)
    return last


def _behind_comma(child: Token) -> bool:
    return child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].text == ","


def _holds(child: Token, outside: Token | None) -> bool:
    """Whether a word that is no part of the phrase is among what depends on ``child``."""
    return outside is not None and child.left_edge.i <= outside.i <= child.right_edge.i


def _belongs(child: Token) -> bool:
    if child.dep_ == "appos":
        if child.left_edge.i and child.doc[child.left_edge.i - 1].text in {"(", ":"}:
            return False
        return child.right_edge.i - child.left_edge.i < _LONGEST_APPOSITION
    if child.dep_ in {"relcl", "acl"}:
        return _restricts(child)
    return child.dep_ not in _TRAILING


def _restricts(child: Token) -> bool:
    """Whether a clause after a noun tells which one is meant ("the man who fled"), and no comma sets it off."""
    first, doc = child.left_edge, child.doc
    if child.dep_ == "relcl" and child.right_edge.i - first.i >= _LONGEST_CLAUSE:
        return False
    before = doc[first.i - 1]
    return first.i <= child.head.i or not (first.is_punct or before.is_punct)


def _position(token: Token) -> int:
    return token.i


def coordinated_names(head: Token) -> list[Token]:
    """The heads of a list of names, each of which takes part on its own; empty for anything else."""
    names = [head]
    while names[-1].pos_ == "PROPN":
        following = next((child for child in names[-1].rights if child.dep_ == "conj"), None)
        if following is None:
            return names if len(names) > 1 else []
        names.append(following)
    return []


def clause(head: Token) -> tuple[Span, Span]:
    """The clause of a verb, and its core.

    The clause is the subtree without coordinated clauses; the core leaves out the clauses beside it as well: when, why,
    what was said, who says so, longer phrases that a comma sets off, and the word that joins it to another clause.
    """
    first = last = core_first = core_last = head
    for child in head.children:
        dep = child.dep_
        if dep in _BESIDE_CLAUSE:
            continue
        if dep in _BESIDE_CORE:
            beside = not _is_complement(child, head)
        else:
            beside = dep in _MAY_STAND_BESIDE and _stands_beside(child, head)
        if child.i < head.i:
            edge = child.left_edge
            first = edge if edge.i < first.i else first
            core_first = edge if not beside and edge.i < core_first.i else core_first
        if child.n_rights or child.i > head.i:
            edge = child.right_edge
            last = edge if edge.i > last.i else last
            if child.i > head.i and not beside:
                core_last = max(core_last, _end(child, None, 0, core=True), key=_position)
    whole = trimmed(first, last)
    if core_first.i == first.i and core_last.i == last.i:
        return whole, whole
    return whole, trimmed(_after_dateline(core_first, head), core_last)


def _is_complement(child: Token, head: Token) -> bool:
    """Whether a clause without finite verb completes what a verb tells: "made it the largest", "allowed them to go"."""
    if child.dep_ != "ccomp" or child.i < head.i or child.tag_ in _FINITE or child.doc[child.left_edge.i - 1].is_punct:
        return False
    lefts = list(child.lefts)
    return any(c.dep_ in _SUBJECTS for c in lefts) and not any(c.dep_ == "mark" or c.tag_ in _FINITE for c in lefts)


def _stands_beside(child: Token, head: Token) -> bool:
    """Whether a word or phrase at a verb is no part of what the verb tells: "that", "according to", "after losing"."""
    word = child.lower_
    if child.dep_ == "mark" or child.tag_ == "WRB":
        return word in _JOINING
    before = child.i < head.i
    edge = child.right_edge.i + 1 if before else child.left_edge.i - 1
    set_off = edge < len(child.doc) and child.doc[edge].text == ","
    if child.dep_ == "advmod":
        return before and set_off and not child.n_lefts + child.n_rights
    if word == "according" or (word in _LEADING and any(other.dep_ == "pcomp" for other in child.rights)):
        return True
    return set_off and child.right_edge.i - child.left_edge.i >= _LONGEST_SET_OFF[before]


def trimmed(first: Token, last: Token) -> Span:
    """Code points from ``first`` to ``last`` without marks and spaces at either end."""
    while first.i < last.i and (first.is_space or (first.is_punct and first.text in _OPENING)):
        first = first.nbor(1)
    while last.i > first.i and (last.is_space or (last.is_punct and last.text not in _CLOSING)):
        last = last.nbor(-1)
    return Span(first.idx, last.idx + len(last))
