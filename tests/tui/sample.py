"""The two sample reports with findings and a comparison written by hand.

What the screen shows is tested against these, so that no rule of the language or comparison rooms can move a picture.
Every stretch is given by its words.
"""

# ruff: noqa: E501 - words of the reports are kept whole

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.model import (
    Alignment,
    Argument,
    Article,
    Claim,
    ClaimValue,
    Entity,
    EntityType,
    Fact,
    Findings,
    Furniture,
    Link,
    Located,
    Mention,
    OriginGroup,
    Predicate,
    Quote,
    Span,
    Story,
    StoryEntity,
    StoryMention,
    Suggestion,
    Time,
)
from briefing.settings import Screen, Settings
from briefing.store.index import StoryLine
from briefing.tui.sheets import guessed_sentences
from briefing.workspace import Workspace

RFE, REUTERS = "rferl", "reuters"
_SEEDS = Path(__file__).parent.parent.parent / "seeds"


def find(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def all_of(text: str, words: str) -> list[Span]:
    """Everywhere words stand in a text."""
    spans, start = [], text.find(words)
    while start >= 0:
        spans.append(Span(start, start + len(words)))
        start = text.find(words, start + len(words))
    return spans


def articles() -> tuple[Article, Article]:
    """The sample reports, with what a reader would make of their heads."""
    rfe = (_SEEDS / "000_5bf3d004f33f49d2.txt").read_text("utf-8")
    reuters = (_SEEDS / "001_9ba61c4020150902.txt").read_text("utf-8")
    marks = (
        ("Accessibility links", "navigation"),
        ("Breaking News", "navigation"),
        ("Belarus Leader Snubs Moscow Security Pact Summit", "headline"),
        ("Belarusian President Alyaksandr Lukashenka", "caption"),
        ("(RFE/RL) --", "dateline"),
    )
    furniture = tuple(
        Furniture(start=find(rfe, words).start, end=find(rfe, words).end, kind=kind)  # type: ignore[arg-type]
        for words, kind in marks
    )
    credit = Span(reuters.rindex("Reuters"), len(reuters))
    return (
        Article(
            id=RFE,
            text=rfe,
            title="Belarus Leader Snubs Moscow Security Pact Summit",
            source="RFE/RL",
            published="2009-06-14",
            title_from="text",
            source_from="text",
            published_from="reader",
            furniture=furniture,
        ),
        Article(
            id=REUTERS,
            text=reuters,
            title="Belarus today signalled a growing rift with ally Russia",
            source="Reuters",
            published="2009-06-14",
            title_from="made",
            source_from="text",
            published_from="reader",
            furniture=(Furniture(start=credit.start, end=credit.end, kind="credit"),),
        ),
    )


_NAMES = {
    RFE: {"Lukashenka": "PERSON", "Medvedev": "PERSON", "CSTO": "ORG", "Belarus": "GPE", "Russia": "GPE"},
    REUTERS: {"Lukashenko": "PERSON", "Lavrov": "PERSON", "Csto": "ORG", "Belarus": "GPE", "Russia": "GPE"},
}
_DATES = {
    RFE: {"June 6": "2009-06-06", "June 8": "2009-06-08", "June 14": "2009-06-14", "August 18": "2009-08-18"},
    REUTERS: {"June 6th": "2009-06-06", "the end of May": "2009-05", "June 14th": "2009-06-14"},
}


def findings(article: Article, key: str) -> Findings:
    """Sentences by their punctuation; names, dates, and a few facts."""
    text = article.text
    sentences = tuple(guessed_sentences(text))
    mentions = tuple(
        Mention(id=f"m{name}{n}", start=s.start, end=s.end, type=kind, entity=f"e-{name}")  # type: ignore[arg-type]
        for name, kind in _NAMES[article.id].items()
        for n, s in enumerate(all_of(text, name))
    )
    entities = tuple(
        Entity(id=f"e-{name}", name=name, type=kind, forms=(name,))  # type: ignore[arg-type]
        for name, kind in _NAMES[article.id].items()
    )
    times = tuple(
        Time(start=s.start, end=s.end, type="DATE", value=value, rule="month-day")
        for words, value in _DATES[article.id].items()
        for s in all_of(text, words)[:1]
    )
    return Findings(
        article=article.id,
        text_hash=article.text_hash,
        pipeline=key,
        sentences=sentences,
        mentions=mentions,
        entities=entities,
        times=times,
        quotes=_quotes(article),
        facts=_facts(article, sentences),
    )


def _quotes(article: Article) -> tuple[Quote, ...]:
    if article.id != REUTERS:
        return ()
    return (
        Quote(
            id="q1",
            content=(find(article.text, "this was imposed on health grounds"),),
            cue=(find(article.text, "said", 3),),
            speaker="Russia",
        ),
    )


def _facts(article: Article, sentences: tuple[Span, ...]) -> tuple[Fact, ...]:
    text = article.text
    told = {
        RFE: (
            ("Russia withheld the last quarter of a $2-billion loan to Belarus", "withheld", "Russia", "the last quarter of a $2-billion loan", "stated"),
            ("it was banning the import of 500 kinds of Belarusian dairy products", "banning", "it", "the import of 500 kinds of Belarusian dairy products", "attributed"),
        ),
        REUTERS: (
            ("Russia froze a $500 million loan to Belarus", "froze", "Russia", "a $500 million loan", "stated"),
            ("this was imposed on health grounds", "imposed", "this", "on health grounds", "attributed"),
        ),
    }  # fmt: skip
    facts = []
    for number, (clause, verb, agent, patient, status) in enumerate(told[article.id]):
        span = find(text, clause)
        within = text[span.start : span.end]
        parts = {
            word: Span(span.start + within.index(word), span.start + within.index(word) + len(word))
            for word in (verb, agent, patient)
        }
        index = max(i for i, s in enumerate(sentences) if s.start <= span.start)
        facts.append(
            Fact(
                id=f"f{number}",
                start=span.start,
                end=span.end,
                sentence=index,
                predicate=Predicate(start=parts[verb].start, end=parts[verb].end, lemma=verb),
                arguments=(
                    Argument(role="agent", start=parts[agent].start, end=parts[agent].end),
                    Argument(role="patient", start=parts[patient].start, end=parts[patient].end),
                ),
                status=status,  # type: ignore[arg-type]
                quote="q1" if status == "attributed" and article.id == REUTERS else None,
                rule="verb-with-object",
            )
        )
    return tuple(facts)


class _Words:
    """Stretches of the two texts by their words."""

    def __init__(self, rfe: Article, reuters: Article) -> None:
        self.texts = {RFE: rfe.text, REUTERS: reuters.text}

    def passages(self, **words: str) -> tuple[Located, ...]:
        """``rferl=`` and ``reuters=`` words."""
        spans = {article: find(self.texts[article], said) for article, said in words.items()}
        return tuple(Located(article=a, start=s.start, end=s.end) for a, s in sorted(spans.items(), reverse=True))

    def values(self, **words: tuple[str, str]) -> tuple[ClaimValue, ...]:
        """``rferl=`` and ``reuters=`` words and what they come to."""
        spans = {article: (find(self.texts[article], said), value) for article, (said, value) in words.items()}
        return tuple(
            ClaimValue(article=a, start=s.start, end=s.end, value=v)
            for a, (s, v) in sorted(spans.items(), reverse=True)
        )


def story(rfe: Article, reuters: Article) -> Story:
    """What the two reports say together, as an attentive reader would put it."""
    w = _Words(rfe, reuters)
    claims = (
        Claim(
            id="c-attend",
            status="agreed",
            origins=2,
            rule="same-predicate-and-arguments",
            why="Both say that Lukashenka would not attend.",
            passages=w.passages(
                rferl="Belarus has signaled a growing rift with Russia, saying President Alyaksandr Lukashenka would not attend "
                "a security summit in Moscow.",
                reuters="Belarus today signalled a growing rift with ally Russia, saying president Alexander Lukashenko would "
                "not attend a security summit in Moscow in protest at a Russian ban on dairy imports from Belarus.",
            ),
        ),
        Claim(
            id="c-force",
            status="update",
            kind="outcome",
            origins=2,
            rule="plan-carried-out",
            why="Due to be decided in one report; signed in the other.",
            passages=w.passages(
                rferl="during which an agreement on the creation of a collective security force was signed",
                reuters="It had been due to decide today on the creation of a rapid reaction force to fight common security "
                "challenges such as drug trafficking from Afghanistan and international terrorism.",
            ),
            values=w.values(rferl=("was signed", "done"), reuters=("had been due to decide", "planned")),
        ),
        Claim(
            id="c-reason",
            status="conflict",
            kind="reason",
            origins=2,
            attributed=True,
            rule="different-reasons",
            why="Two reasons for one ban: missing documentation; health.",
            passages=w.passages(
                rferl="Moscow claimed Belarusian exporters were failing to fill out the required documentation.",
                reuters="Russia said this was imposed on health grounds but Moscow has often used trade bans to put political "
                "pressure on neighbouring states.",
            ),
            values=w.values(
                rferl=("failing to fill out the required documentation", "documentation"),
                reuters=("on health grounds", "health"),
            ),
        ),
        Claim(
            id="c-loan",
            status="compatible",
            kind="number",
            origins=2,
            rule="part-of-a-whole",
            why="1/4 x 2,000,000,000 USD = 500,000,000 USD",
            passages=w.passages(
                rferl="In late May, Russia withheld the last quarter of a $2-billion loan to Belarus.",
                reuters="Russia froze a $500 million loan to Belarus at the end of May, prompting an angry outburst by Mr "
                "Lukashenko.",
            ),
            values=w.values(
                rferl=("the last quarter of a $2-billion loan", "500,000,000 USD"),
                reuters=("a $500 million loan", "500,000,000 USD"),
            ),
        ),
        Claim(
            id="c-ban",
            status="agreed",
            origins=2,
            rule="same-predicate-and-date",
            why="Both date the ban on dairy imports to 6 June 2009.",
            passages=w.passages(
                rferl="Russia announced on June 6 that it was banning the import of 500 kinds of Belarusian dairy products",
                reuters="On June 6th, Russia banned imports of dairy products from Belarus",
            ),
            values=w.values(rferl=("June 6", "2009-06-06"), reuters=("June 6th", "2009-06-06")),
        ),
        Claim(
            id="c-money",
            status="agreed",
            origins=2,
            attributed=True,
            rule="same-attribution",
            why="Both give it as Lukashenka's word.",
            passages=w.passages(
                rferl="Lukashenka said Moscow refused the money because he turned down Kremlin demands",
                reuters="He said Moscow refused the money because he turned down Kremlin demands",
            ),
        ),
        Claim(
            id="c-base",
            status="single",
            rule="no-counterpart",
            why="Only RFE/RL reports this.",
            passages=w.passages(rferl="Kyrgyzstan has ordered U.S. forces to quit the Manas air base"),
        ),
        Claim(
            id="c-zbogar",
            status="single",
            rule="no-counterpart",
            why="Only RFE/RL reports this.",
            sure=False,
            passages=w.passages(
                rferl="He made the comment during a visit by Slovenian Foreign Minister Samuel Zbogar."
            ),
        ),
        Claim(
            id="c-border",
            status="single",
            rule="no-counterpart",
            why="Only Reuters reports this.",
            passages=w.passages(
                reuters="Yesterday, Mr Lukashenko asked his ministers to look into the re-introduction of controls on the "
                "border with Russia."
            ),
        ),
    )
    groups = find(rfe.text, "The CSTO groups Russia"), find(reuters.text, "which groups Russia")
    return Story(
        id="s-summit",
        title="Belarus and the CSTO summit",
        articles=(RFE, REUTERS),
        origins=(OriginGroup(articles=(RFE,)), OriginGroup(articles=(REUTERS,))),
        entities=_entities(rfe, reuters),
        suggestions=(Suggestion(a="e-csto", b="e-medvedev", rule="example", why="A suggestion to be turned down."),),
        alignments=(
            Alignment(
                a=Located(article=RFE, start=groups[0].start, end=groups[0].end),
                b=Located(article=REUTERS, start=groups[1].start, end=groups[1].end),
                score=0.9,
            ),
        ),
        claims=claims,
    )


def _entities(rfe: Article, reuters: Article) -> tuple[StoryEntity, ...]:
    def entity(
        id: str, name: str, kind: EntityType, a: str, b: str, roles: tuple[str, ...], why: str = ""
    ) -> StoryEntity:
        mentions = [
            StoryMention(article=article.id, start=s.start, end=s.end, entity=f"e-{form}")
            for article, form in ((rfe, a), (reuters, b))
            for s in (all_of(article.text, form) if form else ())
        ]
        forms = tuple(
            (article.id, form, len(all_of(article.text, form))) for article, form in ((rfe, a), (reuters, b)) if form
        )
        links = (Link(a=a, b=b, rule="transliteration", why=why),) if why else ()
        return StoryEntity(
            id=id,
            name=name,
            type=kind,
            mentions=tuple(mentions),
            forms=forms,
            roles=roles,
            links=links,
        )

    return (
        entity(
            "e-lukashenka",
            "Alyaksandr Lukashenka",
            "PERSON",
            "Lukashenka",
            "Lukashenko",
            ("president",),
            "both are the president of Belarus; the names sound alike",
        ),
        entity("e-csto", "Collective Security Treaty Organization", "ORG", "CSTO", "Csto", (), "one acronym"),
        entity("e-belarus", "Belarus", "GPE", "Belarus", "Belarus", ("former Soviet republic",), "same name"),
        entity("e-russia", "Russia", "GPE", "Russia", "Russia", (), "same name"),
        entity("e-medvedev", "Dmitry Medvedev", "PERSON", "Medvedev", "", ("Russian President",)),
        entity("e-lavrov", "Sergei Lavrov", "PERSON", "", "Lavrov", ("Russian foreign minister",)),
    )


def build(folder: Path, **screen: Any) -> Workspace:
    """A library with the sample reports, analysed and compared as above.

    Args:
        folder: Where the library is made.
        screen: Settings of the screen.
    """
    workspace = open_library(folder, **screen)
    rfe, reuters = articles()
    workspace.library.catalogue.add([rfe, reuters])
    for article in (rfe, reuters):
        key = workspace.engine.findings_key(workspace.article(article.id))
        workspace.library.findings.put(article.id, key, findings(article, key))
    told = story(rfe, reuters)
    counts: dict[str, int] = {}
    for claim in told.claims:
        counts[claim.status] = counts.get(claim.status, 0) + 1
    workspace.library.stories.put(told.id, "by-hand", told)
    workspace.library.index.put(
        "by-hand",
        [
            StoryLine(
                id=told.id,
                title=told.title,
                articles=told.articles,
                key="by-hand",
                origins=len(told.origins),
                counts=counts,
            )
        ],
    )
    return workspace


def open_library(folder: Path, *, keys: dict[str, str] | None = None, **screen: Any) -> Workspace:
    """A library as it stands, or an empty one."""
    return Workspace(Settings(library=str(folder), keys=keys or {}, screen=Screen(**screen)))
