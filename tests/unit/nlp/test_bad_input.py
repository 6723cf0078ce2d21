"""Texts as they come from broken pages and hostile hands: read where they can be, and always in time."""

from __future__ import annotations

import time

import pytest

from briefing.model import Article, Findings, Furniture
from briefing.nlp import Analyser
from briefing.nlp.capitals import recased
from tests.conftest import Analyse
from tests.unit.nlp.invariants import check

PLAIN = (
    'Rail operator Northline lost $2.5m on 3 May, Marta Quill told reporters. "We will not return," she said on '
    "Monday. Daniel Roth denied that 40,000 passengers were stranded."
)


def summary(found: Findings) -> dict[str, object]:
    """What was found, without places."""
    return {
        "names": [(entity.name, entity.type) for entity in found.entities],
        "quotes": [(quote.speaker, quote.kind) for quote in found.quotes],
        "times": [each.value for each in found.times],
        "quantities": [(each.value, each.unit) for each in found.quantities],
        "facts": [fact.predicate.lemma for fact in found.facts],
    }


@pytest.mark.parametrize(
    ("clean", "written"),
    [
        ("reporters", "repor\u00adters"),
        ("Quill", "Qu\u200bi\u200bll"),
        ("passengers", "\u200epassengers\u200f"),
        ("Northline", "\ufeffNorthline"),
        ("Northline", "Northl\u2060ine"),
        ("40,000", "４０,０００"),
        ("Marta", "𝐌𝐚𝐫𝐭𝐚"),
        ("Marta Quill", "<b>Marta Quill</b>"),
        ("Marta Quill", "Marta&#32;Quill"),
        ("told", "told\x1b[0m"),
        ("told", "to\x00ld"),
        (" told", " 😡 told"),
        ("Monday. ", "Monday. 🚂🚂 "),
        ("$2.5m", "$\u200d2.5m"),
    ],
)
def test_signs_that_nobody_sees_change_nothing(analyse: Analyse, clean: str, written: str) -> None:
    text = PLAIN.replace(clean, written)
    found = analyse(text, published="2024-05-07")
    check(text, found)
    assert summary(found) == summary(analyse(PLAIN, published="2024-05-07"))


def test_places_count_the_text_as_it_is_written(analyse: Analyse) -> None:
    text = "Jose\u0301 Di\u0301az told Zde\u0148ka Quil\u00adlová on 3 May that the \ufb01ne was &pound;2m 😡."
    found = analyse(text, published="2024-05-07")
    check(text, found)
    assert "Jose\u0301 Di\u0301az" in [mention.span.of(text) for mention in found.mentions]
    assert "&pound;2m" in [quantity.span.of(text) for quantity in found.quantities]
    assert [each.span.of(text) for each in found.times] == ["3 May"]
    assert {"José Díaz"} <= {entity.name for entity in found.entities}


def test_furniture_is_where_it_was_marked(analyse: Analyse) -> None:
    lead = "<p>Northline said on Monday it will run 40 trains.</p>"
    text = f"<p>Rail strike halts trains</p>\n{lead}\n<p>Read more: Roth resigns</p>"
    start = text.index("<p>Read")
    found = analyse(text, furniture=(Furniture(start=start, end=len(text), kind="promotion"),))
    check(text, found)
    assert not [mention for mention in found.mentions if mention.start >= start]
    assert [span.of(text) for span in found.sentences][-1] == "Read more: Roth resigns"


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("â€œWe will not return,â€\x9d Marta Quill told reporters.", "We will not return,"),
        ("\x93We will not return,\x94 Marta Quill told reporters.", "We will not return,"),
        ("&ldquo;We will not return,&rdquo; Marta Quill told reporters.", "We will not return,"),
        ("❝We will not return,❞ Marta Quill told reporters.", "We will not return,"),
    ],
)
def test_quotations_are_found_by_marks_in_the_wrong_encoding(analyse: Analyse, broken: str, meant: str) -> None:
    found = analyse(broken)
    assert [(q.speaker, q.content[0].of(broken)) for q in found.quotes] == [("Marta Quill", meant)]


def test_an_unclosed_quotation_mark_does_not_swallow_the_article(analyse: Analyse) -> None:
    text = (
        'Union leader Marta Quill told reporters: "We will not return.\n\n'
        "Northline denied the charge. Daniel Roth said it would publish its accounts.\n\n"
        '"We are sorry," Roth added. Trains will run again on Monday.'
    )
    found = analyse(text)
    check(text, found)
    by_roth = [quote.content[0].of(text) for quote in found.quotes if quote.speaker == "Daniel Roth"]
    assert "We are sorry," in by_roth
    assert all(quote.span.length < 100 for quote in found.quotes)


def test_a_text_in_capitals_is_read_like_any_other(analyse: Analyse) -> None:
    text = PLAIN.upper()
    found = analyse(text, published="2024-05-07")
    check(text, found)
    plain = analyse(PLAIN, published="2024-05-07")
    assert [fact.predicate.span for fact in found.facts] == [fact.predicate.span for fact in plain.facts]
    assert [quote.content for quote in found.quotes] == [quote.content for quote in plain.quotes]
    assert {"MARTA QUILL", "DANIEL ROTH"} <= {m.span.of(text) for m in found.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "BORDER CROSSING SHUT AS TALKS BREAK DOWN",
        "TASHKENT, Oct 21 (SRNS) - NATO and the EU said the UN and AFP were told in Osh by the IMF.",
        "NASA, ESA, CNSA",
    ],
)
def test_capitals_are_kept_where_they_say_something(text: str) -> None:
    assert recased(text) == text


def test_names_that_nothing_speaks_for_are_left_small_in_capitals() -> None:
    text = "THE STRIKE, BEGUN ON TUESDAY, MAY END WHEN ANNA ORLOV AND THE SAUDI ARABIA ENVOY MEET TESLA IN MAY 2024."
    assert recased(text) == (
        "The strike, begun on Tuesday, may end when Anna Orlov and the Saudi Arabia envoy meet tesla in May 2024."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Team\tP\tW\tD\tL\tPts\nPort Ellis Rovers\t12\t8\t2\t2\t26\nKarel United\t12\t7\t3\t2\t24",
        "3 4 5 6 7 8 9 10 11 12 1,000 2,000 3.5% 4.5%",
        "... !!! ??? --- *** ,,, ;;; ::: “” () [] {} $$$ %%% @@@ ###",
        "Marta Quill, Daniel Roth, Ana Diaz, Omar Hale, Li Wei, Petra Lund, Igor Betts",
    ],
)
def test_tables_and_lists_state_no_facts(analyse: Analyse, text: str) -> None:
    found = analyse(text)
    check(text, found)
    assert not found.facts
    assert not found.quotes


def test_a_text_in_small_letters_still_has_sentences(analyse: Analyse) -> None:
    text = "the strike began on tuesday. the operator said it would end soon. nobody was hurt."
    assert len(analyse(text).sentences) == 3


def test_a_text_without_a_full_stop_is_no_single_sentence(analyse: Analyse) -> None:
    text = "he said he saw him and she told them that they " * 200
    found = analyse(text)
    check(text, found)
    assert max(span.length for span in found.sentences) < 3000


GROWING = {
    "quotation marks": '"',
    "opened quotations": "“ word ",
    "an unclosed quotation": "He said “we will go. ",
    "one word without end": "a",
    "brackets": "((([[ word ) ",
    "pronouns": "he said he saw him and she told them that they ",
    "clauses": "that he said that ",
    "turns of a transcript": "Smith: yes: ",
    "roles": "the minister, the president, the spokesman, ",
    "clauses to mend": "A nurse found guilty of theft has been struck off. ",
    "dates": "last Monday, two days later, on 3 June, ",
    "dates to come": "It opens on 3 May 2030. ",
    "figures": "1,234 56% $3bn 12 May 2009 ",
    "French": "le conseil a voté contre la loi et les élus sont partis. ",
    "markup": "<p>&amp;<b>",
    "capitals": "ANNA ORLOV SAID THE STRIKE WOULD END. ",
}


@pytest.mark.parametrize("unit", GROWING.values(), ids=GROWING)
def test_twice_the_text_takes_about_twice_the_time(analyser: Analyser, unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        begin = time.process_time()
        analyser.analyse(Article(id="x", text=text, published="2001-01-01"))
        return time.process_time() - begin

    short, long = min(seconds(1000), seconds(1000)), seconds(4000)
    # Four times the text: 4 when linear, 16 when quadratic; the least sums are noise.
    assert long < max(8 * short, 0.3)
