"""Who did what is done once, by each of two reports; all news here is invented."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

_A = "Reporters were at the place on Monday morning. "
_B = "The day began with rain over the whole valley. "


def _conflicts(tell: Tell, first: str, second: str) -> set[str]:
    told = tell((_A + first, "2015-03-10"), (_B + second, "2015-03-10"))
    return {claim.rule for claim in told.story.claims if claim.status == "conflict" and claim.kind == "name"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge was built by Kestrel Engineering.", "Norlund Group built the bridge in two years."),
        ("The report was written by Hanna Orlov.", "Peter Blaskin wrote the report, officials said."),
        ("The hearing was chaired by Judge Martin Kovac.", "Judge Elena Sorensen chaired the hearing."),
        ("The tower was designed by Arvo Lindqvist.", "Maria Santos designed the tower."),
    ],
)
def test_two_doers_of_one_deed_conflict(tell: Tell, first: str, second: str) -> None:
    assert "one deed, two doers" in _conflicts(tell, first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge was built by Kestrel Engineering.", "Norlund Group built the station."),
        ("The bridge was built by Kestrel Engineering.", "Kestrel built the bridge in two years."),
        ("Hanna Orlov wrote a report on the mine.", "Peter Blaskin wrote a report on the fire."),
        ("The hearing in Lomar was chaired by Martin Kovac.", "Elena Sorensen chaired the hearing in Brask."),
        ("The report was written by Hanna Orlov.", "The report was not written by Peter Blaskin."),
    ],
)
def test_other_deeds_do_not(tell: Tell, first: str, second: str) -> None:
    assert "one deed, two doers" not in _conflicts(tell, first, second)


def _blames(tell: Tell, first: str, second: str) -> set[str]:
    told = tell((first, "2015-03-10"), (second, "2015-03-11"))
    return {c.rule for c in told.story.claims if c.status == "conflict" and c.kind in ("name", "attribution")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Gunmen attacked a convoy near Marun on Monday, killing three. The army blamed the attack on the Islamist "
            "group Boko Fida.",
            "Three drivers died in an ambush near Marun. It was carried out by cattle thieves, the governor said.",
        ),
        (
            "The politician Samir Haddad was beaten by his own bodyguards, police said on Thursday.",
            "Samir Haddad lies in hospital. Policemen beat him, his wife says, in front of his children.",
        ),
        (
            "Two engineers were seized at Tamal in May. The army blamed the abduction on Katiba Nur, a rebel group.",
            "The engineers had been taken by highway robbers, and not by rebels, the governor of Tamal affirmed.",
        ),
        (
            "The Swedish firm Ostra Verft built the ferry Linnea, which sank on Friday, the maritime agency said.",
            "The ferry Linnea was built by the Polish yard Stocznia Wisla, according to her owner.",
        ),
    ],
)
def test_two_sorts_of_people_blamed_for_one_deed_conflict(tell: Tell, first: str, second: str) -> None:
    assert _blames(tell, first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Militants attacked a police post at Quelta on Saturday. The Bal Front claimed responsibility.",
            "Four policemen were killed at Quelta. Gunmen on motorcycles had attacked their post.",
        ),
        (
            "The man was detained by soldiers on Friday.",
            "The schoolgirls, whom rebels had captured in May, are free. A man of 40 was detained.",
        ),
        ("Robbers attacked a bank in Lomar.", "Rebels attacked a barracks in Brask."),
    ],
)
def test_vague_doers_and_other_deeds_do_not(tell: Tell, first: str, second: str) -> None:
    assert not _blames(tell, first, second)
