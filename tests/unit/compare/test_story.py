from __future__ import annotations

import subprocess
import sys
import time

import msgspec
import pytest

from briefing.compare import VERSION
from briefing.model import story_record
from tests.unit.compare.conftest import Tell

DAY, LATER = "2015-03-10", "2015-03-11"
FIRST = (
    "Norland's parliament passed a law on river water on Wednesday. The vote was close. "
    "Farmers on the Brell said the law would ruin them. Anna Brandt, the water minister, resigned."
)
SECOND = (
    "The river water law was adopted by the parliament of Norland on Wednesday. Twelve members stayed away. "
    "Water minister Anna Brandt stepped down. A heron was seen on the roof."
)
THIRD = "Parliament in Norland passed the law on river water on Wednesday, to cheers. Anna Brandt quit as minister."


def test_every_sentence_of_reporting_is_in_some_claim(tell: Tell) -> None:
    told = tell((FIRST, DAY), (SECOND, DAY))
    for id_, found in told.findings.items():
        for sentence in found.sentences:
            passages = [p for claim in told.story.claims for p in claim.passages if p.article == id_]
            assert any(sentence.overlaps(p.span) for p in passages), told.articles[id_].text[slice(*sentence)]


def test_what_one_outlet_alone_says_is_single(tell: Tell) -> None:
    told = tell((FIRST, DAY), (SECOND, DAY))
    for words in ("The vote was close", "A heron was seen"):
        assert told.statuses(words) == {"single"}
        assert all(claim.origins == 1 for claim in told.about(words))


def test_what_is_agreed_ends_where_one_source_goes_on_alone(tell: Tell) -> None:
    told = tell(
        ("Anna Brandt opened the lock at Brell on Tuesday, during which a boat sank with 40 sheep.", DAY),
        ("On Tuesday Anna Brandt opened the lock at Brell, before 300 guests ate herring.", DAY),
    )
    agreed = told.about("opened the lock", status="agreed")
    assert agreed
    assert not any(word in said for claim in agreed for said in told.words(claim) for word in ("sheep", "herring"))


def test_three_sources_of_one_event_make_one_claim_of_three_origins(tell: Tell) -> None:
    told = tell((FIRST, DAY), (SECOND, DAY), (THIRD, LATER))
    assert max(claim.origins for claim in told.about("law", status="agreed")) == 3


def test_reprints_never_confirm_each_other(tell: Tell) -> None:
    told = tell((FIRST, DAY), (FIRST + " (Agency)", DAY))
    assert len(told.story.origins) == 1
    assert {claim.status for claim in told.story.claims} == {"single"}
    assert not told.story.alignments


def test_agreed_claims_have_two_origins_at_least(tell: Tell) -> None:
    told = tell((FIRST, DAY), (FIRST + " (Agency)", DAY), (SECOND, DAY))
    for claim in told.story.claims:
        if claim.status != "single":
            assert claim.origins >= 2


def test_the_same_input_gives_the_same_bytes(tell: Tell) -> None:
    runs = [msgspec.json.encode(story_record(tell((FIRST, DAY), (SECOND, LATER), (THIRD, None)).story)) for _ in "ab"]
    assert runs[0] == runs[1]


def test_claim_ids_are_unique_and_stay_when_another_report_joins(tell: Tell) -> None:
    before = tell((FIRST, DAY), (SECOND, DAY))
    after = tell((FIRST, DAY), (SECOND, DAY), ("Snow fell on the coast. Ferries to Vask stopped.", LATER))
    ids = [claim.id for claim in before.story.claims]
    assert len(ids) == len(set(ids))
    kept = {claim.id for claim in after.story.claims}
    assert len(kept & set(ids)) >= len(ids) - 2


def test_claims_come_in_reading_order(tell: Tell) -> None:
    told = tell((FIRST, DAY), (SECOND, DAY), (THIRD, LATER))
    order = {id_: i for i, id_ in enumerate(told.story.articles)}
    places = [(order[c.passages[0].article], c.passages[0].start) for c in told.story.claims]
    assert places == sorted(places)


def test_values_stand_on_the_words_they_name(tell: Tell) -> None:
    told = tell(
        ("The city will lend the museum a third of the $90 million repair cost, the mayor said.", DAY),
        ("The museum said the city would lend it $30 million for the repairs. It opens in May.", DAY),
    )
    words = {told.articles[v.article].text[v.start : v.end] for c in told.story.claims for v in c.values}
    assert {"a third", "$30 million"} <= words


def test_what_both_give_as_one_persons_word_is_marked_so(tell: Tell) -> None:
    told = tell(
        ("Brandt said Velmark refused the loan because Norland recognised the island. It rained.", DAY),
        ("Velmark refused the loan because Norland recognised the island, Brandt said on Monday.", DAY),
    )
    claims = [c for c in told.about("refused the loan") if c.status == "agreed" and c.rule != "same speaker"]
    assert claims
    assert all(c.attributed for c in claims)


def test_a_story_of_one_article_or_of_nothing_is_told(tell: Tell) -> None:
    told = tell((FIRST, None))
    assert {claim.status for claim in told.story.claims} == {"single"}
    assert told.story.pipeline == VERSION
    assert tell(("", None), ("***", None)).story.claims == ()


@pytest.mark.parametrize(
    "text",
    ["((((" * 300, "a " * 3000, "“" * 500 + "no. " * 50, "1,0,0,0, " * 400],
    ids=["brackets", "words", "quotes", "numbers"],
)
def test_odd_texts_are_compared_in_good_time(tell: Tell, text: str) -> None:
    started = time.process_time()
    told = tell((text, None), (f"{text} {SECOND}", DAY))
    assert told.story.articles == ("a", "b")
    assert time.process_time() - started < 20


def test_telling_the_version_loads_neither_numpy_nor_the_rules() -> None:
    code = "import sys; from briefing.compare import VERSION; print('numpy' in sys.modules, 'spacy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]
