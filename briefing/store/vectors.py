"""Sentence vectors kept beside the findings; they can be made again."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.store.durable import make_folder, write_file

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class VectorShelf:
    """Sentence vectors of an article, half precision, keyed by text and encoder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> Vectors | None:
        """The vectors; None where there are none of this key."""
        import numpy as np

        try:
            with np.load(io.BytesIO(self._path(key).read_bytes()), allow_pickle=False) as stored:
                vectors: Vectors = stored["vectors"].astype(np.float32)
        except (OSError, ValueError, EOFError, KeyError, zlib.error, zipfile.BadZipFile):
            return None
        return vectors

    def put(self, key: str, vectors: Vectors) -> None:
        """Keep the vectors of a text."""
        import numpy as np

        make_folder(self.folder)
        stream = io.BytesIO()
        np.savez(stream, vectors=vectors.astype(np.float16))
        write_file(self._path(key), stream.getvalue(), durable=False)

    def _path(self, key: str) -> Path:
        return self.folder / f"{hashlib.sha256(key.encode()).hexdigest()[:24]}.npz"
