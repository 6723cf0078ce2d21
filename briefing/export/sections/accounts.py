"""What each source adds: whom it alone quotes, on whom it relies, what would be lost; and how each words a matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.export.escaping import inline
from briefing.export.page import Page, bullets
from briefing.export.wording import join_names
from briefing.model import Account, Citation, Claim, Located, Span, Voice, Worded, Wording

MOST_VOICES = 5
MOST_CLAIMS = 2
"""Claims told in full; the number of the others is given."""
MOST_MARKS = 6
MOST_ACTS = 10
MOST_SPEAKERS = 8
WORDS = 90
_PLAIN = frozenset({"said", "says", "say", "told", "tells", "added", "adds", "according to", "has said", "had said"})
"""Verbs of saying that tell nothing of the one who chose them."""


def accounts(page: Page) -> str:
    """A line a source; nothing where one article stands alone."""
    ledger = page.dossier.ledger
    if ledger is None or len(page.articles) < 2:
        return ""
    claims = {claim.id: claim for claim in page.story.claims}
    lines = [line for account in ledger.accounts if (line := _account(page, account, claims))]
    return f"### What each adds\n\n{bullets(lines)}" if lines else ""


def _account(page: Page, account: Account, claims: dict[str, Claim]) -> str:
    if account.article not in page.articles:
        return ""
    parts = [
        _alone([v for v in account.voices if v.alone], page),
        _relies(account.cites, page, account.article),
        _lost(page, account, [claims[id] for id in account.loses if id in claims]),
        _weaker(page, account, [claims[id] for id in account.weakens if id in claims]),
    ]
    told = ". ".join(part[:1].upper() + part[1:] for part in parts if part)
    return f"**{page.name(account.article)}**: {told}." if told else ""


def _alone(voices: Sequence[Voice], page: Page) -> str:
    names = [f"{inline(voice.name)}{_cited(page, voice.statements[:1])}" for voice in voices[:MOST_VOICES]]
    more = len(voices) - len(names)
    names += [f"{more} more"] if more else []
    return f"alone quotes {join_names(names)}" if names else ""


def _relies(cites: Sequence[Citation], page: Page, article: str) -> str:
    told = []
    for citation in cites:
        places = citation.places[:1] or _credits(page, article, citation.name)
        how = "" if citation.how == "statement" else " for its copy"
        told.append(f"{inline(citation.name)}{how}{_cited(page, places)}")
    return f"relies on {join_names(told)}" if told else ""


def _credits(page: Page, article: str, name: str) -> tuple[Located, ...]:
    """Where an article credits its copy to a medium."""
    text = page.articles[article].text
    for mark in page.articles[article].furniture:
        if mark.kind in ("credit", "byline", "dateline") and name.casefold() in mark.span.of(text).casefold():
            return (Located(article=article, start=mark.start, end=mark.end),)
    return ()


def _lost(page: Page, account: Account, claims: Sequence[Claim]) -> str:
    """How many claims nobody else makes; the list of them stands in a section of its own."""
    if not claims:
        return ""
    places = [claim.of(account.article)[0] for claim in claims[:MOST_MARKS]]
    number = "1 claim" if len(claims) == 1 else f"{len(claims)} claims"
    return f"without it {number} would be lost{_cited(page, places)}{' …' if len(claims) > MOST_MARKS else ''}"


def _weaker(page: Page, account: Account, claims: Sequence[Claim]) -> str:
    told: dict[str, None] = {}
    for claim in claims:
        own = claim.of(account.article)[0]
        words = page.tell(own.article, own.span, limit=WORDS, stop=False)
        told.setdefault(words)
        if len(told) == MOST_CLAIMS:
            break
    more = len(claims) - len(told)
    also = f"; and {more} more" if more > 0 else ""
    return f"without it one origin alone would have {'; '.join(told)}{also}" if told else ""


def _cited(page: Page, places: Sequence[Located]) -> str:
    """Footnotes of the sentences in which places stand, each once."""
    marks = dict.fromkeys(page.mark(p.article, page.sentence_span(p.article, p.start) or p.span) for p in places)
    return "".join(marks)


def wording(page: Page) -> str:
    """With which words each source tells an act, and brings a speaker in, where they do not agree."""
    ledger = page.dossier.ledger
    if ledger is None:
        return ""
    acts = [line for each in ledger.wordings if each.kind == "act" and (line := _act(page, each))]
    said = [line for each in ledger.wordings if each.kind == "saying" and (line := _saying(page, each))]
    blocks = []
    for heading, lines, most in (("Acts", acts, MOST_ACTS), ("Speakers", said, MOST_SPEAKERS)):
        if lines:
            blocks.append(f"### {heading}\n\n{bullets(lines[:most])}")
    return "\n\n".join(blocks)


def _act(page: Page, each: Wording) -> str:
    """Each source's words within their clause; nothing where the verbs are the same but for tense."""
    verbs: dict[str, set[str]] = {}
    for worded in each.words:
        if worded.place.article in page.articles:
            verbs.setdefault(worded.place.article, set()).update(_verbs(page, worded.place))
    if len(verbs) < 2 or len({frozenset(found) for found in verbs.values()}) == 1:
        return ""
    claim = next((claim for claim in page.story.claims if claim.id == each.subject), None)
    return "; ".join(
        f"{page.name(article)}: {_within(page, claim, told[0])}" for article, told in _by_source(page, each)
    )


def _verbs(page: Page, place: Located) -> Iterator[str]:
    found = page.findings.get(place.article)
    for token in found.tokens if found else ():
        if place.start <= token.start < place.end and token.pos == "VERB":
            yield token.lemma


def _within(page: Page, claim: Claim | None, worded: Worded) -> str:
    """A verb in bold, in the passage of its claim or its sentence."""
    place = worded.place
    passages = [passage.span for passage in (claim.of(place.article) if claim else ())]
    whole = next((span for span in passages if span.contains(place.span)), None)
    whole = whole or page.sentence_span(place.article, place.start) or place.span
    return page.quote(place.article, whole, limit=WORDS, focus=[Span(place.start, place.end)], stop=False)


def _saying(page: Page, each: Wording) -> str:
    """The verbs with which a speaker is brought in; nothing where all are the plain ones."""
    if all(worded.words.casefold() in _PLAIN for worded in each.words):
        return ""
    sources = []
    for article, told in _by_source(page, each):
        verbs = ", ".join(f"“{inline(worded.words)}”{_cited(page, [worded.place])}" for worded in told)
        sources.append(f"{page.name(article)} {verbs}")
    return f"**{inline(each.name)}**: {'; '.join(sources)}" if len(sources) > 1 else ""


def _by_source(page: Page, each: Wording) -> Iterator[tuple[str, list[Worded]]]:
    """The words of each source, the most frequent first; of a reprint, none."""
    copies = {article for group in page.story.origins for article in group.articles[1:]}
    for article in page.articles:
        told = [worded for worded in each.words if worded.place.article == article]
        if told and article not in copies:
            yield article, told
