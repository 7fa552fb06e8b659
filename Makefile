# Two commands matter: `make demo` and `make test`. Everything else serves them.
PYTHON ?= python3
BIN := .venv/bin
SERVE ?= yes
BENCHMARKS ?= ../shared/benchmarks

.PHONY: setup setup-dev demo test check format bench frontend frontend-check lock clean

setup: .venv/run-ready            ## the environment to run firsthand
setup-dev: .venv/dev-ready        ## the same with what tests and checks need

.venv/run-ready: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/dev-ready: requirements/dev.txt .venv/run-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

demo: setup                       ## environment, demo case, answer, web page (SERVE=no prints how to serve it)
	$(BIN)/firsthand demo --keep demo.db $(if $(filter yes,$(SERVE)),--serve,--no-serve)

test: setup-dev                   ## everything that must hold
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: setup-dev                  ## format, lint, types, imports
	$(BIN)/ruff format --check src tests benchmarks scripts training
	$(BIN)/ruff check src tests benchmarks scripts training
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup-dev
	$(BIN)/ruff format src tests benchmarks scripts training
	$(BIN)/ruff check --fix src tests benchmarks scripts training

bench: setup-dev                  ## all tasks on their development halves; rewrites benchmarks/results.md
	$(BIN)/python benchmarks/bench.py --data $(BENCHMARKS)

frontend:                         ## builds the browser's script and the map's outlines anew (needs node; `make demo` does not)
	cd frontend && npm install --no-save --no-fund --no-audit && npm run build

frontend-check: frontend          ## the committed assets are those the sources give
	git diff --exit-code --stat -- src/firsthand/web/static

lock:                             ## resolves the requirements anew, with hashes
	uv pip compile pyproject.toml --group build --generate-hashes --no-header --no-emit-index-url --universal --python-version 3.11 -o requirements/run.txt
	uv pip compile pyproject.toml --group dev --generate-hashes --no-header --no-emit-index-url --universal --python-version 3.11 -c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf .venv demo.db demo.db-wal demo.db-shm
