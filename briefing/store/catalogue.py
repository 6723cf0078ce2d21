"""The articles of the library: their texts in files named by hash, what is known of them in TinyDB, their versions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from briefing.errors import LibraryBroken, UnknownArticle
from briefing.model import Article, Entry, Furniture
from briefing.model.article import content_id
from briefing.store.durable import make_folder, write_file
from briefing.store.tables import Tables

ARTICLES = "articles"
Arrival = Literal["new", "known", "changed"]


class Filed(Entry, frozen=True, kw_only=True, omit_defaults=True):
    """An article's line in the catalogue.

    Attributes:
        text_hash: Names the file of its text.
        furniture: Its marked stretches.
        words: Number of words, for lists.
        earlier: Hashes of the texts that had the same id before, oldest first.
        supersedes, superseded_by: Ids of the version before and after, where the id changed with the text.
    """

    text_hash: str
    furniture: tuple[Furniture, ...] = ()
    words: int = 0
    earlier: tuple[str, ...] = ()
    supersedes: str | None = None
    superseded_by: str | None = None


class Added(NamedTuple):
    """What became of an article that was added; ``before`` is the id of the version it replaces."""

    arrival: Arrival
    article: Article
    before: str | None = None


_OWN = {"text_hash", "words", "earlier", "supersedes", "superseded_by"}


class Catalogue:
    """Articles in and out.

    Args:
        tables: ``catalogue.json``.
        texts: Folder of the texts.
    """

    def __init__(self, tables: Tables, texts: Path) -> None:
        self.tables = tables
        self.texts = texts

    def entries(self) -> tuple[Filed, ...]:
        """The current version of every article, in the order they came in."""
        return tuple(entry for entry in self.tables.all(ARTICLES, Filed) if entry.superseded_by is None)

    def entry(self, article_id: str) -> Filed:
        """The current version of an article; an earlier version's id leads to it.

        Raises:
            UnknownArticle: There is none of this id.
        """
        seen: set[str] = set()
        while article_id not in seen:
            seen.add(article_id)
            entry = self.tables.get(ARTICLES, article_id, Filed)
            if entry is None:
                break
            if entry.superseded_by is None:
                return entry
            article_id = entry.superseded_by
        raise UnknownArticle(f"There is no article {article_id!r} in the library.", "`briefing list` shows them all.")

    def article(self, article_id: str) -> Article:
        """An article with its text.

        Raises:
            UnknownArticle: There is none of this id.
            LibraryBroken: Its text is gone or damaged.
        """
        return self.with_text(self.entry(article_id))

    def with_text(self, entry: Filed) -> Article:
        """The article of a catalogue line."""
        fields = {name: getattr(entry, name) for name in entry.__struct_fields__ if name not in _OWN}
        return Article(text=self.text(entry.text_hash), **fields)

    def text(self, text_hash: str) -> str:
        """A text by its hash.

        Raises:
            LibraryBroken: The file is gone, cannot be read, or is not UTF-8.
        """
        path = self._path(text_hash)
        try:
            return path.read_bytes().decode("utf-8", "surrogatepass")
        except (OSError, UnicodeDecodeError) as error:
            raise LibraryBroken(
                f"The text {path} cannot be read: {error}.", "Add the article again, or restore the file from a copy."
            ) from error

    def sound(self, text_hash: str) -> bool:
        """True where the text's file is there and still has its hash."""
        try:
            return Article(id="", text=self.text(text_hash)).text_hash == text_hash
        except LibraryBroken:
            return False

    def add(self, articles: Iterable[Article]) -> tuple[Added, ...]:
        """File articles, all in one write; the order is kept.

        The same text again is ``known`` and changes nothing; another text under the same id, file or address is a new
        version, ``changed``.
        """
        with self.tables.transaction():
            known = _Known(self.tables.all(ARTICLES, Filed))
            results: list[Added] = []
            lines: dict[str, Filed] = {}
            for article in articles:
                added, changed_lines = known.place(article)
                for line in changed_lines:
                    known.note(line)
                    lines[line.id] = line
                if added.arrival != "known" or not self._path(article.text_hash).exists():
                    self._keep_text(article)
                results.append(added)
            if lines:
                self.tables.put(ARTICLES, lines)
        return tuple(results)

    def _keep_text(self, article: Article) -> None:
        path = self._path(article.text_hash)
        make_folder(path.parent)
        write_file(path, article.text.encode("utf-8", "surrogatepass"))

    def _path(self, text_hash: str) -> Path:
        return self.texts / text_hash[:2] / f"{text_hash}.txt"


class _Known:
    """What the catalogue holds, by everything an arriving article may be recognised by."""

    def __init__(self, lines: Iterable[Filed]) -> None:
        self.by_id: dict[str, Filed] = {}
        self.by_place: dict[str, str] = {}
        self.by_text: dict[str, list[str]] = {}
        for line in lines:
            self.note(line)

    def note(self, line: Filed) -> None:
        self.by_id[line.id] = line
        if line.superseded_by is None:
            for place in (line.file, line.url):
                if place:
                    self.by_place[place] = line.id
        self.by_text.setdefault(line.text_hash, []).append(line.id)

    def place(self, article: Article) -> tuple[Added, list[Filed]]:
        """What an article is to the library, and the catalogue lines to write for it."""
        text_hash = article.text_hash
        given = article.id != content_id(article.text, article.source)
        line = self.by_id.get(article.id)
        if line is not None and line.text_hash == text_hash and line.superseded_by is None:
            return Added("known", article), []
        if line is not None and given:
            earlier = (*line.earlier, line.text_hash)
            return Added("changed", article, article.id), [_line(article, earlier=earlier)]
        if not given and (twin := self._twin(article, text_hash)):
            return Added("known", self._as(article, twin)), []
        before = next((self.by_place[p] for p in (article.file, article.url) if p and p in self.by_place), None)
        if before is None or before == article.id:
            return Added("new", article), [_line(article)]
        old = msgspec.structs.replace(self.by_id[before], superseded_by=article.id)
        return Added("changed", article, before), [old, _line(article, supersedes=before)]

    def _twin(self, article: Article, text_hash: str) -> Filed | None:
        """A current article with the same words, whose source is the same or unknown on either side."""
        for other in (self.by_id[i] for i in self.by_text.get(text_hash, ())):
            if other.superseded_by is None and (
                other.source is None or article.source is None or other.source == article.source
            ):
                return other
        return None

    @staticmethod
    def _as(article: Article, line: Filed) -> Article:
        return msgspec.structs.replace(article, id=line.id)


def _line(article: Article, *, earlier: tuple[str, ...] = (), supersedes: str | None = None) -> Filed:
    fields = {name: getattr(article, name) for name in article.__struct_fields__ if name != "text"}
    return Filed(
        **fields,
        text_hash=article.text_hash,
        words=len(article.text.split()),
        earlier=earlier,
        supersedes=supersedes,
    )
