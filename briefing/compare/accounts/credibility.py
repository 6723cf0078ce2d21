"""What a claim may be worth, by the Admiralty code's second scale: suggested from origins alone, and explained.

The code grades the source (A to F, how reliable it has been) and the information (1 to 6, how well it is borne out)
apart from each other. Here only the second is suggested, and only from what the comparison shows: how many independent
origins make the claim, whether others contradict it, and whether anybody vouches for it at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from briefing.model import Claim, Credibility, Findings, Story

CONFIRMED, PROBABLY, POSSIBLY, DOUBTFUL, CANNOT_BE_JUDGED = 1, 2, 3, 4, 6
CONFIRMING = 3
"""From so many independent origins on, a claim counts as confirmed: one may err, two may share a source unnamed."""


def credibility(story: Story, claims: Sequence[Claim], findings: Mapping[str, Findings]) -> Iterator[Credibility]:
    """A suggestion for each claim, with its reason in one line."""
    origin = {id: number for number, group in enumerate(story.origins) for id in group.articles}
    status = {(id, fact.id): fact.status for id in story.articles if id in findings for fact in findings[id].facts}
    for claim in claims:
        told = {status.get((ref.article, ref.fact), "stated") for ref in claim.facts}
        origins = len({origin[passage.article] for passage in claim.passages})
        digit, why = _judged(claim, origins, told)
        yield Credibility(claim=claim.id, digit=digit, why=why)


def _judged(claim: Claim, origins: int, told: Set[str]) -> tuple[int, str]:
    if claim.status == "conflict":
        return DOUBTFUL, f"{_counted(origins)} give accounts that cannot all hold."
    if claim.status == "update":
        return POSSIBLY, "A later report revises an earlier one; nothing else bears out which still holds."
    if origins > 1 and not claim.sure:
        return POSSIBLY, f"{_counted(origins)} may be saying the same; that is for the reader to decide."
    if origins > 1 and claim.attributed:
        return POSSIBLY, f"{_counted(origins)} carry it, but each as somebody's word and none as its own."
    if origins >= CONFIRMING:
        return CONFIRMED, f"{_counted(origins)} state it."
    if origins > 1:
        return PROBABLY, f"{_counted(origins)} state it."
    if claim.attributed:
        return CANNOT_BE_JUDGED, "One origin, and it gives it as somebody's word."
    if told and not told & {"stated", "negated"}:
        return CANNOT_BE_JUDGED, "One origin, and it does not state it as fact."
    return POSSIBLY, "One origin states it, and no other bears it out or denies it."


def _counted(origins: int) -> str:
    return f"{origins} independent origins" if origins > 1 else "One origin"
