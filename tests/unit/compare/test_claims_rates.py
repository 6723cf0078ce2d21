"""Rates, sums in two currencies, differences, months and days told otherwise, in invented sentences."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

_A = "The tram company of Lessa was heard by the council on Monday. "
_B = "Councillors put questions to the tram company of Lessa. "
DAYS = ("2015-03-10", "2015-03-13")


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (
            "Some 40,000 passengers a day take the trams of Lessa.",
            "The trams of Lessa carry 1.2 million passengers a month.",
            "rate",
        ),
        ("The stoppage costs the trams $300,000 a day.", "The stoppage sets the trams back by $2.1m a week.", "rate"),
        (
            "The plant at Korva is to deliver 3.5 million litres of fuel a year to the trams.",
            "An eight-year contract for 28 million litres of fuel binds the plant at Korva.",
            "rate and whole",
        ),
        (
            "The depot at Korva cost 24 million euros.",
            "For the depot at Korva, 46.9 million leva were paid.",
            "currency",
        ),
        (
            "The plan to close the Korva line was carried by 1,204 votes to 989.",
            "The plan to close the Korva line won by 215 votes.",
            "difference",
        ),
        (
            "Nine of the thirteen judges voted for the ban of trams in Korva.",
            "Four judges dissented from the ban of trams in Korva.",
            "difference",
        ),
        (
            "The town of Korva owns 65 percent of the depot and a bank the remainder.",
            "The bank Alpenna holds 35 percent of the Korva depot.",
            "the rest",
        ),
        (
            "Digging at the Korva tunnel is due to start in May 2016 and to take 28 months.",
            "The Korva tunnel should be dug by September 2018.",
            "month reckoned",
        ),
    ],
)
def test_what_comes_to_the_same_is_shown_with_its_working(tell: Tell, first: str, second: str, rule: str) -> None:
    told = tell((_A + first, DAYS[0]), (_B + second, DAYS[1]))
    rules = {claim.rule for claim in told.story.claims if claim.status == "compatible"}
    assert rule in rules


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Some 40,000 passengers a day take the trams.", "A bakery in Lessa sells 1.2 million rolls a month."),
        ("The depot at Korva cost 24 million euros.", "A film about otters took 46.9 million leva."),
        ("The plan was carried by 1,204 votes to 989.", "Korva has a library with 215 maps."),
        ("The plan won 412,360 votes, its rival 398,172.", "The plan won by a margin of 14,134 votes."),
        ("The digging is to take 28 months from May 2016.", "Otters will be counted in September 2018."),
    ],
)
def test_what_comes_out_by_chance_joins_nothing(tell: Tell, first: str, second: str) -> None:
    told = tell((_A + first, DAYS[0]), (_B + second, DAYS[1]))
    rules = {claim.rule for claim in told.story.claims}
    assert rules.isdisjoint({"rate", "rate and whole", "currency", "difference", "the rest", "month reckoned"})


def test_one_day_in_other_words_is_one_though_the_sentences_are_unlike(tell: Tell) -> None:
    told = tell(
        ("On Thursday the disciplinary panel found that the striker Ivo Lenk had taken a banned drug.", "2019-05-18"),
        ("The panel of the league, sitting on 16 May, punished Ivo Lenk with three votes to two.", "2019-06-20"),
    )
    assert told.about("Thursday", "16 May", status="compatible")
