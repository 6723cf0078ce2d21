"""Kept blocks: what a person wrote between ``<!-- briefing:keep ... -->`` marks of an exported file.

Blocks that we made carry a name (``<!-- briefing:keep s-1/notes -->``) and are filled again at their place. A person
may set marks of their own anywhere: such a block returns to the end of the section it stood in. What finds no place any
more is set at the end of the file; nothing between marks is ever dropped.
"""

from __future__ import annotations

import re

import msgspec

_OPEN = re.compile(r"^[ \t]*<!--[ \t]*briefing:keep(?:[ \t]+(\S[^\n]{0,300}?))?[ \t]*-->[ \t]*$")
_CLOSE = re.compile(r"^[ \t]*<!--[ \t]*/briefing:keep[ \t]*-->[ \t]*$")
_HEADING = re.compile(r"^(#{1,2}) (.*)$")
_FOOTNOTE = re.compile(r"^\[\^\d+\]: ")


class Block(msgspec.Struct, frozen=True):
    """One kept block: its name (empty for a person's own), the headings it stood under, its words."""

    name: str
    story: str
    section: str
    content: str


class KeptBlocks:
    """The blocks of an earlier export, handed out once each."""

    def __init__(self, previous: str) -> None:
        self._blocks = read_blocks(previous)

    def slot(self, name: str) -> str:
        """A named block for the new export, filled with what stood in it."""
        mine = [block for block in self._blocks if block.name == name]
        self._blocks = [block for block in self._blocks if block.name != name]
        return _written(name, "\n\n".join(block.content for block in mine))

    def of_section(self, story: str, section: str) -> list[str]:
        """The person's own blocks that stood in a section."""
        mine = [block for block in self._blocks if not block.name and (block.story, block.section) == (story, section)]
        self._blocks = [block for block in self._blocks if block not in mine]
        return [_written("", block.content) for block in mine]

    def rest(self) -> list[str]:
        """What is left, for the end of the file."""
        left, self._blocks = self._blocks, []
        return [_written(block.name, block.content) for block in left]


def read_blocks(previous: str) -> list[Block]:
    """Every block that holds something; one that was left open ends at the next mark, heading or footnote."""
    lines = previous.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks: list[Block] = []
    story = section = ""
    at = 0
    while at < len(lines):
        opened, heading = _OPEN.match(lines[at]), _HEADING.match(lines[at])
        at += 1
        if heading:
            story, section = (heading[2], "") if heading[1] == "#" else (story, heading[2])
        if opened:
            end = _end(lines, at)
            content = "\n".join(lines[at:end]).strip("\n")
            if content.strip():
                blocks.append(Block(opened[1] or "", story, section, content))
            at = end
    return blocks


def _end(lines: list[str], start: int) -> int:
    """Index of the line that closes a block opened before ``start``."""
    for at in range(start, len(lines)):
        if _CLOSE.match(lines[at]):
            return at
        if _OPEN.match(lines[at]):
            break
    ends = (_OPEN, _HEADING, _FOOTNOTE)
    return next((at for at in range(start, len(lines)) if any(end.match(lines[at]) for end in ends)), len(lines))


def _written(name: str, content: str) -> str:
    head = f"<!-- briefing:keep {name} -->" if name else "<!-- briefing:keep -->"
    return f"{head}\n{content}\n<!-- /briefing:keep -->"
