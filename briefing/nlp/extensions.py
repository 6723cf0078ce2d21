"""What the components hand each other on the Doc.

Each component reads the parse and what earlier ones wrote, and writes one tuple of records with code-point offsets:
``doc._.article`` is set before the pipeline runs (None for a bare text); ``doc._.entities``, ``doc._.mentions``,
``doc._.times``, ``doc._.quantities``, ``doc._.quotes`` and ``doc._.facts`` are tuples of the model's records.
Where ``doc._.legible`` is set, the Doc holds what is legible of an article, whose own text may count otherwise.
"""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.model import Article
from briefing.nlp import packing

FIELDS = ("entities", "mentions", "times", "quantities", "quotes", "facts")


def register() -> None:
    """Register the Doc extensions, and how they are packed; calling it again changes nothing."""
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
    if not Doc.has_extension("legible"):
        Doc.set_extension("legible", default=None)
    for field in FIELDS:
        if not Doc.has_extension(field):
            Doc.set_extension(field, default=())
    packing.register()


def text_of(doc: Doc) -> str:
    """``doc.text``, which spaCy puts together anew whenever it is asked; the article's own where there is one."""
    article: Article | None = doc._.article
    return article.text if article is not None else str(doc.text)


register()
