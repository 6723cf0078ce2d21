"""How long the library takes to have something on disk."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefing.model import Annotation, Article
from briefing.store import Library, anchor_at
from briefing.store.person import new_id, now
from tests.bench.timing import median_of

COUNT = 10_000


def run() -> list[tuple[str, str, str]]:
    """One annotation beside ten thousand articles, against one flushed file of the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library")
        articles = [Article(id=f"a{n}", text=f"Report {n}. The mayor spoke.") for n in range(COUNT)]
        added = median_of(lambda: library.catalogue.add(articles), runs=1, warm_up=0)
        listed = median_of(lambda: Library(Path(folder) / "library").catalogue.entries(), runs=3)

        def annotate() -> None:
            moment = now()
            anchors = (anchor_at(articles[0], (0, 6)),)
            made = Annotation(
                id=new_id("a"), created=moment, modified=moment, motivation="highlighting", anchors=anchors
            )
            library.person.change("highlight", after=[made])

        durable = median_of(annotate, runs=50)
        bytes_ = (Path(folder) / "library" / "person.json").read_bytes()

        def plain() -> None:
            with (Path(folder) / "plain").open("wb") as stream:
                stream.write(bytes_)
                stream.flush()
                os.fsync(stream.fileno())

        flushed = median_of(plain, runs=50)
    return [
        (
            f"one annotation beside {COUNT:,} articles",
            f"{durable / flushed:.1f} x",
            f"one fsync ({durable * 1e3:.1f} ms)",
        ),
        (f"adding {COUNT:,} articles", f"{added / COUNT / flushed:.2f} x", f"one fsync each ({added:.1f} s in all)"),
        (f"listing {COUNT:,} articles", f"{listed:.2f} s", "from a cold library"),
    ]
