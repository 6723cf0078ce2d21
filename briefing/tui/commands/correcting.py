"""The reader's word above the program's: who is whom, which passages are on one matter, where an article belongs.

Each is kept as a correction, so that it stands when the articles are analysed or compared anew, and undo takes it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from briefing.model import EntityType
from briefing.tui.commands.articles import chosen_article
from briefing.tui.commands.handling import does
from briefing.tui.commands.judging import chosen_claim
from briefing.tui.plain import shortened
from briefing.tui.sheets import source_name
from briefing.tui.widgets.panels.entities import TYPE_WORDS, EntitiesPanel
from briefing.tui.widgets.rows import counted, short_day

if TYPE_CHECKING:
    from briefing.model import CorrectionKind, Span, StoryEntity
    from briefing.tui.screens.main import MainScreen

_OWN, _AS_FOUND = "own", "as-found"
_WORDS = 40


@does("accept-suggestion")
def accept_suggestion(desk: MainScreen) -> None:
    """They are one."""
    _settle(desk, "merge")


@does("reject-suggestion")
def reject_suggestion(desk: MainScreen) -> None:
    """They are two."""
    _settle(desk, "split")


def _settle(desk: MainScreen, kind: CorrectionKind) -> None:
    view = desk.panel.current
    suggestion = view.suggestion() if isinstance(view, EntitiesPanel) else None
    if suggestion is None or desk.sheets is None:
        desk.tell("Nothing is suggested here.")
        return
    known = {entity.id: entity for entity in desk.sheets.entities}
    if suggestion.a not in known or suggestion.b not in known:
        return
    _join_or_part(desk, kind, known[suggestion.a], known[suggestion.b])


def _join_or_part(desk: MainScreen, kind: CorrectionKind, a: StoryEntity, b: StoryEntity) -> None:
    said = "taken for one" if kind == "merge" else "kept apart"
    words = f"“{a.name}” and “{b.name}” {said}"
    desk.workspace.correct(kind, _form(a), _form(b), story=_story(desk), title=words)
    _done(desk, words)


def _form(entity: StoryEntity) -> str:
    """A form of an entity as the sources have it; the name may be the reader's own."""
    forms = [form for _, form, _ in entity.forms]
    return entity.name if entity.name in forms or not forms else forms[0]


def _story(desk: MainScreen) -> str:
    return desk.sheets.id if desk.sheets else ""


def _done(desk: MainScreen, words: str) -> None:
    """Say what was done, and let the story be compared under it."""
    desk.corrected()
    desk.tell(f"{words}. The story is compared anew; u takes it back.")


def _entity(desk: MainScreen) -> StoryEntity | None:
    view = desk.panel.current
    return view.entity() if isinstance(view, EntitiesPanel) else None


@does("join-entity")
async def join_entity(desk: MainScreen) -> None:
    """Ask who else this is."""
    from briefing.tui.screens.choice import Choice, ChoiceDialog

    entity = _entity(desk)
    if entity is None or desk.sheets is None:
        return
    others = sorted(desk.sheets.entities, key=lambda each: each.type != entity.type)
    choices = [
        Choice(each.id, each.name, f"{TYPE_WORDS[each.type]} {len(each.mentions)}", ", ".join(_spellings(each)[:4]))
        for each in others
        if each.id != entity.id
    ]
    chosen = await desk.app.push_screen_wait(ChoiceDialog(f"{entity.name} is the same as", choices))
    other = next((each for each in others if each.id == chosen), None)
    if other:
        _join_or_part(desk, "merge", entity, other)


@does("split-entity")
async def split_entity(desk: MainScreen) -> None:
    """Ask which spelling is somebody else."""
    from briefing.tui.screens.choice import Choice, ChoiceDialog

    entity = _entity(desk)
    if entity is None or desk.sheets is None:
        return
    forms = _spellings(entity)
    if len(forms) < 2:
        desk.tell(f"{entity.name} has one spelling only; there is nothing to part.")
        return
    labels = desk.sheets.labels
    choices = [
        Choice(str(n), form, "", ", ".join(labels[a] for a, f, _ in entity.forms if f == form and a in labels))
        for n, form in enumerate(forms)
    ]
    title = f"Which of these is not {shortened(entity.name, _WORDS)}?"
    chosen = await desk.app.push_screen_wait(ChoiceDialog(title, choices))
    if chosen is None:
        return
    form = forms[int(chosen)]
    words = f"“{form}” parted from “{next(each for each in (entity.name, *forms) if each != form)}”"
    desk.workspace.correct("split", form, *(o for o in forms if o != form), story=_story(desk), title=words)
    _done(desk, words)


def _spellings(entity: StoryEntity) -> list[str]:
    """Its forms, the most frequent first, each once however it is capitalised."""
    counts: dict[str, int] = {}
    for _, form, count in entity.forms:
        counts[form] = counts.get(form, 0) + count
    found: dict[str, str] = {}
    for form in sorted(counts, key=lambda each: -counts[each]):
        found.setdefault(form.casefold(), form)
    return list(found.values())


@does("rename-entity")
async def rename_entity(desk: MainScreen) -> None:
    """Ask what it shall be called."""
    from briefing.tui.screens.dialogs import LineDialog

    entity = _entity(desk)
    if entity is None:
        return
    spellings = _spellings(entity)
    answer = await desk.app.push_screen_wait(
        LineDialog(
            "Name in this story",
            value=entity.name,
            quoted=", ".join(spellings),
            suggestions=spellings,
            hint="→ completes a spelling of the sources   Enter saves   Esc leaves",
            check=lambda answer: "" if answer else "Write a name.",
        )
    )
    if answer and answer != entity.name:
        words = f"“{entity.name}” called “{answer}”"
        desk.workspace.correct("rename", _form(entity), answer, story=_story(desk), title=words)
        _done(desk, words)


@does("retype-entity")
async def retype_entity(desk: MainScreen) -> None:
    """Ask what it is."""
    from briefing.tui.screens.choice import Choice, ChoiceDialog

    entity = _entity(desk)
    if entity is None:
        return
    kinds = {words: kind for kind, words in reversed(TYPE_WORDS.items()) if kind in get_args(EntityType)}
    choices = [Choice(kinds[words], words) for words in dict.fromkeys(TYPE_WORDS.values())]
    chosen = await desk.app.push_screen_wait(ChoiceDialog(f"{shortened(entity.name, _WORDS)} is a", choices))
    if chosen and chosen != entity.type:
        words = f"“{entity.name}” taken for a {TYPE_WORDS[chosen]}"
        desk.workspace.correct("retype", _form(entity), chosen, story=_story(desk), title=words)
        _done(desk, words)


@does("link")
def link(desk: MainScreen) -> None:
    """Take the first passage; then link the second with it."""
    if desk.text.sheet is None or desk.sheets is None:
        return
    here = desk.text.article_id, desk.text.target
    first = desk.link_from
    desk.text.choose(None)
    if first is None or first[0] == here[0] or first[0] not in desk.sheets.sheets:
        desk.link_from = here
        desk.text.put("found", [here[1]])
        desk.tell(
            "One end taken. Go to the passage on the same matter in another source and press L there; Esc gives up."
        )
        return
    give_link_up(desk)
    words = f"{_quoted(desk, *first)} linked with {_quoted(desk, *here)}"
    desk.workspace.correct("link", _place(*first), _place(*here), story=_story(desk), title=words)
    _done(desk, words)


def give_link_up(desk: MainScreen) -> None:
    """Forget the first end of a link."""
    desk.link_from = None
    for column in desk.all_columns:
        if column.sheet is not None:
            column.put("found", [])


@does("unlink")
def unlink(desk: MainScreen) -> None:
    """Part this source's passage from those that the claim sets beside it."""
    claim, sheets = chosen_claim(desk), desk.sheets
    if claim is None or sheets is None:
        desk.tell("No claim rests on this sentence.")
        return
    reader = desk.matrix.article if desk.context == "matrix" and desk.matrix else desk.text.article_id
    ours = claim.of(reader) or claim.passages[:1]
    others = [passage for passage in claim.passages if passage.article != ours[0].article]
    if not others:
        desk.tell("One source alone tells this; there is nothing to part.")
        return
    names = ", ".join(dict.fromkeys(sheets.labels[each.article] for each in others))
    words = f"{_quoted(desk, ours[0].article, ours[0].span)} parted from {names}"
    places = [_place(each.article, each.span) for each in others]
    desk.workspace.correct("unlink", _place(ours[0].article, ours[0].span), *places, story=sheets.id, title=words)
    _done(desk, words)


def _place(article: str, span: tuple[int, int]) -> str:
    return f"{article}:{span[0]}-{span[1]}"


def _quoted(desk: MainScreen, article: str, span: tuple[int, int] | Span) -> str:
    text = desk.sheets.sheets[article].article.text if desk.sheets else ""
    return f"“{shortened(' '.join(text[span[0] : span[1]].split()), _WORDS)}”"


@does("move-article")
async def move_article(desk: MainScreen) -> None:
    """Ask which story an article belongs to."""
    from briefing.tui.screens.choice import Choice, ChoiceDialog

    article = chosen_article(desk)
    if article is None:
        return
    now = desk.listing_of(article.id)
    moved = any(c.kind == "story" and c.subject == article.id and c.value for c in desk.workspace.corrections())
    choices = [Choice(_OWN, "a story of its own")] if now and len(now.articles) > 1 else []
    choices += [Choice(_AS_FOUND, "where the program puts it")] if moved else []
    for each in desk.listing:
        if now is None or each.id != now.id:
            names = ", ".join(dict.fromkeys(source_name(entry) for entry in each.articles))
            tail = f"{counted(len(each.articles), 'article')}  {short_day(each.articles[-1].day)}"
            choices.append(Choice(f"s/{each.id}", each.title or "(no title)", tail.strip(), names))
    if not choices:
        desk.tell("There is no other story it could belong to.")
        return
    name = source_name(article)
    chosen = await desk.app.push_screen_wait(
        ChoiceDialog(f"{shortened(name, _WORDS)} belongs to", choices, quoted=article.title)
    )
    if chosen is None:
        return
    value = {_OWN: f"s-{article.id}", _AS_FOUND: ""}.get(chosen, chosen.removeprefix("s/"))
    into = next(each.name for each in choices if each.id == chosen)
    words = f"{name} put into {into if chosen in (_OWN, _AS_FOUND) else f'“{shortened(into, _WORDS)}”'}"
    desk.workspace.correct("story", article.id, value, title=words)
    desk.corrected()
    desk.tell(f"{words}. Stories are formed anew; u takes it back.")
