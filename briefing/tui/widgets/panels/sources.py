"""Sources: what each adds and leaves out, whom it quotes, on whom it relies, and what would be lost without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.content import Content
from textual.widgets import OptionList

from briefing.model import Account, Citation, Claim, Located, Silence, Voice
from briefing.tui.sheets import StorySheets
from briefing.tui.widgets.panels.base import PanelView, Row, Situation
from briefing.tui.widgets.rows import FAINT, both_ends, counted, hang, long_day, short_day, source, stack, styled

if TYPE_CHECKING:
    from briefing.tui.commands import Keymap
    from briefing.tui.glyphs import Glyphs

Part = Literal["source", "alone", "silent", "voice", "cites", "weakens"]
TITLES: dict[Part, str] = {
    "alone": "only it tells",
    "silent": "left out by it alone",
    "voice": "quotes",
    "cites": "relies on",
    "weakens": "one origin left without it",
}
_MOST = 200
"""Entries of one part that are listed."""


class Entry(NamedTuple):
    """A row: a source, or one entry of its account."""

    article: str
    part: Part
    about: Claim | Silence | Voice | Citation | None = None
    claim: Claim | None = None
    places: tuple[Located, ...] = ()


class SourcesPanel(PanelView):
    """Every source of the story; the one that was last come to is unfolded."""

    context = "sources"

    def __init__(self, keys: Keymap, glyphs: Glyphs) -> None:
        super().__init__(keys, glyphs)
        self.opened = ""
        self._entries: dict[str, Entry] = {}

    def rests_on(self, situation: Situation) -> tuple[object, ...]:
        """The story, and which source is unfolded."""
        return situation.sheets, self.opened

    def nothing_text(self, situation: Situation) -> str:
        """Why there are none."""
        if not situation.sheets.several:
            return "This story has one article so far. What each source adds is told where there are several."
        if situation.sheets.story is None:
            return "The articles are being compared. Read on; the accounts of the sources will come."
        return "The accounts of the sources are being drawn up."

    def following(self, situation: Situation) -> str:
        """The source being read."""
        self.opened = situation.article
        here = self._entries.get(self.current)
        return "" if here and here.article == situation.article else f"{situation.article}/source"

    def rows(self, situation: Situation, width: int) -> Sequence[Row]:
        """A row a source, and a row an entry below the one that is unfolded."""
        self._entries = {}
        sheets = situation.sheets
        rows: list[Row] = []
        for article in sheets.articles:
            account = sheets.account(article)
            if account is None:
                continue
            rows.append(self._add(Entry(article, "source"), "", self._source(account, sheets, width)))
            if article == self.opened:
                rows += self._account(account, sheets, width)
        return rows

    def entry(self, row: str = "") -> Entry | None:
        """What a row, or the current one, is about."""
        return self._entries.get(row or self.current)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Unfold the source that was come to."""
        here = self._entries.get(event.option_id or "")
        if here and here.part == "source" and here.article != self.opened:
            self.opened = here.article
            self._fill(event.option_id or "")
        super().on_option_list_option_highlighted(event)

    def _add(self, entry: Entry, key: object, content: Content) -> Row:
        id = f"{entry.article}/{entry.part}{f'/{key}' if key != '' else ''}"
        self._entries[id] = entry
        return Row(id, content)

    def _source(self, account: Account, sheets: StorySheets, width: int) -> Content:
        """Its name, and in figures what it adds."""
        sheet = sheets.sheets[account.article]
        twist = styled(f"{self.glyphs.open if account.article == self.opened else self.glyphs.closed} ", FAINT)
        grade = sheets.grade(account.article)
        right = styled(
            "  ".join(each for each in (f"grade {grade}" if grade else "", short_day(sheet.article.day)) if each), FAINT
        )
        head = both_ends(twist.append(source(sheets.labels[account.article], "bold")), right, width)
        voices = sum(voice.alone for voice in account.voices)
        told = [counted(len(account.alone), "claim")] if account.alone else []
        told += [counted(voices, "voice")] if voices else []
        first = f"{', '.join(told)} alone" if told else "nothing alone"
        left_out = f"{len(account.silent)} left out" if account.silent else ""
        parts = [each for each in (first, left_out) if each]
        copy = copy_of(sheets, account.article)
        lines = [head]
        if copy:
            lines.append(source(f"  {self.glyphs.copy} the same copy as {sheets.labels[copy]}", FAINT, cells=width))
        whole = f"  {f' {self.glyphs.dot} '.join(parts)}"
        lines += [styled(row, FAINT) for row in ([whole] if len(whole) <= width else [f"  {part}" for part in parts])]
        return stack(lines)

    def _account(self, account: Account, sheets: StorySheets, width: int) -> Iterator[Row]:
        """The entries of an account, each part below its title."""
        for part in TITLES:
            entries = list(_entries(account, part, sheets))
            for number, (key, entry) in enumerate(entries[:_MOST]):
                line = self._line(entry, sheets, width)
                if not number:
                    title = both_ends(
                        styled(f"  {TITLES[part]}", "bold $primary"), styled(f"{len(entries)}", FAINT), width
                    )
                    line = stack([title, line])
                yield self._add(entry, key, line)

    def _line(self, entry: Entry, sheets: StorySheets, width: int) -> Content:
        about = entry.about
        tail = Content()
        if isinstance(about, Voice):
            sign = styled(f"  {self.glyphs.speech} ", "$accent")
            words = about.name
            said = [f"{self.glyphs.times}{len(about.statements)}"] if len(about.statements) > 1 else []
            tail = styled(
                " ".join([*said, *(["only here"] if about.alone else [])]), "$accent" if about.alone else FAINT
            )
        elif isinstance(about, Citation):
            sign = styled(f"  {self.glyphs.arrow} ", "$accent")
            words = about.name
            tail = styled("for its copy" if about.how == "credit" else counted(len(about.places), "statement"), FAINT)
        else:
            claim = entry.claim
            sign = styled(
                f"  {self.glyphs.standing(claim.status)} " if claim else "  ", f"bold ${claim.status}" if claim else ""
            )
            words = _words(entry.places[0], sheets) if entry.places else ""
            if isinstance(about, Silence) and about.earlier:
                tail = styled(f"{self.glyphs.earlier} out before", FAINT)
            elif claim and not claim.sure:
                tail = styled("?", FAINT)
        return both_ends(sign.append(source(words)), tail, width)

    def detail(self, situation: Situation, row: str, width: int) -> Content:
        """What the row says in full, with the words."""
        entry = self.entry(row)
        return stack(self._detail(entry, situation.sheets, width)) if entry else Content()

    def _detail(self, entry: Entry, sheets: StorySheets, width: int) -> Iterator[Content]:
        account = sheets.account(entry.article)
        if account is None:
            return
        if entry.part == "source":
            yield from self._whole(account, sheets, width)
            return
        yield from _explained(entry, sheets).wrap(width)
        last = ""
        for place in entry.places:
            if place.article != last:
                yield Content()
                yield source(sheets.labels.get(place.article, ""), "bold", cells=width)
            last = place.article
            yield hang(Content("  "), source(_words(place, sheets)), width)

    def _whole(self, account: Account, sheets: StorySheets, width: int) -> Iterator[Content]:
        """Who it is, of which origin, and what would be lost without it."""
        sheet = sheets.sheets[account.article]
        yield both_ends(source(sheet.name, "bold"), styled(long_day(sheet.article.day) or "no date", FAINT), width)
        yield from source(sheet.article.title, FAINT).wrap(width) if sheet.article.title else ()
        origin = sheets.story.origins[account.origin] if sheets.story else None
        if origin and len(origin.articles) > 1:
            others = ", ".join(
                sheets.labels[id] for id in origin.articles if id != account.article and id in sheets.labels
            )
            yield from source(f"One origin with {others}: {origin.why}").wrap(width)
        yield Content()
        lost, weaker = len(account.loses), len(account.weakens)
        yield styled("Without this source", "bold $primary")
        yield from styled(
            f"{counted(lost, 'claim')} would be lost: nobody else tells of it"
            if lost == 1
            else f"{lost:,} claims would be lost: nobody else tells of them"
            if lost
            else "every claim would still be made",
            "",
        ).wrap(width)
        if weaker:
            rests = "would rest on one origin alone"
            yield from styled(f"{counted(weaker, 'claim')} of several origins {rests}", "").wrap(width)
        if not sheets.grade(account.article):
            yield Content()
            yield from styled("Not graded yet: A grades the source.", FAINT).wrap(width)


def copy_of(sheets: StorySheets, article: str) -> str:
    """The article of the same origin that has the fullest copy, where this one only carries it."""
    for origin in sheets.story.origins if sheets.story else ():
        if article in origin.articles[1:] and origin.articles[0] in sheets.sheets:
            return origin.articles[0]
    return ""


def _entries(account: Account, part: Part, sheets: StorySheets) -> Iterator[tuple[object, Entry]]:
    """The entries of one part, with what tells them apart."""
    here = account.article
    if part == "voice":
        for number, voice in enumerate(account.voices):
            yield number, Entry(here, part, voice, places=voice.statements)
    elif part == "cites":
        for number, citation in enumerate(account.cites):
            yield number, Entry(here, part, citation, places=citation.places)
    elif part == "silent":
        for silence in account.silent:
            claim = sheets.claims_by_id.get(silence.claim)
            if claim:
                yield claim.id, Entry(here, part, silence, claim, claim.passages)
    else:
        for id in account.alone if part == "alone" else account.weakens:
            claim = sheets.claims_by_id.get(id)
            if claim:
                own = claim.of(here)
                others = tuple(passage for passage in claim.passages if passage.article != here)
                yield id, Entry(here, part, claim, claim, (*own, *others))


def _explained(entry: Entry, sheets: StorySheets) -> Content:
    """What an entry means, in a sentence."""
    name = sheets.labels[entry.article]
    about = entry.about
    if isinstance(about, Voice):
        alone = f"No other origin quotes {about.name}." if about.alone else f"{about.name}, quoted by others too."
        return source(f"{name} gives {counted(len(about.statements), 'statement')}. {alone}")
    if isinstance(about, Citation):
        how = "credits its copy to" if about.how == "credit" else "passes statements on from"
        return source(f"{name} {how} {about.name}.")
    if isinstance(about, Silence):
        could = {
            True: f"{name} was out before the others told it, and could not know.",
            None: "A date is missing, so it is open whether it could know.",
            False: "",
        }[about.earlier]
        return source(f"All other origins have this; {name} does not. To be silent is not to deny. {could}".strip())
    if entry.part == "weakens":
        return source(f"Without {name} one origin alone would make this claim.")
    return source(f"Nobody else tells this; without {name} it would be lost.")


def _words(place: Located, sheets: StorySheets) -> str:
    sheet = sheets.sheets.get(place.article)
    return sheet.article.text[place.start : place.end] if sheet else ""
