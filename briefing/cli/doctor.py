"""What ``briefing doctor`` looks at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import BriefingError
from briefing.settings import Settings


class Finding(NamedTuple):
    """One thing looked at: whether it is sound, in words, and what to do if not."""

    sound: bool
    what: str
    hint: str = ""


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at the model, the sentence encoder, and every part of the library; nothing is changed."""
    yield from _model(settings.language.model)
    yield from _library(settings)


def _model(name: str) -> Iterator[Finding]:
    from briefing.nlp import Analyser, check_model, pipeline_id
    from briefing.nlp.vectors import embed

    try:
        check_model(name)
        Analyser(name)
        yield Finding(True, f"language model {pipeline_id(name)}")
    except BriefingError as error:
        yield Finding(False, error.message, error.hint)
    try:
        embed(["One sentence."])
        yield Finding(True, "sentence encoder")
    except BriefingError as error:
        yield Finding(False, error.message, error.hint)


def _library(settings: Settings) -> Iterator[Finding]:
    from briefing.store import Library

    folder = settings.library_dir
    if not folder.exists():
        yield Finding(True, f"library {folder}: none yet; the first `briefing add` makes it")
        return
    try:
        library = Library(folder)
        entries = library.catalogue.entries()
        annotations = library.person.annotations()
        corrections = library.person.corrections()
    except BriefingError as error:
        yield Finding(False, error.message, error.hint)
        return
    for notice in library.notices():
        yield Finding(False, notice, "Look whether anything of the last step is missing.")
    yield Finding(
        True,
        f"library {folder}: {len(entries)} articles, {len(annotations)} annotations, {len(corrections)} corrections",
    )
    broken = [entry for entry in entries if not library.catalogue.sound(entry.text_hash)]
    for entry in broken:
        yield Finding(False, f"the text of {entry.title or entry.id} is gone or damaged", "Add the article again.")
    orphans = sum(annotation.orphan for annotation in annotations)
    if orphans:
        yield Finding(True, f"{orphans} annotations whose words are no longer in their article")
