"""Every command, in the order of a first day's use."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

from briefing import __version__
from briefing.cli import words
from briefing.errors import PARTLY_DONE, WRONG_USE, BriefingError, WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Article
    from briefing.workspace import Outcome, Workspace

app = typer.Typer(
    name="briefing",
    help="Read several news reports of one event side by side: what agrees, what differs, who said it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Library = Annotated[
    Optional[str],  # noqa: UP045 - Typer reads the annotation at run time
    typer.Option("--library", metavar="DIR", help="The library's directory; BRIEFING_LIBRARY says the same."),
]
Paths = Annotated[Optional[list[str]], typer.Argument(metavar="[PATH]...", show_default=False)]  # noqa: UP045
Json = Annotated[bool, typer.Option("--json", help="JSON Lines in the briefing/1 form, for programs.")]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def everything(
    context: typer.Context,
    library: Library = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Options that hold for every command."""
    context.obj = library


@app.command(short_help="Open the reading screen.")
def read(context: typer.Context, paths: Paths = None, library: Library = None) -> None:
    """Open the reading screen on files or folders (they join the library), or on the whole library."""
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise WrongUse("The reading screen needs a terminal.", "For scripts there are `list`, `analyse`, `compare`.")
    # the modules of the screen are many small objects, none of them garbage; the screen collects again once it is up
    gc.disable()
    from briefing.tui.app import run

    with _workspace(context, library) as workspace:
        outcomes: tuple[Outcome, ...] = ()
        if paths:
            with words.progress() as progress:
                outcomes = workspace.add(paths, progress=progress)
        refused = [o.error for o in outcomes if o.error]
        first = next((o.article.id for o in outcomes if o.article), None)
        if paths and refused and first is None:
            for error in refused:
                words.tell(error)
            raise typer.Exit(PARTLY_DONE)
        run(workspace, article=first)
    if refused:
        for error in refused:
            words.tell(error)
        raise typer.Exit(PARTLY_DONE)


@app.command(short_help="Add articles to the library.")
def add(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    library: Library = None,
) -> None:
    """Add files, folders or standard input to the library; say what was new, known, changed, refused."""
    from briefing.cli import out

    with _workspace(context, library) as workspace, words.progress() as progress:
        outcomes = workspace.add(paths, stdin=_stdin(paths), progress=progress)
    for outcome in outcomes:
        if outcome.article:
            out.line(f"{outcome.kind:<8} {outcome.article.id}  {outcome.name}")
    _end_with(outcomes)


@app.command("list", short_help="List the articles by story.")
def list_(context: typer.Context, as_json: Json = False, library: Library = None) -> None:
    """List the articles by story."""
    from briefing.cli import out

    with _workspace(context, library) as workspace:
        listing, read_ids = workspace.listing(), workspace.read_ids()
    if as_json:
        out.json_line(out.listing_record(listing, read_ids))
    elif listing:
        out.listing(listing, read_ids)
    else:
        words.say("The library is empty. Add articles with `briefing add PATH...`.")


@app.command(short_help="Find who, said what, when, how many.")
def analyse(
    context: typer.Context,
    paths: Paths = None,
    as_json: Json = False,
    explain: Annotated[bool, typer.Option("--explain", help="Name the rule behind each finding.")] = False,
    library: Library = None,
) -> None:
    """Find people, statements, dates, numbers and facts in files (nothing is stored) or in the library."""
    from briefing.cli import out
    from briefing.model import analysis_record, explained_record
    from briefing.workspace import Refresh

    failures: list[BriefingError] = []
    with _workspace(context, library) as workspace, words.progress() as progress:
        articles, outcomes = _given(workspace, paths)
        hear = Refresh(progress=progress, on_failure=lambda _, error: failures.append(error))
        if paths:
            found = workspace.analyse_articles(articles, hear)
        else:
            workspace.refresh(hear)
            found = ((a, f) for a in articles if (f := workspace.findings(a.id)) is not None)
        for article, findings in found:
            if as_json:
                out.json_line((explained_record if explain else analysis_record)(article, findings))
            else:
                out.findings(article, findings, explain=explain)
    _end_with(outcomes, failures)


@app.command(short_help="Set sources against each other.")
def compare(
    context: typer.Context,
    paths: Paths = None,
    as_json: Json = False,
    together: Annotated[bool, typer.Option("--together", help="Treat all that is given as one story.")] = False,
    ledger: Annotated[bool, typer.Option("--ledger", help="Also what each source adds and leaves out.")] = False,
    library: Library = None,
) -> None:
    """Set sources against each other: stories, entities, matching passages, claims, each source's account."""
    from briefing.cli import out
    from briefing.compare import ledger as make_ledger
    from briefing.model import Findings, ledger_record, story_record
    from briefing.workspace import Refresh

    failures: list[BriefingError] = []
    found: dict[str, Findings] = {}
    with _workspace(context, library) as workspace, words.progress() as progress:
        articles, outcomes = _given(workspace, paths)
        hear = Refresh(progress=progress, on_failure=lambda _, error: failures.append(error))
        if ledger and (paths or together):
            hear.on_findings = lambda article, findings: found.update({article.id: findings})
        if paths or together:
            stories = workspace.compare_articles(articles, hear, together=together)
        else:
            workspace.refresh(hear)
            stories = iter(workspace.stories())
        by_id = {article.id: article for article in articles}
        for story in stories:
            book = None
            if ledger:
                book = make_ledger(story, by_id, found) if paths or together else workspace.ledger(story)
            if as_json:
                out.json_line({**story_record(story), **({"ledger": ledger_record(book)} if book else {})})
            else:
                out.story(story, by_id)
                if book:
                    out.ledger(book, story, by_id)
    _end_with(outcomes, failures)


@app.command(short_help="Annotate words of an article.")
def note(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id, the beginning of it, or its file.")],
    quote: Annotated[str, typer.Option("--quote", metavar="TEXT", help="The words to annotate.")],
    nth: Annotated[Optional[int], typer.Option("--nth", metavar="N", help="Which occurrence, from 0.")] = None,  # noqa: UP045
    text: Annotated[str, typer.Option("--note", metavar="TEXT", help="What you have to say.")] = "",
    tags: Annotated[Optional[list[str]], typer.Option("--tag", metavar="T", help="A tag; may be repeated.")] = None,  # noqa: UP045
    judge: Annotated[
        Optional[Literal["confirmed", "disputed", "unsure"]],  # noqa: UP045
        typer.Option("--judge", help="Your judgement."),
    ] = None,
    library: Library = None,
) -> None:
    """Annotate words of an article; print the annotation's id once it is on disk."""
    from briefing.cli import out
    from briefing.store import find_quote

    with _workspace(context, library) as workspace:
        found = workspace.article(article)
        annotation = workspace.annotate(
            found.id, find_quote(found, quote, nth), note=text, tags=tuple(tags or ()), judge=judge
        )
    out.line(annotation.id)


@app.command(short_help="List all annotations.")
def notes(context: typer.Context, as_json: Json = False, library: Library = None) -> None:
    """List all annotations."""
    from briefing.cli import out

    with _workspace(context, library) as workspace:
        annotations = workspace.annotations()
        titles = {entry.id: entry.title for entry in workspace.entries()}
    if as_json:
        out.json_line({"notes": [out.note_record(annotation) for annotation in annotations]})
    elif annotations:
        out.notes(annotations, titles)
    else:
        words.say("There are no annotations yet.")


@app.command(short_help="Remove an annotation.")
def unnote(
    context: typer.Context,
    annotation: Annotated[str, typer.Argument(metavar="ID", help="As `briefing notes` shows it.")],
    library: Library = None,
) -> None:
    """Remove an annotation."""
    with _workspace(context, library) as workspace:
        workspace.remove(annotation)


@app.command(short_help="Write the summary with its sources.")
def export(
    context: typer.Context,
    story: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="[STORY]", help="A story's id or title, or one of its articles; all by default."),
    ] = None,
    form: Annotated[Literal["md", "json", "csv"], typer.Option("--format", help="Markdown, JSON or CSV.")] = "md",
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("-o", "--output", metavar="FILE", help="Write here instead of to standard output."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that briefing did not write.")] = False,
    library: Library = None,
) -> None:
    """Write the summary, in which every statement points to the words of a source."""
    from briefing.cli import out
    from briefing.workspace import Refresh

    failures: list[BriefingError] = []
    with _workspace(context, library) as workspace:
        with words.progress() as progress:
            workspace.refresh(Refresh(progress=progress, on_failure=lambda _, error: failures.append(error)))
        if output is None:
            out.write(workspace.export(story, form))
        else:
            words.say(f"Written: {workspace.write_export(story, form, output, force=force)}")
    _end_with((), failures)


@app.command(short_help="Show directories and files.")
def where(context: typer.Context, library: Library = None) -> None:
    """Show which directories and files are in use."""
    from briefing.cli import out
    from briefing.settings import load_settings, log_dir, settings_path

    settings = load_settings(library=library or context.obj)
    rows = {"library": settings.library_dir, "settings": settings_path(), "logs": log_dir()}
    for name, path in rows.items():
        out.line(f"{name:<10} {path}{'' if path.exists() else '  (not there yet)'}")
    out.line(f"{'model':<10} {settings.language.model}")


@app.command(short_help="Show every key of the screen.")
def keys(context: typer.Context, as_json: Json = False) -> None:
    """Show every key of the screen and every command of the palette."""
    from briefing.cli import out
    from briefing.settings import load_settings
    from briefing.tui.commands import COMMANDS, keymap

    own = keymap(load_settings(library=context.obj).keys)
    if as_json:
        rows = [
            {"id": c.id, "keys": list(own[c.id]), "title": c.title, "help": c.help, "group": c.group} for c in COMMANDS
        ]
        out.json_line({"keys": rows})
    else:
        out.table(
            [("key", "bold"), ("does", "fold"), ("id", "dim"), ("group", "dim")],
            [(" ".join(own[c.id]), c.help, c.id, c.group) for c in COMMANDS],
        )


@app.command(short_help="Check the model and the library.")
def doctor(context: typer.Context, library: Library = None) -> None:
    """Check that the language model is there and the library sound."""
    from briefing.cli import out
    from briefing.cli.doctor import examine
    from briefing.settings import load_settings

    troubles = 0
    for finding in examine(load_settings(library=library or context.obj)):
        out.line(f"{'ok' if finding.sound else 'BAD':<4} {finding.what}")
        if not finding.sound:
            troubles += 1
            words.say(f"     {finding.hint}" if finding.hint else "")
    if troubles:
        raise typer.Exit(WRONG_USE)


def _workspace(context: typer.Context, library: str | None) -> Workspace:
    from briefing.settings import load_settings
    from briefing.workspace import Workspace

    workspace = Workspace(load_settings(library=library or context.obj), inline=context.info_name != "read")
    for notice in workspace.notices():
        words.say(notice)
    return workspace


def _given(workspace: Workspace, paths: list[str] | None) -> tuple[list[Article], list[Outcome]]:
    """The articles of the paths, each id once, and what was refused; without paths, the library's."""
    from briefing.errors import UnreadableInput
    from briefing.ingest import read as read_paths
    from briefing.workspace import Outcome

    if not paths:
        return list(workspace.articles()), []
    articles: dict[str, Article] = {}
    outcomes: list[Outcome] = []
    for item in read_paths(paths, stdin=_stdin(paths)):
        if isinstance(item, UnreadableInput):
            outcomes.append(Outcome(kind="refused", name="", article=None, message=str(item), error=item))
        else:
            articles.setdefault(item.id, item)
    return list(articles.values()), outcomes


def _stdin(paths: list[str]) -> bytes | None:
    return sys.stdin.buffer.read() if "-" in paths else None


def _end_with(outcomes: Sequence[Outcome], failures: Sequence[BriefingError] = ()) -> None:
    """Tell what could not be done, and end with 1 where there was something."""
    errors = [outcome.error for outcome in outcomes if outcome.error] + list(failures)
    for error in errors:
        words.tell(error)
    if errors:
        raise typer.Exit(PARTLY_DONE)


def main() -> None:
    """The ``briefing`` command: run it, and end with 0, 1 (something could not be done) or 2 (wrong use or set-up)."""
    try:
        app()
    except BriefingError as error:
        words.tell(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # whoever read our output has gone; the interpreter must not complain about it at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PARTLY_DONE)
