"""Forms of one name, and names that only look alike."""

from __future__ import annotations

import pytest

from briefing.nlp.names import lexicon, matching
from briefing.nlp.names.lexicon import key_of


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the U.S. Congress", ("us", "congress")),
        ("Nazarbáev’s", ("nazarbaev",)),
        ("The Hague", ("hague",)),
        ("Bakers' Union", ("bakers", "union")),
        ("Trans-Caspian", ("trans", "caspian")),
    ],
)
def test_spellings_that_do_not_matter_are_taken_away(text: str, key: tuple[str, ...]) -> None:
    assert key_of(text) == key


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("CSTO", "Collective Security Treaty Organization"),
        ("U.S.", "United States"),
        ("BFTU", "Bakers and Food Trades Union"),
        ("SJL", "PT Samudra Jaya Lines"),
        ("TCFC", "Trans-Caspian Freight Compact"),
    ],
)
def test_acronyms_are_recognised(short: str, full: str) -> None:
    assert matching.is_acronym_of(key_of(short), key_of(full))


@pytest.mark.parametrize(
    ("short", "full"), [("CIS", "Collective Security"), ("EU", "Eurasian Economic Union"), ("A", "Asia")]
)
def test_other_letters_are_no_acronym(short: str, full: str) -> None:
    assert not matching.is_acronym_of(key_of(short), key_of(full))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Doug Hallen", "Douglas Hallen", True),
        ("D. Hallen", "Douglas Hallen", True),
        ("Alexander Lukin", "Alexander Petrovich Lukin", True),
        ("George Bush Jr", "George Bush", True),
        ("Rustam Yakubov", "Davron Yakubov", False),
        ("Bill Clinton", "Hillary Clinton", False),
        ("Mark Stone", "Martin Stone", False),
        ("George H. W. Holt", "George W. Holt", False),
        ("George H.W. Holt", "George H. W. Holt", True),
        ("J. R. Moss", "John Moss", True),
        ("Bob Dunne", "Robert Dunne", True),
        ("Alan Holt Sr", "Alan Holt Jr", False),
    ],
)
def test_full_names_of_one_person(one: str, other: str, same: bool) -> None:
    assert matching.same_person(key_of(one), key_of(other)) is same


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Tarrant", "Tarrant Foods Plc", True),
        ("Compact", "Trans-Caspian Freight Compact", True),
        ("Bintang", "Bintang II", False),
        ("Tenger-1", "Tenger-2", False),
        ("Foods", "Tarrant Foodservice", False),
    ],
)
def test_short_forms_of_bodies_and_things(short: str, full: str, fits: bool) -> None:
    assert bool(matching.short_of_body(key_of(short), key_of(full))) is fits


def test_a_place_goes_without_the_word_for_its_kind_but_not_without_south() -> None:
    assert matching.short_of_place(key_of("Sughd"), key_of("Sughd Region"))
    assert not matching.short_of_place(key_of("Sulawesi"), key_of("South Sulawesi"))


def test_a_ministry_is_the_same_however_it_is_turned() -> None:
    turned = matching.ministry(key_of("the Ministry of Health of the Republic of Uzbekistan"))
    assert turned == matching.ministry(key_of("Uzbek Health Ministry"))
    assert turned == (frozenset({"health"}), "Uzbekistan")


def test_the_word_lists_know_peoples_in_the_plural() -> None:
    assert lexicon.state_of(key_of("Kazakhs")) == "Kazakhstan"
    assert lexicon.state_of(key_of("Frenchmen")) == "France"
    assert lexicon.state_of(key_of("Zubrowka")) is None


def test_given_names_of_both_sexes_tell_nothing() -> None:
    assert lexicon.gender_of_given("Olga") == "f"
    assert lexicon.gender_of_given("Sasha") is None
