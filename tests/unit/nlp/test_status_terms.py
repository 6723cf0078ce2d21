"""Status where no clause of condition, report or denial shows it: terms, versions, blame, what is held to be so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]

CONDITIONAL = [
    ("The sale will close in July, subject to approval by shareholders.", "close"),
    ("The bank, subject to clearance by the regulator, would buy the port.", "buy"),
    ("The handover is conditional on a ceasefire.", "be conditional"),
    ("Members have to pay by Friday; otherwise their cards will be cancelled.", "cancel"),
    ("The firm must find a partner or else its yard will close.", "close"),
    ("Give us our wages or we will burn the mill, the workers said.", "burn"),
    ("The company said it would appeal in case the verdict went against it.", "appeal"),
]
HEDGED = [
    ("The missing hiker is presumed dead.", "presume"),
    ("Eleven miners feared trapped under the rubble were found alive.", "fear"),
    ("It remains possible that the votes were miscounted.", "miscount"),
    ("It seems likely that the bank knew.", "know"),
    ("The probable cause was a gas leak.", "be"),
    ("The club risks losing its sponsor.", "lose"),
    ("He was accused of forging the seal.", "forge"),
]
NEGATED = [
    ("The ministers parted without a date being set.", "set"),
    ("The suspect died before he could be questioned.", "question"),
    ("The storm kept the fleet from sailing.", "sail"),
    ('"House arrest is not a reward," she emphasised.', "be"),
]
ATTRIBUTED = [
    ("By the farmers' own account, the dog attacked first.", "attack"),
    ("Refugees told of rebels looting the stores.", "loot"),
    ("The pilot recalled seeing two lights.", "see"),
    ("Brazil accused its neighbour of diverting the river.", "divert"),
    ("Residents blamed the mine for poisoning the wells.", "poison"),
]
DENIED = [
    ("The chairman scoffed at suggestions that the club had cheated.", "cheat"),
    ("The navy pushed back against claims that it had ignored the call.", "ignore"),
    ("The bishop dismissed as fiction a report that he had fled.", "flee"),
    ("The embassy described reports that its staff were leaving as false.", "leave"),
    ("Kiev says the drones were Russian, a charge Moscow denies.", "deny"),
]
DENIED += [
    ("The company does not recognise this account of the meeting.", "recognise"),
    ("The army does not acknowledge the shelling of the market.", "acknowledge"),
    ('Mr Bako denied taking the money. "I never touched a cent of it," he said.', "touch"),
    ("Denying the charge, Ms Lund said she had not seen the letter.", "see"),
    ("The bank denied the allegation, saying it had not sold the data.", "sell"),
]
NEGATED += [
    ("The old man did not recognise his own street.", "recognise"),
    ("The union refuses to accept the offer.", "accept"),
    ('"We did not hear a siren," a fisherman said.', "hear"),
]
CONDITIONAL += [
    ("The court told the strikers to open the road within two days or be fined.", "fine"),
    ("He asks for a pardon, failing which, he says, he will be executed.", "execute"),
    ("Mr Adler, the director, believes that the ships could be unloaded, provided that the union says yes.", "unload"),
]
NEGATED.append(("He fell behind because he was ill and could no longer walk.", "walk"))
ATTRIBUTED.append(("On Monday the ship loaded its fruit in the south, as its agents confirmed.", "load"))
DENIED.append(('The ministry denied that money had been handed over. "Nothing was paid," an aide said.', "pay"))
PLANNED = [
    ("The company announced that it is leaving Niger for good.", "leave"),
    ("The clause permits the company to install two cranes.", "install"),
    ("The ship, which had been due to load at Brest, was sent on.", "be due"),
]
PLANNED.append(("The coach plans on spending the summer at home.", "spend"))
NEGATED.append(("The government has always insisted that it does not deal with kidnappers.", "deal"))
NEGATED.append(("He did not decide to retire until the match was won.", "decide"))
STATED = [
    ("The island is subject to attack by pirates.", "be subject"),
    ("It became clear that the pump had failed.", "fail"),
    ("The men could swim or row, and the boat reached the shore.", "reach"),
    ("It was the only possible answer.", "be"),
]
TABLE = [
    (sentence, lemma, status)
    for status, rows in (
        ("conditional", CONDITIONAL),
        ("hedged", HEDGED),
        ("negated", NEGATED),
        ("attributed", ATTRIBUTED),
        ("denied", DENIED),
        ("planned", PLANNED),
        ("stated", STATED),
    )
    for sentence, lemma in rows
]


@pytest.mark.parametrize(("sentence", "lemma", "status"), TABLE)
def test_a_clause_has_the_status_that_its_sentence_gives_it(
    analyse: Analyse, sentence: str, lemma: str, status: str
) -> None:
    """Whatever gives it: an adjective, an "or", a noun of telling, a verb of holding to be so."""
    found = {fact.predicate.lemma: fact.status for fact in analyse(sentence).facts}
    assert found.get(lemma) == status, found
