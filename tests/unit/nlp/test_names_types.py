"""Whether a name is a person, a body, a place or a thing, and where it ends: news from all over the world."""

from __future__ import annotations

import pytest

from briefing.model import Findings
from tests.conftest import Analyse


def typed(findings: Findings) -> dict[str, str]:
    """Each form with its type."""
    return {form: entity.type for entity in findings.entities for form in entity.forms}


def together(findings: Findings, *forms: str) -> bool:
    """Whether these forms are one entity's."""
    return len({entity.id for form in forms for entity in findings.entities if form in entity.forms}) == 1


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Villagers from Ban Nong Dai fled when soldiers came.", "Ban Nong Dai", "GPE"),
        ("The rebels withdrew from a village called Tel Marun on Monday.", "Tel Marun", "GPE"),
        ("The clinic in Kembara ran out of fuel. Kembara schoolgirls stayed at home.", "Kembara", "GPE"),
        ("He was born in Zuwarin, Nigeria, and lives in Lagos.", "Zuwarin", "GPE"),
        ("The Merisha-based brewer cut its dividend.", "Merisha", "GPE"),
        ("Teraq Governor Mehdi Irani said that two people had died.", "Teraq", "GPE"),
        ("Shares in Belmirana fell 3 percent in early trade.", "Belmirana", "ORG"),
        ("The state utility Eletrosul raised its prices.", "Eletrosul", "ORG"),
        ("The newspapers Vestnik and Zarya reported the arrest.", "Vestnik", "ORG"),
        ("Kyiv-based Ukrneft said that it had paid.", "Ukrneft", "ORG"),
        ("Analysts at Golden Harbour Securities in Hong Kong were less sure.", "Golden Harbour Securities", "ORG"),
        ("Banco Meridional raised its rates, and Grupo Andino did not.", "Banco Meridional", "ORG"),
        ("Lashkar-e-Nur denied that it had done so.", "Lashkar-e-Nur", "ORG"),
        ("The Kuruatinga people were not asked.", "Kuruatinga", "NORP"),
        ("Tigrayan and Amhara farmers fled when Oromo fighters came.", "Amhara", "NORP"),
        ("A federal judge in the Amazonian state of Acre stopped the dam.", "Amazonian", "NORP"),
        ("Marines boarded the Saladin and freed the crew of the Gibe.", "Gibe", "PRODUCT"),
        ("The dhow, a vessel named Salaluddin, was towed to port.", "Salaluddin", "PRODUCT"),
        ("The Rodong-class missiles fell into the sea.", "Rodong", "PRODUCT"),
        ("Troops found seven AK-47s and a grenade.", "AK-47s", "PRODUCT"),
        ("Petro Halenko's party won the vote.", "Petro Halenko", "PERSON"),
        ("Diplomats met Bas van Loon in The Hague.", "Bas van Loon", "PERSON"),
        ("Odingo welcomed the move.", "Odingo", "PERSON"),
        ("Hamid Rahmani International Airport was closed.", "Hamid Rahmani International Airport", "FAC"),
        ("She spent 19 months in Kilinto prison.", "Kilinto prison", "FAC"),
        ("The wounded were taken to Prince Karim Hospital on Sunday.", "Prince Karim Hospital", "ORG"),
        ("He died in World War II.", "World War II", "EVENT"),
        ("Buxoro governor Anvar Toshev was dismissed.", "Buxoro", "GPE"),
        ("They were taken to Kumeshi, which is 15 kilometres from Banari.", "Kumeshi", "GPE"),
        ("The firm will build a plant near Joref Lasur.", "Joref Lasur", "GPE"),
        ("Nurses in Pader Kelak went on strike.", "Pader Kelak", "GPE"),
        ("The Anti-Graft Commission named Satya Novanti a suspect.", "Satya Novanti", "PERSON"),
        ("Nimbera lost 3-0 to Delta United on Sunday.", "Nimbera", "ORG"),
        ("Cobrelco, the Chilean copper producer, hired 40 people.", "Cobrelco", "ORG"),
        ("MTK Uganda said that it had paid.", "MTK Uganda", "ORG"),
        ("Safaribank Kenya cut its prices and hired 40 people.", "Safaribank Kenya", "ORG"),
        ("The war on the Korean peninsula never ended.", "Korean peninsula", "LOC"),
        ("The Group of 20 met in Osaka.", "Group of 20", "ORG"),
    ],
)
def test_what_stands_around_a_name_tells_its_type(analyse: Analyse, text: str, name: str, label: str) -> None:
    types = typed(analyse(text))
    assert types.get(name) == label, types


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The town of Dargan on Qeshm shook.", {"Dargan", "Qeshm"}),
        ("The villages of Zainab and Koohi were hit.", {"Zainab", "Koohi"}),
        ("Merkel and Sarkozy met.", {"Merkel", "Sarkozy"}),
        ("The Ministry of Health and Sport closed.", {"Ministry of Health and Sport"}),
        ("Trinidad and Tobago won.", {"Trinidad and Tobago"}),
        ("The Central Election and Referendum Commission met.", {"Central Election and Referendum Commission"}),
        ("Ursula von der Leyen spoke.", {"Ursula von der Leyen"}),
        ("He told the Folha do Norte newspaper.", {"Folha do Norte"}),
        ("Lawmaker Nimal Siripala de Silva quit.", {"Nimal Siripala de Silva"}),
        ("The prince, Turki al-Faisal, spoke.", {"Turki al-Faisal"}),
        ("Sana'a and N'Djamena are far from Côte d'Ivoire.", {"Sana'a", "N'Djamena", "Côte d'Ivoire"}),
        ("A Boeing 737-800 landed.", {"Boeing 737-800"}),
        ("Two MPs and several NGOs asked the IMF.", {"IMF"}),
        ("The Group of 20 met in Bali.", {"Group of 20", "Bali"}),
        ("The Congo Rebel Council (CRC) said no.", {"Congo Rebel Council", "CRC"}),
        ("The prosecutor, Ir. Budi Siregar, said no.", {"Budi Siregar"}),
    ],
)
def test_names_begin_and_end_where_they_do(analyse: Analyse, text: str, names: set[str]) -> None:
    assert set(typed(analyse(text))) == names


@pytest.mark.parametrize(
    ("text", "places", "credits"),
    [
        ("ADDIS ABABA, Feb 9 (Abay Newswire) - A court freed him.", ["ADDIS ABABA"], ["Abay Newswire"]),
        ("SEOUL/TOKYO, Aug 30 (Kyodo) - The talks failed.", ["SEOUL", "TOKYO"], ["Kyodo"]),
        ("TEMPE, Ariz. -- Police arrested a man.", ["TEMPE", "Ariz."], []),
        ("N'DJAMENA, March 3 - Farmers fled.", ["N'DJAMENA"], []),
        ("PORT MORESBY (Sago Wire) -- A ship sank.", ["PORT MORESBY"], ["Sago Wire"]),
    ],
)
def test_datelines_name_places_and_agencies(analyse: Analyse, text: str, places: list[str], credits: list[str]) -> None:
    types = typed(analyse(text))
    assert {name: types.get(name) for name in places} == dict.fromkeys(places, "GPE")
    assert {name: types.get(name) for name in credits} == dict.fromkeys(credits, "ORG")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "The Kurdistan Workers' Party, known by its Kurdish initials PKK, stopped. The PKK has fought long.",
            ("Kurdistan Workers' Party", "PKK"),
        ),
        ("The ELN (National Liberation Army) freed a man. The ELN has more.", ("National Liberation Army", "ELN")),
        ("The KPA said no. KPA stands for the Korean People's Army.", ("KPA", "Korean People's Army")),
        ("North Korea fired a missile. The leader of the North watched.", ("North Korea", "North")),
        ("President Joko Widodo, known as Jokowi, smiled.", ("Joko Widodo", "Jokowi")),
    ],
)
def test_other_names_given_in_the_text_are_known_again(analyse: Analyse, text: str, forms: tuple[str, ...]) -> None:
    findings = analyse(text)
    assert set(forms) <= set(typed(findings))
    assert together(findings, *forms)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("A warship sailed through the Gulf of Aden. It docked in Aden on Monday.", "Gulf of Aden", "Aden"),
        ("Henry Ford founded Ford Motor Co. in Detroit. Ford shares fell on Monday.", "Henry Ford", "Ford"),
        ("North Sudan and South Sudan signed. The Sudan question is open.", "North Sudan", "South Sudan"),
        ("Robert Orlov and his wife, Elena Orlova, sued.", "Robert Orlov", "Elena Orlova"),
        ("John Hale Airport was closed. John Hale was there.", "John Hale Airport", "John Hale"),
    ],
)
def test_what_only_shares_a_word_is_not_one(analyse: Analyse, text: str, one: str, other: str) -> None:
    findings = analyse(text)
    assert {one, other} <= set(typed(findings))
    assert not together(findings, one, other)


def test_a_city_and_the_man_called_so_stay_two(analyse: Analyse) -> None:
    text = "Washington said it would pay. Denzel Washington, the actor, praised it. Washington lives in Los Angeles."
    findings = analyse(text)
    who = {mention.start: mention.entity for mention in findings.mentions}
    actor = who[text.index("Denzel")]
    assert who[text.index("Washington lives")] == actor
    assert who[0] != actor
    assert {entity.id: entity.type for entity in findings.entities}[who[0]] == "GPE"


def test_another_name_that_is_no_acronym_is_not_called_one(analyse: Analyse) -> None:
    findings = analyse("President Joko Widodo, known as Jokowi, met the Water Council (WC).")
    forms = {mention.rule: mention.form for mention in findings.mentions}
    assert forms["other name defined in the text"] == "short"
    assert forms["acronym defined in the text"] == "acronym"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zanu-PF spokesman Chris Moyo denied it.", {"Zanu-PF", "Chris Moyo"}),
        ("The convoy left Abuja for Germany on Monday.", {"Abuja", "Germany"}),
        ("Asante Kotoru beat Hearts of Elm 2-1 in Kumasi.", {"Asante Kotoru", "Hearts of Elm", "Kumasi"}),
        (
            "Akil Japarov, head of the Cabinet of Ministers, flew to Osh.",
            {"Akil Japarov", "Cabinet of Ministers", "Osh"},
        ),
        ("The UN Syria envoy met officials in Geneva.", {"UN", "Syria", "Geneva"}),
    ],
)
def test_a_name_is_found_whole_and_apart_from_the_next(analyse: Analyse, text: str, names: set[str]) -> None:
    assert set(typed(analyse(text))) == names
