# Two commands do all the set-up: `make read` opens the sample briefing, `make test` passes the tests.

PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	"$$name" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$name"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help install read test lint format bench bench-language bench-compare fit-passages fit-numbers fit-forecasts fit-contrasts fit-matter screenshots snapshots lock clean

help: ## Show what can be made.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(READY) ## Make .venv and install everything from the lock file, with hashes.

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "briefing needs Python 3.11 or newer: install it, or name it with make PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q briefing
	@touch $@

read: install ## Open the sample briefing: two reports of 14 June 2009.
	@$(BIN)/briefing read seeds

test: install ## Unit, pilot, snapshot and terminal tests.
	$(BIN)/python -m pytest -n auto

lint: install ## Ruff, strict mypy, and the arrows between the rooms.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install ## Let ruff mend what it can.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install ## Speed, as ratios: start, keys, analysis, comparison, storage.
	$(BIN)/python -m tests.bench

bench-language: install ## The analysis: its speed, and how right it is; DATA=FOLDER adds public sets.
	@BRIEFING_BENCH_DATA="$(DATA)" $(BIN)/python -m tests.bench language accuracy

bench-compare: install ## The comparison: its speed, and how right it is; DATA=FOLDER adds public sets.
	@BRIEFING_BENCH_DATA="$(DATA)" $(BIN)/python -m tests.bench compare compared

fit-passages: install ## Learn anew, from the annotated reports, which passages are on one matter.
	$(BIN)/python -m tests.bench.fit passages

fit-numbers: install ## Learn anew which numbers answer one question.
	$(BIN)/python -m tests.bench.fit numbers

fit-forecasts: install ## Learn anew which later deeds are what a report expected.
	$(BIN)/python -m tests.bench.fit forecasts

fit-contrasts: install ## Learn anew which answers that exclude each other are of one matter.
	$(BIN)/python -m tests.bench.fit contrasts

fit-matter: install ## Learn anew how the sentence encoder is corrected: an hour or two, with torch in .venv-fit.
	$(PYTHON) -m venv .venv-fit
	.venv-fit/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	.venv-fit/bin/python -m pip install --quiet --disable-pip-version-check -r tests/bench/fit/matter-requirements.txt
	.venv-fit/bin/python -m tests.bench.fit.matter

screenshots: install ## Pictures of the main views, from the sample reports, into screenshots/.
	$(BIN)/python -m tests.tui.pictures screenshots

snapshots: install ## Accept how the screen looks now as how it shall look.
	$(BIN)/python -m pytest tests/tui --snapshot-update

lock: install ## Make the lock file anew, from pyproject.toml.
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --extra dev --generate-hashes --upgrade \
		--no-header --no-annotate pyproject.toml --output-file requirements.lock

clean: ## Remove the environment and what tests leave behind.
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist build
