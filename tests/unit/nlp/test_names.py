"""What a reader sees of names: who is who in one article."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest

from briefing.model import Entity, Findings, Furniture
from tests.conftest import Analyse


def named(findings: Findings, form: str) -> Entity:
    """The one entity that has this form."""
    found = [entity for entity in findings.entities if form in entity.forms]
    assert len(found) == 1, f"{form}: {[entity.name for entity in found]}"
    return found[0]


def meant(findings: Findings, text: str, words: str, nth: int = 0) -> str | None:
    """Name of the entity that the nth occurrence of ``words`` refers to; None where it is no mention."""
    at = [match.start() for match in re.finditer(rf"\b{words}\b", text)][nth]
    ids = [mention.entity for mention in findings.mentions if (mention.start, mention.end) == (at, at + len(words))]
    return next((entity.name for entity in findings.entities if entity.id in ids), None)


def test_a_surname_means_the_person_named_in_full(analyse: Analyse) -> None:
    findings = analyse(
        "Finance Minister Olga Stepanova resigned on Monday. Stepanova gave no reason, Ms Stepanova's aide said."
    )
    person = named(findings, "Stepanova")
    assert person.name == "Olga Stepanova"
    assert person.type == "PERSON"
    assert person.gender == "f"
    assert person.roles[0] == "Finance Minister"


def test_titles_and_possessive_endings_are_no_part_of_a_name(analyse: Analyse) -> None:
    text = "Mr Lukanov met President Ivan Lukanov's brother, Sir Peter Hale."
    findings = analyse(text)
    assert {entity.name for entity in findings.entities if entity.type == "PERSON"} == {"Ivan Lukanov", "Peter Hale"}
    assert meant(findings, text, "Lukanov") == "Ivan Lukanov"


def test_two_people_of_one_surname_stay_two(analyse: Analyse) -> None:
    text = (
        "Rustam Karimov, the trade minister, opened the fair in Osh. Karimov praised the growers.\n\n"
        "Davron Karimov, a customs officer, closed the road. Karimov blamed the snow."
    )
    findings = analyse(text)
    assert meant(findings, text, "Karimov", 1) == "Rustam Karimov"
    assert meant(findings, text, "Karimov", 3) == "Davron Karimov"


def test_a_surname_of_two_named_in_one_breath_is_left_open(analyse: Analyse) -> None:
    text = "Rustam Karimov and Davron Karimov met in Osh. Karimov then left for the airport."
    findings = analyse(text)
    assert meant(findings, text, "Karimov", 2) not in {"Rustam Karimov", "Davron Karimov"}


def test_mrs_does_not_mean_the_husband(analyse: Analyse) -> None:
    text = "Robert Orlov won the seat. Mrs Orlov, who ran the campaign, thanked the voters."
    assert meant(analyse(text), text, "Orlov", 1) != "Robert Orlov"


def test_an_acronym_means_the_body_it_was_defined_for(analyse: Analyse) -> None:
    text = (
        "The Central Asian Water Commission (CAWC) met in Almaty. The Cawc has five members; CAWC rules bind them all."
    )
    body = named(analyse(text), "CAWC")
    assert body.name == "Central Asian Water Commission"
    assert body.type == "ORG"
    assert "Cawc" in body.forms


def test_us_and_the_united_states_are_one(analyse: Analyse) -> None:
    findings = analyse("The United States sent a team. The U.S. team left, and the US paid for it.")
    assert named(findings, "U.S.") == named(findings, "United States") == named(findings, "US")


def test_a_country_its_people_and_its_capital_are_three(analyse: Analyse) -> None:
    findings = analyse(
        "Belarus banned the film. Belarusian censors disliked it. Minsk gave no reason. Belarusians laughed."
    )
    assert named(findings, "Belarus").type == "GPE"
    assert named(findings, "Minsk").type == "GPE"
    assert named(findings, "Belarusian").type == "NORP"
    assert named(findings, "Belarusian") == named(findings, "Belarusians")
    assert len({named(findings, form).id for form in ("Belarus", "Minsk", "Belarusian")}) == 3


def test_a_company_goes_by_its_first_word_and_its_subsidiary_does_not(analyse: Analyse) -> None:
    text = (
        "Brewer Harlan Foods Plc cut its dividend on Friday. Harlan shares fell 3 percent. "
        "Harlan Logistics, a haulier that it owns, was not affected, Harlan said."
    )
    findings = analyse(text)
    assert named(findings, "Harlan").name == "Harlan Foods Plc"
    assert named(findings, "Harlan Logistics") != named(findings, "Harlan")


def test_a_family_trust_is_not_the_company_of_that_name(analyse: Analyse) -> None:
    findings = analyse(
        "Harlan Foods Plc cut its dividend. Harlan shares fell. The Harlan family trust owns a fifth of them."
    )
    assert named(findings, "Harlan family trust") != named(findings, "Harlan")


@pytest.mark.parametrize("head", ["family", "estate", "foundation", "Foundation", "trust"])
def test_what_is_called_after_a_company_is_another_thing(analyse: Analyse, head: str) -> None:
    findings = analyse(f"The Harlan {head} sold its shares on Friday. Harlan Foods Plc said Harlan would go on.")
    assert named(findings, "Harlan").name == "Harlan Foods Plc"
    assert named(findings, f"Harlan {head}") != named(findings, "Harlan")


def test_ministries_of_two_nations_stay_two(analyse: Analyse) -> None:
    text = (
        "Armenia's Foreign Ministry protested. Georgia's Foreign Ministry rejected the protest. "
        "The Foreign Ministry of Armenia then recalled its envoy."
    )
    findings = analyse(text)
    starts = [text.index("Foreign Ministry"), text.index("Foreign Ministry", 40), text.index("Foreign Ministry of")]
    ids = [mention.entity for start in starts for mention in findings.mentions if mention.start == start]
    assert ids[0] == ids[2] != ids[1]
    nations = {entity.id: entity.roles[0] for entity in findings.entities if "Foreign Ministry" in entity.forms}
    assert nations == {ids[0]: "of Armenia", ids[1]: "of Georgia"}


def test_an_agency_with_a_stroke_in_its_name_is_one(analyse: Analyse) -> None:
    text = "Officials told RFE/RL's Kazakh Service that RFE/RL was banned."
    assert named(analyse(text), "RFE/RL").forms == ("RFE/RL",)


def test_he_after_another_mans_sentence_is_the_man_just_named(analyse: Analyse) -> None:
    text = (
        'Foreign Minister Sergei Lanov said: "We are surprised."\n\n'
        "The bank froze the loan in May, prompting an angry letter by Mr Pavel Orlov. He said the bank broke its word."
    )
    assert meant(analyse(text), text, "He") == "Pavel Orlov"


def test_a_parenthetic_he_added_is_not_the_man_spoken_of(analyse: Analyse) -> None:
    text = 'Hogan Gidley chairs the club. "The voters are furious," Mr Gidley said. Mr Trump fits that bill, he added.'
    assert meant(analyse(text), text, "he") != "Trump"


def test_a_number_tells_ships_apart(analyse: Analyse) -> None:
    findings = analyse(
        "The ferry Lady Grace sank off Lamu. Its sister ship, the Lady Grace II, picked up the survivors."
    )
    assert named(findings, "Lady Grace") != named(findings, "Lady Grace II")


def test_a_city_in_capitals_in_the_dateline_is_the_city(analyse: Analyse) -> None:
    findings = analyse("KHUJAND, March 3 (Interfax) - Farmers blocked the road to Khujand on Monday.")
    assert named(findings, "KHUJAND").type == "GPE"
    assert named(findings, "KHUJAND").name == "Khujand"


def test_what_a_thing_is_called_beside_its_name_settles_its_type(analyse: Analyse) -> None:
    findings = analyse(
        "The ferry Zarunto went down near the island of Belpari. Zarunto had left the port of Kintano at dawn."
    )
    assert named(findings, "Zarunto").type == "PRODUCT"
    assert named(findings, "Belpari").type in ("LOC", "GPE")
    assert named(findings, "Kintano").type == "GPE"


def test_page_furniture_names_nobody(analyse: Analyse) -> None:
    text = "Accessibility links\n\nMore from Angela Merkel\n\nParliament in Oslo met on Monday. Erik Solheim spoke."
    end = text.index("\n\nParl")
    findings = analyse(text, furniture=(Furniture(start=0, end=end, kind="navigation"),))
    assert {entity.name for entity in findings.entities} >= {"Oslo", "Erik Solheim"}
    assert all(mention.start > end for mention in findings.mentions)


def test_a_headline_in_title_case_invents_nobody(analyse: Analyse) -> None:
    text = (
        "Angry Farmers Block Road As Karimov Visits\n\nFarmers blocked a road when President Islam Karimov came to Osh."
    )
    findings = analyse(text, furniture=(Furniture(start=0, end=text.index("\n"), kind="headline"),))
    assert {entity.name for entity in findings.entities} == {"Islam Karimov", "Osh"}
    assert meant(findings, text, "Karimov") == "Islam Karimov"


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Sergei Ivanov said he was ill.", "he"),
        ("Sergei Ivanov told Pavel Orlov that his own bus was late.", "his"),
        ("Sergei Ivanov, whose bus was late, took a taxi.", "whose"),
        ("Sergei Ivanov, who was late, apologised.", "who"),
    ],
)
def test_pronouns_follow_the_name_that_governs_them(analyse: Analyse, text: str, pronoun: str) -> None:
    assert meant(analyse(text), text, pronoun) == "Sergei Ivanov"


def test_she_is_the_woman_and_he_the_man(analyse: Analyse) -> None:
    text = "Maria Petrova met John Smith in Vienna. She was early. He was late."
    findings = analyse(text)
    assert meant(findings, text, "She") == "Maria Petrova"
    assert meant(findings, text, "He") == "John Smith"


def test_he_after_two_men_alike_is_left_open(analyse: Analyse) -> None:
    text = "John Smith and Peter Brown met in Vienna. He was late."
    assert meant(analyse(text), text, "He") is None


def test_he_in_a_quotation_is_not_its_speaker(analyse: Analyse) -> None:
    text = 'Ivan Lukanov lost the vote. "No way to run a city," Stuart Stevens said. "Today he takes congratulations."'
    assert meant(analyse(text), text, "he") != "Stuart Stevens"


def test_one_person_is_not_both_he_and_she(analyse: Analyse) -> None:
    text = "Lindqvist opened the meeting. She thanked the staff. He closed the door."
    findings = analyse(text)
    assert None in (meant(findings, text, "She"), meant(findings, text, "He"))


def test_he_in_a_clause_about_somebody_unnamed_is_left_open(analyse: Analyse) -> None:
    text = "Peter Brown refused to pay an architect who said he was cheated."
    assert meant(analyse(text), text, "he") is None


def test_a_dateline_is_not_what_it_means(analyse: Analyse) -> None:
    text = "HEMPSTEAD, N.Y. - If it worked against one rival, it may work against another."
    assert meant(analyse(text), text, "it") is None


def test_i_inside_a_quotation_is_nobody(analyse: Analyse) -> None:
    text = 'John Smith said: "I will not go, and my party will not go."'
    assert meant(analyse(text), text, "I") is None


def test_its_follows_the_body_that_acts(analyse: Analyse) -> None:
    text = "Belarus announced that it would cancel its visit."
    findings = analyse(text)
    assert meant(findings, text, "it") == "Belarus"
    assert meant(findings, text, "its") == "Belarus"


def test_it_that_means_nothing_is_nobody(analyse: Analyse) -> None:
    text = "Belarus left the talks. It was not possible to agree, diplomats said."
    assert meant(analyse(text), text, "It") is None


def test_the_minister_is_the_one_minister_and_the_ministry_the_one_ministry(analyse: Analyse) -> None:
    text = (
        "Norway's Transport Ministry closed the bridge. Transport Minister Kari Nes had asked for it. "
        "The minister spoke in Bergen, the ministry said."
    )
    findings = analyse(text)
    assert meant(findings, text, "minister") == "Kari Nes"
    assert meant(findings, text, "ministry") == "Transport Ministry"


def test_the_president_is_not_the_vice_president(analyse: Analyse) -> None:
    text = "President Ana Ruiz met Vice President Leo Prat. The president left first."
    assert meant(analyse(text), text, "president") == "Ana Ruiz"


def test_every_mention_has_a_rule_and_an_entity(analyse: Analyse, seeds: Any) -> None:
    for path in sorted(seeds.glob("*.txt")):
        findings = analyse(path.read_text("utf-8"))
        ids = {entity.id for entity in findings.entities}
        assert all(mention.rule and mention.entity in ids for mention in findings.mentions)
        assert len({mention.id for mention in findings.mentions}) == len(findings.mentions)
        assert all(entity.name in entity.forms for entity in findings.entities)


def test_mentions_by_name_never_overlap(analyse: Analyse, seeds: Any) -> None:
    for path in sorted(seeds.glob("*.txt")):
        mentions = analyse(path.read_text("utf-8")).mentions
        assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))


def test_ranks_are_roles_and_end_no_name_or_sentence(analyse: Analyse) -> None:
    findings = analyse(
        "The convoy of Capt. Mira Holt met Adj. Sr. Comr. Lukas Sambara. Supt. Lena Roe watched them from the bridge."
    )
    assert [(entity.name, entity.type, entity.roles) for entity in findings.entities] == [
        ("Mira Holt", "PERSON", ("Capt.",)),
        ("Lukas Sambara", "PERSON", ("Adj. Sr. Comr.",)),
        ("Lena Roe", "PERSON", ("Supt.",)),
    ]
    assert len(findings.sentences) == 2


@pytest.mark.parametrize(
    "name", ["Kim Jong-un", "Moon Jae-in", "Park Geun-hye", "Tsai Ing-wen", "Marie-Louise Ravn-Holt"]
)
def test_a_name_goes_on_behind_its_hyphen(analyse: Analyse, name: str) -> None:
    findings = analyse(f"President {name} flew to Osh on Monday. {name}'s deputy stayed, and {name} thanked him.")
    assert named(findings, name).forms == (name,)
    assert named(findings, name).type == "PERSON"


def test_the_second_half_of_a_double_name_means_its_bearer(analyse: Analyse) -> None:
    text = "Marie-Louise Ravn-Holt resigned. Ravn-Holt gave no reason."
    assert meant(analyse(text), text, "Ravn-Holt", 1) == "Marie-Louise Ravn-Holt"


def test_what_a_hyphen_joins_to_a_name_is_no_part_of_it(analyse: Analyse) -> None:
    findings = analyse(
        "A Donald Trump-led group and the Angela Merkel-era law failed. The Obama-Romney debate was dull."
    )
    assert {"Donald Trump", "Angela Merkel", "Obama", "Romney"} <= {entity.name for entity in findings.entities}


def test_two_names_of_a_broadcaster_joined_by_a_slash_are_one(analyse: Analyse) -> None:
    findings = analyse("He told RFE/RL that it was late. RFE/RL's Tajik Service asked why.")
    assert [entity.name for entity in findings.entities if "R" in entity.name] == ["RFE/RL"]


def test_a_dateline_is_no_part_of_the_name_behind_its_dash(analyse: Analyse) -> None:
    findings = analyse("SAN JOSE - Cisco said on Monday that it would buy Linksys. Cisco has cash.")
    assert named(findings, "SAN JOSE").type == "GPE"
    assert named(findings, "Cisco").type == "ORG"


def test_units_are_no_part_of_a_name(analyse: Analyse) -> None:
    findings = analyse("The 30 GB iPod and the 3G iPhone cost less. It comes in two sizes, a 2GB and a 4GB.")
    assert {entity.name for entity in findings.entities} == {"iPod", "iPhone"}


def test_a_spokeswoman_for_a_firm_is_no_firm(analyse: Analyse) -> None:
    person = named(analyse("A spokeswoman for the firm, Ida Lund, said that the talks were over."), "Ida Lund")
    assert (person.type, person.roles, person.gender) == ("PERSON", ("spokeswoman for the firm",), "f")


@pytest.mark.parametrize(
    ("role", "name"), [("Minister of Digital Affairs", "D. Sarantuya"), ("Deputy Mayor of Osh", "Aida Nurova")]
)
def test_an_office_before_a_comma_is_a_role(analyse: Analyse, role: str, name: str) -> None:
    person = named(analyse(f"The {role}, {name}, said that the law would pass."), name)
    assert (person.type, person.roles) == ("PERSON", (role,))


def test_an_operator_named_behind_a_comma_stays_a_company(analyse: Analyse) -> None:
    findings = analyse(
        "Samudra Jaya Lines raised its fares. The ferry's operator, Samudra Jaya Lines, said so on Monday."
    )
    assert named(findings, "Samudra Jaya Lines").type == "ORG"


@pytest.mark.parametrize("text", ["Sadikova resigned on Monday. The council said Sadikova had lied.", "Holtby smiled."])
def test_a_bare_surname_that_does_what_people_do_is_a_person(analyse: Analyse, text: str) -> None:
    assert named(analyse(text), text.split()[0]).type == "PERSON"


def test_a_surname_that_hundreds_bear_means_none_of_them(nlp: Any) -> None:
    from briefing.nlp.names.referents import CROWD, Directory, Evidence
    from briefing.nlp.names.votes import Votes

    keys = [(f"given{number}", "karimov") for number in range(CROWD + 1)]
    directory = Directory(Evidence(nlp.make_doc(""), [], {key: Votes() for key in keys}, {key: [] for key in keys}))
    for key in keys[:-1]:
        directory.new(key, "PERSON")
    assert len(directory.sharing(("karimov",))) == CROWD
    directory.new(keys[-1], "PERSON")
    assert directory.sharing(("karimov",)) == []
    assert len(directory.sharing(("given7", "karimov"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "After the Senate refused, the White House may use some of the US$700 billion for banks.",
        "Chrysler has asked the government for an additional US$5 billion in aid.",
        "The envoy says that the yard was paid NZ$3m and HK$ 40 million.",
    ],
)
def test_the_sign_of_a_currency_is_no_name(analyse: Analyse, text: str) -> None:
    assert not any("$" in entity.name for entity in analyse(text).entities)
