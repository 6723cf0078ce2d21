"""The table of commands. Needs nothing but the standard library and msgspec, so that it can be printed anywhere."""

from __future__ import annotations

from typing import Literal

import msgspec

Context = Literal["everywhere", "text", "selecting", "stories", "claims", "entities", "facts", "notes", "timeline"]
"""Where a command can be given: anywhere, in the text, while words are being selected there, in a list or panel."""

Group = Literal["Reading", "Differences", "Selecting", "Marking", "Judging", "Panels", "Articles", "Everywhere"]

PANELS: tuple[Context, ...] = ("claims", "entities", "facts", "notes", "timeline")
_READING: tuple[Context, ...] = ("text", "selecting")


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a reader can do.

    Attributes:
        id: How settings, tests and handlers name it.
        keys: Default keys, the one shown first in front. Single characters, or ``space``, ``enter``, ``escape``,
            ``tab``, ``up``, ``pagedown``, ``f1``, with ``shift+`` or ``ctrl+`` before them.
        title: Two to four words, for palette and help.
        help: One sentence.
        label: One or two words for the footer; empty where the footer does not show it.
        weight: The footer shows the heavier first when room is short.
        beside: Ids of commands whose keys the footer shows together with this one's.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: Group
    contexts: tuple[Context, ...] = ("everywhere",)
    label: str = ""
    weight: int = 0
    beside: tuple[str, ...] = ()


COMMANDS: tuple[Command, ...] = (
    # Reading
    Command(
        id="next-sentence",
        keys=("j", "down"),
        title="Next sentence",
        help="Move to the next sentence; its counterpart in the other source is brought level.",
        group="Reading",
        contexts=_READING,
        label="sentence",
        weight=90,
        beside=("previous-sentence",),
    ),
    Command(
        id="previous-sentence",
        keys=("k", "up"),
        title="Previous sentence",
        help="Move to the sentence before.",
        group="Reading",
        contexts=_READING,
    ),
    Command(
        id="next-paragraph",
        keys=("}", "J"),
        title="Next paragraph",
        help="Move to the first sentence of the next paragraph.",
        group="Reading",
        contexts=_READING,
    ),
    Command(
        id="previous-paragraph",
        keys=("{", "K"),
        title="Previous paragraph",
        help="Move to the start of this paragraph, or of the one before.",
        group="Reading",
        contexts=_READING,
    ),
    Command(
        id="page-down",
        keys=("space", "pagedown"),
        title="Page down",
        help="Read on by one page.",
        group="Reading",
        contexts=("text",),
    ),
    Command(
        id="page-up",
        keys=("b", "pageup"),
        title="Page up",
        help="Go back by one page.",
        group="Reading",
        contexts=("text",),
    ),
    Command(
        id="first-sentence",
        keys=("g", "home"),
        title="Top of the article",
        help="Move to the first sentence.",
        group="Reading",
        contexts=("text",),
    ),
    Command(
        id="last-sentence",
        keys=("G", "end"),
        title="End of the article",
        help="Move to the last sentence.",
        group="Reading",
        contexts=("text",),
    ),
    Command(
        id="other-source",
        keys=("tab",),
        title="Other source",
        help="Go to the counterpart in the source beside this one, or bring it up where one source is shown.",
        group="Reading",
        contexts=("text",),
        label="other source",
        weight=70,
    ),
    Command(
        id="other-source-back",
        keys=("shift+tab",),
        title="Other source, backwards",
        help="As Other source, the other way round.",
        group="Reading",
        contexts=("text",),
    ),
    Command(
        id="swap-sources",
        keys=("s",),
        title="Swap sources",
        help="Let the two sources change places.",
        group="Reading",
        contexts=("text",),
    ),
    Command(
        id="cycle-source",
        keys=("o",),
        title="Another source here",
        help="Show the story's next article in this column.",
        group="Reading",
        contexts=("text",),
    ),
    Command(
        id="columns",
        keys=("z",),
        title="Columns",
        help="Show one source, or as many side by side as there is room for.",
        group="Reading",
    ),
    Command(
        id="search",
        keys=("/",),
        title="Search in the text",
        help="Find words in this article as you type; Enter goes on to the next place.",
        group="Reading",
        contexts=("text",),
        label="search",
        weight=20,
    ),
    # Differences
    Command(
        id="next-difference",
        keys=("n",),
        title="Next difference",
        help="Move to the next conflict, update, or account that differs in words or figures.",
        group="Differences",
        label="next difference",
        weight=85,
    ),
    Command(
        id="previous-difference",
        keys=("N",),
        title="Previous difference",
        help="Move to the difference before.",
        group="Differences",
    ),
    Command(
        id="next-of-kind",
        keys=("]",),
        title="Next of the chosen kind",
        help="Move to the next claim of the kind chosen by Choose a kind.",
        group="Differences",
    ),
    Command(
        id="previous-of-kind",
        keys=("[",),
        title="Previous of the chosen kind",
        help="Move to the claim of the chosen kind before.",
        group="Differences",
    ),
    Command(
        id="choose-kind",
        keys=("f",),
        title="Choose a kind",
        help="Show all claims, then only differences, conflicts, updates, agreed, only here, or not yet judged.",
        group="Differences",
        label="filter",
        weight=30,
    ),
    Command(
        id="next-mention",
        keys=("m",),
        title="Next mention",
        help="Move to the next mention of the lit person or body, or of the first one named in this sentence.",
        group="Differences",
    ),
    Command(
        id="previous-mention",
        keys=("M",),
        title="Previous mention",
        help="Move to the mention before.",
        group="Differences",
    ),
    # Selecting
    Command(
        id="select-words",
        keys=("v",),
        title="Select words",
        help="Start with the first word of the sentence; move to where the selection begins; v again, then move on.",
        group="Selecting",
        contexts=_READING,
        label="select",
        weight=60,
    ),
    Command(
        id="select-sentence",
        keys=("V",),
        title="Select sentences",
        help="Select this sentence; j and k add sentences.",
        group="Selecting",
        contexts=_READING,
    ),
    Command(
        id="word-forward",
        keys=("w", "right"),
        title="Word forward",
        help="Move, or stretch the selection, by a word.",
        group="Selecting",
        contexts=("selecting",),
        label="word",
        weight=95,
        beside=("word-back",),
    ),
    Command(
        id="word-back",
        keys=("b", "left"),
        title="Word back",
        help="Move, or stretch the selection, back by a word.",
        group="Selecting",
        contexts=("selecting",),
    ),
    Command(
        id="other-end",
        keys=("o",),
        title="Other end",
        help="Move the other end of the selection from now on.",
        group="Selecting",
        contexts=("selecting",),
        label="other end",
        weight=50,
    ),
    Command(
        id="stop-selecting",
        keys=("escape",),
        title="Stop selecting",
        help="Give the selection up.",
        group="Selecting",
        contexts=("selecting",),
        label="leave",
        weight=80,
    ),
    # Marking
    Command(
        id="highlight",
        keys=("h",),
        title="Highlight",
        help="Highlight the selection, or this sentence; again for the next colour.",
        group="Marking",
        contexts=_READING,
        label="highlight",
        weight=55,
    ),
    Command(
        id="note",
        keys=("a",),
        title="Note",
        help="Write a note on the selection or this sentence, or change the note that stands there.",
        group="Marking",
        contexts=(*_READING, "claims", "notes"),
        label="note",
        weight=58,
    ),
    Command(
        id="tag",
        keys=("t",),
        title="Tags",
        help="Set tags on the selection, this sentence, or the chosen note; separated by commas.",
        group="Marking",
        contexts=(*_READING, "notes"),
        label="tag",
        weight=35,
    ),
    Command(
        id="confidence",
        keys=("c",),
        title="Confidence",
        help="Grade this information from 1 (confirmed) to 6 (cannot be judged), after the Admiralty code.",
        group="Marking",
        contexts=(*_READING, "notes"),
    ),
    Command(
        id="remove-note",
        keys=("x", "delete"),
        title="Remove",
        help="Remove the note, highlight or judgement that stands here; u brings it back.",
        group="Marking",
        contexts=(*_READING, "claims", "notes"),
        label="remove",
        weight=25,
    ),
    Command(
        id="copy",
        keys=("y",),
        title="Copy with source",
        help="Copy the selection or this sentence to the clipboard, with outlet, headline and date.",
        group="Marking",
        contexts=_READING,
    ),
    Command(
        id="undo",
        keys=("u",),
        title="Undo",
        help="Take the last change back; also after a restart.",
        group="Marking",
        label="undo",
        weight=22,
    ),
    Command(
        id="redo",
        keys=("U",),
        title="Redo",
        help="Make the change again that was taken back.",
        group="Marking",
    ),
    # Judging
    Command(
        id="accept",
        keys=("+", "="),
        title="Accept",
        help="Confirm this claim, and go on to the next in the panel; again takes the judgement back.",
        group="Judging",
        contexts=("text", "claims"),
        label="judge",
        weight=57,
        beside=("reject", "doubt"),
    ),
    Command(
        id="reject",
        keys=("-",),
        title="Reject",
        help="Dispute this claim, and go on to the next in the panel.",
        group="Judging",
        contexts=("text", "claims"),
    ),
    Command(
        id="doubt",
        keys=("?",),
        title="Doubt",
        help="Mark this claim as unsure, and go on to the next in the panel.",
        group="Judging",
        contexts=("text", "claims"),
    ),
    Command(
        id="accept-suggestion",
        keys=("+", "="),
        title="They are the same",
        help="Join the chosen person or body with the one suggested.",
        group="Judging",
        contexts=("entities",),
    ),
    Command(
        id="reject-suggestion",
        keys=("-",),
        title="They are not the same",
        help="Keep the chosen person or body apart from the one suggested.",
        group="Judging",
        contexts=("entities",),
    ),
    # Panels
    Command(
        id="open",
        keys=("enter",),
        title="Go there",
        help="In the text, show the claim of this sentence; in a panel, go to the words; in the list, open.",
        group="Panels",
        contexts=("text", "stories", *PANELS),
        label="go there",
        weight=65,
    ),
    Command(
        id="to-text",
        keys=("escape",),
        title="Back to the text",
        help="Leave the list or panel for the text; there, put out the lights.",
        group="Panels",
        contexts=("text", "stories", *PANELS),
        label="back",
        weight=45,
    ),
    Command(
        id="stories",
        keys=("l",),
        title="Stories",
        help="Show the list of stories and go there; there, hide it where room is short.",
        group="Panels",
        label="stories",
        weight=40,
    ),
    Command(
        id="panel",
        keys=("p",),
        title="Panel",
        help="Show or hide the panel.",
        group="Panels",
        label="panel",
        weight=42,
    ),
    Command(
        id="claims", keys=("1",), title="Claims", help="What is agreed, differs, or is told by one.", group="Panels"
    ),
    Command(id="entities", keys=("2",), title="Entities", help="People and bodies by all spellings.", group="Panels"),
    Command(id="facts", keys=("3",), title="Facts", help="What this sentence states, and how firmly.", group="Panels"),
    Command(id="notes", keys=("4",), title="Notes", help="All that you marked in this story.", group="Panels"),
    Command(id="timeline", keys=("5",), title="Timeline", help="What happened when, by each source.", group="Panels"),
    Command(
        id="detail-down",
        keys=("space", "pagedown"),
        title="Read the detail on",
        help="Scroll the detail below the panel's list.",
        group="Panels",
        contexts=PANELS,
    ),
    Command(
        id="detail-up",
        keys=("b", "pageup"),
        title="Read the detail back",
        help="Scroll the detail back.",
        group="Panels",
        contexts=PANELS,
    ),
    Command(
        id="next-row",
        keys=("j", "down"),
        title="Next row",
        help="Move down in a list or panel.",
        group="Panels",
        contexts=("stories", *PANELS),
    ),
    Command(
        id="previous-row",
        keys=("k", "up"),
        title="Previous row",
        help="Move up in a list or panel.",
        group="Panels",
        contexts=("stories", *PANELS),
    ),
    # Articles
    Command(
        id="set-source",
        keys=("S",),
        title="Set the source",
        help="Correct the outlet of this article.",
        group="Articles",
        contexts=("text", "stories"),
    ),
    Command(
        id="set-date",
        keys=("D",),
        title="Set the date",
        help="Correct this article's date of publication.",
        group="Articles",
        contexts=("text", "stories"),
    ),
    Command(
        id="grade-source",
        keys=("A",),
        title="Grade the source",
        help="Grade this outlet from A (reliable) to F (cannot be judged), after the Admiralty code.",
        group="Articles",
        contexts=("text", "stories"),
    ),
    Command(
        id="mark-read",
        keys=("r",),
        title="Read or unread",
        help="Mark this article as read, or as unread again.",
        group="Articles",
        contexts=("text", "stories"),
        label="read",
        weight=10,
    ),
    # Everywhere
    Command(
        id="export",
        keys=("e",),
        title="Export the summary",
        help="Preview this story's summary and write it to a file.",
        group="Everywhere",
        label="export",
        weight=38,
    ),
    Command(
        id="palette",
        keys=(":", "ctrl+p"),
        title="Palette",
        help="Find any command by its name.",
        group="Everywhere",
        label="commands",
        weight=15,
    ),
    Command(id="theme", keys=("T",), title="Theme", help="Dark, light, high contrast, or ANSI.", group="Everywhere"),
    Command(
        id="help",
        keys=("f1",),
        title="Help",
        help="Every key, by what it is for.",
        group="Everywhere",
        label="help",
        weight=88,
    ),
    Command(
        id="help-here",
        keys=("?",),
        title="Help",
        help="Every key, by what it is for.",
        group="Everywhere",
        contexts=("stories", "entities", "facts", "notes", "timeline"),
    ),
    Command(
        id="quit",
        keys=("q",),
        title="Leave",
        help="Leave; everything is saved already.",
        group="Everywhere",
        label="quit",
        weight=86,
    ),
)

_BY_ID = {each.id: each for each in COMMANDS}


def command(command_id: str) -> Command:
    """The command of this id.

    Raises:
        KeyError: There is none.
    """
    return _BY_ID[command_id]
