"""The signs of the screen, in Unicode and in plain ASCII; meaning is carried by them, and colour only repeats it."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model import ClaimStatus, Judgement, Status


class Glyphs(NamedTuple):
    """One cell each."""

    agreed: str
    compatible: str
    conflict: str
    update: str
    single: str
    cursor: str
    lit: str
    unread: str
    open: str
    closed: str
    note: str
    mark: str
    confirmed: str
    disputed: str
    unsure: str
    rule: str
    dot: str
    arrow: str
    ellipsis: str
    tells: str
    copy: str
    silent: str
    earlier: str
    elsewhere: str
    speech: str
    times: str

    def standing(self, status: ClaimStatus) -> str:
        """The sign of a claim's status."""
        return str(getattr(self, status))

    def judged(self, judgement: Judgement) -> str:
        """The sign of a person's judgement."""
        return str(getattr(self, judgement))


UNICODE = Glyphs(
    agreed="=",
    compatible="≈",
    conflict="≠",
    update="↻",
    single="1",
    cursor="▌",
    lit="│",
    unread="●",
    open="▾",
    closed="▸",
    note="✎",
    mark="▪",
    confirmed="✓",
    disputed="✗",
    unsure="?",
    rule="─",
    dot="·",
    arrow="→",
    ellipsis="…",
    tells="■",
    copy="»",
    silent="·",
    earlier="◂",
    elsewhere="↗",
    speech="“",
    times="×",
)
ASCII = Glyphs(
    agreed="=",
    compatible="~",
    conflict="!",
    update="^",
    single="1",
    cursor=">",
    lit="|",
    unread="*",
    open="-",
    closed="+",
    note="n",
    mark="#",
    confirmed="Y",
    disputed="N",
    unsure="?",
    rule="-",
    dot="-",
    arrow=">",
    ellipsis=".",
    tells="#",
    copy='"',
    silent=".",
    earlier="<",
    elsewhere="/",
    speech='"',
    times="x",
)

STATUS_WORDS: dict[ClaimStatus, str] = {
    "agreed": "agreed",
    "compatible": "compatible",
    "conflict": "conflict",
    "update": "update",
    "single": "only here",
}

CREDIBILITY = {
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""The Admiralty code's second scale, for an information."""

COMMITMENT: dict[Status, str] = {
    "stated": "stated",
    "attributed": "said by someone",
    "hedged": "hedged",
    "denied": "denied",
    "negated": "said not to be",
    "planned": "planned",
    "conditional": "conditional",
}


def glyphs(ascii_only: bool) -> Glyphs:
    """The set to draw with."""
    return ASCII if ascii_only else UNICODE
