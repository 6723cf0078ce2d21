"""What kind of thing each name names: every sign in the article votes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from briefing.nlp.names import lexicon, matching
from briefing.nlp.names.context import context_votes
from briefing.nlp.names.spans import Name
from briefing.nlp.names.votes import Votes, shape_votes

AGAIN = 0.6
"""Worth of a second and later mention that the recogniser labels: its mistakes repeat themselves."""
UNKNOWN_PEOPLE = 0.3
"""Worth of the label NORP for a word that is neither a known people nor looks like one."""


NUMBERED = 1.5
"""Worth of a thing of the same name with a number: Bintang Selatan II speaks for a ship Bintang Selatan."""


def votes_of(doc: Doc, names: Iterable[Name], kinds: list[str]) -> dict[tuple[str, ...], Votes]:
    """Each name's votes, by key: the recogniser's labels, its words, and what stands around it."""
    tally: dict[tuple[str, ...], Votes] = defaultdict(Votes)
    for name in names:
        votes = tally[name.key]
        weight = name.weight * (AGAIN if votes else 1.0)
        if not votes:
            votes.add(shape_votes(name.key))
        if name.label == "NORP" and not _like_people(name.key):
            weight *= UNKNOWN_PEOPLE
        votes[name.label] += weight
        votes.add(context_votes(doc, name, kinds[name.start]))
    for key in [key for key in tally if matching.numbers(key)]:
        if key[:-1] in tally and tally[key].best() == "PRODUCT":
            tally[key[:-1]]["PRODUCT"] += NUMBERED
    return tally


def _like_people(key: tuple[str, ...]) -> bool:
    return key in lexicon.demonyms() or key[-1].endswith(
        ("an", "ans", "ian", "ians", "ese", "ish", "ists", "ics", "ites")
    )
