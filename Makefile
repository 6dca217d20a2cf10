# Thin: each target sets up what it needs, once, and calls `report` or pytest.
# Windows without make: see CONTRIBUTING.md, "On Windows".
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SITE := $(VENV)/.site
TEST := $(VENV)/.test
RENDITIONS := $(VENV)/.renditions
BENCH := $(VENV)/.bench
LANG_ONLY ?=
PORT ?= 8000
OPTIONS ?=
# What these name is handed on by the environment, never put into a command as text: a tag may hold any sign.
NAME ?=
EDITION ?=
BASE ?=
OUT ?=

.PHONY: help serve test test-long build renditions check fix links bench load lock clean
.PHONY: doctor approval approved candidate rebuild-candidate publish release fetch assemble smoke rebuild rehearsal
.DEFAULT_GOAL := help

help:
	@echo "make serve   set up and preview both languages (LANG_ONLY=fr: one only)"
	@echo "make test    set up and run every check and test, browser included"
	@echo "make build   build the site into site/"
	@echo "make renditions   build the site with PDF, EPUB and packs to take along"
	@echo "make check   the checks alone"
	@echo "make fix     repair typography, formatting and schemas"
	@echo "make links   ask whether the addresses of the sources still answer"
	@echo "make bench   measure builds and preview (OPTIONS=--help: what can be chosen)"
	@echo "make load    serve the built site from nginx, ask for its pages over 64 and 1,000 connections"
	@echo "For the secretariat, see EDITIONS.md: make doctor, candidate, publish, assemble, rehearsal"

serve: $(SITE)
	@$(BIN)/report serve --port $(PORT) $(if $(LANG_ONLY),--language $(LANG_ONLY))

build: $(SITE)
	@$(BIN)/report build

renditions: $(RENDITIONS)
	@$(BIN)/report build
	@$(BIN)/report renditions

check: $(SITE)
	@$(BIN)/report check

test: $(TEST)
	@$(BIN)/report check
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder -m "not long"

test-long: $(TEST)
	@$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

fix: $(TEST)
	@$(BIN)/report fix typography
	@$(BIN)/report schemas
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

links: $(SITE)
	@$(BIN)/report links --report .cache/links.md

bench: $(BENCH)
	@$(BIN)/python -m bench $(OPTIONS)

load: $(SITE)
	@$(BIN)/python -m bench.load $(OPTIONS)

doctor: $(SITE)
	@$(BIN)/report doctor

# A proposal that adds the record of an approval must do nothing else; BASE is what it is compared with.
approval: $(SITE)
	@$(BIN)/report approval "$${BASE:-origin/main}"

# The approval that was added since BASE, as a workflow hands it on.
approved: $(SITE)
	@$(BIN)/report release approved "$${BASE:-origin/main}" >> "$${GITHUB_OUTPUT:-/dev/stdout}"

candidate: $(TEST)
	@$(BIN)/report candidate "$${NAME:?expected make candidate NAME=2026-rc1}" $(OPTIONS)

# For workflows that run on the tag: builds it again and compares.
rebuild-candidate: $(RENDITIONS)
	@$(BIN)/report candidate "$${NAME:?expected make rebuild-candidate NAME=2026-rc1}" --verify-tag

publish: $(RENDITIONS)
	@$(BIN)/report publish "$${EDITION:?expected make publish EDITION=2026}"

release: $(SITE)
	@$(BIN)/report release make "$${NAME:?expected make release NAME=2026}"

fetch: $(SITE)
	@$(BIN)/report release fetch $${NAME:+"$$NAME"} --out "$${OUT:-archives}"

assemble: $(SITE)
	@mkdir -p archives
	@$(BIN)/report assemble --archives archives --out public

smoke: $(SITE)
	@$(BIN)/report release smoke

rebuild: $(RENDITIONS)
	@$(BIN)/report release rebuild

rehearsal: $(TEST)
	@$(BIN)/python -m tests.rehearsal

# Dependencies are installed with their hashes checked, then the report itself, editable and alone.
$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c "import sys; sys.exit('Python 3.11 or later is needed; this is ' + sys.version.split()[0]) if sys.version_info < (3, 11) else None"
	@echo "Setting up in $(VENV)/ (once) …"
	@$(PYTHON) -m venv $(VENV)

$(SITE): $(VENV)/pyvenv.cfg requirements/site.txt pyproject.toml
	@echo "Installing what the site needs …"
	@$(PIP) install --require-hashes -r requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# PDF and EPUB; a site without them needs none of this.
$(RENDITIONS): $(SITE) requirements/renditions.txt
	@echo "Installing what PDF and EPUB need …"
	@$(PIP) install --require-hashes -r requirements/renditions.txt
	@$(BIN)/python -m report.renditions.libraries
	@touch $@

$(TEST): $(RENDITIONS) requirements/test.txt requirements/browser.txt
	@echo "Installing what the tests need …"
	@$(PIP) install --require-hashes -r requirements/test.txt -r requirements/browser.txt
	@$(BIN)/python -m tests.chromium
	@touch $@

$(BENCH): $(SITE) requirements/bench.txt
	@echo "Installing what is measured beside the report …"
	@$(PIP) install --require-hashes -r requirements/bench.txt
	@touch $@

# Renews the locked versions; uv comes from requirements/release.txt.
lock: $(SITE)
	@$(PIP) install --require-hashes -r requirements/release.txt
	@for group in site renditions test browser release bench; do \
	  $(BIN)/uv pip compile pyproject.toml --group $$group --universal --python-version 3.11 --upgrade \
	    --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet \
	    $$([ $$group = site ] || echo "--constraint requirements/site.txt") --output-file requirements/$$group.txt || exit 1; \
	done

clean:
	@rm -rf site .cache .pytest_cache .mypy_cache .ruff_cache
