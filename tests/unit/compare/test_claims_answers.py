"""What two reports answer otherwise to one question: how he left, how they came free, was it paid, told, allowed."""

from __future__ import annotations

import pytest

from briefing.compare.claims.questions import questions
from tests.unit.compare.conftest import Tell, Told

DAY = "2025-03-05"


def compared(tell: Tell, one: str, other: str) -> Told:
    return tell(
        (f"{one} A light wind blew from the west all day.", DAY),
        (f"The market in the old square stayed busy until dark. {other}", DAY),
    )


def conflicts(told: Told) -> list[str]:
    return [claim.why for claim in told.story.claims if claim.status == "conflict"]


OTHERWISE = [
    (
        "The head of Estonia's rail inspectorate, Mart Kallas, was sacked on Monday over the derailment at Tapa.",
        "Mart Kallas gave up his post at the rail inspectorate of his own free will, his lawyer said.",
    ),
    (
        "The two pilots escaped from the rebels' camp, an army spokesman said.",
        "The pilots were handed over by the rebels in return for eleven of their own men.",
    ),
    ("No ransom was paid, the shipping line said.", "The sailors were let go for a ransom of two million dollars."),
    (
        "Police did not open fire on the marchers in Oshakati, the ministry said.",
        "Officers shot at the marchers in Oshakati from a roof, witnesses said.",
    ),
    (
        "All 31 people aboard the Siljan survived unharmed, the line said.",
        "A stoker of the Siljan lost two fingers and a passenger broke her hip.",
    ),
    (
        "There is no foot-and-mouth disease on the farms of Adana, the minister insisted.",
        "Vets found foot-and-mouth disease on three farms in Adana.",
    ),
    (
        "The captain was questioned and allowed to go home, the coast guard said.",
        "The captain has been in a cell since Sunday, his daughter said.",
    ),
    (
        "A court in Brno acquitted the surgeon Pavel Hruska.",
        "Surgeon Pavel Hruska was found guilty by the court in Brno.",
    ),
    (
        "All lines of the Lyon metro ran normally on Monday despite the strike.",
        "The strike shut down two of Lyon's four metro lines on Monday.",
    ),
    ("The dive was approved by the harbour master.", "Nobody had authorised the dive, the harbour master said."),
    (
        "The ministry informed the regulator of the leak at once, an official said.",
        "The regulator learned of the leak from a newspaper eight days later.",
    ),
    ("The jury in Tulsa was unanimous, its foreman said.", "By ten votes to two the jury in Tulsa found for the mine."),
    (
        "The monastery gave the manuscript back of its own accord.",
        "It took a court order to make the monastery return the manuscript.",
    ),
    (
        "Tap water in Flinders is safe to drink, the utility said.",
        "The water of Flinders contains lead at nine times the permitted limit.",
    ),
    (
        "The prisoner hanged himself in his cell, the jail said.",
        "The prisoner was beaten to death by guards, his cellmate said.",
    ),
    ("The driver was sober, a blood test showed.", "The driver had drunk half a bottle of brandy, his passenger said."),
    (
        "The gate was locked on the night of the theft, the guard said.",
        "The gate stood open on the night of the theft, the boys told the police.",
    ),
    ("No siren was sounded before the wave came.", "The sirens were sounded ten minutes before the wave came."),
]

TOGETHER = [
    (
        "Coach Ines Prado was dismissed by the club in 2011.",
        "Ines Prado resigned on Friday as trainer of the national side.",
    ),
    (
        "The opposition called on the minister, Karl Dunne, to resign.",
        "Three of Karl Dunne's deputies were dismissed last night.",
    ),
    ("The town paid 4,000 euros for the clock.", "The town has paid no rent for the square since May."),
    ("There is no measles in the camp, doctors said.", "A measles outbreak in Canada has infected 300."),
    ("The bar has no licence for live music.", "The bar was given a licence to sell spirits."),
    ("The first judge dissented from the ruling.", "The council unanimously approved the new bridge."),
    ("The toys contain lead at nine times the limit.", "The cheese is safe, the dairy said."),
    ("The lift has been out of order since June.", "The lift works again."),
    ("It is not known whether a ransom was paid.", "The sailors were let go for a ransom."),
    ("If no one warns the villagers they will stay.", "The villagers were warned by telephone."),
    ("Nobody was hurt in the first blast.", "Two people were hurt in the second blast."),
]


@pytest.mark.parametrize(("one", "other"), OTHERWISE, ids=[one[:30] for one, _ in OTHERWISE])
def test_answers_that_exclude_each_other_conflict(tell: Tell, one: str, other: str) -> None:
    told = compared(tell, one, other)
    assert [claim.kind for claim in told.story.claims if claim.status == "conflict"] == ["outcome"]


@pytest.mark.parametrize(("one", "other"), TOGETHER, ids=[one[:30] for one, _ in TOGETHER])
def test_answers_to_two_questions_stand_together(tell: Tell, one: str, other: str) -> None:
    assert not conflicts(compared(tell, one, other))


def test_the_reader_is_told_the_question_and_both_answers(tell: Tell) -> None:
    why = conflicts(compared(tell, *OTHERWISE[0]))
    assert len(why) == 1
    assert why[0].startswith("How somebody left a post: ")
    assert "sacked" in why[0]
    assert "of his own free will" in why[0]


def test_every_question_has_two_answers_at_least_and_some_way_to_say_each() -> None:
    for question in questions():
        assert all(way.to or way.by or way.shown or way.says for way in question.ways)
        assert len(question.ways) >= 2 or question.whole


def test_hostile_text_is_read_in_time(tell: Tell) -> None:
    long = "paid " * 60 + "fired heard no " * 20
    told = compared(tell, f"The {long}end came late.", f"The {long}end came early.")
    assert told.story.claims
