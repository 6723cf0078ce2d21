from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run

COMMANDS = ["read", "add", "list", "analyse", "compare", "note", "notes", "unnote", "export", "where", "keys", "doctor"]


def test_help_names_every_command(run: Run) -> None:
    shown = run("--help")
    assert shown.status == 0
    for command in COMMANDS:
        assert f"\n  {command} " in shown.out


@pytest.mark.parametrize("words", [("nosuch",), ("list", "--nosuch"), ("note", "x"), ("export", "--format", "pdf")])
def test_wrong_use_ends_with_2_and_prints_no_data(run: Run, words: tuple[str, ...]) -> None:
    shown = run(*words)
    assert shown.status == 2
    assert shown.out == ""
    assert shown.err


def test_add_says_what_was_new_known_changed_and_refused(run: Run, news: Path) -> None:
    first = run("add", news)
    assert first.status == 0
    assert [line.split()[0] for line in first.out.splitlines()] == ["new", "new"]
    (news / "one.md").write_text((news / "one.md").read_text("utf-8") + "\nA new last line.\n", "utf-8")
    second = run("add", news, news / "absent.txt")
    assert second.status == 1
    assert [line.split()[0] for line in second.out.splitlines()] == ["changed", "known"]
    assert "absent.txt" in second.err


def test_list_gives_articles_with_their_stories(run: Run, news: Path) -> None:
    run("add", news)
    (record,) = run("list", "--json").lines()
    by_title = {article["title"]: article for article in record["articles"]}
    assert by_title["Halden bridge opened"]["source"] == "Evening Courier"
    assert by_title["Halden bridge opened"]["published"] == "2011-05-03"
    assert all({"id", "title", "source", "published", "story"} <= set(a) for a in record["articles"])
    assert "Minister opens the Halden bridge" in run("list").out


def test_an_empty_library_lists_nothing_and_says_what_to_do(run: Run) -> None:
    shown = run("list")
    assert (shown.status, shown.out) == (0, "")
    assert "briefing add" in shown.err
    assert run("list", "--json").lines() == [{"articles": []}]


def test_analyse_stores_nothing_and_its_spans_are_the_source_s_words(run: Run, news: Path) -> None:
    shown = run("analyse", news / "one.md", "--json")
    assert shown.status == 0
    (record,) = shown.lines()
    assert record["schema"] == "briefing/1"
    assert record["source"] == "The Morning Post"
    text = record["text"]
    assert "It will last a century," in [text[s:e] for q in record["quotes"] for s, e in q["content"]]
    for kind in ("mentions", "times", "quantities", "facts"):
        assert record[kind], kind
        for finding in record[kind]:
            assert text[finding["start"] : finding["end"]].strip()
    assert all(0 <= fact["sentence"] < len(record["sentences"]) for fact in record["facts"])
    assert run("list", "--json").lines() == [{"articles": []}]


def test_explained_every_finding_names_its_rule_and_no_documented_key_changes(run: Run, news: Path) -> None:
    plain, full = (
        run("analyse", news / "one.md", "--json").lines(),
        run("analyse", news / "one.md", "--json", "--explain").lines(),
    )
    (known,), (more,) = plain, full
    kinds = ("mentions", "quotes", "times", "quantities", "facts")
    assert all(more[kind] and all(each["rule"] for each in more[kind]) for kind in kinds)
    for kind in ("mentions", "quotes", "times", "quantities"):
        pairs = zip(more[kind], known[kind], strict=True)
        assert all({key: each[key] for key in bare} == bare for each, bare in pairs)
    assert {"Anna Berg", "Halden"} <= {entity["name"] for entity in more["entities"]}
    rule = next(each["rule"] for each in more["times"])
    assert rule in " ".join(run("analyse", news / "one.md", "--explain").out.split())


def test_a_broken_line_is_named_and_the_others_are_still_done(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "a", "text": "Anna Berg spoke."}\n{broken\n{"id": "b", "text": "She left."}\n', "utf-8")
    shown = run("analyse", path, "--json")
    assert shown.status == 1
    assert [record["id"] for record in shown.lines()] == ["a", "b"]
    assert "in.jsonl" in shown.err
    assert "2" in shown.err


def test_an_article_has_the_same_id_from_every_command(run: Run, news: Path) -> None:
    ids = {record["id"] for record in run("analyse", news, "--json").lines()}
    assert {article for story in run("compare", news, "--json").lines() for article in story["articles"]} == ids
    run("add", news)
    assert {article["id"] for article in run("list", "--json").lines()[0]["articles"]} == ids


def test_standard_input_is_read_for_a_dash(run: Run) -> None:
    line = json.dumps({"id": "n-7", "text": "The harbour of Ryme was closed on Monday.", "published": "2011-05-03"})
    (record,) = run("analyse", "-", "--json", stdin=line.encode()).lines()
    assert record["id"] == "n-7"
    assert [t["value"] for t in record["times"]] == ["2011-05-02"]


def test_compare_puts_two_reports_of_one_event_together(run: Run, news: Path) -> None:
    stories = run("compare", news, "--json").lines()
    assert len(stories) == 1
    (story,) = stories
    assert len(story["articles"]) == len(story["origins"]) == 2
    assert {"schema", "story", "title", "entities", "alignments", "claims"} <= set(story)
    assert "agreed" in {claim["status"] for claim in story["claims"]}
    texts = {record["id"]: record["text"] for record in run("analyse", news, "--json").lines()}
    for claim in story["claims"]:
        for passage in claim["passages"]:
            assert texts[passage["article"]][passage["start"] : passage["end"]].strip()


def test_the_ledger_is_one_more_key_and_changes_no_other(run: Run, news: Path) -> None:
    (plain,), (full,) = (run("compare", news, "--json", *more).lines() for more in ((), ("--ledger",)))
    ledger = full.pop("ledger")
    assert full == plain
    assert [account["article"] for account in ledger["accounts"]] == plain["articles"]
    assert all({"alone", "silent", "voices", "cites", "loses", "weakens"} <= set(a) for a in ledger["accounts"])
    shown = run("compare", news, "--ledger").out
    assert "The Morning Post: " in shown
    assert "quotes" in shown


def test_a_library_s_ledger_is_that_of_its_files(run: Run, news: Path) -> None:
    run("add", news)
    (kept,) = run("compare", "--json", "--ledger").lines()
    (given,) = run("compare", news, "--json", "--ledger").lines()
    assert kept["ledger"]["credibility"] == given["ledger"]["credibility"]


def test_together_makes_one_story_of_everything(run: Run, news: Path) -> None:
    (news / "three.txt").write_text("Wheat prices fell\n\nWheat prices fell in Chicago, traders said.\n", "utf-8")
    assert len(run("compare", news, "--json", "--together").lines()) == 1
    assert len(run("compare", news, "--json").lines()) == 2


def test_articles_with_a_given_story_are_not_grouped(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    rows = [("a", "The bridge opened.", "s1"), ("b", "The bridge opened.", "s2"), ("c", "Wheat fell.", "s1")]
    path.write_text("".join(json.dumps({"id": i, "text": t, "story": s}) + "\n" for i, t, s in rows), "utf-8")
    stories = {story["story"]: set(story["articles"]) for story in run("compare", path, "--json").lines()}
    assert stories == {"s1": {"a", "c"}, "s2": {"b"}}


def test_a_note_is_listed_and_removed_by_the_id_that_was_printed(run: Run, news: Path) -> None:
    run("add", news)
    made = run(
        "note", "one.md", "--quote", "The bridge cost 40 million euros", "--note", "check the budget",
        "--tag", "money", "--tag", "check", "--judge", "unsure",
    )  # fmt: skip
    assert made.status == 0
    identity = made.out.strip()
    (listed,) = run("notes", "--json").lines()
    (annotation,) = listed["notes"]
    assert annotation["id"] == identity
    assert annotation["quote"] == "The bridge cost 40 million euros"
    assert (annotation["note"], annotation["tags"], annotation["judge"]) == (
        "check the budget", ["money", "check"], "unsure",
    )  # fmt: skip
    assert identity in run("notes").out
    assert run("unnote", identity).status == 0
    assert run("notes", "--json").lines() == [{"notes": []}]
    assert run("unnote", identity).status == 1


def test_a_note_on_words_that_stand_twice_asks_which(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("The ferry\n\nThe ferry sank. The ferry sank slowly.\n", "utf-8")
    run("add", path)
    refused = run("note", "x.txt", "--quote", "The ferry sank")
    assert (refused.status, refused.out) == (1, "")
    assert "--nth" in refused.err
    assert run("note", "x.txt", "--quote", "The ferry sank", "--nth", "1").status == 0
    (listed,) = run("notes", "--json").lines()
    assert listed["notes"][0]["anchors"][0]["suffix"].startswith(" slowly")


def test_export_overwrites_its_own_file_and_no_other(run: Run, news: Path, tmp_path: Path) -> None:
    run("add", news)
    target = tmp_path / "out.md"
    target.write_text("My own notes.\n", "utf-8")
    refused = run("export", "-o", target)
    assert refused.status == 2
    assert target.read_text("utf-8") == "My own notes.\n"
    assert run("export", "-o", target, "--force").status == 0
    first = target.read_bytes()
    assert run("export", "-o", target).status == 0
    assert target.read_bytes() == first
    assert run("export").out.encode() == first


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_export_writes_every_format_to_standard_output(run: Run, news: Path, form: str) -> None:
    run("add", news)
    shown = run("export", "--format", form)
    assert shown.status == 0
    assert "40 million euros" in shown.out
    if form == "json":
        json.loads(shown.out)


def test_where_names_the_library_in_use(run: Run, tmp_path: Path) -> None:
    assert str(tmp_path / "library") in run("where").out
    assert str(tmp_path / "other") in run("--library", tmp_path / "other", "where").out
    assert str(tmp_path / "third") in run("where", "--library", tmp_path / "third").out


def test_keys_shows_every_command_of_the_screen(run: Run) -> None:
    from briefing.tui.commands import COMMANDS as ON_SCREEN

    (shown,) = run("keys", "--json").lines()
    assert {row["id"] for row in shown["keys"]} == {command.id for command in ON_SCREEN}


def test_doctor_finds_a_missing_model_and_a_damaged_text(
    run: Run, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", news)
    assert run("doctor").status == 0
    next((tmp_path / "library" / "texts").rglob("*.txt")).write_bytes(b"something else")
    monkeypatch.setenv("BRIEFING_MODEL", "no_such_model")
    shown = run("doctor")
    assert shown.status == 2
    assert "no_such_model" in shown.out
    assert "pip install" in shown.err
    assert "damaged" in shown.out


def test_a_missing_model_is_told_with_the_command_that_mends_it(
    run: Run, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_MODEL", "no_such_model")
    shown = run("analyse", news, "--json")
    assert (shown.status, shown.out) == (2, "")
    assert "pip install" in shown.err


def test_broken_settings_name_the_file_and_the_key(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[screen]\ncolums = 3\n", "utf-8")
    monkeypatch.setenv("BRIEFING_SETTINGS", str(path))
    shown = run("list")
    assert shown.status == 2
    assert "settings.toml" in shown.err
    assert "colums" in shown.err


def test_escape_sequences_in_a_headline_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"id": "x", "title": "\x1b[2J\x1b]0;owned\x07Gone", "text": "He left."}) + "\n", "utf-8")
    shown = run("add", path)
    assert "Gone" in shown.out
    assert "\x1b" not in shown.out + run("list").out + run("analyse", path).out


def test_the_reading_screen_needs_a_terminal(run: Run) -> None:
    shown = run("read")
    assert shown.status == 2
    assert "terminal" in shown.err
