"""Agencies and outlets: whom a report credits for its copy, and under which names an outlet is known."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from briefing.model import Article

_SPLIT = re.compile(r"\s*(?:[,;/|&+]|\band\b|\bwith\b|\bvia\b)\s*", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"^(?:by|from|reporting by|source|staff|staff reporters?|agencies|news agencies|wire reports?|wires|\W+)$", re.I
)
_CREDIT_WORDS = re.compile(
    r"^(?:by|from|source|credit|copyright|\(c\)|©|reporting by|photo)\b[:\s]*|\b(?:19|20)\d\d\b", re.I
)
_AROUND = " .()[]*—–-\n\t"
_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)")
_MEDIA = (
    r"(?:news (?:agency|site|website|portal|channel|service|outlet|network)|newswire|newspaper|daily|weekly|tabloid|"
    r"broadsheet|magazine|broadcaster|television|tv|radio(?: station)?|tv channel|press agency|wire service)"
)
_NAMED_MEDIUM = re.compile(rf"\b{_MEDIA}\b", re.IGNORECASE)
_MEDIUM_ALONE = re.compile(rf"(?:\w+ ){{0,2}}(?:{_MEDIA})$", re.IGNORECASE)
_MEDIUM_BY_ROLE = re.compile(rf"\b(?:{_MEDIA}|(?:state|private|local) media)$", re.IGNORECASE)
"""A role whose head word is a medium: "the state broadcaster", but not "a newspaper editor"."""


def credited(article: Article) -> Iterator[str]:
    """The agencies and outlets that an article says its copy is from, under their usual names, each once.

    Credits and datelines name them outright, a byline where it names one that is known; the article's own source counts
    where it is an agency.
    """
    given: set[str] = set()
    for name in _credit_names(article):
        shown = _known().get(outlet_key(name), name)
        if shown and outlet_key(shown) not in given:
            given.add(outlet_key(shown))
            yield shown


def _credit_names(article: Article) -> Iterator[str]:
    for mark in article.furniture:
        words = article.text[mark.start : mark.end]
        if mark.kind == "dateline":
            yield from (part for match in _BRACKETS.finditer(words) for part in names_given(match[1]))
        elif mark.kind == "credit" and len(words) <= 200:
            yield from names_given(words)
    if article.author:
        yield from (name for name in names_given(article.author) if outlet_key(name) in _known())
    if article.source and outlet_key(article.source) in _known():
        yield article.source


def names_given(words: str) -> Iterator[str]:
    """The names in a credit or byline, without its stock words."""
    whole = _CREDIT_WORDS.sub("", words).strip(_AROUND)
    for part in [whole] if outlet_key(whole) in _known() else _SPLIT.split(words):
        name = _CREDIT_WORDS.sub("", part).strip(_AROUND)
        if 1 < len(name) <= 60 and name[0].isalnum() and not _NOT_A_NAME.match(name):
            yield name


def is_medium(name: str, roles: Sequence[str] = ()) -> bool:
    """Whether a speaker is a news medium: a known agency, or one whose name or role in the text says so."""
    if is_known(name):
        return True
    named = name.removeprefix("the ")
    found = _NAMED_MEDIUM.search(named) if named[:1].isupper() else _MEDIUM_ALONE.match(named)
    return bool(found) or any(_MEDIUM_BY_ROLE.search(role) for role in roles)


def is_own_name(name: str, article: Article) -> bool:
    """Whether a name is one of the article's own outlet."""
    return bool(article.source) and outlet_key(name) in outlet_keys(article.source or "")


def is_known(name: str) -> bool:
    """Whether a name is one of a well-known agency's."""
    return outlet_key(name) in _known()


def outlet_keys(outlet: str) -> frozenset[str]:
    """Keys under which credits name an outlet: in full, by its first word, by its initials."""
    words = [word for word in re.findall(r"\w+", outlet) if word.lower() != "the"]
    keys = {outlet_key(outlet), outlet_key("".join(words))}
    if len(words) > 1:
        keys |= {outlet_key(words[0]), outlet_key("".join(word[0] for word in words))}
    return frozenset(keys - {""})


def outlet_key(name: str) -> str:
    """Letters and digits alone, in lower case, without a leading article."""
    folded = re.sub(r"[\W_]+", "", name.lower())
    return folded.removeprefix("the") if len(folded) > 6 else folded


@functools.cache
def _known() -> Mapping[str, str]:
    """Keys of known agencies' names -> the name that is shown."""
    text = importlib.resources.files("briefing.compare").joinpath("data", "agencies.toml").read_text("utf-8")
    return {outlet_key(name): names[0] for names in tomllib.loads(text)["agencies"] for name in names}
