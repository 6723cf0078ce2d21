from __future__ import annotations

from briefing.model import Claim
from tests.unit.compare.conftest import Tell, Told

DAY, LATER = "2015-03-10", "2015-03-13"


def conflicts(told: Told) -> list[Claim]:
    return [claim for claim in told.story.claims if claim.status == "conflict"]


def test_signed_and_refused_to_sign_conflict(tell: Tell) -> None:
    told = tell(
        ("The miners signed the wage agreement on Tuesday. The pits are old.", DAY),
        ("On Tuesday the miners refused to sign the wage agreement, their union said.", DAY),
    )
    assert [c.kind for c in conflicts(told)] == ["outcome"]


def test_refused_to_sign_and_did_not_sign_agree(tell: Tell) -> None:
    told = tell(
        ("The miners did not sign the wage agreement on Tuesday. The pits are old.", DAY),
        ("On Tuesday the miners refused to sign the wage agreement, their union said.", DAY),
    )
    assert not conflicts(told)
    assert "agreed" in told.statuses("sign the wage agreement")


def test_a_plan_that_was_carried_out_is_an_update(tell: Tell) -> None:
    told = tell(
        ("President Orlin will sign the fishing treaty with Vask on Thursday.", DAY),
        ("President Orlin signed the fishing treaty with Vask on Thursday, and flew home.", LATER),
    )
    assert "update" in told.statuses("will sign", "signed")
    assert not conflicts(told)


def test_trading_halted_and_later_resumed_is_an_update(tell: Tell) -> None:
    told = tell(
        ("Trading in the shares of Aldor was halted on Tuesday. The board met.", DAY),
        ("Trading in the shares of Aldor resumed on Friday.", LATER),
    )
    assert "update" in told.statuses("halted", "resumed")


def test_staying_open_and_closure_of_one_plant_conflict(tell: Tell) -> None:
    told = tell(
        ("The minister said the plant at Brell would stay open. Rain fell.", DAY),
        ("The company's plan foresees the closure of the plant at Brell.", DAY),
    )
    assert [c.kind for c in conflicts(told)] == ["outcome"]


def test_buying_and_selling_are_two_sides_of_one_event(tell: Tell) -> None:
    told = tell(
        ("Norland bought forty tanks from Velmark last year.", DAY),
        ("Velmark sold forty tanks to Norland last year, officials said.", DAY),
    )
    assert not conflicts(told)


def test_a_person_missing_and_in_custody_all_along_conflicts(tell: Tell) -> None:
    told = tell(
        ("The pilot, Erik Holm, is missing after the crash.", DAY),
        ("Police said the pilot, Erik Holm, had been in custody since Sunday.", "2015-03-12"),
    )
    assert [c.rule for c in conflicts(told)] == ["states of a person"]


def test_a_missing_person_who_is_later_found_dead_is_an_update(tell: Tell) -> None:
    told = tell(
        ("The pilot, Erik Holm, is missing after the crash.", DAY),
        ("The pilot, Erik Holm, is dead, police said on Thursday.", LATER),
    )
    assert not conflicts(told)
    assert any(c.status == "update" for c in told.story.claims)


def test_calm_and_heavy_seas_conflict(tell: Tell) -> None:
    told = tell(
        ("The sea was calm when the trawler Una sank.", DAY),
        ("The trawler Una sank in heavy seas, the coastguard said.", DAY),
    )
    assert [c.kind for c in conflicts(told)] == ["outcome"]


def test_what_one_source_says_is_not_there_conflicts_with_its_finding(tell: Tell) -> None:
    told = tell(
        ("There are no banned dyes in Dorland's sweets, its health minister said.", DAY),
        ("Velmark's laboratory found banned dyes in sweets from Dorland on Monday.", DAY),
    )
    assert [c.rule for c in conflicts(told)] == ["said not to be there"]


def test_two_places_for_one_meeting_conflict(tell: Tell) -> None:
    told = tell(
        ("The two presidents will meet in Oslo on 20 March, an aide said.", DAY),
        ("The two presidents are to meet in Helsinki on 20 March, the palace announced.", DAY),
    )
    assert [c.kind for c in conflicts(told)] == ["place"]


def test_a_capital_by_its_country_is_the_same_place(tell: Tell) -> None:
    told = tell(
        ("The two presidents will meet in Oslo on 20 March, an aide said.", DAY),
        ("The two presidents will meet in the Norwegian capital on 20 March, the palace announced.", DAY),
    )
    assert not conflicts(told)
    assert any(c.kind == "place" and "Oslo" in c.why for c in told.story.claims if c.status == "compatible")


def test_two_reasons_for_one_ban_conflict_and_each_has_its_speaker(tell: Tell) -> None:
    told = tell(
        ("Velmark banned beef imports from Dorland on hygiene grounds, its farm minister said.", DAY),
        ("Velmark banned beef imports from Dorland because of a quarrel over fishing rights, diplomats said.", DAY),
    )
    (claim,) = [c for c in conflicts(told) if c.kind == "reason"]
    assert "diplomats" in claim.why
    assert {value.value for value in claim.values} == {"hygiene grounds", "a quarrel over fishing rights"}


def test_a_charge_made_right_after_a_measure_is_its_reason(tell: Tell) -> None:
    told = tell(
        (
            "Velmark banned beef imports from Dorland on Monday. "
            "Velmark claimed that Dorland's farmers were failing to vaccinate their herds.",
            DAY,
        ),
        ("Velmark banned beef imports from Dorland because of a quarrel over fishing rights, diplomats said.", DAY),
    )
    assert "reason" in {c.kind for c in conflicts(told)}


def test_one_reason_in_other_words_agrees(tell: Tell) -> None:
    told = tell(
        ("The launch was put off because of strong winds. A crowd waited.", DAY),
        ("Engineers postponed the launch because of high winds at the site.", DAY),
    )
    assert not conflicts(told)


def test_one_quotation_from_two_mouths_conflicts(tell: Tell) -> None:
    told = tell(
        ('"We will never sell this harbour to a foreign company," said mayor Anna Brandt. It rained.', DAY),
        ('"We will never sell this harbour to a foreign company," said the opposition leader Carl Dahl.', DAY),
    )
    assert [c.kind for c in conflicts(told)] == ["attribution"]


def test_a_list_in_another_order_is_the_same_list(tell: Tell) -> None:
    told = tell(
        ("The Baltic pact groups Estonia, Latvia, Lithuania and Poland.", DAY),
        ("The ministers of Poland, Lithuania, Latvia and Estonia, which form the Baltic pact, met on Monday.", DAY),
    )
    assert any(c.rule == "same list" and c.status == "agreed" for c in told.story.claims)


def test_a_refusal_for_the_future_does_not_deny_what_was(tell: Tell) -> None:
    told = tell(
        ("The rocket will not explode, Aldor's chief engineer said. A crowd waited at Brell.", DAY),
        ("A rocket exploded during a test at Aldor's site in Brell, its chief engineer said.", DAY),
    )
    assert not conflicts(told)


def test_ages_of_two_people_do_not_conflict(tell: Tell) -> None:
    told = tell(
        ("The 29-year-old singer posted photos with her cousin on Tuesday. Fans wrote back.", DAY),
        ("On Tuesday the singer posted photos of herself with her 21-year-old cousin.", DAY),
    )
    assert not conflicts(told)


def test_a_town_and_the_island_it_lies_on_do_not_conflict(tell: Tell) -> None:
    told = tell(
        ("The flight landed in Honolulu, Hawaii, on Sunday. Passengers cheered.", DAY),
        ("The flight from Auckland landed in Hawaii on Sunday.", DAY),
    )
    assert not conflicts(told)


def test_a_denial_and_an_allegation_by_two_people_do_not_conflict_as_words(tell: Tell) -> None:
    told = tell(
        ("The producer denied assault on Friday through a lawyer.", DAY),
        ("Her allegation of assault by the producer was printed on Friday.", DAY),
    )
    assert not conflicts(told)


def test_the_same_words_quoted_through_a_witness_are_no_conflict(tell: Tell) -> None:
    told = tell(
        ('Anna Brandt said Carl Dahl had told her: "Drive as fast as this old car will go." He was angry.', DAY),
        ('"Drive as fast as this old car will go," Carl Dahl said, according to Anna Brandt.', DAY),
    )
    assert not conflicts(told)
