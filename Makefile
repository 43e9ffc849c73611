# The commands for people who work on Calque or install it; `make` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup try test test-browser test-protocols release bench fault install uninstall format lint clean

PREFIX ?= /usr/local
DESTDIR ?=
BENCH ?=

# On x86-64 the release counts bits in one instruction where the processor has it (all since 2009).
COUNTS_BITS := $(shell [ "$$(uname -m)" = x86_64 ] && grep -qw popcnt /proc/cpuinfo 2>/dev/null && \
  echo -Xcc -march=x86-64-v2)

# One release build serves `try` and `install`: Swift's own libraries in the program, no symbols.
# Its folder is not that of `swift build`, whose settings differ.
SCRATCH := .build-release
CALQUE := $(SCRATCH)/release/calque
SOURCES := Makefile Package.swift $(shell find Sources -type f)
SWIFT_FILES := Sources Tests Package.swift
PYTHON := scripts/fault scripts/fault-align scripts/sample-renderings scripts/test-browser scripts/test-lsp scripts/test-mcp scripts/test-sarif \
  scripts/train-tagger \
  $(wildcard Benchmarks/*.py Examples/spark/*.py)
SCRIPTS := .ci/run $(filter-out $(PYTHON),$(wildcard scripts/*))

BIN := $(DESTDIR)$(PREFIX)/bin
GLOSSARIES := $(DESTDIR)$(PREFIX)/share/calque/glossaries
LEXICON := $(DESTDIR)$(PREFIX)/share/calque/lexicon
BASH_COMPLETION := $(DESTDIR)$(PREFIX)/share/bash-completion/completions/calque
ZSH_COMPLETION := $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_calque
FISH_COMPLETION := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/calque.fish

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing to build Calque (Debian, through apt)
	@scripts/setup

try: setup release ## build, and run the main job on the examples
	@scripts/try $(CALQUE)

test: setup ## run every test
	@scripts/test

test-browser: ## open the HTML pages in Chromium, where it is installed
	@scripts/test-browser

test-protocols: ## lsp and mcp with Neovim, pytest-lsp and the Python SDK, SARIF with its schema
	@scripts/test-lsp
	@scripts/test-mcp
	@scripts/test-sarif

release: $(SCRATCH)/built ## build the program that try and install use

$(SCRATCH)/built: $(SOURCES)
	@$(if $(filter setup try,$(MAKECMDGOALS)),:,scripts/setup)
	@echo "Building Calque (the first time takes a few minutes) ..."
	@for product in calque calque-lexicon; do \
	  swift build -c release --product $$product --scratch-path $(SCRATCH) $(COUNTS_BITS) \
	    --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker -s $$([ -t 1 ] || echo --quiet) || \
	    { echo "make: FAILED: Calque does not build"; exit 1; }; \
	done
	@scripts/lexicon $(SCRATCH)/release/calque-lexicon $(SCRATCH)/lexicon
	@touch $@

bench: release ## measure lookup; BENCH="--help" tells the options
	@python3 Benchmarks/bench.py --calque $(CALQUE) $(BENCH)

fault: release ## kill Calque at work and damage its index, 200 times
	@scripts/fault $(CALQUE)
	@scripts/fault-align $(CALQUE)

install: release ## install below PREFIX (/usr/local): program, glossaries, completions
	@install -d $(BIN) $(GLOSSARIES) $(LEXICON) $(dir $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION))
	@install -m 755 $(CALQUE) $(BIN)/calque
	@install -m 644 glossaries/*.tsv glossaries/README.md glossaries/LICENSE $(GLOSSARIES)
	@install -m 644 lexicon/* $(wildcard $(SCRATCH)/lexicon/*) $(LEXICON)
	@$(CALQUE) --generate-completion-script bash > $(BASH_COMPLETION)
	@$(CALQUE) --generate-completion-script zsh > $(ZSH_COMPLETION)
	@$(CALQUE) --generate-completion-script fish > $(FISH_COMPLETION)
	@echo "make install: calque $$($(CALQUE) --version) is $(BIN)/calque; glossaries in" \
	  "$(GLOSSARIES); completions for bash, zsh and fish"

uninstall: ## remove what install put below PREFIX
	@rm -f $(BIN)/calque $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)
	@rm -rf $(GLOSSARIES) $(LEXICON)
	@rmdir --ignore-fail-on-non-empty $(dir $(GLOSSARIES)) 2>/dev/null || true
	@echo "make uninstall: calque is gone from $(DESTDIR)$(PREFIX)"

format: ## format the sources
	@swift format --in-place --parallel --recursive $(SWIFT_FILES)
	@echo "make format: done"

lint: ## check format and documentation of the sources, and the scripts' syntax
	@swift format lint --strict --parallel --recursive $(SWIFT_FILES)
	@for script in $(SCRIPTS); do bash -n "$$script"; done
	@! command -v python3 >/dev/null || python3 -c \
	  'import ast, sys; [ast.parse(open(f).read(), f) for f in sys.argv[1:]]' $(PYTHON)
	@echo "make lint: clean"

clean: ## remove everything that was built
	@rm -rf .build $(SCRATCH)
	@echo "make clean: done"
