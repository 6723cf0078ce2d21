"""Who did what to whom, construction by construction, on sentences made up for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Fact, Findings, Furniture

Analyse = Callable[..., Findings]
Case = tuple[str, str, dict[str, str]]


def facts_of(findings: Findings, lemma: str) -> list[Fact]:
    """The facts with this predicate; the test fails where there is none."""
    found = [fact for fact in findings.facts if fact.predicate.lemma == lemma]
    assert found, f"no fact {lemma!r} among {[fact.predicate.lemma for fact in findings.facts]}"
    return found


def roles_of(text: str, findings: Findings, lemma: str) -> set[tuple[str, str]]:
    return {(part.role, part.span.of(text)) for fact in facts_of(findings, lemma) for part in fact.arguments}


PASSIVES: list[Case] = [
    ("The report has been leaked to Der Spiegel.", "leak", {"patient": "The report", "recipient": "Der Spiegel"}),
    ("The minister was given a red card.", "give", {"recipient": "The minister", "patient": "a red card"}),
    ("He was told by doctors to rest.", "tell", {"recipient": "He", "agent": "doctors"}),
    ("The law, passed by parliament in May, bans smoking.", "pass", {"agent": "parliament", "patient": "The law"}),
    ("The law, passed by parliament in May, bans smoking.", "ban", {"agent": "The law", "patient": "smoking"}),
    ("The house was searched and sealed by the police.", "search", {"patient": "The house", "agent": "the police"}),
    ("The soldier was hit in the face by a stone.", "hit", {"patient": "The soldier", "agent": "a stone"}),
    ("A device called Sonar exploded.", "call", {"patient": "A device"}),
    ("Hit by sanctions, Iran cut subsidies.", "hit", {"patient": "Iran", "agent": "sanctions"}),
    ("Mayor arrested in bribery probe", "arrest", {"patient": "Mayor"}),
    ("Turkey has been accused by Athens of lying.", "lie", {}),
    ("The mayor had his house searched.", "search", {"patient": "his house"}),
    ("The letter, sealed in May and addressed to the auditor, was lost.", "address", {"patient": "The letter"}),
    ("Guests were given vouchers by the airline.", "give", {"agent": "the airline", "patient": "vouchers"}),
    ("Employees were told of the closure by email.", "tell", {"recipient": "Employees"}),
    ("Five people were left trapped inside the bus.", "trap", {"patient": "Five people"}),
    (
        "The EU cleared the takeover of Brent Air by its rival.",
        "takeover",
        {"patient": "Brent Air", "agent": "its rival"},
    ),
    ("The board gave the order to the American firm.", "give", {"patient": "the order", "agent": "The board"}),
    ("Clerk ordered to repay the town", "repay", {"agent": "Clerk", "patient": "the town"}),
    ("The firm was accused of bribing officials.", "bribe", {"agent": "The firm", "patient": "officials"}),
]

RELATIVES: list[Case] = [
    ("The judge whom Malta appointed resigned.", "appoint", {"agent": "Malta", "patient": "The judge"}),
    ("The village where the plane crashed is remote.", "crash", {"patient": "the plane", "place": "The village"}),
    ("The firm to which Peru sold the mine is Chinese.", "sell", {"patient": "the mine", "recipient": "The firm"}),
    ("The town that the rebels seized was empty.", "seize", {"agent": "the rebels", "patient": "The town"}),
    ("The town the rebels seized was empty.", "be empty", {"patient": "The town"}),
    ("The bank, which collapsed in 2008, was owned by Iceland.", "collapse", {"patient": "The bank", "time": "2008"}),
    ("A deal that unions want to be scrapped was signed.", "scrap", {"patient": "A deal"}),
    ("Civilians fleeing the rebels crossed the river.", "flee", {"agent": "Civilians", "patient": "the rebels"}),
    ("The ship, carrying 40 migrants, sank.", "carry", {"agent": "The ship", "patient": "40 migrants"}),
]

CONTROL: list[Case] = [
    ("The general persuaded the king to abdicate.", "abdicate", {"agent": "the king"}),
    ("The minister promised voters to cut taxes.", "cut", {"agent": "The minister", "patient": "taxes"}),
    ("Parliament is due to debate the bill.", "debate", {"agent": "Parliament", "patient": "the bill"}),
    ("Anders has sold 80 % of its shares.", "sell", {"agent": "Anders", "patient": "80 % of its shares"}),
    ("The rise in rents worries tenants.", "rise", {"patient": "rents"}),
    ("A conference in May was held in Oslo.", "hold", {"place": "Oslo"}),
    ("The case was heard in the High Court.", "hear", {"patient": "The case", "place": "the High Court"}),
    ("The storm is likely to hit Cuba.", "hit", {"agent": "The storm", "patient": "Cuba"}),
    ("Iran has the right to enrich uranium.", "enrich", {"agent": "Iran", "patient": "uranium"}),
    ("Rebels used the truce to rearm their troops.", "rearm", {"agent": "Rebels", "patient": "their troops"}),
    ("Our goal is to build a bridge.", "build", {"agent": "Our", "patient": "a bridge"}),
    ("The bridge is hard to reach.", "reach", {"patient": "The bridge"}),
    ("The storm caused a flight to return to Los Angeles.", "return", {"agent": "a flight", "place": "Los Angeles"}),
    ("The president's decision to dissolve parliament failed.", "dissolve", {"agent": "The president"}),
    ("Before leaving office, Obama pardoned 64 people.", "leave", {"agent": "Obama"}),
    ("The road was closed by police to protect the crowd.", "protect", {"agent": "police"}),
]

COORDINATION: list[Case] = [
    ("The police arrested and questioned two men.", "arrest", {"agent": "The police", "patient": "two men"}),
    ("France supported the plan and Italy opposed it.", "oppose", {"agent": "Italy", "patient": "it"}),
    ("Merkel flew to Paris and signed the treaty.", "sign", {"agent": "Merkel", "patient": "the treaty"}),
    ("Merkel flew to Paris and signed the treaty.", "fly", {"agent": "Merkel", "place": "Paris"}),
]

LIGHT_VERBS: list[Case] = [
    ("The board made a decision on Tuesday.", "decision", {"agent": "The board", "time": "Tuesday"}),
    ("The president paid a visit to Hanoi.", "visit", {"agent": "The president", "place": "Hanoi"}),
    ("The rebels launched an attack on the barracks.", "attack", {"agent": "The rebels", "patient": "the barracks"}),
    ("Turkey imposed a ban on Dutch flights.", "ban", {"agent": "Turkey", "patient": "Dutch flights"}),
    ("The ship suffered damage.", "damage", {"patient": "The ship"}),
    ("An investigation was launched by the ministry.", "investigation", {"agent": "the ministry"}),
    ("The firm has plans to close the mill.", "plan", {"agent": "The firm"}),
    ("Protesters staged a march through Minsk.", "stage", {"agent": "Protesters"}),
]

EVENT_NOUNS: list[Case] = [
    ("Apple's iPhone launch drew crowds.", "launch", {"agent": "Apple", "patient": "iPhone"}),
    ("Oil exports rose in May.", "export", {"patient": "Oil"}),
    ("The king's death was announced by the palace.", "death", {"patient": "The king"}),
    ("His arrest sparked protests.", "arrest", {"patient": "His"}),
    ("Navalny's arrest by police sparked protests.", "arrest", {"patient": "Navalny", "agent": "police"}),
    ("A police raid on the newspaper was condemned.", "raid", {"agent": "police", "patient": "the newspaper"}),
    ("Israeli air strikes on Gaza killed 12 people.", "strike", {"agent": "Israeli", "patient": "Gaza"}),
    ("Chile's sale of copper to China grew.", "sale", {"agent": "Chile", "patient": "copper", "recipient": "China"}),
    ("The invasion of Kuwait in 1990 led to war.", "invasion", {"patient": "Kuwait", "time": "1990"}),
    ("The discussion of the plan lasted hours.", "discussion", {"patient": "the plan"}),
    ("The visit of the pope moved thousands.", "visit", {"agent": "the pope"}),
    ("Pressure from Germany forced the bank to close.", "pressure", {"agent": "Germany"}),
    ("The election of a new pope took two days.", "election", {"patient": "a new pope"}),
    ("The widening of the canal will take years.", "widening", {"patient": "the canal"}),
]

RECEIVERS: list[Case] = [
    ("Russia supplied Syria with missiles.", "supply", {"recipient": "Syria", "patient": "missiles"}),
    ("The bank lent 3 million euros to the club.", "lend", {"recipient": "the club", "patient": "3 million euros"}),
    ("He fined the bank a billion euros.", "fine", {"patient": "the bank", "attribute": "a billion euros"}),
    ("The mayor ordered the demolition.", "order", {"patient": "the demolition"}),
    ("The village celebrated New Year's Day.", "celebrate", {"patient": "New Year's Day"}),
    ("A court jailed three editors in a hotel.", "jail", {"agent": "A court", "place": "a hotel"}),
]

APPOSITIONS: list[Case] = [
    ("Lukashenka, the president, left.", "president", {"patient": "Lukashenka", "attribute": "the president"}),
    ("The president, Ana Silva, left.", "president", {"patient": "Ana Silva", "attribute": "The president"}),
    ("Jens Berg, secretary general of the union, left.", "secretary general", {"patient": "Jens Berg"}),
    ("Goma, a city of two million, fell.", "city", {"patient": "Goma", "attribute": "a city of two million"}),
]

ALL = PASSIVES + RELATIVES + CONTROL + COORDINATION + LIGHT_VERBS + EVENT_NOUNS + RECEIVERS + APPOSITIONS


@pytest.mark.parametrize(("text", "lemma", "wanted"), ALL)
def test_each_construction_gives_its_roles(analyse: Analyse, text: str, lemma: str, wanted: dict[str, str]) -> None:
    assert set(wanted.items()) <= roles_of(text, analyse(text), lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "role", "words"),
    [
        ("The deal, which means jobs for Leeds, was signed.", "mean", "agent", "The deal"),
        ("The bridge is hard to reach.", "reach", "agent", "The bridge"),
        ("The road was closed to protect the crowd.", "protect", "agent", "The road"),
    ],
)
def test_a_role_is_not_guessed(analyse: Analyse, text: str, lemma: str, role: str, words: str) -> None:
    assert (role, words) not in roles_of(text, analyse(text), lemma)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Soldiers opened fire on the crowd.", "fire"),
        ("The work of the ministry is done in a day.", "day"),
        ("It re-established contact with Lagos.", "re"),
        ("General Motors (GM) cut jobs.", "gm"),
        ("The officer, 51, left.", "51"),
        ("The case is in the drawer.", "case"),
        ("The building of the ministry is old.", "building"),
    ],
)
def test_what_is_no_event_is_no_fact(analyse: Analyse, text: str, absent: str) -> None:
    assert absent not in [fact.predicate.lemma for fact in analyse(text).facts]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The mayor made a call to the palace.", "call"),
        ("The king fell asleep during the show.", "show"),
        ("The case against the editor collapsed.", "case"),
    ],
)
def test_a_noun_of_two_senses_is_an_event_where_the_sentence_shows_it(analyse: Analyse, text: str, lemma: str) -> None:
    assert facts_of(analyse(text), lemma)


@pytest.mark.parametrize("text", ["It’s open.", "It's open.", "They’re open."])
def test_a_contracted_copula_is_one(analyse: Analyse, text: str) -> None:
    assert facts_of(analyse(text), "be open")


@pytest.mark.parametrize(("text", "lemma"), [("The mayor hoped to win.", "hope"), ("Rebels staged a raid.", "stage")])
def test_a_short_verb_keeps_its_final_e(analyse: Analyse, text: str, lemma: str) -> None:
    assert facts_of(analyse(text), lemma)


def test_an_apposition_is_marked_as_a_noun_s_fact(analyse: Analyse) -> None:
    (fact,) = facts_of(analyse("Lukashenka, the president of Belarus, left."), "president")
    assert fact.rule == "noun-in-apposition"
    assert fact.span.of("Lukashenka, the president of Belarus, left.") == "Lukashenka, the president of Belarus"


def test_a_dateline_is_no_part_of_who_acts(analyse: Analyse) -> None:
    text = "WASHINGTON - United Airlines has cut flights."
    assert ("agent", "United Airlines") in roles_of(text, analyse(text), "cut")


def test_a_half_clause_is_no_part_of_a_phrase(analyse: Analyse) -> None:
    text = "The two girls barred from flying made a complaint."
    assert ("agent", "The two girls") in roles_of(text, analyse(text), "fly")


def test_a_clause_knows_its_core(analyse: Analyse) -> None:
    text = "Russia banned imports of milk, which angered Minsk, after talks failed."
    (fact,) = facts_of(analyse(text), "ban")
    assert fact.span.of(text) == text.rstrip(".")
    assert fact.core is not None
    assert fact.core.of(text) == "Russia banned imports of milk"


def test_a_headline_of_a_passive_has_its_patient(analyse: Analyse) -> None:
    headline = "Ten rebels killed near Goma"
    text = f"{headline}\n\nThe army confirmed it."
    findings = analyse(text, furniture=(Furniture(start=0, end=len(headline), kind="headline"),))
    assert ("patient", "Ten rebels") in roles_of(text, findings, "kill")
