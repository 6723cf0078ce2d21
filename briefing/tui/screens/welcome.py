"""What an empty library says."""

from __future__ import annotations

from textual.content import Content

from briefing.tui.widgets.rows import FAINT, stack, styled

_STEPS = (
    ("briefing read FOLDER", "reads the reports in a folder: text, Markdown, HTML, JSON Lines"),
    ("briefing read A.txt B.html", "reads these files"),
    ("briefing read seeds", "reads the two sample reports, where the program was cloned"),
    ("briefing --help", "tells all the rest"),
)


def welcome_words() -> Content:
    """How to get something to read."""
    rows = [
        styled("Nothing to read yet", "bold $primary"),
        Content(),
        styled("Two or more reports of one event are set side by side here.", ""),
        styled("Leave with q, then give the program something to read:", ""),
    ]
    for command, words in _STEPS:
        rows += [Content(), styled(f"  {command}", "bold"), styled(f"    {words}", FAINT)]
    return stack(rows)
