"""What kind of thing each name names: every sign in the article votes."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from briefing.nlp.names import lexicon, matching
from briefing.nlp.names.context import context_votes
from briefing.nlp.names.definitions import between
from briefing.nlp.names.spans import Name
from briefing.nlp.names.votes import Votes, shape_votes

AGAIN = 0.6
"""Worth of a second and later mention that the recogniser labels: its mistakes repeat themselves."""
UNKNOWN_PEOPLE = 0.3
"""Worth of the label NORP for a word that is neither a known people nor looks like one."""

SURE = 2.0
"""Votes ahead that make a type sure enough to speak for others in a list."""
LISTED = 1.0
"""Worth of the type of a name's neighbours in a list: Rote Ndao of "Bali and Rote Ndao"."""
BRANDED = 1.0
"""What a capital inside a word speaks against a person: KazMunayGas."""
_BRAND = re.compile(r"(?!(?:Ma?c|D[aei]|L[aei]|Fitz|Van|O)[A-Z])[A-Z]?[a-z]+[A-Z]")
BRANCH = 1.2
"""Worth of a state's name behind a brand."""
NUMBERED = 1.5
"""Worth of a thing of the same name with a number: Bintang Selatan II speaks for a ship Bintang Selatan."""


def votes_of(doc: Doc, names: Sequence[Name], kinds: list[str]) -> dict[tuple[str, ...], Votes]:
    """Each name's votes, by key: the recogniser's labels, its words, and what stands around it."""
    tally: dict[tuple[str, ...], Votes] = defaultdict(Votes)
    for name in names:
        votes = tally[name.key]
        weight = name.weight * (AGAIN if votes else 1.0)
        if not votes:
            votes.add(shape_votes(name.key))
            if len(name.key) == 2 and name.label in ("GPE", "PERSON") and _is_branch(doc, name):
                votes["ORG"] += BRANCH
            if len(name.key) == 1 and _BRAND.match(text := doc[name.start].text):
                votes["PERSON"] -= BRANDED
                votes["PRODUCT"] += BRANDED if text[0] == "i" and text[1].isupper() else 0.0
        if name.label == "NORP" and not _like_people(name.key):
            weight *= UNKNOWN_PEOPLE
        votes[name.label] += weight
        votes.add(context_votes(doc, name, kinds[name.start]))
    for key in [key for key in tally if matching.numbers(key)]:
        if key[:-1] in tally and tally[key].best() == "PRODUCT":
            tally[key[:-1]]["PRODUCT"] += NUMBERED
    for row in _lists(doc, names):
        _share(row, tally)
    return tally


def _is_branch(doc: Doc, name: Name) -> bool:
    """True for "MTN Uganda" and "Zain Iraq": a brand and where it works, and not for "Hamad Jordan"."""
    first, last = name.key
    state = lexicon.state_named((last,))
    if state is None or state in lexicon.namesakes() or last in _GIVEN_TOO:
        return False
    if first in lexicon.DISTINGUISHING or lexicon.is_body_word(first) or lexicon.gender_of_given(first):
        return False
    return name.label == "PERSON" or doc[name.start].is_upper


_GIVEN_TOO = frozenset({"jordan", "chad", "israel", "georgia", "cyprus", "jersey", "ireland", "france", "holland"})
"""States whose names are people's too."""

_COMMAS = frozenset({", ", ",", "; "})
_LAST = frozenset({" and ", ", and ", " or ", ", or ", " & "})


def _lists(doc: Doc, names: Sequence[Name]) -> Iterator[list[Name]]:
    """Names in a row: "Bali and Rote Ndao", "Riyom, Kuru and Vwang"; two with a comma alone are none."""
    row: list[Name] = []
    for one, other in itertools.pairwise(names):
        apart = other.start - one.end
        words = between(doc, one, other) if 0 < apart < 4 else ""
        if (words not in _COMMAS and words not in _LAST) or _modifies(doc, other):
            row = []
            continue
        row = row or [one]
        row.append(other)
        if words in _LAST:
            yield row
            row = []


def _modifies(doc: Doc, name: Name) -> bool:
    """True for "Woodburn" in "the FBI and Woodburn police"."""
    return name.end < len(doc) and doc[name.end].tag_ in ("NN", "NNS", "POS")


def _share(row: list[Name], tally: dict[tuple[str, ...], Votes]) -> None:
    """Let the sure ones of a list speak for the others, where they agree."""
    sure = [tally[name.key].best() for name in row if tally[name.key].margin() >= SURE]
    if not sure or len(set(sure)) > 1 or len(sure) == len(row):
        return
    for name in row:
        if tally[name.key].margin() < SURE and not name.title:
            tally[name.key][sure[0]] += LISTED


def _like_people(key: tuple[str, ...]) -> bool:
    return key in lexicon.demonyms() or key[-1].endswith(
        ("an", "ans", "ian", "ians", "ese", "ish", "ists", "ics", "ites")
    )
