"""What each source adds and how each words it, in the summary: short, cited, harmless."""

from __future__ import annotations

import re

import msgspec
import pytest

from briefing.export import Dossier, to_markdown
from briefing.model import Account, Article, Citation, Ledger, Silence, Token, Voice, Worded, Wording
from tests.unit.export.conftest import Rendered, place
from tests.unit.export.test_markdown import FOOTNOTE, section


def worded(article: Article, words: str) -> Worded:
    return Worded(words=words, place=place(article, words))


@pytest.fixture
def with_ledger(dossier: Dossier, articles: tuple[Article, ...]) -> Dossier:
    post, times, _ = articles
    book = Ledger(
        story=dossier.story.id,
        accounts=(
            Account(
                article="post",
                origin=0,
                voices=(
                    Voice(name="Ana *Ruiz*", statements=(place(post, "We will stay"),), alone=True),
                    Voice(name="police", statements=(place(post, "Forty boats blocked"),)),
                ),
                cites=(Citation(name="ANA", how="credit"),),
                loses=("c6",),
                weakens=("c2",),
            ),
            Account(article="times", origin=1),
            Account(article="copy", origin=0, silent=(Silence(claim="c2", earlier=True),)),
        ),
        wordings=(
            Wording(
                kind="act",
                subject="c2",
                name="Forty boats blocked the harbour",
                words=(worded(post, "blocked"), worded(times, "closed")),
            ),
            Wording(
                kind="saying",
                subject="e1",
                name="Ana Ruiz",
                words=(worded(post, "said"), worded(times, "would not move")),
            ),
            Wording(
                kind="saying", subject="e2", name="Nobody's choice", words=(worded(post, "said"), worded(times, "said"))
            ),
        ),
    )
    verbs = {"post": Token(*place(post, "blocked").span, "block", "VERB", "ROOT", 0)}
    verbs["times"] = Token(*place(times, "closed").span, "close", "VERB", "ROOT", 0)
    found = {
        id: msgspec.structs.replace(each, tokens=(verbs[id],)) if id in verbs else each
        for id, each in dossier.findings.items()
    }
    return msgspec.structs.replace(dossier, ledger=book, findings=found)


def test_each_source_is_told_by_what_it_adds(with_ledger: Dossier) -> None:
    told = section(to_markdown([with_ledger]), "Sources").split("### What each adds")[1].split("\n[^")[0]
    assert "**Velmar Post**: Alone quotes Ana \\*Ruiz\\*[^" in told
    assert "Relies on ANA for its copy[^" in told
    assert "Without it 1 claim would be lost[^" in told
    assert "Without it one origin alone would have “Forty boats blocked the harbour”[^" in told
    assert "Osten Times" not in told


def test_a_credit_is_cited_where_it_stands(with_ledger: Dossier) -> None:
    markdown = to_markdown([with_ledger])
    number = re.search(r"ANA for its copy\[\^(\d+)\]", markdown)
    assert number
    assert "VELMAR (ANA)" in Rendered(markdown).notes[number[1]]


def test_the_wording_of_an_act_stands_in_its_clause_with_the_verb_in_bold(with_ledger: Dossier) -> None:
    told = section(to_markdown([with_ledger]), "How they word it")
    assert "Velmar Post: “Forty boats **blocked** the harbour”[^" in told
    assert "Osten Times: “About 40 vessels **closed** the port”[^" in told
    assert "**Ana Ruiz**: Velmar Post “said”[^" in told
    assert "Nobody's choice" not in told


def test_verbs_that_differ_in_tense_alone_are_not_told(with_ledger: Dossier) -> None:
    same = {
        id: msgspec.structs.replace(each, tokens=tuple(msgspec.structs.replace(t, lemma="close") for t in each.tokens))
        for id, each in with_ledger.findings.items()
    }
    assert "### Acts" not in to_markdown([msgspec.structs.replace(with_ledger, findings=same)])


def test_every_footnote_still_holds_its_words(with_ledger: Dossier) -> None:
    texts = {article.id: article.text for article in with_ledger.articles}
    markdown = to_markdown([with_ledger])
    defined = re.findall(r"^\[\^(\d+)\]:", markdown, re.MULTILINE)
    assert set(defined) == set(re.findall(r"\[\^(\d+)\](?!:)", markdown))
    for words in Rendered(markdown).notes.values():
        found = FOOTNOTE.search(words)
        assert found
        assert found[4] == texts[found[1]][int(found[2]) : int(found[3])].replace("\n\n", " ")


def test_without_a_ledger_nothing_is_told_of_accounts(dossier: Dossier) -> None:
    markdown = to_markdown([dossier])
    assert "What each adds" not in markdown
    assert "How they word it" not in markdown
