"""Who said what: every text here is invented."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from briefing.model import Furniture, Quote


class Said(NamedTuple):
    """One attribution in plain words."""

    speaker: str | None
    cue: str
    content: str
    kind: str


def told(text: str, quote: Quote) -> Said:
    """The quote with its words read from the text."""
    join = " | ".join
    return Said(
        quote.speaker, " ".join(s.of(text) for s in quote.cue), join(s.of(text) for s in quote.content), quote.kind
    )


def attributions(analyse: Any, text: str, **fields: Any) -> list[Said]:
    """Every attribution found in the text."""
    return [told(text, quote) for quote in analyse(text, **fields).quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Marta Olsen said the bridge would open in May.",
        "Marta Olsen said on Friday that the bridge would open in May.",
        "The bridge would open in May, Marta Olsen said.",
        "The bridge would open in May, said Marta Olsen.",
        "The bridge would open in May, said Marta Olsen, the harbour engineer.",
        "The bridge would open in May, according to Marta Olsen.",
        "According to Marta Olsen, the bridge would open in May.",
        "Marta Olsen told reporters that the bridge would open in May.",
    ],
)
def test_reported_speech_names_its_speaker_and_its_words(analyse: Any, text: str) -> None:
    (said,) = attributions(analyse, text)
    assert said.speaker == "Marta Olsen"
    assert said.kind == "indirect"
    assert said.content.removeprefix("that ").lower() == "the bridge would open in may"


@pytest.mark.parametrize(
    "text",
    [
        '"The bridge is safe," Marta Olsen said.',
        '"The bridge is safe," said Marta Olsen.',
        "“The bridge is safe,” said Marta Olsen, who built it.",
        "‘The bridge is safe,’ Marta Olsen said on Friday.",
        'Marta Olsen said: "The bridge is safe."',
        'Marta Olsen told reporters, "The bridge is safe."',
        '"The bridge is safe," Marta Olsen, the harbour engineer, told reporters.',
    ],
)
def test_words_in_marks_are_direct_speech_without_the_marks(analyse: Any, text: str) -> None:
    (said,) = attributions(analyse, text)
    assert (said.speaker, said.kind) == ("Marta Olsen", "direct")
    assert said.content.rstrip(",.") == "The bridge is safe"


def test_a_quotation_interrupted_by_its_cue_is_one(analyse: Any) -> None:
    (said,) = attributions(analyse, '"The bridge," Marta Olsen said, "is safe in any wind."')
    assert said.content == "The bridge, | is safe in any wind."


def test_a_quotation_that_goes_on_after_the_cues_sentence_is_a_statement_of_the_same_speaker(analyse: Any) -> None:
    text = '"The bridge is safe," Ms. Olsen told reporters in Oslo. "Nobody needs to worry about it."'
    first, second = attributions(analyse, text)
    assert (first.content, second.content) == ("The bridge is safe,", "Nobody needs to worry about it.")
    assert (second.speaker, second.cue) == (first.speaker, "")


def test_a_day_is_never_who_speaks(analyse: Any) -> None:
    text = (
        "Goran Vasic, its managing director and, as his lawyers like to point out, no relation of the minister, "
        "said yesterday that the tank had passed an inspection in December."
    )
    assert all("yesterday" not in (said.speaker or "") for said in attributions(analyse, text))


def test_a_quotation_that_its_cue_only_interrupts_is_one_statement(analyse: Any) -> None:
    (said,) = attributions(analyse, '"The bridge," Marta Olsen said, "is safe."')
    assert said.content == "The bridge, | is safe."


def test_a_quotation_after_reported_speech_has_its_speaker(analyse: Any) -> None:
    text = "The bridge was safe, Marta Olsen said. “We tested it twice and found nothing.” Traffic was light."
    first, second = attributions(analyse, text)
    assert (first.kind, second.kind) == ("indirect", "direct")
    assert (second.speaker, second.content) == ("Marta Olsen", "We tested it twice and found nothing.")


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(analyse: Any) -> None:
    text = "“The bridge is safe,” said Marta Olsen. “We tested it twice.\n\n“Then we tested it again.”\n\nIt rained."
    first, second = attributions(analyse, text)
    assert (first.content, second.content) == ("The bridge is safe,", "We tested it twice. | Then we tested it again.")
    assert first.speaker == second.speaker == "Marta Olsen"


def test_a_quotation_of_several_sentences_is_kept_whole(analyse: Any) -> None:
    (said,) = attributions(analyse, '"We looked. We found nothing. The search is over," said Marta Olsen.')
    assert said.content == "We looked. We found nothing. The search is over,"


def test_words_within_a_clause_make_it_mixed(analyse: Any) -> None:
    (said,) = attributions(analyse, 'Marta Olsen said the delay was "a disgrace to the city".')
    assert said == Said("Marta Olsen", "said", 'the delay was "a disgrace to the city"', "mixed")


def test_a_quoted_end_does_not_lose_the_beginning_of_the_sentence(analyse: Any) -> None:
    (said,) = attributions(analyse, 'The delay was "a disgrace to the city," Marta Olsen said.')
    assert said.content == 'The delay was "a disgrace to the city,"'
    assert said.kind == "mixed"


def test_what_a_thing_is_called_is_an_attribution(analyse: Any) -> None:
    (said,) = attributions(analyse, "The union called the offer “an insult”.")
    assert (said.cue, said.content, said.kind) == ("called", "the offer “an insult”", "mixed")


def test_a_name_in_marks_ends_with_its_marks(analyse: Any) -> None:
    text = 'The statement called Oslo\'s move "open theft" which harms trade.'
    (said,) = attributions(analyse, text)
    assert said.content == 'Oslo\'s move "open theft"'


def test_a_parenthesis_leaves_the_clause_around_it(analyse: Any) -> None:
    (said,) = attributions(analyse, "The samples, Marta Olsen said, were clean.")
    assert said.content == "The samples | were clean"


def test_only_what_follows_the_colon_is_reported(analyse: Any) -> None:
    text = "Rivals have been quick: two have lodged bids, Marta Olsen said."
    (said,) = attributions(analyse, text)
    assert said.content == "two have lodged bids"


def test_who_passed_it_on_is_kept_apart_from_who_said_it(analyse: Any) -> None:
    text = "Dagbladet quoted an unnamed source in the port authority as saying the crane would be sold."
    (quote,) = analyse(text).quotes
    assert quote.via == "Dagbladet"
    assert quote.speaker == "an unnamed source in the port authority"
    assert [span.of(text) for span in quote.content] == ["the crane would be sold"]


def test_being_quoted_by_a_paper_is_no_saying_of_the_paper(analyse: Any) -> None:
    text = "Marta Olsen was quoted by Dagbladet as saying that the crane would be sold."
    (quote,) = analyse(text).quotes
    assert (quote.speaker, quote.via) == ("Marta Olsen", "Dagbladet")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The road is closed, officials on both sides said.", "officials on both sides"),
        ("A man who lives nearby said the road was closed.", "a man"),
        ("Two people familiar with the matter said the road was closed.", "two people familiar with the matter"),
        ("Police said the road was closed.", "police"),
    ],
)
def test_nameless_speakers_keep_their_description(analyse: Any, text: str, speaker: str) -> None:
    (said,) = attributions(analyse, text)
    assert said.speaker is not None
    assert said.speaker.lower() == speaker


def test_a_pronoun_speaks_for_whom_it_stands(analyse: Any) -> None:
    text = "Marta Olsen said the bridge was safe. She added that no lorry would be turned away."
    assert [said.speaker for said in attributions(analyse, text)] == ["Marta Olsen", "Marta Olsen"]


def test_a_surname_leads_to_the_full_name(analyse: Any) -> None:
    text = 'Marta Olsen built the bridge. "It is safe," Olsen said.'
    findings = analyse(text)
    (quote,) = findings.quotes
    assert quote.speaker == "Marta Olsen"
    assert quote.entity == next(entity.id for entity in findings.entities if entity.name == "Marta Olsen")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The ministry denied any link.", "denied", "any link"),
        ("The ministry pledged to repay the loan.", "pledged", "to repay the loan"),
        ("The ministry urged drivers to stay at home.", "urged", "drivers to stay at home"),
        ("The ministry accused the contractor of fraud.", "accused", "the contractor of fraud"),
        ("The ministry called for an inquiry.", "called for", "an inquiry"),
        ("The ministry believes that the crane was stolen.", "believes", "that the crane was stolen"),
        (
            "The ministry declined to say whether the crane was stolen.",
            "declined to say",
            "whether the crane was stolen",
        ),
        ("The ministry rejected the claim that the crane was stolen.", "rejected claim", "that the crane was stolen"),
    ],
)
def test_denials_pledges_demands_and_beliefs_count(analyse: Any, text: str, cue: str, content: str) -> None:
    found = attributions(analyse, text)
    assert (cue, content) in [(said.cue, said.content) for said in found]


@pytest.mark.parametrize(
    "text",
    [
        "The crane is said to be the tallest in the country.",
        "The ferry was expected to sail at noon.",
        "The ministry declined to comment.",
        "A group called Harbour Watch met on Friday.",
        "The company called off the sale.",
        "He read a book about cranes.",
        "The workers' hall was closed because it's old.",
    ],
)
def test_where_nobody_says_anything_nothing_is_found(analyse: Any, text: str) -> None:
    assert attributions(analyse, text) == []


def test_what_the_writer_adds_after_the_clause_is_not_the_speakers(analyse: Any) -> None:
    text = "Marta Olsen said the bridge was safe, while residents said it shook."
    found = attributions(analyse, text)
    assert [(said.speaker, said.content) for said in found] == [
        ("Marta Olsen", "the bridge was safe"),
        ("residents", "it shook"),
    ]


def test_a_headline_speaks_before_its_colon(analyse: Any) -> None:
    text = "Olsen: bridge will open in May\n\nMarta Olsen, the engineer, shut the bridge in March."
    (said,) = attributions(analyse, text, furniture=(Furniture(start=0, end=30, kind="headline"),))
    assert said == Said("Marta Olsen", ":", "bridge will open in May", "indirect")


def test_a_label_before_a_colon_speaks_not(analyse: Any) -> None:
    text = "Analysis: bridge will open in May\n\nThe bridge has been shut since March."
    assert attributions(analyse, text, furniture=(Furniture(start=0, end=33, kind="headline"),)) == []


def test_the_turns_of_a_transcript_are_attributed(analyse: Any) -> None:
    text = "OLSEN: The bridge is safe.\n\nHANSEN: I doubt that very much.\n\nOLSEN: Then come and see."
    assert [said.content for said in attributions(analyse, text) if said.cue == ":"] == [
        "The bridge is safe",
        "I doubt that very much",
        "Then come and see",
    ]


def test_a_caption_quotes_nobody(analyse: Any) -> None:
    text = "Marta Olsen said the bridge was safe.\n\nThe road is open."
    assert attributions(analyse, text, furniture=(Furniture(start=0, end=37, kind="caption"),)) == []


def test_every_quote_names_its_rule_and_its_own_words(analyse: Any) -> None:
    text = 'Marta Olsen said the bridge was safe. "It will stand," she said. Critics disagree, according to Dagbladet.'
    findings = analyse(text)
    assert [quote.rule for quote in findings.quotes] == ["verb-clause", "quotation-then-cue", "according-to"]
    assert len({quote.id for quote in findings.quotes}) == 3
    for quote in findings.quotes:
        for span in (*quote.content, *quote.cue, *quote.source):
            assert span.of(text) == span.of(text).strip() != ""


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "In a poll last week, half of the voters were undecided.",
            "a poll",
            "half of the voters were undecided",
        ),
        (
            "As Marta Olsen explained, the bridge is older than the town.",
            "Marta Olsen",
            "the bridge is older than the town",
        ),
        ("In the words of Marta Olsen, the bridge was finished.", "Marta Olsen", "the bridge was finished"),
        ("Marta Olsen issued a statement saying the bridge was safe.", "Marta Olsen", "the bridge was safe"),
        (
            "Marta Olsen, whose term ends soon, said that the bridge was safe.",
            "Marta Olsen",
            "that the bridge was safe",
        ),
        ("Marta Olsen was accused by the union of fraud.", "union", "Marta Olsen | of fraud"),
        ("Marta Olsen rejected Kremlin demands to close the bridge.", "Kremlin", "to close the bridge"),
    ],
)
def test_the_source_is_who_answers_for_the_words(analyse: Any, text: str, speaker: str, content: str) -> None:
    found = attributions(analyse, text)
    said = next(said for said in found if said.content == content)
    assert said.speaker is not None
    assert said.speaker.removeprefix("the ") == speaker


def test_the_minister_is_who_was_last_named_as_one(analyse: Any) -> None:
    text = (
        "Transport Minister Marta Olsen opened the bridge. The prime minister, Jonas Berg, stayed away.\n\n"
        "The minister said the bridge was safe."
    )
    assert attributions(analyse, text)[-1].speaker == "Marta Olsen"


def test_the_component_works_without_names(nlp: Any) -> None:
    from briefing.nlp.quotes import Quotes

    text = '"The bridge is safe," said Marta Olsen. He said it shook.'
    doc = nlp(text)
    doc._.mentions = doc._.entities = ()
    quotes = Quotes()(doc)._.quotes
    assert [(quote.speaker, quote.entity) for quote in quotes] == [("Marta Olsen", None), ("Marta Olsen", None)]


def test_an_empty_text_holds_no_quotation(analyse: Any) -> None:
    assert attributions(analyse, "") == []
    assert attributions(analyse, "\n\n \n") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Slav neighbours said that it was late.", "Slav neighbours"),
        ("Western officials said that it was late.", "Western officials"),
        ("Critics said that it was late.", "critics"),
    ],
)
def test_a_speaker_without_a_name_keeps_the_capital_of_a_people(analyse: Any, text: str, speaker: str) -> None:
    assert [quote.speaker for quote in analyse(text).quotes] == [speaker]
