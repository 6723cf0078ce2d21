"""Whatever a text is made of, its findings hold together: no crash, no place outside it, nothing found twice over."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.model import Article
from briefing.nlp import Analyser
from briefing.nlp.legible import legible
from tests.unit.nlp.invariants import check

NEWS = (
    "The minister, Anna Orlov, said on Monday that 40 trains would stop.",
    "“We were never asked,” Mr Kerr told reporters in Port Ellis, 2.5 percent more than in May.",
    "According to the operator, Northline Ltd lost $2bn last year; she denied it.",
    "PORT ELLIS, March 3 (NNA) - He will not resign, a spokesman said",
    "Le gouvernement a annoncé lundi que les travaux du pont commenceraient au printemps, dit la maire.",
    "政府星期一宣布，新桥将于春季动工，尽管几个村庄表示反对。",
    "Правительство объявило в понедельник, что строительство моста начнётся весной.",
)
DEBRIS = (
    *('"', "“", "”", "‘", "’", "'", "«", "»", "(", ")", "[", "]", "—", "-", "--", "...", ",", ".", ":", ";", "?", "!"),
    *("\n", "\n\n", "\t", " ", "   ", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\u00a0", "\u2009", "\u3000"),
    *("\u00ad", "\u200b", "\u200d", "\u200f", "\u202e", "\ufeff", "\x00", "\x1b[31m", "\x7f", "\ud800", "\udc00"),
    *("e\u0301", "ﬁ", "ﬄ", "Ｍ", "𝐌", "â€™", "â€œ", "Ã©", "\ufffd", "&amp;", "&#x27;", "<p>", "</a>", "<", "&"),
    *(
        "👍",
        "👨‍👩‍👧",
        "🇫🇷",
        "محمد",
        "משה",
        "สวัสดี",
        "said",
        "he",
        "that",
        "not",
        "who",
        "and",
        "1",
        "%",
        "$",
        "US$",
        "3 May",
    ),
    *("Mr.", "A.", "AND", "http://a.b/c", "a@b.c", "1,2", "2009-13-45", "half", "ten million", "x" * 130, "(" * 120),
)
pieces = st.one_of(
    st.sampled_from(NEWS),
    st.sampled_from(DEBRIS),
    st.text(max_size=6),
    st.sampled_from(NEWS).map(str.upper),
    st.tuples(st.sampled_from(NEWS), st.integers(0, 60)).map(lambda cut: cut[0][: cut[1]]),
    st.tuples(st.sampled_from(DEBRIS), st.integers(2, 30)).map(lambda run: run[0] * run[1]),
)
texts = st.lists(st.tuples(pieces, st.sampled_from(("", " ", "\n"))), max_size=14).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


@settings(max_examples=100, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=texts)
@example(text="")
@example(text=" \n\n ")
@example(text="said")
@example(text='"' * 40)
@example(text="\ud800 said \udfff he would go to Paris \ud83d.")
@example(text="“ ” “” ‘’ \"\" '' «» said.")
@example(text="Qu\u00ad\u00adill\u00ad said \u00ad“\u00adno\u00ad”\u00ad.")
@example(text="<p>&nbsp;</p><script>var a='said'</script>Orlov<br/>said.")
def test_findings_of_any_text_hold_together(analyser: Analyser, text: str) -> None:
    article = Article(id="x", text=text, published="2024-03-05")
    found = analyser.analyse(article)
    check(text, found)
    assert found.text_hash == article.text_hash


@settings(max_examples=10, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(batch=st.lists(texts, min_size=2, max_size=3))
def test_the_same_text_gives_the_same_findings_alone_and_among_others(analyser: Analyser, batch: list[str]) -> None:
    articles = [Article(id=str(i), text=text) for i, text in enumerate(batch)]
    together = list(analyser.analyse_many(articles))
    assert [analyser.analyse(article) for article in articles] == together


@settings(max_examples=200, derandomize=True, deadline=None)
@given(text=texts)
def test_every_place_that_is_read_is_a_place_in_the_text(text: str) -> None:
    read = legible(Article(id="x", text=text))
    assert len(read.article.text) == len(read.text)
    if read.places is None:
        assert read.text == text
        return
    last = 0
    for at, char in enumerate(read.text):
        span = read.places.own_span(at, at + 1)
        assert last <= span.start < span.end <= len(text)
        assert (
            span.of(text) == char
            or not text.isascii()
            or "&" in text
            or "<" in text
            or "\x1b" in text
            or not char.isalnum()
        )
        last = span.start
