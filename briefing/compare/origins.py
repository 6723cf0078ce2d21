"""Which reports are one origin: an original and its reprints, copy of one agency under several mastheads.

Outlets do not confirm each other by printing the same text. What tells is shared wording: how much of a report,
quotations left out, stands word for word in another. A credit ("Reuters", "(AFP) --", "by Fenchurch and staff") lowers
the bar, since copy that names its agency needs less proof; without shared wording a credit alone proves nothing, for
one agency sends many reports of one event. Words that everybody was handed, a quotation or a statement, prove nothing
either.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.media import credited, is_known, names_given, outlet_key, outlet_keys
from briefing.compare.shingles import Wording, wording
from briefing.model import Article, Findings, OriginGroup

REPRINT = 0.45
"""A report of which this share stands in another is a copy of it."""
CREDITED = 0.2
"""The same where both carry the credit of one agency, or one credits the other."""
OWN = 0.3
"""At least this share of the words that are nobody's statement must stand in the other, if there are enough to tell."""
ENOUGH = 40
"""Shingles from which a share can be told at all; below, a copy is told by nearly all of its words."""
NEARLY_ALL = 0.8
FEWEST = 8
"""Shingles of a dozen words: what is no longer than a headline stands in other reports without being a copy."""
SENTENCES = 0.6
"""A report with this share of sentences that mostly stand in another is a copy too, however the rest was rewritten."""


class Kinship(NamedTuple):
    """Why one report is of another's origin; ``share`` of its wording stands there."""

    original: str
    rule: str
    share: float
    agency: str | None


def find_origins(articles: Sequence[Article], findings: Mapping[str, Findings]) -> tuple[OriginGroup, ...]:
    """Put each article in exactly one origin: by first article in the order given, the fullest copy first in each.

    Each report is set against the fuller ones alone and joins the one that holds most of it. So a digest of two
    agencies' copy does not make the two agencies one.
    """
    wordings = {article.id: wording(article, findings[article.id]) for article in articles}
    credits = {article.id: tuple(credited(article)) for article in articles}
    place = {article.id: i for i, article in enumerate(articles)}
    fullest = sorted(articles, key=lambda a: (-len(wordings[a.id].shingles), place[a.id]))
    groups: dict[str, list[tuple[Article, Kinship | None]]] = {}
    root: dict[str, str] = {}
    holding: dict[int, list[int]] = defaultdict(list)
    of_one_text: dict[int, list[int]] = defaultdict(list)
    for i, article in enumerate(fullest):
        words = wordings[article.id]
        near = {*_sharing(words, holding), *of_one_text[words.whole]}
        found = _closest(article, [fullest[j] for j in sorted(near)], wordings, credits)
        root[article.id] = root[found.original] if found else article.id
        groups.setdefault(root[article.id], []).append((article, found))
        of_one_text[words.whole].append(i)
        for run in words.shingles:
            holding[run].append(i)
    told = [_origin(members, credits) for members in groups.values()]
    return tuple(sorted(told, key=lambda origin: min(place[id] for id in origin.articles)))


def _sharing(words: Wording, holding: Mapping[int, list[int]]) -> Iterator[int]:
    """The reports that hold enough of a wording to be worth a look: most of a story share next to nothing."""
    shared = Counter(itertools.chain.from_iterable(holding[run] for run in words.shingles if run in holding))
    return (report for report, runs in shared.items() if runs / len(words.shingles) >= CREDITED)


def _closest(
    article: Article,
    fuller: Sequence[Article],
    wordings: Mapping[str, Wording],
    credits: Mapping[str, tuple[str, ...]],
) -> Kinship | None:
    """The fuller report that holds most of this one, where that makes it a copy; the fullest of equals."""
    best: Kinship | None = None
    for other in fuller:
        found = _kinship(article, other, wordings, credits)
        if found and (best is None or found.share > best.share):
            best = found
    return best


def _kinship(
    article: Article, other: Article, wordings: Mapping[str, Wording], credits: Mapping[str, tuple[str, ...]]
) -> Kinship | None:
    words, theirs = wordings[article.id], wordings[other.id]
    if words.whole == theirs.whole and article.text.split() == other.text.split():
        return Kinship(other.id, "same-text", 1.0, _agency(article, other, credits))
    share = words.held_by(theirs)
    if share < CREDITED:
        return None
    if len(words.shingles) < FEWEST:
        return None
    if len(words.shingles) < ENOUGH:
        return Kinship(other.id, "shared-wording", share, None) if share >= NEARLY_ALL else None
    if len(words.own) >= ENOUGH and words.own_held_by(theirs) < min(OWN, share * 0.75):
        return None
    agency = _agency(article, other, credits)
    if agency is not None:
        return Kinship(other.id, "agency-copy", share, agency)
    if share >= REPRINT or words.sentences_held_by(theirs) >= SENTENCES:
        return Kinship(other.id, "shared-wording", share, None)
    return None


def _origin(members: Sequence[tuple[Article, Kinship | None]], credits: Mapping[str, tuple[str, ...]]) -> OriginGroup:
    """The record of one origin, with its reason in one line."""
    ids = tuple(article.id for article, _ in members)
    agency = next((kin.agency for _, kin in members if kin and kin.agency), None)
    agency = agency or next((_shown(name, article) for article, _ in members for name in credits[article.id]), None)
    copies = [(article, kin) for article, kin in members if kin is not None]
    if not copies:
        return OriginGroup(articles=ids, agency=agency)
    titles = {article.id: _called(article) for article, _ in members}
    why = "; ".join(
        f"{round(100 * kin.share)}% of the wording of {titles[article.id]} stands in {titles[kin.original]}"
        + (f", credited to {kin.agency}" if kin.agency else "")
        for article, kin in copies
    )
    return OriginGroup(articles=ids, agency=agency, rule=copies[0][1].rule, why=why)


def _called(article: Article) -> str:
    """What a reader knows the article by."""
    return article.source or f"“{article.title}”" if article.source or article.title else article.id


def _agency(article: Article, other: Article, credits: Mapping[str, tuple[str, ...]]) -> str | None:
    """The agency that both credit, or the one of the two that the other credits."""
    theirs = {outlet_key(name): name for name in credits[other.id]}
    for name in credits[article.id]:
        if outlet_key(name) in theirs and not _same_outlet(name, article, other):
            return theirs[outlet_key(name)]
    for copy, source in ((article, other), (other, article)):
        if source.source and _names_outlet(source.source, copy, credits[copy.id]):
            return source.source
    return None


def _same_outlet(name: str, article: Article, other: Article) -> bool:
    """Whether the shared credit is only the masthead that both appear under."""
    return outlet_key(name) == outlet_key(article.source or "") == outlet_key(other.source or "") and not is_known(name)


def _shown(credit: str, article: Article) -> str:
    """A credit under the outlet's full name where it is the article's own ("ANA" of the Austral News Agency)."""
    return article.source if article.source and outlet_key(credit) in outlet_keys(article.source) else credit


def _names_outlet(outlet: str, copy: Article, credits: Sequence[str]) -> bool:
    """Whether an article's credits or byline name an outlet that is not its own."""
    if outlet_key(copy.source or "") == outlet_key(outlet):
        return False
    named = [*credits, *(names_given(copy.author) if copy.author else ())]
    return any(outlet_key(name) in outlet_keys(outlet) for name in named)
