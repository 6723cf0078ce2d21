"""The panels: claims, entities, facts, notes, timeline; judging in one key; going from them to the words."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open
from tests.tui.sample import REUTERS, RFE


async def test_the_claims_panel_follows_the_sentence(open_sample: Open) -> None:
    async with open_sample() as reader:
        assert reader.panel == "c-attend"
        await reader.press("n")
        assert reader.panel == "c-force"
        shown = reader.screen_text()
        assert "rule plan-carried-out" in shown
        assert "Due to be decided in one report; signed in the other." in shown


async def test_a_conflict_shows_both_wordings_the_rule_and_the_working(open_sample: Open) -> None:
    async with open_sample((200, 50)) as reader:
        await reader.press("n", "n")
        shown = reader.screen_text()
        assert "conflict of reason" in shown
        assert "different-reasons; as said by someone" in shown
        await reader.press("n")
        assert "1/4 x 2,000,000,000 USD = 500,000,000 USD" in reader.screen_text()


async def test_going_through_the_claims_moves_the_texts(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("1", "home")
        assert reader.context == "claims"
        assert reader.panel == "c-reason"
        assert reader.sentence.startswith("Moscow claimed")
        await reader.press("j", "j")
        assert reader.panel == "c-loan"
        assert "withheld the last quarter" in reader.sentence
        assert reader.context == "claims"


async def test_enter_on_a_claim_goes_to_its_words(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("1", "end")
        await reader.press("enter")
        assert reader.context == "text"
        assert reader.text.article_id == REUTERS
        assert reader.sentence.startswith("Yesterday, Mr Lukashenko asked his ministers")


async def test_enter_in_the_text_goes_to_the_claim_and_escape_back(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("n", "enter")
        assert (reader.context, reader.panel) == ("claims", "c-force")
        await reader.press("escape")
        assert reader.context == "text"


async def test_claims_are_judged_in_one_key_each_and_the_next_one_comes(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("1", "home", "+", "-", "?")
        judged = {claim.id: reader.desk.sheets.judgement(claim) for claim in reader.desk.sheets.claims}  # type: ignore[union-attr]
        assert {id: a.judge for id, a in judged.items() if a} == {
            "c-reason": "confirmed",
            "c-force": "disputed",
            "c-loan": "unsure",
        }
        assert reader.panel == "c-attend"
        assert reader.context == "claims"


async def test_a_filter_of_unjudged_claims_empties_as_one_judges(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("1", *["f"] * 7, "home")
        assert reader.desk.kind == "unjudged"
        before = len(reader.desk.panel.current.listed)
        await reader.press("+", "+")
        assert len(reader.desk.panel.current.listed) == before - 2
        assert reader.panel == "c-loan"


async def test_the_same_judgement_again_takes_it_back(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("n", "+")
        assert reader.workspace.annotations()[0].judge == "confirmed"
        assert "✓" in reader.screen_text()
        await reader.press("+")
        assert reader.workspace.annotations() == ()
        await reader.press("u")
        assert reader.workspace.annotations()[0].judge == "confirmed"


async def test_a_claim_can_have_a_note(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("1", "home", "a")
        await reader.type("which agency")
        await reader.press("enter")
        (note,) = reader.workspace.annotations()
        assert (note.claim, note.note) == ("c-reason", "which agency")
        await reader.press("x")
        assert reader.workspace.annotations() == ()


async def test_entities_show_spellings_by_source_and_why_they_are_one(open_sample: Open) -> None:
    async with open_sample((160, 50)) as reader:
        await reader.press("2", "j", "j")
        assert reader.panel == "e-lukashenka"
        for words in ("Lukashenka", "Lukashenko", "RFE/RL", "Reuters", "the names sound alike", "president"):
            assert words in reader.detail


async def test_enter_lights_all_mentions_and_puts_them_out(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("2", "j", "j", "enter")
        for column in reader.desk.columns:
            assert column.sheet
            words = {column.sheet.article.text[start:end] for start, end in column.drawn.get("mention")}
            assert words == {"Lukashenka" if column.article_id == RFE else "Lukashenko"}
        await reader.press("enter")
        assert not reader.text.drawn.get("mention")


async def test_a_suggestion_is_turned_down(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("2", "j", "j", "j", "-")
        (correction,) = reader.workspace.corrections()
        assert correction.kind == "split"
        await reader.press("home", "-")
        assert "Nothing is suggested here" in reader.status


async def test_facts_tell_who_did_what_and_how_far_the_source_commits_itself(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("n", "n", "n", "3")
        assert reader.panel == "f0"
        for words in (
            "withheld",
            "agent",
            "Russia",
            "the last quarter of a $2-billion loan",
            "stated",
            "verb-with-object",
        ):
            assert words in reader.detail
        await reader.press("j")
        assert "said by someone" in reader.screen_text()
        await reader.press("enter")
        assert "it was banning the import" in reader.sentence


async def test_the_speaker_of_an_attributed_fact_is_named(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("tab", "3", "end")
        assert "said by" in reader.screen_text()


async def test_notes_are_listed_gone_to_changed_and_removed(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("4")
        assert "Nothing marked yet" in reader.screen_text()
        await reader.press("j", "j", "h", "G", "a")
        await reader.type("who paid")
        await reader.press("enter", "g", "4")
        assert len(reader.desk.panel.current.listed) == 2
        await reader.press("end")
        assert "Zbogar" in reader.sentence
        await reader.press("a")
        await reader.type(" for it")
        await reader.press("enter")
        assert "who paid for it" in reader.screen_text()
        await reader.press("t")
        await reader.type("money")
        await reader.press("enter")
        assert "#money" in reader.screen_text()
        await reader.press("x")
        assert len(reader.workspace.annotations()) == 1
        assert reader.context == "notes"


async def test_the_timeline_sets_the_sources_under_one_day(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("5")
        shown = reader.screen_text()
        assert "6 June 2009, Saturday" in shown
        assert shown.count("6 June 2009, Saturday") == 1
        await reader.press("home", "enter")
        assert "end of May" in reader.sentence


async def test_the_detail_is_scrolled_from_the_list(open_sample: Open) -> None:
    async with open_sample((120, 24)) as reader:
        await reader.press("n", "n", "1")
        detail = reader.desk.panel.current.query_one(".detail")
        await reader.press("space")
        assert detail.scroll_offset.y > 0
        await reader.press("b")
        assert detail.scroll_offset.y == 0


@pytest.mark.parametrize("panel", ["1", "2", "3", "4", "5", "6", "7"])
async def test_the_panel_folds_and_comes_back(open_sample: Open, panel: str) -> None:
    async with open_sample() as reader:
        await reader.press(panel, "p")
        assert not reader.desk.panel.display
        assert reader.context == "text"
        await reader.press("p")
        assert reader.desk.panel.display


async def test_a_tab_can_be_clicked(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.pilot.click(reader.desk.panel.tabs, offset=(10, 0))
        await reader.pilot.pause()
        assert reader.desk.panel.chosen == "entities"
