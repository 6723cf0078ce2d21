"""The model's recogniser of names, over whole texts at once: the same names in a third of the time.

spaCy's ``EntityRecognizer`` goes through a text token by token and asks each time which of some 70 moves are allowed.
But outside a name its network looks at one token alone, so that all tokens of a text are worked out together here, and
inside a name only two moves are allowed: to go on and to end. The network and its weights are the model's own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import numpy
from numpy.typing import NDArray
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Floats = NDArray[numpy.float32]
Places = NDArray[numpy.int64]
Flags = NDArray[numpy.bool_]
Name = tuple[int, int, str]
"""First token, the token after the last, label."""

TOGETHER = 16
"""Tokens of a name that are looked at for all names at once. Names that are longer go on one by one, and only those
that do not begin inside another, so that time grows with the text whatever the text."""
_FEATURES = 3
"""What the network looks at: a token, the first one of the name that it stands in, and the one before it in there."""


@Language.factory("briefing_recogniser", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_recogniser(nlp: Language, name: str) -> Recogniser:
    """A recogniser without a network; see :func:`compile_recogniser`."""
    return Recogniser()


def compile_recogniser(nlp: Language) -> None:
    """Have the recogniser of ``nlp``, if it has one of the usual kind, do its work faster."""
    for name, pipe in nlp.pipeline:
        if type(pipe) is EntityRecognizer and _is_usual(pipe):
            nlp.replace_pipe(name, "briefing_recogniser")
            made = nlp.get_pipe(name)
            assert isinstance(made, Recogniser)
            made.take(pipe)


def _is_usual(pipe: EntityRecognizer) -> bool:
    """True for a recogniser that takes the best move each time, of a network all its own."""
    model: Any = pipe.model
    lower = model.get_ref("lower")
    return bool(
        pipe.cfg["beam_width"] == 1
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and lower.get_dim("nF") == _FEATURES
        and lower.get_dim("nP") > 1
        and not any("listener" in layer.name for layer in model.walk())
    )


class Recogniser:
    """Finds what an ``EntityRecognizer`` would find."""

    inner: EntityRecognizer

    def take(self, inner: EntityRecognizer) -> None:
        """Use the network and the labels of ``inner`` from now on."""
        self.inner = inner
        moves: Any = inner.moves
        names = [moves.get_class_name(number) for number in range(moves.n_moves)]
        place = {name: number for number, name in enumerate(names)}
        self._outside = [number for number, name in enumerate(names) if name[0] in "BUO" and name != "U-"]
        kinds = [names[number][0] for number in self._outside]
        self._labels = [names[number][2:] for number in self._outside]
        self._begins = numpy.flatnonzero([kind == "B" for kind in kinds])
        self._single = numpy.flatnonzero([kind == "U" for kind in kinds])
        self._none = kinds.index("O")
        self._on, self._last = (
            numpy.asarray([place.get(f"{kind}-{label}", 0) for label in self._labels]) for kind in "IL"
        )

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``."""
        self._read([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Set ``doc.ents`` of each Doc, in order; those of like length are read together."""
        stream, size = iter(stream), max(batch_size // 4, 2)
        while docs := list(itertools.islice(stream, batch_size)):
            by_length = sorted(docs, key=len)
            for first in range(0, len(docs), size):
                self._read(by_length[first : first + size])
            yield from docs

    def __getattr__(self, name: str) -> Any:
        """All else that is asked of a recogniser: its labels, its model."""
        if name == "inner":
            raise AttributeError(name)
        return getattr(self.inner, name)

    def _read(self, docs: list[Doc]) -> None:
        columns = [doc.to_array([ENT_IOB, IS_SPACE, SENT_START]) for doc in docs]
        known, space, begun = numpy.concatenate(columns).T
        if known.any() or not len(known):  # names that are there already bind the model's own
            self.inner.set_annotations(docs, self.inner.predict(docs))
            return
        follows = numpy.append(begun[1:] != 1, False)
        follows[numpy.cumsum([len(doc) for doc in docs]) - 1] = False
        network = _Network(self.inner.model, docs)
        moves = self._moves(network, space != 0, follows)
        _write(docs, self._names(network, moves, follows))

    def _moves(self, network: _Network, space: Flags, follows: Flags) -> Places:
        """For each token the best move if it stands in no name that began before."""
        scores = network.alone(self._outside)
        scores[numpy.ix_(~follows | space, self._begins)] = -numpy.inf
        scores[numpy.ix_(space, self._single)] = -numpy.inf
        best: Places = scores.argmax(axis=1)
        return best

    def _names(self, network: _Network, moves: Places, follows: Flags) -> Iterator[Name]:
        """The names, in order; none begins in another."""
        begins = numpy.isin(moves, self._begins)
        ends = self._ends(network, numpy.flatnonzero(begins), moves, follows)
        after = 0
        for first in numpy.flatnonzero(moves != self._none).tolist():
            if first < after:
                continue
            after = first + 1
            if begins[first]:
                after = ends[first] or self._far_end(network, first, moves, follows)
            yield first, after, self._labels[moves[first]]

    def _ends(self, network: _Network, firsts: Places, moves: Places, follows: Flags) -> dict[int, int]:
        """For each first token the one after the name; 0 for a name that goes on beyond :data:`TOGETHER` tokens."""
        ends = dict.fromkeys(firsts.tolist(), 0)
        for distance in range(1, TOGETHER):
            on = self._goes_on(network, firsts, distance, moves, follows)
            ends.update((first, first + distance + 1) for first in firsts[~on].tolist())
            firsts = firsts[on]
            if not len(firsts):
                break
        return ends

    def _far_end(self, network: _Network, first: int, moves: Places, follows: Flags) -> int:
        distance = TOGETHER
        while self._goes_on(network, numpy.asarray([first]), distance, moves, follows)[0]:
            distance += 1
        return first + distance + 1

    def _goes_on(self, network: _Network, firsts: Places, distance: int, moves: Places, follows: Flags) -> Flags:
        """Whether the names that begin at ``firsts`` go on after the token at that distance in them."""
        tokens, each = firsts + distance, numpy.arange(len(firsts))
        scores, label = network.inside(tokens, firsts), moves[firsts]
        better: Flags = scores[each, self._on[label]] >= scores[each, self._last[label]]
        return better & follows[tokens]


class _Network:
    """What the model's network says of the tokens of some texts, counted through.

    Args:
        model: The recogniser's.
        docs: The texts.
    """

    def __init__(self, model: Any, docs: list[Doc]) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._ops = model.ops
        self._seen: Floats = lower.predict(model.get_ref("tok2vec").predict(docs))  # row 0: no such token
        self._lower_bias: Floats = lower.get_param("b")
        self._weights: Floats = upper.get_param("W")
        self._bias: Floats = upper.get_param("b")

    def alone(self, moves: list[int]) -> Floats:
        """Each token's score for each of the moves, outside a name."""
        nowhere = self._seen[0]
        total = self._seen[1:, 0] + nowhere[1]
        total += nowhere[2]
        return self._scores(total, numpy.ascontiguousarray(self._weights[moves]), self._bias[moves])

    def inside(self, tokens: Places, firsts: Places) -> Floats:
        """The scores of all moves for tokens in names that begin at ``firsts``."""
        total = self._seen[tokens + 1, 0] + self._seen[firsts + 1, 1]
        total += self._seen[tokens, 2]
        return self._scores(total, self._weights, self._bias)

    def _scores(self, total: Floats, weights: Floats, bias: Floats) -> Floats:
        total += self._lower_bias
        hidden, _ = self._ops.maxout(total)
        scores: Floats = self._ops.gemm(hidden, weights, trans2=True)
        scores += bias
        return scores


def _write(docs: list[Doc], names: Iterator[Name]) -> None:
    """Set each Doc's names."""
    start, name = 0, next(names, None)
    for doc in docs:
        found: list[Span] = []
        while name is not None and name[0] < start + len(doc):
            found.append(Span(doc, name[0] - start, name[1] - start, label=name[2]))
            name = next(names, None)
        doc.set_ents(found)
        start += len(doc)
