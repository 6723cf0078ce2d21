"""The public sets: which component each measures, and which figures are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.training import Example

from briefing.nlp.pipeline import docs
from tests.bench.accuracy import gold
from tests.bench.accuracy.gold import Annotated

Row = tuple[str, str, str]


class Measured(NamedTuple):
    """A set and what is read off it.

    Attributes:
        folder: Its folder below the one given.
        part: Suffix of its files.
        field: The Doc extension that holds the records.
        answers: Reads the gold.
        figures: What is shown, and the scorer's name for it.
    """

    folder: str
    part: str
    component: str
    field: str
    answers: Callable[..., tuple[Any, ...]]
    figures: dict[str, str]


SETS = (
    Measured(
        "attribution",
        "-dev",
        "briefing_quotes",
        "quotes",
        gold.quotes,
        {
            "words attributed": "quotes_content_f",
            "attributions found": "quotes_found_f",
            "attributions with the right source": "quotes_source_f",
            "cues": "quotes_cue_f",
        },
    ),
    Measured(
        "times",
        "",
        "briefing_times",
        "times",
        gold.times,
        {
            "times: exact span": "times_strict_f",
            "times: any overlap": "times_f",
            "times: TIMEX3 value": "times_value_f",
        },
    ),
    Measured(
        "quantities",
        "",
        "briefing_quantities",
        "quantities",
        gold.quantities,
        {
            "quantities: value": "quantities_value_f",
            "quantities: value and unit": "quantities_unit_f",
            "quantities: value, bound and change": "quantities_change_f",
        },
    ),
    Measured(
        "facts",
        "",
        "briefing_facts",
        "facts",
        gold.facts,
        {
            "predicates": "facts_predicate_f",
            "links to participants": "facts_link_f",
            "with agent and patient right": "facts_role_f",
        },
    ),
    Measured(
        "entities",
        "",
        "briefing_names",
        "mentions",
        gold.mentions,
        {"names found": "mentions_overlap_r", "entities within an article (B-cubed)": "entities_f"},
    ),
)


def rows(nlp: Language, data: Path) -> list[Row]:
    """The figures of every set that lies below ``data``."""
    found: list[Row] = []
    for each in SETS:
        folder = data / each.folder
        if (folder / f"gold{each.part}.jsonl").is_file():
            items = gold.annotated(folder, each.part, each.answers)
            scores = nlp.get_pipe(each.component).score(examples(nlp, items, each.field))  # type: ignore[attr-defined]
            against = f"{len(items)} articles of {each.folder}{each.part}"
            found += [(what, f"{scores[name]:.3f}", against) for what, name in each.figures.items() if name in scores]
    return found


def examples(nlp: Language, items: Iterable[Annotated], field: str) -> list[Example]:
    """What the pipeline finds beside the right answers, the way ``nlp.evaluate`` wants it."""
    items = list(items)
    made = []
    for (doc, _), item in zip(docs(nlp, [item.article for item in items]), items, strict=True):
        reference = nlp.make_doc(item.article.text)
        setattr(reference._, field, item.answers)
        made.append(Example(doc, reference))
    return made
