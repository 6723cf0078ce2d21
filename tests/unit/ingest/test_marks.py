"""What holds for every text: marks lie within it, in order and apart, and the text itself is never touched."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.ingest import read
from briefing.ingest.layout import lay_out
from briefing.model import Article

PIECES = st.sampled_from(
    [
        "Boats block harbour", "By Iris Holm", "VELMAR, March 11 (ANA) - ", "(RFE/RL) -- ", "Reuters", "\n",
        "\n\n", "\r\n", " ",
        "Forty boats lay across the entrance from dawn, police said.", "Read more: this", "(c) 2014 Velmar Post.",
        "\t", "—",
        "14 June 2009", "Home | World | Sport", "“", "”", "\u202e", "\x1b[2J", "Photo: Jon Dahl", "a.",
        "?", "#", "é", "𝄞", "\u2028",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_marks_lie_within_the_text_in_order_and_apart(text: str) -> None:
    marks = lay_out(text).marks if text.strip() else ()
    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start < mark.end <= len(text) for end, mark in zip(ends, marks, strict=False))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_whatever_comes_in_is_read_as_it_stands_or_refused(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    for found in read(["-"], stdin=b"X" + content):
        if isinstance(found, Article):
            assert found.text == ("X" + text).replace("\r\n", "\n").replace("\r", "\n")
            assert found.title
