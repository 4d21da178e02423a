# Two commands do everything on a fresh machine with Python 3.11 or newer:
#   make run    install, build the graph from the shipped record, answer the headline question, write the pages
#   make test   install what the tests need, and run all that this machine can run
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ENISHI := $(BIN)/enishi

.PHONY: run test check javascript neo4j neo4j-stop docs bench lock clean

run: $(VENV)/installed
	$(ENISHI) build
	@echo
	$(ENISHI) query run partner-gap -p forum=MDQ -p party=JP
	@echo
	$(ENISHI) publish site --ceiling internal

test: $(VENV)/developer
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory node_modules/.package-lock.json; fi
	$(BIN)/python -m pytest -n auto --dist loadgroup --no-loadscope-reorder

check: $(VENV)/developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check
	$(ENISHI) check
	@$(MAKE) --no-print-directory javascript

# The linter of the page's JavaScript and CSS; node and npm are needed for development only.
javascript:
	@if command -v npm >/dev/null; then \
	    $(MAKE) --no-print-directory node_modules/.package-lock.json && npx biome ci; \
	elif [ -n "$$ENISHI_REQUIRE_NODE" ]; then \
	    echo "JavaScript is not linted: there is no npm (apt-get install npm)" >&2; exit 1; \
	else \
	    echo "JavaScript is not linted: there is no npm (apt-get install npm)"; \
	fi

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# A real Neo4j for tests and for trying things out, by docker compose where an engine runs, else from Maven's jars.
neo4j: $(VENV)/developer
	@$(BIN)/python tests/neo4j/server.py start

neo4j-stop: $(VENV)/developer
	@$(BIN)/python tests/neo4j/server.py stop

docs: $(VENV)/developer
	$(BIN)/python docs/generate.py

bench: $(VENV)/developer
	$(BIN)/python tests/benchmarks/bench.py
	$(BIN)/python tests/benchmarks/bench_publish.py
	$(BIN)/python tests/benchmarks/bench_briefing.py
	$(BIN)/python tests/benchmarks/bench_server.py
	$(BIN)/python tests/benchmarks/bench_page.py

# The lock file pins what the tests and CI run with: everything that was installed, with versions.
lock: $(VENV)/developer
	$(BIN)/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools > requirements.lock

$(VENV)/installed: pyproject.toml requirements.lock
	$(PYTHON) -c "import sys; sys.exit('Enishi needs Python 3.11 or newer; this is ' + sys.version.split()[0] + '. Name another: make run PYTHON=python3.12') if sys.version_info < (3, 11) else None"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

$(VENV)/developer: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --group dev
	@touch $@

clean:
	rm -rf $(VENV) node_modules build dist enishi.html site
