# make test sets up what the tests need and runs them all.
# Each part can be run alone: vet, lint, unit, wasm, e2e. More: bench, fuzz.

GO        ?= go
GOLANGCI  := v2.15.0
BIN       := $(CURDIR)/.build/bin
JS        := GOOS=js GOARCH=wasm CGO_ENABLED=0
# Packages that build for the browser only, wholly or in part.
WASM_PKGS := ./game/web/... ./cmd/wasm/...

# The linter of that version: the one installed already, else one built here.
LINT      := $(firstword $(foreach l,$(shell $(GO) env GOPATH)/bin/golangci-lint $(BIN)/golangci-lint,\
               $(if $(findstring $(GOLANGCI:v%=%),$(shell $(l) version --short 2>/dev/null)),$(l))) $(BIN)/golangci-lint)

.PHONY: help test vet lint unit wasm e2e tools bench fuzz serve dist clean

help:
	@echo 'make test    everything: vet, lint, unit, wasm, e2e (sets up what is missing)'
	@echo 'make unit    unit and property tests'
	@echo 'make e2e     the game in a real headless Chromium'
	@echo 'make bench   measures the game beside its floor and its peer, into docs/performance.md'
	@echo 'make fuzz    each fuzz target for FUZZTIME (default 20s)'
	@echo 'make serve   build the game and serve it'
	@echo 'make dist    programs for laptops without Go, and the game as a plain folder, into dist/'

test: tools vet unit wasm lint e2e
	@echo 'make test: all of it passed'

# What the tests need and may be missing: gcc (for -race), Chromium, Node.
tools:
	@sh e2e/tools.sh

vet:
	$(GO) vet ./...
	$(JS) $(GO) vet ./game/... ./cmd/wasm/...

lint: $(LINT)
	$(GO) mod tidy -diff
	$(LINT) run $$($(GO) list ./... | sed 's|^earned|.|' | grep -v -e '^./game/web' -e '^./cmd/wasm')
	$(JS) $(LINT) run $(WASM_PKGS)

$(LINT):
	@echo 'lint: building golangci-lint $(GOLANGCI), once (a few minutes)'
	GOBIN=$(BIN) CGO_ENABLED=0 $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI)

# -race needs cgo and a C compiler; where there is none, that is said. It makes
# allocations of its own and some tests ten times slower, which then try less
# (internal/race): the game's own rooms run again without it, in full, and what
# plays once more, through save and load at every step.
unit:
	@if [ "$$($(GO) env CGO_ENABLED)" = 1 ] && command -v "$$($(GO) env CC)" >/dev/null 2>&1; then race=-race; \
	else race=; echo 'unit: no C compiler here, so the race detector is off'; fi; \
	set -x; $(GO) test $$race -shuffle=on $$($(GO) list ./... | grep -v '^earned/e2e$$') && \
	$(GO) test ./game/... && \
	EARNED_SAVED=1 $(GO) test -count=1 ./game/talk ./game/screens

wasm:
	$(JS) $(GO) build -trimpath -buildvcs=false -ldflags='-s -w' -o /dev/null ./cmd/wasm

e2e: tools
	cd e2e && npm ci --no-audit --no-fund --loglevel=error
	$(GO) test -count=1 -timeout 40m ./e2e -e2e

bench: tools
	$(GO) run ./bench

FUZZTIME ?= 20s
fuzz:
	@set -e; for p in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz' || true); do \
	    echo "fuzz: $$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p; \
	  done; done

serve:
	$(GO) run ./cmd/serve

# The first time takes minutes: five programs, and the game compressed as well
# as can be.
dist:
	$(GO) run ./internal/dist

clean:
	rm -rf .build dist e2e/node_modules e2e/shots
