from __future__ import annotations

import json
from pathlib import Path

from briefing.errors import UnreadableInput
from briefing.ingest import read
from briefing.model import Article
from tests.unit.ingest.conftest import ReadOne

TEXT = "Forty boats lay across the harbour from dawn."


def test_the_text_is_kept_exactly_but_for_newlines(read_one: ReadOne) -> None:
    given = " \ufeff <b>Forty</b> boats &amp; a ferry.\r\nThey \u202e left.\x00 \n\n"
    article = read_one("a.jsonl", json.dumps({"id": "x", "text": given}))
    assert article.text == given.replace("\r\n", "\n")


def test_given_values_are_kept_and_the_id_above_all(read_one: ReadOne) -> None:
    record = {"id": "velmar 1", "text": TEXT, "title": "Boats", "source": "Velmar Post", "published": "2014-03-11",
              "author": "Iris Holm", "url": "https://post.example/1", "story": "boats", "unknown": [1]}  # fmt: skip
    article = read_one("a.json", json.dumps(record))
    assert {field: getattr(article, field) for field in record if field != "unknown"} == {
        field: value for field, value in record.items() if field != "unknown"
    }


def test_the_same_record_has_the_same_id_from_every_file(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT, "source": "Velmar Post"})
    (tmp_path / "a.jsonl").write_text(line)
    (tmp_path / "b.json").write_text(f"[{line}]")
    ids = {article.id for article in read([tmp_path]) if isinstance(article, Article)}
    other = next(read(["-"], stdin=json.dumps({"text": TEXT, "source": "Osten Times"}).encode()))
    assert len(ids) == 1
    assert isinstance(other, Article)
    assert other.id not in ids


def test_a_broken_line_is_refused_by_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "1", "text": TEXT}), '{"text": ', "", "[]", json.dumps({"id": 3, "text": TEXT}),
        json.dumps({"title": "no text"}), json.dumps({"text": "  "}), json.dumps({"id": "2", "text": TEXT}),
    ]  # fmt: skip
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(lines))
    found = list(read([path]))
    assert [article.id for article in found if isinstance(article, Article)] == ["1", "2"]
    reasons = [str(refused.message) for refused in found if isinstance(refused, UnreadableInput)]
    assert [reason.split(": ")[0].rsplit(":", 1)[1] for reason in reasons] == ["2", "4", "5", "6", "7"]
    for word, reason in zip(["not JSON", "no object", "`id` is no string", "no `text`", "empty"], reasons, strict=True):
        assert word in reason


def test_a_list_or_a_listing_in_one_value_gives_every_article(tmp_path: Path) -> None:
    records = [{"id": "1", "text": TEXT}, {"id": "2", "text": TEXT}]
    for name, value in {"a.json": records, "b.json": {"articles": records}}.items():
        (tmp_path / name).write_text(json.dumps(value, indent=2))
        assert [article.id for article in read([tmp_path / name]) if isinstance(article, Article)] == ["1", "2"]


def test_articles_of_one_file_have_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(json.dumps({"id": "one", "text": TEXT}) + "\n" + json.dumps({"text": TEXT}))
    files = [article.file for article in read([path]) if isinstance(article, Article)]
    assert files == [f"{path.resolve()}#one", f"{path.resolve()}#2"]


def test_a_lone_surrogate_is_refused_and_not_stored(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "bad \\ud800 half"}\n' + json.dumps({"text": TEXT}))
    first, second = read([path])
    assert isinstance(first, UnreadableInput)
    assert isinstance(second, Article)


def test_a_json_file_that_is_broken_as_a_whole_is_refused_once(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": TEXT}] * 5, indent=2)[:-3])
    (refused,) = read([path])
    assert isinstance(refused, UnreadableInput)
    assert "is not JSON" in refused.message
