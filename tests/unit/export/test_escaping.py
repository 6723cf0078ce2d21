from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.export.escaping import inline, link, scalar, visible

SIGNS = st.sampled_from(
    [
        *"*_`[]()<>&#|\\!$: aé\n\t\x1b\u202e\u200bx",
        *[
            "amp;",
            "~~",
            "//",
            "http",
            "https://a.bc",
            "www.a.bc",
            "a.com",
            "1.",
            "- ",
            "+ ",
            "= ",
            "---",
            "===",
            "[^1]",
            "]: ",
        ],
    ]
)
TEXTS = st.lists(SIGNS | st.characters(exclude_categories=["Cs"]), max_size=25).map("".join)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
@example("Dr. A_b_ *c* <b>d</b> [e](f) &copy; www.g.hi")
def test_escaped_words_are_rendered_as_they_stand(text: str) -> None:
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    shown = visible(text)
    for markdown in (inline(text, start=True), f"“{inline(text)}”"):
        tokens = parser.parse(markdown)
        children = [child for token in tokens for child in token.children or []]
        assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
        assert {child.type for child in children} <= {"text", "text_special"}
        assert "".join(child.content for child in children).strip("“”") == shown.strip("“”")


@given(TEXTS)
def test_a_front_matter_value_reads_as_it_was(text: str) -> None:
    yaml = pytest.importorskip("yaml")
    assert yaml.safe_load(f"a: {scalar(text)}")["a"] == visible(text)


def test_what_cannot_be_seen_is_made_visible() -> None:
    assert visible("a\x1b[31mb\u202ec\u200bd\te\nf\x7f") == "a␛[31mb<U+202E>c<U+200B>d e f␡"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//a.bc", "http://", "http://[", "", None, "a b"]
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert link("Boats", url) == "Boats"


def test_an_address_cannot_end_its_link() -> None:
    assert link("Boats", "https://a.bc/x>) <y") == "[Boats](<https://a.bc/x%3E%29%20%3Cy>)"
