"""Making visible what a terminal would obey or hide.

Control characters, escape sequences, bidirectional overrides, lone surrogates and characters of no width are replaced
by visible signs, one code point for one, so that every offset into the text still holds. Whatever shows the words of a
source to a person, on any surface, passes them through here.
"""

from __future__ import annotations

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_LEFT_TO_RIGHT = "\N{RIGHTWARDS DASHED ARROW}"
_RIGHT_TO_LEFT = "\N{LEFTWARDS DASHED ARROW}"
_END_OF_DIRECTION = "\N{RIGHTWARDS ARROW TO BAR}"


def _substitutes() -> dict[int, str]:
    pictures = {code: chr(0x2400 + code) for code in range(0x20)}
    pictures[0x7F] = "\N{SYMBOL FOR DELETE}"
    pictures |= dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT)
    pictures |= dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)
    # Tags (invisible copies of ASCII) and the characters Unicode calls noncharacters.
    pictures |= dict.fromkeys(range(0xE0000, 0xE0080), _REPLACEMENT)
    pictures |= dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), _REPLACEMENT)
    pictures |= dict.fromkeys((0x200E, 0x202A, 0x202D, 0x2066, 0x2068), _LEFT_TO_RIGHT)
    pictures |= dict.fromkeys((0x061C, 0x200F, 0x202B, 0x202E, 0x2067), _RIGHT_TO_LEFT)
    pictures |= dict.fromkeys((0x202C, 0x2069), _END_OF_DIRECTION)
    # Blank signs of no width, whose width terminals disagree on: shown as the sign they stand for.
    pictures[0x00AD] = "\N{HYPHEN}"
    pictures |= dict.fromkeys((0x200B, 0x2060, 0xFEFF), "\N{MIDDLE DOT}")
    pictures |= {0x09: " ", 0x85: " ", 0x2028: " ", 0x2029: " "}
    return pictures


_VISIBLE = _substitutes() | {0x0A: "\n"}
_VISIBLE_IN_ONE_LINE = _substitutes() | {0x0A: " ", 0x0D: " "}


def visible(text: str) -> str:
    """The text with every dangerous character made visible; as many code points as before. Line ends stay."""
    return text.translate(_VISIBLE)


def visible_line(text: str) -> str:
    """As :func:`visible`, with line ends as spaces: for titles, names and list rows."""
    return text.translate(_VISIBLE_IN_ONE_LINE)
