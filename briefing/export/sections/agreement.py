"""What sources agree on, where they differ, what comes to the same, and what later reports revise."""

from __future__ import annotations

from typing import NamedTuple

from briefing.export.escaping import inline
from briefing.export.page import Page, Voice, bullets
from briefing.export.wording import join_names
from briefing.model import Claim, ClaimKind, Span

WORDING = 180
"""About how many code points of a passage are shown; its footnote holds all of it."""
MATTERS: dict[ClaimKind | None, str] = {
    "number": "Number", "date": "Date", "name": "Name", "outcome": "Outcome", "reason": "Reason", "place": "Place",
    "attribution": "Who said it", None: "Account",
}  # fmt: skip

ORDINALS = ("One account", "Another", "A third", "A fourth", "A fifth", "A sixth")
_TERSEST = 40


class _Line(NamedTuple):
    """One line of the list: words of a source, the parts of them that are agreed, and the claims that hold these.

    Attributes:
        whole: What is told.
        parts: What of it each claim is about.
        claims: With their accounts.
    """

    teller: str
    whole: Span
    parts: list[Span]
    names: tuple[str, ...]
    claims: list[tuple[Claim, list[Voice]]]


def agreed(page: Page) -> str:
    """Claims of two origins or more, in the tersest wording, with every source's own in the footnotes.

    Claims that are told by the same words of a source, or by words within them, become one line.
    """
    listed = _lines(page)
    everybody = {line.names for line in listed}
    opening = f"{join_names(everybody.pop())} both have:\n\n" if len(everybody) == 1 and len(page.articles) == 2 else ""
    told = [_told(page, line, named=not opening) for line in listed]
    return opening + bullets(told) if told else ""


def _lines(page: Page) -> list[_Line]:
    """The lines in the order in which the reports come to them."""
    rank = {claim.id: place for place, claim in enumerate(page.claims("agreed"))}
    tellings = []
    for claim in page.claims("agreed"):
        voices = page.voices(claim)
        teller = tersest(page, voices)
        tellings.append((claim, voices, teller, page.in_context(teller.articles[0], teller.span)))
    lines: dict[tuple[str, int], list[_Line]] = {}
    for claim, voices, teller, whole in sorted(tellings, key=lambda each: -each[3].length):
        names = tuple(page.voice_name(voice) for voice in voices)
        alike = lines.setdefault((teller.articles[0], page.sentence(teller.passages[0])), [])
        holding = (line for line in alike if set(names) <= set(line.names) and line.whole.contains(whole))
        line = next(holding, None)
        if line is None:
            line = _Line(teller.articles[0], whole, [], names, [])
            alike.append(line)
        line.parts.append(teller.span)
        line.claims.append((claim, voices))
    found = [line for alike in lines.values() for line in alike]
    for line in found:
        line.claims.sort(key=lambda each: rank[each[0].id])
    return sorted(found, key=lambda line: rank[line.claims[0][0].id])


def _told(page: Page, line: _Line, *, named: bool) -> str:
    """A line with its footnotes, who has it where that is not said above, and the person's judgements."""
    words = page.tell_parts(line.teller, line.whole, line.parts, limit=WORDING)
    marks = dict.fromkeys(page.cite(voice.articles[0], voice.span) for _, voices in line.claims for voice in voices)
    around = [", ".join(line.names)] if named else []
    if all(claim.attributed for claim, _ in line.claims):
        around.append("as somebody's word in each")
    verdicts = "".join(page.verdict(claim) for claim, _ in line.claims)
    said = f" ({'; '.join(around)})" if around else ""
    cited = "".join(mark for mark in marks if not words.endswith(mark))
    return f"{words}{cited}{said}{verdicts}"


def differences(page: Page) -> str:
    """A table of conflicts: each account's words, the words that clash in bold, and why they cannot both hold."""
    rows = [(claim, accounts(page, claim)) for claim in page.claims("conflict")]
    if not rows:
        return ""
    width = max(2, *(len(told) for _, told in rows))
    headings = [ORDINALS[i] if i < len(ORDINALS) else "Another" for i in range(width)]
    table = [f"| On | {' | '.join(headings)} | Why |", "|---" * (width + 2) + "|"]
    for claim, told in rows:
        cells = [_cell(page, claim, account) for account in told] + [""] * (width - len(told))
        table.append(f"| {MATTERS[claim.kind]} | {' | '.join(cells)} | {inline(claim.why)}{page.verdict(claim)} |")
    return "\n".join(table)


def compatible(page: Page) -> str:
    """Claims worded or counted differently that come to the same, with the working."""
    return bullets(
        f"{_accounts(page, claim)}. {_working(claim)}{page.verdict(claim)}" for claim in page.claims("compatible")
    )


def updates(page: Page) -> str:
    """What a later report revises, and what was planned and has been done."""
    return bullets(
        f"{_accounts(page, claim)}. {_working(claim)}{page.verdict(claim)}" for claim in page.claims("update")
    )


def accounts(page: Page, claim: Claim) -> list[list[Voice]]:
    """A claim's accounts: sources with the same value give one, a source without any its own."""
    values = {(value.article, value.value) for value in claim.values}
    grouped: dict[str, list[Voice]] = {}
    for voice in page.voices(claim):
        worth = sorted(value for article, value in values if article == voice.articles[0])
        grouped.setdefault(" ".join(worth) or f"\0{voice.articles[0]}", []).append(voice)
    return list(grouped.values())


def tersest(page: Page, voices: list[Voice]) -> Voice:
    """The account with the shortest wording that still says something, by itself if one does."""
    telling = [voice for voice in voices if voice.span.length >= _TERSEST]
    alone = [voice for voice in telling if page.is_independent(voice.articles[0], voice.span)]
    return min(alone or telling or voices, key=lambda voice: voice.span.length)


def focused(page: Page, claim: Claim, voice: Voice) -> tuple[Span, list[Span]]:
    """The passage of an account that holds the words the claim turns on, and those words."""
    values = page.values(claim, voice.articles[0])
    holding = [passage.span for passage in voice.passages if any(passage.span.contains(value) for value in values)]
    return (holding[0] if holding else voice.span), values


def _cell(page: Page, claim: Claim, account: list[Voice]) -> str:
    told = []
    for voice in account:
        span, values = focused(page, claim, voice)
        told.append(
            f"{page.voice_name(voice)}: {page.tell(voice.articles[0], span, limit=WORDING, focus=values, stop=False)}"
        )
    return "; ".join(told)


def _accounts(page: Page, claim: Claim) -> str:
    return "; ".join(_cell(page, claim, [voice]) for voice in page.voices(claim))


def _working(claim: Claim) -> str:
    why = inline(claim.why).strip()
    return f"*{why[:1].upper() + why[1:]}*" if why else ""
