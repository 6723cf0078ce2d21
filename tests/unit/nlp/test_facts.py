"""Who did what: predicates, participants, and the spans a reader is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefing.model import Fact, Findings, Furniture
from briefing.nlp.facts.lexicon import lexicon

Analyse = Callable[..., Findings]


def fact_of(findings: Findings, lemma: str) -> Fact:
    """The first fact with this predicate; the test fails where there is none."""
    found = [fact for fact in findings.facts if fact.predicate.lemma == lemma]
    assert found, f"no fact {lemma!r} among {[fact.predicate.lemma for fact in findings.facts]}"
    return found[0]


def roles_of(text: str, fact: Fact) -> set[tuple[str, str]]:
    return {(argument.role, argument.span.of(text)) for argument in fact.arguments}


def lemmas_of(findings: Findings) -> list[str]:
    return [fact.predicate.lemma for fact in findings.facts]


VERBS = [
    ("The rebels seized the airport.", "seize", {"agent": "The rebels", "patient": "the airport"}),
    ("The airport was seized by the rebels.", "seize", {"agent": "the rebels", "patient": "The airport"}),
    ("The rebels seized the airport on Monday.", "seize", {"time": "Monday"}),
    ("Petrol prices rose by 4 percent.", "rise", {"patient": "Petrol prices"}),
    ("Shares of the mine fell 4.2 percent on Monday.", "fall", {"attribute": "4.2 percent", "time": "Monday"}),
    ("Two miners died in the blast.", "die", {"patient": "Two miners"}),
    ("The factory opened in 1990.", "open", {"patient": "The factory"}),
    ("The king opened the factory.", "open", {"agent": "The king", "patient": "the factory"}),
    ("The minister gave the widow a medal.", "give", {"recipient": "the widow", "patient": "a medal"}),
    ("The minister gave a medal to the widow.", "give", {"recipient": "the widow", "patient": "a medal"}),
    ("Reporters asked the general why he fled.", "ask", {"agent": "Reporters", "recipient": "the general"}),
    ("The general fled to Sudan.", "flee", {"agent": "The general", "place": "Sudan"}),
    ("Ana Silva is the head of the union.", "be", {"patient": "Ana Silva", "attribute": "the head of the union"}),
    ("The mine is unsafe.", "be unsafe", {"patient": "The mine"}),
    ("The delegates took part in the vote.", "take part", {"agent": "The delegates"}),
    ("The army pulled out of Goma.", "pull out", {"agent": "The army"}),
]

SUBJECTS = [
    ("Engineers who built the dam warned the mayor.", "build", {"agent": "Engineers", "patient": "the dam"}),
    (
        "Engineers who built the dam warned the mayor.",
        "warn",
        {"agent": "Engineers who built the dam", "recipient": "the mayor"},
    ),
    ("The treaty that Kenya signed expired.", "sign", {"agent": "Kenya", "patient": "The treaty"}),
    ("The treaty, which Kenya signed, expired in May.", "sign", {"agent": "Kenya", "patient": "The treaty"}),
    ("Ghana raised taxes and cut spending.", "cut", {"agent": "Ghana", "patient": "spending"}),
    ("The club was forced to cancel its tour.", "cancel", {"agent": "The club", "patient": "its tour"}),
    ("The judge ordered the firm to pay a fine.", "pay", {"agent": "the firm", "patient": "a fine"}),
    ("The envoy promised the king to return the crown.", "return", {"agent": "The envoy", "patient": "the crown"}),
    ("The court barred Nadir from leaving Cyprus.", "leave", {"agent": "Nadir", "patient": "Cyprus"}),
    ("By signing the deal, Chad avoided sanctions.", "sign", {"agent": "Chad", "patient": "the deal"}),
    ("The council, saying the bridge was unsafe, closed it.", "say", {"agent": "The council"}),
    ("The storm hit Manila, cutting off power.", "cut off", {"agent": "The storm", "patient": "power"}),
    ("Police arrested a man carrying a bomb.", "carry", {"agent": "a man", "patient": "a bomb"}),
    ("Police searched a house owned by the mayor.", "own", {"agent": "the mayor", "patient": "a house"}),
    ("The firm has a plan to build a dam.", "build", {"agent": "The firm", "patient": "a dam"}),
    ("It emerged that the pilot had been drinking.", "drink", {"agent": "the pilot"}),
]

NOUNS = [
    ("Peru's ban on imports angered farmers.", "ban", {"agent": "Peru", "patient": "imports"}),
    ("The closure of the mine cost 300 jobs.", "closure", {"patient": "the mine"}),
    ("The arrest of two editors by police drew protests.", "arrest", {"patient": "two editors", "agent": "police"}),
    ("The minister's visit to Chad ended.", "visit", {"agent": "The minister", "place": "Chad"}),
    ("The airline's purchase of the port was legal.", "purchase", {"agent": "The airline", "patient": "the port"}),
    ("The phone's release was delayed.", "release", {"patient": "The phone"}),
    ("The refusal of the tribunal to hear him was criticised.", "refusal", {}),
]


@pytest.mark.parametrize(("text", "lemma", "wanted"), VERBS + SUBJECTS + NOUNS)
def test_participants_have_their_roles(analyse: Analyse, text: str, lemma: str, wanted: dict[str, str]) -> None:
    fact = fact_of(analyse(text), lemma)
    assert set(wanted.items()) <= roles_of(text, fact)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the coroner, he drowned.", "the coroner"),
        ("Three men were held, according to police.", "police"),
    ],
)
def test_according_to_somebody_tells_who_says_it(analyse: Analyse, text: str, source: str) -> None:
    assert roles_of(text, fact_of(analyse(text), "accord")) == {("agent", source)}


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The mayor has been going to resign for a year.", "go"),
        ("The union did not sign.", "do"),
        ("Several firms, including two banks, left.", "include"),
        ("It all went according to plan.", "accord"),
        ("The committee has a new chairman.", "committee"),
        ("The government raised the pension.", "government"),
        ("In response to the court, the mayor wrote a letter.", "response"),
        ("He left at the end of May 2004.", "end"),
    ],
)
def test_what_tells_of_no_event_is_no_fact(analyse: Analyse, text: str, absent: str) -> None:
    assert absent not in lemmas_of(analyse(text))


def test_event_nouns_listed_and_derived_are_facts(analyse: Analyse) -> None:
    findings = analyse("The summit ended after the annulment of the vote, and an outbreak of cholera followed.")
    assert {"summit", "annulment", "vote", "outbreak"} <= set(lemmas_of(findings))


def test_the_name_of_a_person_or_a_country_is_no_event(analyse: Analyse) -> None:
    assert "strike" not in lemmas_of(analyse("Howard Strike met Georgia's envoy in Battle Creek."))


def test_each_name_of_a_list_takes_part_on_its_own(analyse: Analyse) -> None:
    text = "Kenya, Uganda and Rwanda signed the pact."
    agents = [a.span.of(text) for a in fact_of(analyse(text), "sign").arguments if a.role == "agent"]
    assert agents == ["Kenya", "Uganda", "Rwanda"]


def test_common_nouns_joined_by_and_stay_one_phrase(analyse: Analyse) -> None:
    text = "The police and the army sealed the road."
    agents = [a.span.of(text) for a in fact_of(analyse(text), "seal").arguments if a.role == "agent"]
    assert agents == ["The police and the army"]


def test_a_phrase_ends_before_a_relative_clause_that_a_comma_sets_off(analyse: Analyse) -> None:
    text = "The court freed the editor, who had spent two years in jail."
    assert ("patient", "the editor") in roles_of(text, fact_of(analyse(text), "free"))


def test_a_phrase_has_no_stray_quotation_marks(analyse: Analyse) -> None:
    text = "The envoy rejected “the whole offer”."
    assert ("patient", "the whole offer") in roles_of(text, fact_of(analyse(text), "reject"))


def test_what_a_light_verb_carries_is_no_participant(analyse: Analyse) -> None:
    text = "The minister made a visit to the school."
    fact = fact_of(analyse(text), "make")
    assert "patient" not in {argument.role for argument in fact.arguments}


def test_an_empty_subject_is_no_participant(analyse: Analyse) -> None:
    fact = fact_of(analyse("It is feared that the ferry sank."), "fear")
    assert fact.arguments == ()


def test_a_participant_points_to_the_entity_of_its_head(analyse: Analyse) -> None:
    text = "Nana Adu resigned. The president of Ghana praised Adu."
    findings = analyse(text)
    resigned, praised = fact_of(findings, "resign"), fact_of(findings, "praise")
    person = next(mention.entity for mention in findings.mentions if mention.span.of(text) == "Nana Adu")
    assert [argument.entity for argument in resigned.arguments if argument.role == "agent"] == [person]
    assert [argument.entity for argument in praised.arguments if argument.role == "patient"] == [person]
    country = next(mention.entity for mention in findings.mentions if mention.span.of(text) == "Ghana")
    assert all(argument.entity != country for argument in praised.arguments)


def test_the_head_of_a_participant_is_its_head_word(analyse: Analyse) -> None:
    text = "Two editors of the weekly were arrested."
    (patient,) = [a for a in fact_of(analyse(text), "arrest").arguments if a.role == "patient"]
    assert patient.head is not None
    assert patient.head.of(text) == "editors"
    assert patient.span.of(text) == "Two editors of the weekly"


def test_facts_count_the_sentences_that_are_shown(analyse: Analyse) -> None:
    text = "\n\nThe bridge fell.\n\n\nRescuers arrived."
    findings = analyse(text)
    arrived = fact_of(findings, "arrive")
    assert findings.sentences[arrived.sentence].of(text) == "Rescuers arrived."
    assert arrived.span.of(text) == "Rescuers arrived"


def test_page_furniture_holds_no_facts_but_the_headline_does(analyse: Analyse) -> None:
    headline, promotion = "Bridge collapses in Porto", "Subscribe now and save money"
    text = f"{headline}\n\nNobody was hurt.\n\n{promotion}"
    start = text.index(promotion)
    marks = (
        Furniture(start=0, end=len(headline), kind="headline"),
        Furniture(start=start, end=len(text), kind="promotion"),
    )
    lemmas = lemmas_of(analyse(text, furniture=marks))
    assert "collapse" in lemmas
    assert not {"subscribe", "save"} & set(lemmas)


def test_spans_lie_in_the_text_and_ids_are_unique(analyse: Analyse, seeds: Any) -> None:
    text = next(iter(sorted(seeds.glob("*.txt")))).read_text("utf-8") if seeds.is_dir() else "The dam broke."
    findings = analyse(text or "The dam broke.")
    assert len({fact.id for fact in findings.facts}) == len(findings.facts)
    for fact in findings.facts:
        assert fact.span.contains(fact.predicate.span)
        for argument in fact.arguments:
            words = argument.span.of(text)
            assert words == words.strip()
            assert argument.head is None or argument.span.contains(argument.head)


def test_an_empty_text_has_no_facts(analyse: Analyse) -> None:
    assert analyse("").facts == ()
    assert analyse(" \n\n ").facts == ()


def test_no_noun_is_both_listed_and_named_as_no_event() -> None:
    words = lexicon()
    assert words.noun_class("annulment") == "act"
    assert words.noun_class("apartment") is None
    assert words.noun_class("parliament") is None
    assert len(words.nouns) > 700


def test_the_scorer_tells_right_from_wrong(nlp: Any) -> None:
    from spacy.training import Example

    text = "The rebels seized the airport."
    right, wrong = nlp(text), nlp.make_doc(text)
    wrong._.facts = ()
    component = nlp.get_pipe("briefing_facts")
    assert component.score([Example(right, right)])["facts_role_f"] == 1.0
    assert component.score([Example(wrong, right)])["facts_predicate_r"] == 0.0
