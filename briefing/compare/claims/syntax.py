"""A passage's parse as rules that look for words beside words ask for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing.compare.kept import kept
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span, Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECT = frozenset({"dobj", "obj"})
_OF_PREPOSITION = frozenset({"pobj", "pcomp"})


class Syntax:
    """The tokens of a passage with what hangs on each.

    Attributes:
        inside: Indices of its tokens.
        tokens: All tokens of the article.
    """

    __slots__ = ("_facts", "_kids", "_text", "inside", "passage", "tokens")

    def __init__(self, reading: Reading, passage: Passage) -> None:
        self.tokens: tuple[Token, ...] = reading.findings.tokens
        self.inside = range(passage.first, passage.last)
        self.passage = passage
        self._text = reading.article.text
        self._kids: dict[int, list[int]] = {}
        for i in self.inside:
            if self.tokens[i].head != i:
                self._kids.setdefault(self.tokens[i].head, []).append(i)
        self._facts = {fact.predicate.start: fact for fact in passage.facts}

    def kids(self, head: int, deps: Collection[str] = ()) -> list[int]:
        """What hangs on a token, by the given dependencies."""
        return [i for i in self._kids.get(head, ()) if not deps or self.tokens[i].dep in deps]

    def kid(self, head: int, deps: Collection[str]) -> int | None:
        """The first of them."""
        return next(iter(self.kids(head, deps)), None)

    def objects(self, head: int, prepositions: Collection[str]) -> list[int]:
        """What prepositions on a token govern."""
        found: list[int] = []
        for i in self.kids(head):
            token = self.tokens[i]
            if token.lemma in prepositions and token.dep in ("prep", "agent", "dative", "prt", "pcomp", "aux"):
                found.extend(self.kids(i, _OF_PREPOSITION))
        return found

    def verb(self, i: int) -> str:
        """The lemma of a verb with its particle."""
        particle = self.kid(i, ("prt",))
        return self.tokens[i].lemma + (f" {self.tokens[particle].lemma}" if particle is not None else "")

    def negated(self, i: int) -> bool:
        """True where "not" or "never" hangs on a token."""
        return any(self.tokens[k].dep == "neg" or self.tokens[k].lemma in ("not", "never") for k in self.kids(i))

    def fact(self, i: int) -> Fact | None:
        """The fact whose predicate begins with a token."""
        return self._facts.get(self.tokens[i].start)

    def all_below(self, top: int, without: int | None = None) -> Iterator[int]:
        """A token and all that hangs on it, but for what hangs on another."""
        todo = [top]
        while todo:
            at = todo.pop()
            yield at
            todo.extend(k for k in self._kids.get(at, ()) if k != without)

    def below(self, top: int, without: int | None = None) -> Span:
        """The words that hang on a token, itself among them, but for what hangs on another."""
        every = list(self.all_below(top, without))
        return Span(self.tokens[min(every)].start, self.tokens[max(every)].end)

    def word(self, i: int) -> str:
        """A token's letters, in lower case."""
        return self._text[self.tokens[i].start : self.tokens[i].end].casefold()


@kept
def syntax(reading: Reading, passage: Passage) -> Syntax:
    """A passage's parse, looked at once."""
    return Syntax(reading, passage)
