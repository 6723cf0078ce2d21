from __future__ import annotations

import re

import msgspec
import pytest

from briefing.export import Dossier, is_ours, to_csv, to_json, to_markdown
from briefing.export.escaping import visible
from briefing.model import Article, Claim, Foreign, Located
from tests.unit.export.conftest import Rendered, place

FOOTNOTE = re.compile(r"\(([^()]*) (\d+)–(\d+)\): “(.*)”$", re.DOTALL)
QUOTED = re.compile(r"“([^“”]+)”")


def section(markdown: str, heading: str) -> str:
    return markdown.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_every_footnote_is_used_and_defined(dossier: Dossier) -> None:
    markdown = to_markdown([dossier])
    defined = re.findall(r"^\[\^(\d+)\]:", markdown, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", markdown))
    assert len(defined) == len(set(defined)) > 10
    assert set(defined) == used


def test_every_footnote_holds_the_exact_words_at_its_place(dossier: Dossier) -> None:
    texts = {article.id: article.text for article in dossier.articles}
    notes = Rendered(to_markdown([dossier])).notes
    assert len(notes) > 10
    for words in notes.values():
        found = FOOTNOTE.search(words)
        assert found is not None, words
        assert found[4] == visible(texts[found[1]][int(found[2]) : int(found[3])])


def test_every_quotation_stands_in_a_source(dossier: Dossier) -> None:
    texts = [visible(article.text) for article in dossier.articles]
    titles = [article.title for article in dossier.articles]
    quoted = [words for line in Rendered(to_markdown([dossier])).body for words in QUOTED.findall(line)]
    assert len(quoted) > 15
    assert [words for words in quoted if not any(words in text for text in (*texts, *titles))] == []


def test_every_statement_of_the_bottom_line_is_cited_and_adds_no_number_or_name(dossier: Dossier) -> None:
    prose = section(to_markdown([dossier]), "The bottom line").split("<!--")[0]
    for sentence in filter(None, (part.strip() for part in re.split(r"(?<=\])\.", prose))):
        assert "[^" in sentence
    bare = re.sub(r"\[\^\d+\]", "", QUOTED.sub("", prose))
    for name in ("Velmar Post", "Osten Times"):
        bare = bare.replace(name, "")
    assert not re.search(r"\d", bare)
    assert set(re.findall(r"\b[A-Z]\w+", bare)) <= {"They", "Sources", "Later"}


def test_the_bottom_line_tells_what_is_agreed_and_where_sources_differ(dossier: Dossier) -> None:
    prose = section(to_markdown([dossier]), "The bottom line")
    assert "Velmar Post and Osten Times both pass on, as somebody's word: “Forty boats blocked" in prose
    assert "Sources differ on a number: Velmar Post has “Two ferries with **600** passengers" in prose


def test_sections_come_in_their_order(dossier: Dossier) -> None:
    assert [words for level, words in Rendered(to_markdown([dossier])).headings if level == 2] == [
        "The bottom line", "Agreed", "Where sources differ", "The same once worked out", "Later word",
        "Reported by one source only", "Timeline", "Who is who", "Quotations", "The analyst's notes", "Gaps", "Sources",
    ]  # fmt: skip


def test_a_claim_within_another_is_not_told_twice(dossier: Dossier) -> None:
    assert section(to_markdown([dossier]), "Agreed").count("“Forty boats") == 1


def test_a_difference_shows_both_wordings_the_words_that_clash_and_the_judgement(dossier: Dossier) -> None:
    row = next(line for line in section(to_markdown([dossier]), "Where sources differ").split("\n") if "600" in line)
    on, first, second, why = (cell.strip() for cell in row.strip("|").split("|"))
    assert on == "Number"
    assert first.startswith("Velmar Post (also in unnamed source (copy)): “Two ferries with **600** passengers")
    assert second.startswith("Osten Times: “The ferries carried **450** passengers")
    assert why.startswith("600 passengers against 450 passengers")
    assert "*analyst: disputed, doubtful*: ask the port" in why


def test_what_is_compatible_shows_its_working(dossier: Dossier) -> None:
    told = section(to_markdown([dossier]), "The same once worked out")
    assert "**a fifth**" in told
    assert "**20 percent**" in told
    assert "1/5 = 20%." in told


def test_two_matters_in_one_pair_of_sentences_are_both_told(dossier: Dossier) -> None:
    first = dossier.story.claims[3]
    other = msgspec.structs.replace(first, id="c9", values=first.values[:1], why="March in both.")
    story = msgspec.structs.replace(dossier.story, claims=(first, msgspec.structs.replace(other, values=())))
    worth = msgspec.structs.replace(
        first.values[0], value="March", start=first.values[0].end + 4, end=first.values[0].end + 9
    )
    both = msgspec.structs.replace(story, claims=(first, msgspec.structs.replace(other, values=(worth,))))
    assert "March in both." not in to_markdown([msgspec.structs.replace(dossier, story=story)])
    told = section(to_markdown([msgspec.structs.replace(dossier, story=both)]), "The same once worked out")
    assert "1/5 = 20%." in told
    assert "March in both." in told


def test_the_timeline_sets_the_accounts_of_a_day_together(dossier: Dossier) -> None:
    day = section(to_markdown([dossier]), "Timeline")
    assert day.count("- **11 March 2014**") == 1
    assert "Velmar Post: “Forty boats" in day
    assert "Osten Times: “About 40" in day


def test_names_stand_as_each_source_spells_them(dossier: Dossier) -> None:
    row = next(line for line in section(to_markdown([dossier]), "Who is who").split("\n") if "Ruiz" in line)
    assert re.search(r"Velmar Post: “Ana Ruiz”\[\^\d+\]; Osten Times: “Anna Ruiz”\[\^\d+\]", row)
    assert "head of the union" in row


def test_unknown_sources_and_dates_and_open_questions_are_told(dossier: Dossier) -> None:
    told = section(to_markdown([dossier]), "Gaps")
    assert "unnamed source (copy), “Ferries turned away”: its source and its date of publication." in told
    assert "may be the same: alike" in told


def test_what_is_not_sure_is_offered_for_decision_and_told_nowhere_else_until_judged(dossier: Dossier) -> None:
    unsure = msgspec.structs.replace(dossier.story.claims[3], sure=False)
    claims = (*dossier.story.claims[:3], unsure, *dossier.story.claims[4:])
    open_ = msgspec.structs.replace(dossier, story=msgspec.structs.replace(dossier.story, claims=claims))
    assert "## The same once worked out" not in to_markdown([open_])
    assert "1/5 = 20%." in section(to_markdown([open_]), "Gaps")
    judged = msgspec.structs.replace(dossier.annotations[0], id="a-2", claim="c4", judge="confirmed")
    decided = to_markdown([msgspec.structs.replace(open_, annotations=(judged,))])
    assert "*analyst: confirmed" in section(decided, "The same once worked out")
    assert "1/5 = 20%." not in section(decided, "Gaps")


def test_sources_tell_title_date_origin_and_grade(dossier: Dossier) -> None:
    told = section(to_markdown([dossier]), "Sources")
    assert "| Velmar Post | [Boats block harbour](<https://post.example/boats>) | 2014-03-11 | 50 | A | B |" in told
    assert "| Osten Times | Port closed | 2014-03-12 08:00:00Z | 38 | B | — |" in told
    assert (
        "| unnamed source (copy) | Ferries turned away (made from its opening words) | unknown | 16 | A | — |" in told
    )


def test_front_matter_names_each_source_with_its_hash_and_the_counts(dossier: Dossier) -> None:
    yaml = pytest.importorskip("yaml")
    (story,) = yaml.safe_load(to_markdown([dossier]).split("---\n")[1])["stories"]
    assert story["counts"] == {
        "articles": 3, "origins": 2, "agreed": 2, "compatible": 1, "update": 1, "conflict": 1, "single": 2,
        "undecided": 0, "annotations": 1,
    }  # fmt: skip
    assert [source["sha256"] for source in story["sources"]] == [article.text_hash for article in dossier.articles]


def test_two_exports_of_one_library_are_the_same_bytes(dossier: Dossier) -> None:
    turned = msgspec.structs.replace(
        dossier,
        findings={key: dossier.findings[key] for key in sorted(dossier.findings, reverse=True)},
        annotations=tuple(reversed(dossier.annotations)),
        corrections=tuple(reversed(dossier.corrections)),
    )
    for write in (to_markdown, to_json, to_csv):
        assert write([dossier]) == write([dossier]) == write([turned])


def test_several_stories_stand_under_their_titles_with_footnotes_numbered_through(dossier: Dossier) -> None:
    other = msgspec.structs.replace(dossier, story=msgspec.structs.replace(dossier.story, id="s-2", title="Again"))
    markdown = to_markdown([dossier, other])
    assert [words for level, words in Rendered(markdown).headings if level == 1] == ["Boats block harbour", "Again"]
    defined = re.findall(r"^\[\^(\d+)\]:", markdown, re.MULTILINE)
    assert (
        len(defined) == len(set(defined)) == 2 * len(re.findall(r"^\[\^\d+\]:", to_markdown([dossier]), re.MULTILINE))
    )


def test_a_story_that_is_not_analysed_or_compared_yet_is_still_a_summary(dossier: Dossier) -> None:
    bare = Dossier(
        story=msgspec.structs.replace(dossier.story, claims=(), entities=(), origins=(), suggestions=()),
        articles=dossier.articles,
    )
    markdown = to_markdown([bare])
    assert "No claim is made by sources of different origin" in markdown
    assert markdown.count("not analysed yet") == 3


def test_an_agreement_that_holds_the_words_of_a_conflict_is_not_told_as_agreed(dossier: Dossier) -> None:
    def told(*passages: Located) -> str:
        agreement = Claim(id="c-more", status="agreed", passages=passages, why="Both say so.", rule="r", origins=2)
        story = msgspec.structs.replace(dossier.story, claims=(*dossier.story.claims, agreement))
        return to_markdown([msgspec.structs.replace(dossier, story=story)])

    post, times = dossier.articles[0], dossier.articles[1]
    contested = told(place(post, "Two ferries with 600 passengers"), place(times, "The ferries carried 450 passengers"))
    beside = told(place(post, "who heads the union"), place(times, "of the fishermen's union"))
    assert "who heads the union" in section(beside, "Agreed")
    assert section(contested, "Agreed") == section(to_markdown([dossier]), "Agreed")


def test_passages_in_other_languages_are_told_as_not_analysed(dossier: Dossier) -> None:
    first = dossier.articles[0].id
    passages = (Foreign(start=0, end=9, language="fr"), Foreign(start=20, end=40, language="fr"))
    found = {**dossier.findings, first: msgspec.structs.replace(dossier.findings[first], foreign=passages)}
    markdown = to_markdown([msgspec.structs.replace(dossier, findings=found)])
    assert "2 passages in French, not analysed." in markdown
    assert markdown.count("not analysed") == 1


def test_an_export_without_stories_is_still_ours() -> None:
    assert is_ours(to_markdown([]))


def test_our_files_are_known_and_others_are_not(dossier: Dossier) -> None:
    for write in (to_markdown, to_json, to_csv):
        assert is_ours(write([dossier]))
    assert is_ours(to_markdown([dossier]).replace("\n", "\r\n"))
    for text in (
        "",
        "# Notes",
        "---\ntitle: mine\n---\n",
        '{"schema": "other"}',
        "story,claim\n",
        to_markdown([dossier])[1:],
    ):
        assert not is_ours(text)


HOSTILE = (
    "*** [x](javascript:alert(1)) ![p](http://e.vil/p.png) <script>alert(1)</script> | `code` | www.e.vil "
    "https://e.vil/a_b_c me@e.vil &lt; # ## 1. - [^1] [^1]: $x$ ~~y~~ \u202eevil\u202c \x1b[2J "
    "<!-- briefing:keep --> ---"
)


def test_words_of_a_source_do_nothing_but_stand_there(dossier: Dossier) -> None:
    text = f"{HOSTILE} said so.\n\n{dossier.articles[0].text}"
    shift = len(text) - len(dossier.articles[0].text)
    post = msgspec.structs.replace(
        dossier.articles[0],
        text=text,
        title=HOSTILE,
        source=f"- {HOSTILE}"[:90],
        url="javascript:alert(1)",
        furniture=(),
    )
    assert isinstance(post, Article)
    claim = dossier.story.claims[4]
    passage = msgspec.structs.replace(claim.passages[0], article="post", start=0, end=shift - 2)
    story = msgspec.structs.replace(
        dossier.story,
        title=HOSTILE,
        claims=(msgspec.structs.replace(claim, passages=(passage,), why=HOSTILE), *dossier.story.claims[5:6]),
    )
    note = msgspec.structs.replace(
        dossier.annotations[0], note=f"{HOSTILE}\n- one\n# two\n1. three\n===", tags=(HOSTILE,)
    )
    hostile = msgspec.structs.replace(
        dossier, story=story, articles=(post, *dossier.articles[1:]), annotations=(note,), findings={}
    )
    rendered = Rendered(to_markdown([hostile]))
    kinds = {token.type for token in rendered.inline}
    assert kinds <= {"text", "text_special", "footnote_ref", "strong_open", "strong_close", "em_open", "em_close",
                     "code_inline", "softbreak", "hardbreak", "footnote_anchor", "link_open", "link_close"}  # fmt: skip
    links = [token.attrGet("href") for token in rendered.inline if token.type == "link_open"]
    assert [href for href in links if href != "mailto:me@e.vil"] == []
    blocks = [token.content for token in rendered.tokens if token.type == "html_block"]
    assert all(
        re.fullmatch(r"<!-- (?:/?briefing:keep.*|What stands.*) -->", line)
        for b in blocks
        for line in b.split("\n")
        if line
    )
    assert [level for level, _ in rendered.headings].count(1) == 1
    assert visible(HOSTILE) in rendered.notes["1"] or any(
        visible(HOSTILE) in words for words in rendered.notes.values()
    )
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]", to_markdown([hostile]))
