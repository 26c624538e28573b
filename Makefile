# Everything that is needed stands in .venv beside the code; a second run finds it ready.
VENV := .venv
PIP := python3 -m pip --python $(VENV)/bin/python --disable-pip-version-check --quiet
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header

.PHONY: chat demo test browser bench load lock

chat: $(VENV)/.installed
	@$(VENV)/bin/depeche chat

demo: $(VENV)/.installed
	@$(VENV)/bin/depeche demo

test: $(VENV)/.installed-dev browser
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/pytest -n auto

# The page is tested in Debian's Chromium: installed where we may, asked for where we may not.
browser:
	@command -v chromium >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && apt-get update -q && apt-get install -qy --no-install-recommends chromium fonts-dejavu-core; } \
		|| { echo "make test: the tests of the page need chromium; on Debian: apt-get install chromium" >&2; exit 1; }

bench: $(VENV)/.installed-dev
	$(VENV)/bin/depeche bench --save bench.json

# Takes some ten minutes; loopback only.
load: $(VENV)/.installed-dev
	$(VENV)/bin/python -m tests.load --save load.json

# The virtual environment needs no ensurepip, which Debian packs apart.
$(VENV)/bin/python:
	python3 -m venv --without-pip $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --requirement requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	$(VENV)/bin/depeche facts check
	$(VENV)/bin/depeche ask help >/dev/null # compiles the base once, ahead of the first question
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@

# Pins anew, with hashes and without any index's address.
lock: $(VENV)/.installed
	$(PIP) install uv
	$(VENV)/bin/uv pip compile $(LOCK) --output-file requirements.txt pyproject.toml requirements.in
	$(VENV)/bin/uv pip compile $(LOCK) --extra dev --output-file requirements-dev.txt pyproject.toml requirements.in
