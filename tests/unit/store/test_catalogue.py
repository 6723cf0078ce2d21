from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import LibraryBroken, UnknownArticle
from briefing.store import Library
from tests.unit.store.conftest import article


def arrivals(library: Library, *articles: object) -> list[str]:
    return [added.arrival for added in library.catalogue.add(articles)]  # type: ignore[arg-type]


def test_an_article_comes_back_as_it_went_in(folder: Path) -> None:
    report = article("Ünïcode — “quoted”.\n\nSecond.", title="T", source="S", published="2009-06-14", file="/a.txt")
    Library(folder).catalogue.add([report])
    assert Library(folder).catalogue.article(report.id) == report


def test_the_same_text_again_changes_nothing(library: Library, folder: Path) -> None:
    assert arrivals(library, article()) == ["new"]
    before = (folder / "catalogue.json").read_bytes()
    assert arrivals(library, article()) == ["known"]
    assert (folder / "catalogue.json").read_bytes() == before


def test_the_same_text_in_another_file_is_known(library: Library) -> None:
    arrivals(library, article(file="/a.txt", source="Agency"))
    assert arrivals(library, article(file="/copy.txt")) == ["known"]
    assert len(library.catalogue.entries()) == 1


def test_the_same_words_from_two_outlets_are_two_articles(library: Library) -> None:
    assert arrivals(library, article(source="One"), article(source="Two")) == ["new", "new"]


def test_a_changed_file_is_a_new_version_and_the_old_id_leads_to_it(library: Library) -> None:
    first, second = article(file="/a.txt"), article("The mayor closed the bridge.", file="/a.txt")
    assert arrivals(library, first, second) == ["new", "changed"]
    assert [entry.id for entry in library.catalogue.entries()] == [second.id]
    assert library.catalogue.article(first.id) == second


def test_a_file_that_changes_back_is_its_first_version_again(library: Library) -> None:
    first, second = article(file="/a.txt"), article("The mayor closed the bridge.", file="/a.txt")
    arrivals(library, first, second)
    assert arrivals(library, first) == ["changed"]
    assert library.catalogue.article(first.id) == first
    assert library.catalogue.article(second.id) == first
    assert len(library.catalogue.entries()) == 1


def test_a_given_id_is_kept_over_versions(library: Library) -> None:
    arrivals(library, article(id="n-1"))
    assert arrivals(library, article("Another text.", id="n-1")) == ["changed"]
    assert library.catalogue.article("n-1").text == "Another text."


def test_two_given_ids_with_the_same_words_are_two_articles(library: Library) -> None:
    assert arrivals(library, article(id="n-1"), article(id="n-2")) == ["new", "new"]


def test_an_unknown_id_says_how_to_find_the_right_one(library: Library) -> None:
    with pytest.raises(UnknownArticle, match="briefing list"):
        library.catalogue.article("nope")


def test_a_text_that_is_gone_is_named(library: Library, folder: Path) -> None:
    report = article()
    library.catalogue.add([report])
    next((folder / "texts").rglob("*.txt")).unlink()
    with pytest.raises(LibraryBroken, match=report.text_hash):
        library.catalogue.article(report.id)


def test_a_damaged_text_is_noticed(library: Library, folder: Path) -> None:
    report = article()
    library.catalogue.add([report])
    path = next((folder / "texts").rglob("*.txt"))
    path.write_bytes(path.read_bytes().replace(b"bridge", b"fridge"))
    assert not library.catalogue.sound(report.text_hash)
