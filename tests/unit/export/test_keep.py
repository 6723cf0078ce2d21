from __future__ import annotations

import msgspec
import pytest

from briefing.export import Dossier, to_markdown


def again(dossier: Dossier, previous: str) -> str:
    return to_markdown([msgspec.structs.replace(dossier, previous=previous)])


def filled(markdown: str, name: str, words: str) -> str:
    head = f"<!-- briefing:keep {name} -->\n"
    assert head in markdown
    return markdown.replace(head, head + words, 1)


def test_words_between_keep_marks_survive_at_their_place(dossier: Dossier) -> None:
    first = to_markdown([dossier])
    written = filled(filled(first, "s-post/notes", "Call Ruiz.\n\n## Her number\n- 123"), "s-post/bottom-line", "Mine.")
    second = again(dossier, written)
    assert second == again(dossier, second)
    notes = second.split("## The analyst's notes", 1)[1].split("\n## Gaps", 1)[0]
    assert "Call Ruiz.\n\n## Her number\n- 123\n<!-- /briefing:keep -->" in notes
    assert second.index("Mine.") < second.index("## Agreed")


def test_everything_else_is_made_anew(dossier: Dossier) -> None:
    assert again(dossier, to_markdown([dossier]).replace("Forty boats", "Fifty boats") + "\nscribble") == to_markdown(
        [dossier]
    )


def test_marks_of_the_persons_own_return_to_their_section(dossier: Dossier) -> None:
    own = "<!-- briefing:keep -->\nCheck the 600.\n<!-- /briefing:keep -->"
    second = again(
        dossier, to_markdown([dossier]).replace("## The same once worked out", f"{own}\n\n## The same once worked out")
    )
    assert "Check the 600." in second.split("## Where sources differ", 1)[1].split("\n## ", 1)[0]


def test_what_has_lost_its_section_or_story_goes_to_the_end(dossier: Dossier) -> None:
    written = filled(to_markdown([dossier]), "s-post/notes", "Call Ruiz.")
    written = written.replace(
        "## Quotations", "<!-- briefing:keep -->\nOn the table.\n<!-- /briefing:keep -->\n\n## Quotations"
    )
    moved = msgspec.structs.replace(
        dossier, story=msgspec.structs.replace(dossier.story, id="s-new", title="New", entities=()), previous=written
    )
    end = to_markdown([moved]).split("# Kept from an earlier summary", 1)[1]
    assert "<!-- briefing:keep s-post/notes -->\nCall Ruiz." in end
    assert "On the table." in end
    twice = to_markdown([msgspec.structs.replace(moved, previous=to_markdown([moved]))])
    assert twice.count("Call Ruiz.") == twice.count("On the table.") == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_block_left_open_keeps_its_words_and_swallows_no_section(newline: str, dossier: Dossier) -> None:
    written = filled(to_markdown([dossier]), "s-post/notes", "Call Ruiz.")
    head, tail = written.split("Call Ruiz.")
    broken = (head + "Call Ruiz." + tail.replace("<!-- /briefing:keep -->", "", 1)).replace("\n", newline)
    second = again(dossier, broken)
    assert second.count("Call Ruiz.") == 1
    assert second.count("## Gaps") == 1


def test_a_mark_within_the_words_of_a_source_keeps_nothing(dossier: Dossier) -> None:
    post = msgspec.structs.replace(dossier.articles[0], title="<!-- briefing:keep -->")
    hostile = msgspec.structs.replace(dossier, articles=(post, *dossier.articles[1:]))
    first = to_markdown([hostile])
    assert again(hostile, first) == first
