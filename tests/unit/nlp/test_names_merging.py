"""Who is made one and who stays two: what names share is no proof, and what they do not share no hindrance."""

from __future__ import annotations

import re

import pytest

from briefing.model import Findings
from tests.conftest import Analyse


def meant(findings: Findings, text: str, form: str) -> set[str]:
    """Entities of the mentions at each place where the form stands; ``X#2`` is its second place alone."""
    word, _, nth = form.partition("#")
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    assert places, f"{word} is not in the text"
    at = places[int(nth or 1) - 1]
    return {mention.entity for mention in findings.mentions if mention.start <= at < mention.end}


APART = [
    (
        "The Nordhavn Astrid is due in Brask, its owner, Nordhavn Lines, said. A Nordhavn manager confirmed it.",
        "Nordhavn Astrid",
        "Nordhavn#3",
    ),
    (
        "The Baltis Grace ran aground on Sunday. Baltis, which owns nine tankers, was silent.",
        "Baltis Grace",
        "Baltis#2",
    ),
    ("Residents left the Halvard Heights. Halvard, the developer, denied it.", "Halvard Heights", "Halvard#2"),
    ("Paul H. W. Marsh died on Friday. His son, Paul W. Marsh, was there.", "Paul H. W. Marsh", "Paul W. Marsh"),
    ("John D. Marsh sued the firm. John P. Marsh, a partner, defended it.", "John D. Marsh", "John P. Marsh"),
    ("Alan Marsh Sr. sold the mill. Alan Marsh Jr. bought it back.", "Alan Marsh", "Alan Marsh#2"),
    ("Mr. Harlow said they would appeal. Mrs. Harlow was silent.", "Harlow", "Harlow#2"),
    ("Samir Hadidi invaded in 1990. King Hadidi of Jordan called for calm.", "Hadidi", "Hadidi#2"),
    (
        "Tariq Abdel-Nur, a blogger, was jailed. President Abdel-Nur el-Sharif denied it.",
        "Tariq",
        "Abdel-Nur el-Sharif",
    ),
    ("Tedros Lemlem left for Geneva. Lemlem Gebre, a farmer, said he was proud.", "Tedros Lemlem", "Lemlem#2"),
    ("Rosa James left the board. James Whitfield takes her place.", "Rosa James", "James Whitfield"),
    ("Li Keming spoke first. Li Qiang, a party chief, listened.", "Li Keming", "Li Qiang"),
    ("Sudan recalled its envoy. South Sudan denied that it backed the rebels.", "Sudan", "South Sudan"),
    (
        "The Democratic Republic of Congo blamed the rebels. The Republic of Congo took in refugees.",
        "Democratic Republic of Congo",
        "Republic of Congo#2",
    ),
    (
        "The Republic of China is a name for Taiwan. The People's Republic of China claims it.",
        "Republic of China",
        "People's Republic of China",
    ),
    ("The National Party lost seats. The New National Party gained two.", "National Party", "New National Party"),
    (
        "The Supreme Court of Kenya upheld the vote. The Supreme Court of Ghana did not.",
        "Supreme Court",
        "Supreme Court#2",
    ),
    ("Kenya's Supreme Court let it stand. Ghana's Supreme Court did not.", "Supreme Court", "Supreme Court#2"),
    ("The Bank of England held rates. The Bank of Scotland cut jobs.", "Bank of England", "Bank of Scotland"),
    ("The University of Nairobi closed. Nairobi was calm by noon.", "University of Nairobi", "Nairobi#2"),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_names_alike_stay_two(analyse: Analyse, text: str, one: str, other: str) -> None:
    findings = analyse(text)
    first, second = meant(findings, text, one), meant(findings, text, other)
    assert first
    assert second
    assert not first & second


ONE = [
    ("J.R. Moss bought the mill. John Robert Moss had owned a brewery.", "J.R. Moss", "John Robert Moss"),
    ("Jim Harlow resigned. James Harlow had served for two years.", "Jim Harlow", "James Harlow"),
    ("Bill Marsh took the oath. William Marsh leaves in May.", "Bill Marsh", "William Marsh"),
    ("Anna May flew to Brussels on Monday. May said the deal was close.", "Anna May", "May#2"),
    ("Ms. Harlow left the house. Mrs. Harlow told police so.", "Harlow", "Harlow#2"),
    ("Daw Aung Mya Lwin left the house. Ms. Mya Lwin smiled.", "Mya Lwin", "Mya Lwin#2"),
    ("Kenya's Supreme Court ruled. The Supreme Court gave no reasons.", "Supreme Court", "Supreme Court#2"),
    ("The Republic of Congo voted on Sunday. Congo has oil.", "Republic of Congo", "Congo#2"),
    ("Prince Karim opened the bridge. Karim cut the ribbon.", "Karim", "Karim#2"),
    ("The poet Samir Hadid (سمير حديد) was born in 1941.", "Samir Hadid", "سمير"),
    ("The writer Liu Xiaoming (刘晓明) died. Liu was 61.", "Liu Xiaoming", "Liu#2"),
]


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_forms_of_a_name_come_together(analyse: Analyse, text: str, one: str, other: str) -> None:
    findings = analyse(text)
    first = meant(findings, text, one)
    assert first
    assert first == meant(findings, text, other)


def test_a_month_is_nobody(analyse: Analyse) -> None:
    findings = analyse("Anna May resigned on May 4. In May the vote was lost, and the party met in late May.")
    assert [entity.forms for entity in findings.entities if entity.type == "PERSON"] == [("Anna May",)]


def test_a_name_is_called_by_its_latin_letters(analyse: Analyse) -> None:
    findings = analyse("Xu Mingzhe (徐明哲 许明哲) met Cai Ruo (蔡若) in Beijing on Friday.")
    assert {"Xu Mingzhe", "Cai Ruo"} <= {entity.name for entity in findings.entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Model Christa Teagan posted a picture on Monday.", "Christa Teagan"),
        ("Goalkeeper Ndidi Achembe saved a penalty.", "Ndidi Achembe"),
        ("Farmer Lokesh Patil sold his cows.", "Lokesh Patil"),
        ("Sumitra Devi, housewife, lost her home in the flood.", "Sumitra Devi"),
    ],
)
def test_a_calling_beside_a_name_makes_it_a_person(analyse: Analyse, text: str, name: str) -> None:
    assert ("PERSON", name) in {(entity.type, entity.name) for entity in analyse(text).entities}


def test_teams_keep_their_names_in_results(analyse: Analyse) -> None:
    found = {entity.name: entity.type for entity in analyse("Lakers 101, Celtics 99.").entities}
    assert found == {"Lakers": "ORG", "Celtics": "ORG"}


def test_a_transcript_names_its_speakers_and_not_their_parts(analyse: Analyse) -> None:
    text = "HOST: Good evening and welcome.\nKENDRICK: Thank you.\nHOST: When did you leave Nairobi?\n"
    found = {entity.name: entity.type for entity in analyse(text).entities}
    assert found == {"KENDRICK": "PERSON", "Nairobi": "GPE"}


def test_one_place_in_capitals_before_a_colon_is_a_dateline(analyse: Analyse) -> None:
    found = {entity.name: entity.type for entity in analyse("NAIROBI: The minister resigned.\nHe left.").entities}
    assert found == {"NAIROBI": "GPE"}
