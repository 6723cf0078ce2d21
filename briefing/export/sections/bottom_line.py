"""The bottom line: a few sentences from the strongest claims, each in a source's own words."""

from __future__ import annotations

from briefing.export.page import Page, Voice
from briefing.export.sections.agreement import accounts, focused, tersest
from briefing.export.wording import join_names
from briefing.model import Claim, ClaimKind

MOST = 3
"""How many claims of a kind are told."""
WORDING = 150
SHORTEST, LONGEST = 30, 320
ON: dict[ClaimKind | None, str] = {
    "number": "on a number", "date": "on a date", "name": "on a name", "outcome": "on the outcome",
    "reason": "on the reason", "place": "on the place", "attribution": "on who said it", None: "in their accounts",
}  # fmt: skip


_ALONE = frozenset({"same number", "same date"})
"""Rules that say of two sentences that a number or a day is the same in both, and no more."""


def bottom_line(page: Page) -> str:
    """What the sources agree on, where they differ, and what has changed; the lists below have the rest."""
    if len(page.articles) == 1:
        return "There is a single report so far; nothing stands beside it."
    paragraphs = [" ".join(sentences) for sentences in (_agreements(page), _differences(page), _updates(page))]
    told = [paragraph for paragraph in paragraphs if paragraph]
    return "\n\n".join(told) or "No claim is made by sources of different origin; what each reports stands below."


def _agreements(page: Page) -> list[str]:
    chosen = _apart(page, [claim for claim in page.claims("agreed") if _has_weight(page, claim)])
    sentences = []
    told: tuple[str, ...] = ()
    for claim in chosen:
        voices = page.voices(claim)
        names = tuple(page.name(voice.articles[0]) for voice in voices)
        teller = tersest(page, voices)
        words = page.tell(teller.articles[0], teller.span, limit=WORDING, stop=False)
        others = "".join(page.cite(voice.articles[0], voice.span) for voice in voices if voice is not teller)
        verb = "pass on, as somebody's word" if claim.attributed else "report"
        who = "They also" if names == told else f"{join_names(names)} {'both' if len(names) == 2 else 'all'}"
        sentences.append(f"{who} {verb}: {words}{others}.")
        told = names
    return sentences


def _differences(page: Page) -> list[str]:
    chosen = _apart(page, page.claims("conflict"))
    sentences = []
    for index, claim in enumerate(chosen):
        told = [_told(page, claim, account) for account in accounts(page, claim)]
        opening = "Sources differ" if not index else "They differ as well"
        sentences.append(f"{opening} {ON[claim.kind]}: {'; '.join(told)}.")
    return sentences


def _updates(page: Page) -> list[str]:
    chosen = _apart(page, page.claims("update"))[: MOST - 1]
    return [
        f"Later word: {'; '.join(_told(page, claim, [voice]) for voice in page.voices(claim))}." for claim in chosen
    ]


def _told(page: Page, claim: Claim, account: list[Voice]) -> str:
    """One account's decisive words, or its passage where none are decisive."""
    voice = account[0]
    span, values = focused(page, claim, voice)
    names = join_names([page.name(each.articles[0]) for each in account])
    words = page.tell(voice.articles[0], span, limit=WORDING, focus=values, stop=False)
    others = "".join(page.cite(each.articles[0], focused(page, claim, each)[0]) for each in account[1:])
    return f"{names} {'has' if len(account) == 1 else 'have'} {words}{others}"


def _has_weight(page: Page, claim: Claim) -> bool:
    """A claim worth a sentence: not a scrap of one, nor a paragraph, nor a number alone that sentences share."""
    return claim.rule not in _ALONE and all(SHORTEST <= voice.span.length <= LONGEST for voice in page.voices(claim))


def _apart(page: Page, claims: list[Claim]) -> list[Claim]:
    """The first claims of which no two stand in the same sentence of any source."""
    chosen: list[Claim] = []
    taken: set[tuple[str, int]] = set()
    for claim in claims:
        places = {(passage.article, page.sentence(passage)) for passage in claim.passages}
        if not places & taken:
            chosen.append(claim)
            taken |= places
        if len(chosen) == MOST:
            break
    return chosen
