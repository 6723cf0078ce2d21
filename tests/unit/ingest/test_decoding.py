from __future__ import annotations

import pytest

from tests.unit.ingest.conftest import ReadOne

ENGLISH = "It’s “news” – the café raised its price to €5, said Jörg Maier. Nobody was surprised by it."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_english_with_typographic_signs_is_read_in_any_usual_encoding(encoding: str, read_one: ReadOne) -> None:
    assert read_one("a.txt", ENGLISH.encode(encoding)).text == ENGLISH


def test_another_alphabet_without_declaration_is_recognised(read_one: ReadOne) -> None:
    russian = "Президент не приедет на саммит в Москве, сообщает пресс-служба. Это решение стало неожиданностью."
    assert read_one("a.txt", russian.encode("cp1251")).text == russian


def test_stray_bytes_in_utf_8_do_not_spoil_the_rest(read_one: ReadOne) -> None:
    content = ("“Stay,” he said. ’’’’’’’’’ " * 3).encode() + b"caf\xe9"
    text = read_one("a.txt", content).text
    assert text.endswith("café")
    assert text.startswith("“Stay,”")


@pytest.mark.parametrize(("declared", "encoding"), [("iso-8859-1", "cp1252"), ("gb2312", "gb2312"), ("utf-8", "utf-8")])
def test_a_page_is_read_in_the_encoding_it_declares(declared: str, encoding: str, read_one: ReadOne) -> None:
    words = "北京 is open." if declared == "gb2312" else "“Café” is open."
    page = f'<html><head><meta charset="{declared}"></head><body><article><p>{words}</p></article></body></html>'
    assert read_one("a.html", page.encode(encoding)).text == words


def test_a_declaration_that_is_wrong_does_not_win_over_the_bytes(read_one: ReadOne) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><article><p>Café “x”.</p></article></body></html>'
    assert read_one("a.html", page.encode()).text == "Café “x”."
