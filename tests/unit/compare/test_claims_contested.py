"""What two reports of one day tell otherwise: whose words, which cause, whether a sign was given, whether it was so."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell, Told

DAY = "2025-03-05"


def compared(tell: Tell, one: str, other: str) -> Told:
    return tell(
        (f"{one} A light wind blew from the west all day.", DAY),
        (f"The market in the old square stayed busy until dark. {other}", DAY),
    )


def kinds(told: Told) -> set[str | None]:
    return {claim.kind for claim in told.story.claims if claim.status == "conflict"}


ATTRIBUTED = [
    (
        '"We have been treated like thieves in our own house," said Ana Ruiz, a teacher.',
        '"They have treated us like thieves in our own home," said the mayor, Pablo Soto.',
    ),
    (
        '"This budget was written on the back of an envelope," Peter Lang, the opposition leader, said.',
        'The budget, the economist Ruth Adler said, "was written on the back of an envelope".',
    ),
    (
        '"It sounded as if a train were running over the roof," said Marta Olin, a nurse.',
        '"It sounded like a train running over the roof," said her neighbour, Bo Lindt.',
    ),
]

REASONS = [
    (
        "The train derailed because the track had buckled in the heat, the railway said.",
        "The union blamed the derailment of the train on excessive speed.",
    ),
    (
        "Strong wind was to blame for the collapse of the crane, the builder said.",
        "The crane collapsed because a bolt was missing, the inspector found.",
    ),
    ("The ministry attributed the outbreak to spoiled milk.", "Doctors traced the outbreak to well water."),
    (
        "The fire was caused by a faulty heater, investigators said.",
        "The fire was set deliberately, according to the insurer.",
    ),
    (
        "The company closed the mine because of falling prices.",
        "The mine was closed over a dispute with the tax office, its former director said.",
    ),
]

OUTCOMES = [
    (
        "The sirens at the plant were sounded before the explosion, the manager said.",
        '"I never heard a siren," said Ola Brink, who lives beside the plant.',
    ),
    (
        "The sirens at the plant were sounded before the explosion, the manager said.",
        "No alarm reached them before the explosion at the plant, villagers said.",
    ),
    (
        "Teresa Holm resigned as head of the museum of her own accord.",
        "Teresa Holm was dismissed as head of the museum, two members of the board said.",
    ),
    ("The pilot had a valid licence, the airline said.", "The pilot had no licence."),
    (
        "The water of the lake is safe to drink, the mayor said.",
        "The water of the lake is unfit to drink, a laboratory found.",
    ),
]

NONE = [
    ('"We are very happy with this result," said Karl Berg.', '"We are not happy with the result," said Ines Roth.'),
    ('"It was terrible," said Nina Falk.', '"It was terrible," said Otto Weiss.'),
    (
        '"Guaranteed to be exciting, I promise," Hugo Brandt said.',
        '"Guaranteed to be exciting, I promise," Mr Brandt said.',
    ),
    ("The fire was caused by a faulty heater, investigators said.", "Dry wind made the fire spread, the mayor said."),
    ("The mine was closed because of falling prices.", "The road was closed because of snow."),
    ("The ministry attributed the outbreak to spoiled milk.", "Milk that had gone bad caused the outbreak."),
    ("She was arrested because she had insulted the king.", "She was arrested over the weekend."),
    ("The pilot had a licence.", "The co-pilot had no licence."),
    ("The house had a permit for four floors.", "The house had no permit for a pool."),
    ("No one was hurt in the first blast.", "Two people were hurt in the second blast."),
    ("The club has not won a title since 1990.", "The club won the title in 1990."),
    ("There have been no deaths on the line since 1959.", "Several deaths on the line were reported in March."),
    ("The museum never received a letter from the ministry.", "The ministry sent a letter to the port."),
]


@pytest.mark.parametrize(("one", "other"), ATTRIBUTED, ids=[one[:30] for one, _ in ATTRIBUTED])
def test_one_remark_from_two_mouths_is_a_conflict_of_attribution(tell: Tell, one: str, other: str) -> None:
    assert "attribution" in kinds(compared(tell, one, other))


@pytest.mark.parametrize(("one", "other"), REASONS, ids=[one[:30] for one, _ in REASONS])
def test_two_causes_of_one_event_are_a_conflict_of_reason(tell: Tell, one: str, other: str) -> None:
    assert "reason" in kinds(compared(tell, one, other))


@pytest.mark.parametrize(("one", "other"), OUTCOMES, ids=[f"{n} {one[:30]}" for n, (one, _) in enumerate(OUTCOMES)])
def test_what_one_says_was_and_another_was_not_is_a_conflict_of_outcome(tell: Tell, one: str, other: str) -> None:
    assert "outcome" in kinds(compared(tell, one, other))


@pytest.mark.parametrize(("one", "other"), NONE, ids=[one[:30] for one, _ in NONE])
def test_what_can_both_be_is_no_conflict(tell: Tell, one: str, other: str) -> None:
    assert not kinds(compared(tell, one, other))
