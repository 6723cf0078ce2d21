"""The cue words and their frames, read from ``lexicon.toml``."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spacy.symbols import AUX, VERB
from spacy.tokens import Token

_LEMMAS = {"hop": "hope", "retweete": "retweet", "saye": "say", "quippe": "quip", "vowe": "vow", "tweete": "tweet"}
"""Lemmas that spaCy's tables get wrong."""

_NONE: frozenset[str] = frozenset()


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "lexicon.toml").read_text("utf-8"))


@functools.cache
def verb_frames() -> Mapping[str, frozenset[str]]:
    """Lemma -> the frames in which the verb attributes."""
    return _by_word("verbs")


@functools.cache
def noun_frames() -> Mapping[str, frozenset[str]]:
    """Lemma -> the frames in which the noun attributes."""
    return _by_word("nouns")


@functools.cache
def words(section: str, key: str) -> frozenset[str]:
    """The words of one list, as ``words("headlines", "labels")``."""
    entry = _table()[section].get(key, "")
    return frozenset((entry["words"] if isinstance(entry, dict) else entry).split())


def _by_word(section: str) -> dict[str, frozenset[str]]:
    frames: dict[str, frozenset[str]] = {}
    for group in _table()[section].values():
        for word in group["words"].split():
            frames[word] = frames.get(word, frozenset()) | frozenset(group["frames"])
    return frames


def lemma(token: Token) -> str:
    """The token's lemma in lower case, mended where spaCy's tables are wrong."""
    base = token.lemma_.lower()
    return _LEMMAS.get(base, base)


def frames_of(token: Token) -> frozenset[str]:
    """The frames of a verb, empty where it does not attribute."""
    if token.pos != VERB and token.pos != AUX:
        return _NONE
    return verb_frames().get(lemma(token), _NONE)
