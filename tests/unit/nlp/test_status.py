"""How far a text commits itself to each fact: by scope, not by a word somewhere in the sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefing.model import Fact, Findings, Predicate, Quote, Span, Status
from briefing.nlp.status.component import decide, innermost
from briefing.nlp.status.operators import Operator
from briefing.nlp.status.scorer import confusion
from tests.statuses import marked_sentences, wanted_and_found

Analyse = Callable[..., Findings]

STATED = [
    ("The port authority has closed the terminal.", "close"),
    ("The authority left without closing the terminal.", "leave"),
    ("The plan to build a second runway has angered residents.", "anger"),
    ("He did not resign but apologised to voters.", "apologise"),
    ("The ferry was not carrying passengers when it sank.", "sink"),
    ("The storm forced the airport to close.", "close"),
    ("The company cancelled its visit to Oslo.", "cancel"),
    ("The talks have been postponed until Monday.", "postpone"),
    ("The rebels withdrew after the army shelled the village.", "shell"),
    ("The summit, which Iran did not attend, ended on Friday.", "end"),
    ("The minister said the dam had leaked.", "say"),
    ("The ministry denied any involvement in the attack.", "deny"),
    ("There was no water in the valley, which angered farmers.", "anger"),
    ("The plant did not open because workers had walked out.", "walk out"),
    ("The owner wants to sell but can't because the yard is being searched.", "search"),
    ("We have to stop the violence.", "violence"),
    ("The museum refused to pay and moved the painting.", "move"),
    ("He barely escaped.", "escape"),
    ("Only when the smoke cleared did the crew see the reef.", "see"),
    ("If anything, the plan has helped.", "help"),
    ("The company denied entry to two inspectors.", "deny"),
    ("The cause was not the storm but an explosion.", "explosion"),
    ("The talks were to have ended on Friday but were extended.", "extend"),
]
NEGATED = [
    ("The authority has not closed the terminal.", "close"),
    ("The two presidents never met.", "meet"),
    ("The authority failed to close the terminal.", "close"),
    ("The authority refused to close the terminal.", "close"),
    ("The authority left without closing the terminal.", "close"),
    ("The envoy declined to be interviewed.", "interview"),
    ("Police were unable to confirm the report.", "confirm"),
    ("No one was hurt in the blast.", "hurt"),
    ("Neither side signed the treaty.", "sign"),
    ("Hardly any voters turned out.", "turn out"),
    ("The company gave no reason for the delay.", "give"),
    ("The company cancelled its visit to Oslo.", "visit"),
    ("The chancellor ruled out a tax increase.", "increase"),
    ("The talks ended without an agreement.", "agreement"),
    ("Their refusal to sign the deal surprised diplomats.", "sign"),
    ("He had no intention of selling the mine.", "sell"),
    ("He does not think that the bank failed.", "fail"),
    ("The army prevented them from crossing the river.", "cross"),
    ("The firm stopped selling the drug in 2010.", "sell"),
    ("The ministry has yet to publish the figures.", "publish"),
    ("He did not resign and will stay in office.", "resign"),
    ("The minister will not attend the ceremony.", "attend"),
    ("The summit, which Iran did not attend, ended on Friday.", "attend"),
    ("The minister said the dam had not leaked.", "leak"),
    ("The firm has no plans to close the mill.", "close"),
    ("The chancellor ruled out selling the bank.", "sell"),
    ("The envoy stopped short of condemning the raid.", "condemn"),
    ("Instead of landing in Oslo, the plane flew to Bergen.", "land"),
    ("There is no evidence that the guard fired first.", "fire"),
    ("There were no signs that the dam had cracked.", "crack"),
    ("He was acquitted of stealing the car.", "steal"),
    ("She is not believed to have left the country.", "leave"),
    ("He is no longer able to walk.", "walk"),
    ("The crew tried but failed to restart the engine.", "restart"),
    ("There is no rule requiring owners to insure the boats.", "require"),
    ("There is no rule requiring owners to insure the boats.", "insure"),
    ("The owners have nothing to hide.", "hide"),
    ("The island has no clinic that treats burns.", "treat"),
    ("There is no need for an inquiry.", "inquiry"),
    ("She is not in need of an operation.", "operation"),
    ("Under no circumstances will the bank pay.", "pay"),
    ("At no time did the guard ask for help.", "ask"),
    ("The beam was too weak to carry the roof.", "carry"),
    ("The law did nothing to help tenants.", "help"),
    ("The strike shows no sign of ending.", "ending"),
    ("The painting was never in danger of burning.", "burn"),
    ("Rather than sell, the owner burned the paintings.", "sell"),
    ("The mayor has not answered, nor has he apologised.", "apologise"),
    ("The council has little intention of paying.", "pay"),
    ("Not one of the witnesses could remember the waiter.", "remember"),
    ("A second term is out of the question.", "be"),
]
HEDGED = [
    ("The port authority may close the terminal.", "close"),
    ("The two sides reportedly signed a treaty in Vienna.", "sign"),
    ("The mayor allegedly took bribes from builders.", "take"),
    ("Perhaps the captain misread the chart.", "misread"),
    ("The company is thought to have sold its shares.", "sell"),
    ("The bridge appears to have collapsed under the weight.", "collapse"),
    ("The bridge is likely to be closed until June.", "close"),
    ("The wreck was expected to have sunk by morning.", "sink"),
    ("Investigators believe the fire started in the kitchen.", "start"),
    ("There were fears that the dam would burst.", "burst"),
    ("It is unclear whether the pilot survived.", "survive"),
    ("He was accused of bribing two judges.", "bribe"),
    ("An alleged attack on the convoy killed two soldiers.", "attack"),
    ("Rumours of a coup spread through the capital.", "coup"),
    ("The cause may not be known for months.", "know"),
    ("Sources said the bank might collapse.", "collapse"),
    ("The firm would probably sell the mine.", "sell"),
    ("It remains unclear if the pilot ejected.", "eject"),
    ("The general would not rule out an attack.", "attack"),
    ("The owner stands accused of fraud.", "fraud"),
    ("Nothing suggests that the guard fled.", "flee"),
    ("It is far from certain that the bill will pass.", "pass"),
    ("The guard was charged with theft and assault.", "assault"),
    ("The central bank did not exclude that it would raise rates.", "raise"),
    ("The talks look as if they will fail.", "fail"),
    ("The losses do not appear to have hurt the bank.", "hurt"),
    ("It is understood that the pump failed.", "fail"),
    ("The cable, it is thought, was cut by an anchor.", "cut"),
    ("The gas in all likelihood came from a pipe.", "come"),
    ("The union is asking members whether to strike.", "strike"),
    ("A strike is likely.", "be likely"),
    ("The fear is that the dam will burst.", "burst"),
]
PLANNED = [
    ("The port authority will close the terminal in May.", "close"),
    ("Protesters are expected to gather on Sunday.", "gather"),
    ("The results are expected on Friday.", "expect"),
    ("The airline is planning to cut 400 jobs.", "cut"),
    ("The airline pledged to hire more pilots.", "hire"),
    ("The court is due to rule on Friday.", "rule"),
    ("The vote is scheduled for Tuesday.", "vote"),
    ("The leaders are to meet in Oslo next week.", "meet"),
    ("The leaders had been due to meet in Oslo.", "meet"),
    ("The firm was to have delivered the ships in June.", "deliver"),
    ("The firm is considering selling the plant.", "sell"),
    ("The firm hopes to reopen the plant.", "reopen"),
    ("The plan to build a second runway has angered residents.", "build"),
    ("A proposed merger would create the largest bank in Europe.", "merger"),
    ("The mayor called for an inquiry into the fire.", "inquiry"),
    ("The leaked memo envisages the closure of two mines.", "closure"),
    ("The government ordered the troops to leave the city.", "leave"),
    ("The minister said the dam would be repaired by spring.", "repair"),
    ("The train was supposed to stop at Linz.", "stop"),
    ("The banks are in talks to merge.", "merge"),
    ("The senator wants the law repealed.", "repeal"),
    ("Farmers demanded that the tax be scrapped.", "scrap"),
    ("We have to stop the violence.", "stop"),
    ("The unions have announced for Sunday a protest in the capital.", "protest"),
    ("The vote has been set for 9 May.", "set"),
    ("The premier promised a new bridge.", "promise"),
    ("Steelmaker to shed 900 jobs in Wales.", "shed"),
    ("Stay at home until Friday.", "stay"),
    ("Elections are due in October.", "be due"),
    ("Protesters called for the chief of police to resign.", "resign"),
    ("He is expected to plead guilty when he appears in court.", "appear"),
    ("The two sides are close to signing a deal.", "sign"),
    ("A team is on its way to repair the cable.", "repair"),
    ("The drivers voted to strike.", "strike"),
]
CONDITIONAL = [
    ("If the river rises again, the town will be evacuated.", "rise"),
    ("If the river rises again, the town will be evacuated.", "evacuate"),
    ("The strike will go ahead unless the company raises wages.", "go ahead"),
    ("The aid could be released once parliament approves the budget.", "release"),
    ("Should the talks fail, the army would step in.", "step in"),
    ("They would have won the case if the witness had appeared.", "win"),
    ("We will not sail until the hull is repaired.", "sail"),
    ("The loan was granted on condition that Athens cut pensions.", "cut"),
    ("Provided that the weather holds, the rocket will lift off on Monday.", "lift off"),
    ("As long as the truce holds, aid will flow.", "hold"),
    ("Our country will sign only once security has been restored.", "sign"),
    ("In that case the bank would fail.", "fail"),
    ("The talks would collapse were he to resign.", "resign"),
    ("If it is true that the guards slept, heads will roll.", "sleep"),
    ("The tunnel would have cost three times as much.", "cost"),
    ("Even had he known, the pilot could not have turned.", "know"),
]
DENIED = [
    ("The minister denied that the dam had leaked.", "leak"),
    ("The minister denied taking money from the builder.", "take"),
    ("The company denied having misled investors.", "mislead"),
    ("The ministry rejected reports that the pilot had fallen asleep.", "fall"),
    ("Her lawyer dismissed claims that she had fled the country.", "flee"),
    ("The ministry denied any link.", "link"),
    ("It is not true that the bank lent him money.", "lend"),
    ("The government insists it did not pay a ransom.", "pay"),
    ("The army said it was not responsible for the blast.", "be responsible"),
    ("The company said it had nothing to do with the leak.", "have"),
    ('"There is no truth in these reports," the minister said.', "be"),
    ("The company denied this.", "deny"),
    ("The minister rejected the accusation.", "reject"),
    ("The club denied wrongdoing.", "deny"),
    ("That he took money from the firm is a lie, his brother said.", "take"),
    ("It is not the case that the funds are missing, the bank said.", "miss"),
    ("The ministry described as false the assertion that its envoy had been expelled.", "expel"),
    ("She said there was no truth in reports that she would resign.", "resign"),
    ("The mayor said this was “simply not true”.", "be true"),
]
ATTRIBUTED = [
    ("The minister said the dam had leaked.", "leak"),
    ("According to the ministry, the dam leaked for three days.", "leak"),
    ('"The dam leaked for three days," the engineer said.', "leak"),
    ("Police are investigating claims that officers beat the prisoner.", "beat"),
]
CASES = [
    (status, text, lemma)
    for status, cases in (
        ("stated", STATED),
        ("negated", NEGATED),
        ("hedged", HEDGED),
        ("planned", PLANNED),
        ("conditional", CONDITIONAL),
        ("denied", DENIED),
        ("attributed", ATTRIBUTED),
    )
    for text, lemma in cases
]


@pytest.mark.parametrize(("status", "text", "lemma"), CASES)
def test_a_fact_has_the_status_of_its_scope(analyse: Analyse, status: str, text: str, lemma: str) -> None:
    found = {fact.predicate.lemma: fact.status for fact in analyse(text).facts}
    assert found.get(lemma) == status, found


def test_the_rule_of_a_status_reaches_the_reader(analyse: Analyse) -> None:
    (fact,) = [fact for fact in analyse("The port may close.").facts if fact.predicate.lemma == "close"]
    assert fact.rule == "verb + auxiliary-may"


def test_a_fact_in_somebodys_words_names_the_attribution(analyse: Analyse) -> None:
    findings = analyse("The engineer said that the dam had leaked.")
    quote_of = {fact.predicate.lemma: fact.quote for fact in findings.facts}
    assert quote_of["leak"] == findings.quotes[0].id
    assert quote_of["say"] is None


def test_without_attributions_facts_are_stated_not_lost(nlp: Any) -> None:
    doc = nlp.make_doc("The dam has leaked since May.")
    with nlp.select_pipes(disable=["briefing_quotes"]):
        for _, component in nlp.pipeline:
            doc = component(doc)
    assert [fact.status for fact in doc._.facts if fact.predicate.lemma == "leak"] == ["stated"]


def fact(number: int, start: int, end: int) -> Fact:
    return Fact(
        id=f"f{number}", start=start, end=end, sentence=0, predicate=Predicate(start=start, end=end, lemma="leak")
    )


def quote(name: str, *content: tuple[int, int]) -> Quote:
    return Quote(id=name, content=tuple(Span(*span) for span in content))


def test_the_innermost_attribution_holds_a_fact() -> None:
    quotes = (quote("outer", (0, 100)), quote("inner", (20, 40)), quote("later", (200, 220)))
    held = innermost([fact(0, 5, 9), fact(1, 25, 29), fact(2, 50, 54), fact(3, 150, 154), fact(4, 210, 214)], quotes)
    assert held == {"f0": "outer", "f1": "inner", "f2": "outer", "f4": "later"}


def test_an_attribution_in_two_parts_holds_what_is_in_either() -> None:
    held = innermost([fact(0, 5, 9), fact(1, 25, 29), fact(2, 45, 49)], [quote("q", (0, 10), (40, 60))])
    assert held == {"f0": "q", "f2": "q"}


@pytest.mark.parametrize(
    ("statuses", "wanted"),
    [
        ((), "stated"),
        (("attributed",), "attributed"),
        (("attributed", "planned"), "planned"),
        (("planned", "negated"), "negated"),
        (("negated", "hedged"), "hedged"),
        (("hedged", "conditional", "attributed"), "conditional"),
        (("negated", "denied", "attributed"), "denied"),
    ],
)
def test_the_strongest_of_several_statuses_wins(statuses: tuple[Status, ...], wanted: str) -> None:
    assert decide(Operator(status, "rule") for status in statuses)[0] == wanted


def test_the_scorer_counts_right_statuses(nlp: Any) -> None:
    from msgspec.structs import replace
    from spacy.training import Example

    found, wanted = nlp("The port closed. The mill burned."), nlp("The port closed. The mill burned.")
    wanted._.facts = (replace(wanted._.facts[0], status="denied"), *wanted._.facts[1:])
    assert nlp.get_pipe("briefing_status").score([Example(found, wanted)])["status_accuracy"] == 0.5


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The inspectors arrive on 8 October.", "planned"),
        ("The minister flies to Rome on Tuesday.", "planned"),
        ("The inspectors arrived on 8 June.", "stated"),
        ("The plant has been closed since Monday.", "stated"),
        ("The bank calls a meeting for Tuesday.", "stated"),
    ],
)
def test_what_is_told_in_the_present_with_a_day_to_come_is_planned(analyse: Analyse, text: str, status: str) -> None:
    assert analyse(text, published="2009-06-14").facts[0].status == status


def test_nineteen_clauses_in_twenty_have_the_status_a_reader_gives_them(analyse: Analyse) -> None:
    sentences = marked_sentences()
    pairs = [pair for each in sentences for pair in wanted_and_found(each, analyse(each.text).facts)]
    wrong = [pair for pair in pairs if pair[0] != pair[1]]
    assert len(pairs) > 400
    assert len(wrong) / len(pairs) < 0.05, confusion(pairs)


def test_the_confusion_matrix_counts_what_was_taken_for_what() -> None:
    rows = {
        row[0]: row[1:] for row in confusion([("planned", "planned"), ("planned", "hedged"), ("denied", "nothing")])
    }
    found = dict(zip(rows["wanted"], rows["planned"], strict=True))
    assert (found["planned"], found["hedged"], found["right"]) == ("1", "1", "0.50")
    assert dict(zip(rows["wanted"], rows["denied"], strict=True))["-"] == "1"
