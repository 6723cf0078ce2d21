"""An article -> its findings. The only room that imports spaCy; one file a component.

Importing this package imports neither spaCy nor the model: :class:`Analyser` does, when it is made.
"""

from __future__ import annotations

from briefing.nlp.analysis import Analyser, analyse_batch, check_model, pipeline_id

__all__ = ["Analyser", "analyse_batch", "check_model", "pipeline_id"]
