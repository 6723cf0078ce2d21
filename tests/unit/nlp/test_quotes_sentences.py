"""Who said what in sentences of every build: every text here is invented."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest


class Said(NamedTuple):
    """One attribution in plain words."""

    speaker: str | None
    content: str
    kind: str = "indirect"
    via: str | None = None


def found(analyse: Any, text: str) -> list[Said]:
    """Every attribution, the stretches of its content joined."""
    return [
        Said(quote.speaker, " | ".join(span.of(text) for span in quote.content), quote.kind, quote.via)
        for quote in analyse(text).quotes
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The talks had collapsed, AFP quoted a government source as saying.",
            Said("a government source", "The talks had collapsed", "indirect", "AFP"),
        ),
        (
            '"The talks have collapsed," AFP quoted a government source as saying.',
            Said("a government source", "The talks have collapsed,", "direct", "AFP"),
        ),
        (
            "The minister is quoted as saying the talks had collapsed.",
            Said("the minister", "the talks had collapsed"),
        ),
        (
            "Interfax, citing a source in the ministry, reported that the talks had collapsed.",
            Said("a source in the ministry", "that the talks had collapsed", "indirect", "Interfax"),
        ),
        (
            "Interfax reported, citing a source in the ministry, that the talks had collapsed.",
            Said("a source in the ministry", "that the talks had collapsed", "indirect", "Interfax"),
        ),
        (
            "The talks have collapsed, Interfax reported on Friday, citing Deputy Minister Oleg Marin.",
            Said("Oleg Marin", "The talks have collapsed", "indirect", "Interfax"),
        ),
        (
            "According to the New York Times, which cited two unnamed officials, the talks had collapsed.",
            Said("two unnamed officials", "the talks had collapsed", "indirect", "New York Times"),
        ),
        (
            'State media quoted Oleg Marin, the minister, as saying: "We are ready."',
            Said("Oleg Marin", "We are ready.", "direct", "state media"),
        ),
        (
            '"We are ready," state media quoted the minister, Oleg Marin, as saying.',
            Said("Oleg Marin", "We are ready,", "direct", "state media"),
        ),
    ],
)
def test_words_passed_on_belong_to_who_said_them(analyse: Any, text: str, said: Said) -> None:
    (only,) = found(analyse, text)
    assert only._replace(via=None) == said._replace(via=None)
    assert (only.via or "").lower().removeprefix("the ") == (said.via or "").lower()


def test_a_reason_that_is_cited_is_no_source(analyse: Any) -> None:
    text = "The bank cut its forecast, citing weak demand."
    assert found(analyse, text) == [Said("the bank", "weak demand")]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "The harbour ministry issued a statement on Friday. The statement said the crane was safe.",
            "harbour ministry",
        ),
        ("The union wrote a letter to the owners. The letter said the crane was safe.", "union"),
        ("In a statement, the port union blamed the owners. The statement said the crane was safe.", "port union"),
        ("The crane was safe, according to a statement from the ministry.", "ministry"),
        ("The ministry's statement said the crane was safe.", "ministry"),
        ('"The crane is safe," read a statement from the ministry.', "ministry"),
        ("The statement said the crane was safe.", "statement"),
        ("A police report said the crane was safe.", "a police report"),
    ],
)
def test_a_statement_speaks_for_whoever_issued_it(analyse: Any, text: str, issuer: str) -> None:
    speaker = found(analyse, text)[-1].speaker
    assert speaker is not None
    assert speaker.lower().removeprefix("the ") == issuer


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"We lost," barked Anna Berg.', Said("Anna Berg", "We lost,", "direct")),
        ('"We lost," Anna Berg shot back with a laugh.', Said("Anna Berg", "We lost,", "direct")),
        ('"We will not pay" -- so said Anna Berg after the vote.', Said("Anna Berg", "We will not pay", "direct")),
        ("« We will not pay », said Anna Berg.", Said("Anna Berg", "We will not pay", "direct")),
        ("Anna Berg, in a letter to the board: “We will not pay.”", Said("Anna Berg", "We will not pay.", "direct")),
        ("“We will not pay,” said Anna Berg, “ever.”", Said("Anna Berg", "We will not pay, | ever.", "direct")),
        (
            "'We won't pay the owners' debt, which we don't owe,' said Anna Berg.",
            Said("Anna Berg", "We won't pay the owners' debt, which we don't owe,", "direct"),
        ),
        (
            "“He told me, ‘You are fired,’ and I left,” Anna Berg said.",
            Said("Anna Berg", "He told me, ‘You are fired,’ and I left,", "direct"),
        ),
        (
            'Port strike "could last for months", Anna Berg warns\n\nThe port was shut.',
            Said("Anna Berg", 'Port strike "could last for months"', "mixed"),
        ),
        ("In Anna Berg's view, the talks are over.", Said("Anna Berg", "the talks are over")),
        ("Per a police report, the driver was asleep.", Said("a police report", "the driver was asleep")),
        ("The driver was asleep, two studies found.", Said("two studies", "The driver was asleep")),
        ("The dam could break, experts fear.", Said("experts", "The dam could break")),
        ("Anna Berg said no.", Said("Anna Berg", "no")),
        ("Anna Berg endorsed Oleg Marin for mayor.", Said("Anna Berg", "Oleg Marin for mayor")),
        ("A poll showed Oleg Marin with 40 percent.", Said("a poll", "Oleg Marin with 40 percent")),
        ("Anna Berg talked about the strike.", Said("Anna Berg", "the strike")),
        ("Anna Berg was critical of the offer.", Said("Anna Berg", "the offer")),
        (
            'Anna Berg rejected the offer as "absurd".',
            Said("Anna Berg", 'the offer as "absurd"', "mixed"),
        ),
        ("Anna Berg said the owners had lied, a charge they deny.", Said("Anna Berg", "the owners had lied")),
        (
            "The claim, made by Anna Berg on Friday, that the owners lied is false.",
            Said("Anna Berg", "that the owners lied"),
        ),
        (
            "The company's promise to rehire the men came on Friday.",
            Said("the company", "to rehire the men"),
        ),
    ],
)
def test_each_build_of_sentence_is_read(analyse: Any, text: str, said: Said) -> None:
    assert found(analyse, text) == [said]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Berg was asked about the brakes.", "the brakes"),
        ("Berg was asked whether the brakes were new.", "whether the brakes were new"),
    ],
)
def test_what_was_asked_is_found_though_nobody_is_named(analyse: Any, text: str, topic: str) -> None:
    assert found(analyse, text) == [Said(None, topic)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry would neither confirm nor deny the report.",
        "If Berg says the brakes were new, she is wrong.",
        "It is not clear who said the brakes were new.",
        "It is hard to imagine that the strike will end.",
        "Nobody said the brakes were new.",
        "The word “never” appears twelve times in the report.",
        "He signed the letter “Tomas”.",
        "The ship, seen by thousands, sank in 1904.",
        "Berg did not immediately respond to a request for comment.",
    ],
)
def test_where_nothing_is_said_nothing_is_attributed(analyse: Any, text: str) -> None:
    assert found(analyse, text) == []


def test_a_text_that_ends_in_its_cue_is_read(analyse: Any) -> None:
    assert found(analyse, "They know what you call him") == [Said(None, "what you call him")]


def test_what_a_speaker_believes_is_told_once(analyse: Any) -> None:
    text = "Anna Berg said she believed the strike would spread."
    assert found(analyse, text) == [Said("Anna Berg", "she believed the strike would spread")]


def test_a_saying_that_has_yet_to_come_is_part_of_the_report(analyse: Any) -> None:
    text = "Anna Berg said the owners should apologise and say that they had lied."
    assert [said.speaker for said in found(analyse, text)] == ["Anna Berg"]


def test_a_saying_of_somebody_else_is_found_within_the_report(analyse: Any) -> None:
    text = "Oleg Marin said Anna Berg had told him that the strike would spread."
    assert found(analyse, text) == [
        Said("Oleg Marin", "Anna Berg had told him that the strike would spread"),
        Said("Anna Berg", "that the strike would spread"),
    ]


def test_a_participle_after_a_report_goes_on_for_its_speaker(analyse: Any) -> None:
    text = "Anna Berg said Oleg Marin had lied, adding that the strike would spread."
    assert [said.speaker for said in found(analyse, text)] == ["Anna Berg", "Anna Berg"]


def test_a_semicolon_ends_a_report(analyse: Any) -> None:
    text = "Anna Berg said the crane was safe; the port stayed shut."
    assert found(analyse, text) == [Said("Anna Berg", "the crane was safe")]


def test_a_hearer_before_the_marks_is_not_the_speaker(analyse: Any) -> None:
    text = "The former envoy Anna Berg told Radio North host Oleg Marin, “The talks are over.”"
    assert [said.speaker for said in found(analyse, text)] == ["Anna Berg"]


def test_a_negated_saying_shows_its_whole_cue(analyse: Any) -> None:
    text = "Anna Berg did not say that the crane was safe."
    (quote,) = analyse(text).quotes
    assert [span.of(text) for span in quote.cue] == ["did not say"]


def test_every_turn_of_an_interview_is_read(analyse: Any) -> None:
    text = "Berg: The crane is safe today.\nMarin: I doubt that very much.\nBerg: Then come and see it."
    assert [said.content for said in found(analyse, text)] == [
        "The crane is safe today",
        "I doubt that very much",
        "Then come and see it",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The ferry line said it was shocked by the report and would study every page.",
            Said("the ferry line", "it was shocked by the report and would study every page"),
        ),
        (
            "The agency said it would read the ruling and did not expect a delay.",
            Said("the agency", "it would read the ruling"),
        ),
        ("Berg ruled out any move to Lyon.", Said("Berg", "any move to Lyon")),
        (
            "The fire brigade put the number of flooded cellars at 310.",
            Said("the fire brigade", "the number of flooded cellars at 310"),
        ),
        ("The experts established that the valve was old.", Said("the experts", "that the valve was old")),
        (
            "Anna Berg presented the budget. In her opinion the deficit is too high.",
            Said("Anna Berg", "the deficit is too high"),
        ),
        (
            "The driver, in the view of Anna Berg, had a helper in the port.",
            Said("Anna Berg", "The driver | had a helper in the port"),
        ),
        (
            "Some 900 boats are laid up, by the ministry's own count.",
            Said("the ministry", "Some 900 boats are laid up"),
        ),
        (
            "The ship was full, and most of the injured stood on deck, according to Anna Berg.",
            Said("Anna Berg", "The ship was full, and most of the injured stood on deck"),
        ),
        (
            "The mill will stay shut until May, Anna Berg said, but wages will be paid.",
            Said("Anna Berg", "The mill will stay shut until May | but wages will be paid"),
        ),
    ],
)
def test_what_is_said_in_less_common_ways_is_found_whole(analyse: Any, text: str, said: Said) -> None:
    assert said in found(analyse, text)


@pytest.mark.parametrize(
    "text",
    [
        "It will be recalled that the rate was raised in June.",
        "Asked whether the brakes were new, Berg fell silent.",
        "She put the kettle on at nine.",
        "They came by bus, by the old road.",
    ],
)
def test_what_nobody_is_said_to_say_is_left_out(analyse: Any, text: str) -> None:
    assert found(analyse, text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Peter Holt trained alone on Monday. Asked whether Holt would play, Ivo Enev, the coach, shrugged."
            ' "You will see," he said.',
            "Ivo Enev",
        ),
        (
            "Peter Holt lost twice. John Marsh rejected the demand for his head; the committee, he said, did its work.",
            "John Marsh",
        ),
        ("John Marsh spoke in the evening. According to him there are no talks with the buyer.", "John Marsh"),
    ],
)
def test_he_is_who_answers_and_who_acts_before_the_semicolon(analyse: Any, text: str, speaker: str) -> None:
    assert analyse(text).quotes[-1].speaker in (speaker, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Berg is convinced that the tank was opened.", Said("Berg", "that the tank was opened")),
        ("The court accepted that the driver was ill.", Said("the court", "that the driver was ill")),
        (
            'Anna Berg, a passenger, remembers "a bang, and then smoke".',
            Said("Anna Berg", "a bang, and then smoke", "direct"),
        ),
        (
            'The commission called this "beer-house gossip".',
            Said("the commission", 'this "beer-house gossip"', "mixed"),
        ),
        ("The fund covers the loss, said yesterday the ministry.", Said("the ministry", "The fund covers the loss")),
        (
            "Serbia was warned. The Government in Belgrade responded that the plant is safe.",
            Said("Serbia", "that the plant is safe"),
        ),
    ],
)
def test_beliefs_and_words_in_marks_are_given_to_whom_they_belong(analyse: Any, text: str, said: Said) -> None:
    assert said in found(analyse, text)


@pytest.mark.parametrize(
    "text",
    [
        "The institute has not confirmed that the syrup is harmful.",
        "The mission has not called the election fair.",
        "The manager thanked the workers.",
    ],
)
def test_what_is_not_said_is_no_claim(analyse: Any, text: str) -> None:
    assert found(analyse, text) == []


def test_the_record_tells_by_which_rule_a_description_was_understood(analyse: Any) -> None:
    text = "Sahara Air cancelled the flight. The carrier said it would pay."
    assert "speaker by the kind of body" in analyse(text).quotes[0].rule
