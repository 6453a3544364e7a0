# Everything here needs Python >= 3.11, git and make, and sets up the rest by itself.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help

# Bytecode is kept: else each process of the tests compiles every module anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

.PHONY: demo
demo: $(VENV)/.demo ## Show what the SDK does, on the sandbox (or on EJENTO_* if set)
	@$(BIN)/python examples/demo.py

.PHONY: docs
docs: .venv-docs/.made ## Build the documentation site into build/docs, and fail on a broken link
	NO_MKDOCS_2_WARNING=1 .venv-docs/bin/python -m mkdocs build --strict

.PHONY: docs-serve
docs-serve: .venv-docs/.made ## Show the documentation site on loopback while it is written
	NO_MKDOCS_2_WARNING=1 .venv-docs/bin/python -m mkdocs serve

.PHONY: examples
examples: $(VENV)/.dev ## Run all examples on the sandbox, and their page in Chromium (which must be there)
	rm -rf build/examples && mkdir -p build/examples
	$(BIN)/python -m examples.bot_backend
	$(BIN)/python -m examples.ingest_folder docs 9 --journal build/examples/ingest.jsonl --poll-interval 0.1
	$(BIN)/python -m examples.evaluate_agent 42 examples/evaluate_agent/questions.csv \
		--out build/examples/results.parquet --plot build/examples/results.png
	$(BIN)/python -m examples.export_project 1 build/examples/export.jsonl
	$(BIN)/python -m pytest -q -n auto --dist worksteal tests/examples examples/testing_a_service
	$(BIN)/python -m pytest -q -o python_files='browse_*.py' tests/browser

.PHONY: test
test: $(VENV)/.dev ## Run the whole test suite
	$(BIN)/python -m pytest -q -n auto --dist worksteal

.PHONY: reliability
reliability: $(VENV)/.dev ## Prove the table of faults on each way to the network, and print it
	$(BIN)/python -m pytest -q -n auto --dist worksteal --table tests/reliability

.PHONY: chaos
chaos: $(VENV)/.dev ## Break a third of all answers for a minute, on each way to the network
	$(BIN)/python -m tests.chaos

.PHONY: soak
soak: $(VENV)/.dev ## Run for minutes: 10,000 calls, 500 clients, servers that restart
	$(BIN)/python -m tests.soak

.PHONY: fuzz
fuzz: .venv-fuzz/.made ## Fuzz what reads answers and writes URLs, ten minutes for each target
	for target in $(or $(TARGET),sse answer url); do \
		.venv-fuzz/bin/python -m fuzz $$target -max_total_time=$(or $(SECONDS),600) || exit 1; done

.PHONY: bench
bench: .venv-bench/.made ## Measure against other libraries and write docs/performance.md
	PYTHON="$(PYTHON)" .venv-bench/bin/python -m benchmarks --write

.PHONY: bench-quick
bench-quick: .venv-bench/.made ## The same with fewer rounds and calls; writes nothing
	PYTHON="$(PYTHON)" .venv-bench/bin/python -m benchmarks --quick $(if $(ONLY),--only $(ONLY))

.PHONY: check
check: test lint types drift spec-lint ## Run every gate, as CI does

.PHONY: lint
lint: $(VENV)/.dev ## Check style and formatting of hand-written code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: format
format: $(VENV)/.dev ## Format hand-written code and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: types
types: $(VENV)/.dev ## Check all types with mypy and pyright, both strict
	$(BIN)/mypy
	$(BIN)/python -m tests.docs.typed
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pyright

.PHONY: regenerate
regenerate: ## Generate code and pages from openapi/, and say what changed for users
	PYTHON="$(PYTHON)" scripts/regenerate.sh

.PHONY: drift
drift: ## Check that the committed code is what the specs generate
	PYTHON="$(PYTHON)" scripts/regenerate.sh --check

.PHONY: spec-lint
spec-lint: ## Check the specs
	PYTHON="$(PYTHON)" scripts/regenerate.sh --lint

.PHONY: clean
clean: ## Remove everything that these targets made
	rm -rf $(VENV) .venv-* build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environments: made once, and again when what they are made of changes.

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python >= 3.11 is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'

$(VENV)/.demo: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group demo --editable '.[sandbox]'
	@touch $@

.venv-fuzz/.made: pyproject.toml fuzz/requirements.txt
	$(PYTHON) -m venv --clear .venv-fuzz
	.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check \
		--requirement fuzz/requirements.txt --editable .
	@touch $@

.venv-docs/.made: pyproject.toml
	$(PYTHON) -m venv --clear .venv-docs
	.venv-docs/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	.venv-docs/bin/python -m pip install --quiet --disable-pip-version-check --group docs
	@touch $@

.venv-bench/.made: pyproject.toml benchmarks/requirements.txt
	$(PYTHON) -m venv --clear .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check \
		--requirement benchmarks/requirements.txt --editable '.[aiohttp,speed]'
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml scripts/codegen/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev \
		--requirement scripts/codegen/requirements.txt --editable '.[aiohttp,cli,otel,sandbox,speed]'
	@touch $@ $(VENV)/.demo
