# Every target sets itself up: a Debian or Ubuntu with make and Python 3.11 or newer is enough.
# What is installed goes to .venv, from the lock files and by hash; a second run installs nothing.

PYTHON ?= python3
UV ?= .venv/bin/uv
LOCK_FLAGS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --quiet --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url $(LOCK_FLAGS)
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test lint format lock clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Exit code 3 is "done, but something was skipped": the sample case holds one article twice.
# The nights that follow read nothing again: the store has it.
NIGHT := $(BIN)/dossier build --watchlist seeds/watchlist.txt --format html,json --quiet \
	--editions 2 --output output/nights --store output/demo.db

demo: .venv/dossier .venv/pango ## Build the sample case of seeds/ into output/demo, and two nights of it
	@$(BIN)/dossier build seeds/articles --watchlist seeds/watchlist.txt --as-of 2021-04-30 \
		--output output/demo --store output/demo.db || test $$? -eq 3
	@echo "What was built:      output/demo/index.json"
	@$(NIGHT) $(filter-out %/tripoli-evening-post,$(wildcard seeds/articles/*)) || test $$? -eq 3
	@$(NIGHT) seeds/articles || test $$? -eq 3
	@echo "Two nights of it, the second with a sixth outlet: output/nights/latest/index.html"
	@$(BIN)/dossier changes --output output/nights
	@find output/demo output/nights/latest/ -name '*.pdf' -o -name '*.html' | sort | sed 's/^/A dossier to look at: /'

test: .venv/dev .venv/pango ## Run the tests
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: .venv/dev ## Check style, types, architecture and the lock
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(PIP) check || { echo "The lock lacks something that pyproject.toml asks for: make lock" >&2; exit 1; }

format: .venv/dev ## Lay the code out, and mend what can be mended
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

lock: .venv/dev ## Write the lock files anew (LOCK_FLAGS=--upgrade for newer versions)
	@$(COMPILE) pyproject.toml --output-file requirements.txt
	@$(COMPILE) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@$(COMPILE) --group pyproject.toml:build --constraint requirements-dev.txt \
		--output-file requirements-build.txt

clean: ## Remove what make and the tools made, .venv too
	rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	rm -rf output/demo output/demo.db* output/nights
	find dossier tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# --- Set-up: each step leaves an empty file in .venv that says it is done --------------------------------

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Dossier needs Python 3.11 or newer, and $(PYTHON) is not: name one with make PYTHON=python3.12" >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || sh scripts/need-packages.sh \
		"$(PYTHON) cannot make a virtual environment" \
		"$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime: .venv/made requirements-build.txt requirements.txt
	@echo "Installing what Dossier runs on into .venv (a minute or two the first time)"
	@$(PIP) install --only-binary :all: --require-hashes -r requirements-build.txt -r requirements.txt
	@touch $@

# No isolation: hatchling comes from the lock above, and nothing is fetched to build with.
.venv/dossier: .venv/runtime pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/dossier requirements-dev.txt
	@echo "Installing the tools for tests and checks into .venv"
	@$(PIP) install --only-binary :all: --require-hashes -r requirements-dev.txt
	@touch $@

# WeasyPrint itself is asked whether it finds Pango and HarfBuzz. Without them, all but the PDF is built.
PANGO_FOUND := $(BIN)/python -W error:HarfBuzz-Subset:DeprecationWarning -c 'import weasyprint' >/dev/null 2>&1

.venv/pango: .venv/runtime
	@$(PANGO_FOUND) || sh scripts/need-packages.sh "Without Pango no PDF is made" $(PANGO) || true
	@if $(PANGO_FOUND); then touch $@; fi
