"""The ledger: what each source adds and leaves out, how each words a matter, what a claim may be worth."""

from __future__ import annotations

import pytest

from briefing.compare import ledger
from briefing.compare.media import is_medium
from briefing.model import Account, Ledger, Wording

from .conftest import Tell, Told

A = (
    "The company said on Tuesday that it would close its plant in Delmora. "
    "The plant employs 400 people. "
    '"We had no other choice," said Ilse Brandt, the chief executive. '
    "Union leader Pavel Rusk called the decision a disgrace."
)
B = (
    "Corvid Steel will close its Delmora plant, the company announced. "
    "It has 400 employees. "
    '"There was no alternative," claimed Ilse Brandt, who runs the firm. '
    "The mayor, Tomas Hradil, told the news agency TASS that he had not been informed."
)
C = "The plant in Delmora, which employs 400 people, makes rails. Its furnaces date from 1962."


@pytest.fixture(scope="module")
def told(tell: Tell) -> Told:
    return tell((A, "2021-03-02"), (B, "2021-03-03"), (C, "2021-03-01"))


@pytest.fixture(scope="module")
def book(told: Told) -> Ledger:
    return ledger(told.story, told.articles, told.findings)


def account(book: Ledger, article: str) -> Account:
    return next(each for each in book.accounts if each.article == article)


def words(told: Told, claims: tuple[str, ...]) -> list[str]:
    by_id = {claim.id: claim for claim in told.story.claims}
    return [words for id in claims for words in told.words(by_id[id])]


def test_every_article_has_an_account_in_the_storys_order(told: Told, book: Ledger) -> None:
    assert [each.article for each in book.accounts] == list(told.story.articles)


def test_what_one_source_alone_says_would_be_lost_without_it(told: Told, book: Ledger) -> None:
    alone = words(told, account(book, "c").alone)
    assert any("1962" in text for text in alone)
    assert set(account(book, "c").alone) <= set(account(book, "c").loses)
    assert not any("400" in text for text in alone)


def test_what_two_origins_say_is_weakened_without_either(told: Told, book: Ledger) -> None:
    shared = words(told, account(book, "a").weakens)
    assert any("close" in text for text in shared)


def test_a_source_that_was_out_first_could_not_know(told: Told, book: Ledger) -> None:
    silent = account(book, "c").silent
    assert silent, "both others tell of the closing"
    assert all(each.earlier is True for each in silent)
    assert any("close" in text for text in words(told, tuple(each.claim for each in silent)))


def test_who_is_quoted_and_by_whom_alone(book: Ledger) -> None:
    voices = {voice.name: voice for voice in account(book, "a").voices}
    assert not voices["Ilse Brandt"].alone
    assert voices["Pavel Rusk"].alone
    assert len(voices["Ilse Brandt"].statements) == 1


def test_nobody_is_quoted_under_a_word_that_names_nobody(tell: Tell) -> None:
    told = tell((A + " Both said that they would sue.", "2021-03-02"), (B, "2021-03-03"))
    book = ledger(told.story, told.articles, told.findings)
    assert not {voice.name.casefold() for voice in account(book, "a").voices} & {"both", "they"}


def test_two_origins_are_too_few_to_call_one_silent(tell: Tell) -> None:
    two = tell((A, "2021-03-02"), (C, "2021-03-01"))
    assert all(not each.silent for each in ledger(two.story, two.articles, two.findings).accounts)


def wording(book: Ledger, kind: str, name: str) -> Wording:
    return next(each for each in book.wordings if each.kind == kind and each.name == name)


def test_the_verbs_that_bring_a_speaker_in_stand_side_by_side(book: Ledger) -> None:
    said = wording(book, "saying", "Ilse Brandt")
    assert [(each.place.article, each.words) for each in said.words] == [("a", "said"), ("b", "claimed")]


def test_words_of_the_wording_stand_at_their_place(told: Told, book: Ledger) -> None:
    for each in book.wordings:
        for form in each.words:
            text = told.articles[form.place.article].text[form.place.start : form.place.end]
            assert " ".join(text.split()) == form.words


def test_every_claim_that_counts_has_a_digit_and_a_reason(told: Told, book: Ledger) -> None:
    worth = {each.claim: each for each in book.credibility}
    assert set(worth) == {claim.id for claim in told.story.claims if claim.within is None}
    assert all(each.digit in (1, 2, 3, 4, 6) and each.why.endswith(".") for each in book.credibility)


def test_one_origins_hearsay_cannot_be_judged(told: Told, book: Ledger) -> None:
    worth = {each.claim: each.digit for each in book.credibility}
    hearsay = [c for c in told.story.claims if c.status == "single" and "informed" in " ".join(told.words(c))]
    assert [worth[claim.id] for claim in hearsay] == [6]


def test_a_conflict_is_doubtful(tell: Tell) -> None:
    told = tell(
        ("The ferry sank off Tarro on Monday. Twelve people died in the accident.", "2021-03-02"),
        ("The ferry sank off Tarro on Monday. Nineteen people died in the accident.", "2021-03-02"),
    )
    conflicts = [claim for claim in told.story.claims if claim.status == "conflict"]
    book = ledger(told.story, told.articles, told.findings)
    worth = {each.claim: each.digit for each in book.credibility}
    assert conflicts
    assert {worth[claim.id] for claim in conflicts} == {4}


def test_a_lone_article_has_an_account_of_its_own(tell: Tell) -> None:
    told = tell((A, None))
    (only,) = ledger(told.story, told.articles, told.findings).accounts
    assert only.alone
    assert not only.silent
    assert not only.weakens


@pytest.mark.parametrize(
    ("name", "roles", "medium"),
    [
        ("AFP", (), True),
        ("Radio Almara", (), True),
        ("the Delmora Weekly", (), True),
        ("a local television station", (), False),
        ("the state broadcaster", (), True),
        ("port documents seen by the daily", (), False),
        ("Kanal 5", ("the private broadcaster",), True),
        ("Anna Lind", ("a newspaper editor",), False),
        ("the Ministry of Health", (), False),
    ],
)
def test_a_medium_is_told_by_its_name_or_role(name: str, roles: tuple[str, ...], medium: bool) -> None:
    assert is_medium(name, roles) is medium
