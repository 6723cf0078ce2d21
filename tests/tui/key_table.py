"""The README's table of keys, made from the declared commands: ``python -m tests.tui.key_table`` writes it."""

from __future__ import annotations

from pathlib import Path

from briefing.tui.commands import COMMANDS, keymap

README = Path(__file__).parents[2] / "README.md"
_BEGIN, _END = "<!-- keys:", "<!-- /keys -->"


def key_table() -> str:
    """One table, a row a command, by group, in a fold."""
    keys = keymap()
    lines = ["<details><summary>All keys</summary>", "", "| key | does | |", "|---|---|---|"]
    for command in COMMANDS:
        shown = " ".join(f"`{'Pipe' if key == '|' else key}`" for key in keys[command.id])
        lines.append(f"| {shown} | {command.help} | {command.group} |")
    return "\n".join([*lines, "", "</details>"])


def with_table(readme: str) -> str:
    """The README with the table between its marks."""
    start = readme.index("\n", readme.index(_BEGIN)) + 1
    return readme[:start] + key_table() + "\n" + readme[readme.index(_END) :]


if __name__ == "__main__":
    README.write_text(with_table(README.read_text("utf-8")), "utf-8")
