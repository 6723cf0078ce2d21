"""The whole: export, palette, help, theme, leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.commands.handling import does

if TYPE_CHECKING:
    from briefing.tui.screens.main import MainScreen


@does("export")
def export(desk: MainScreen) -> None:
    """Preview the summary, and write it."""
    from briefing.tui.screens.export import ExportDialog

    if desk.sheets is None or desk.sheets.story is None:
        desk.tell("The summary can be made once the story has been compared.")
        return
    desk.app.push_screen(ExportDialog(desk.workspace, desk.sheets.id, desk.sheets.title))


@does("palette")
async def palette(desk: MainScreen) -> None:
    """Find a command by its name, and do it."""
    from briefing.tui.screens.palette import PaletteDialog

    chosen = await desk.app.push_screen_wait(PaletteDialog(desk.keys, desk.context))
    if chosen:
        desk.call_after_refresh(desk.action_command, chosen)


@does("help")
def show_help(desk: MainScreen) -> None:
    """Show every key."""
    from briefing.tui.screens.help import HelpDialog

    desk.app.push_screen(HelpDialog(desk.keys, desk.context, desk.glyphs))


@does("help-here")
def help_here(desk: MainScreen) -> None:
    """Show every key."""
    show_help(desk)


@does("theme")
def theme(desk: MainScreen) -> None:
    """The next theme."""
    from briefing.tui.app import themes

    names = list(themes())
    current = desk.app.theme
    desk.app.theme = names[(names.index(current) + 1) % len(names)] if current in names else names[0]
    desk.tell(f"Theme: {desk.app.theme}. Set screen.theme in the settings to keep it.")


@does("quit")
def leave(desk: MainScreen) -> None:
    """Leave; everything is saved already."""
    desk.leave()
