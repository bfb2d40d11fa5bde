# Everything a contributor does. Needed: Go, git, make. Variables can be set on
# the command line: make serve ADDR=127.0.0.1:9000, make fuzz FUZZTIME=5m.

GONGKAI     := .bin/gongkai
ADDR        ?= 127.0.0.1:8080
FUZZTIME    ?= 20s
SIZES       ?= 2706 27060 100000
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

.DEFAULT_GOAL := help
.PHONY: site serve test race check bench bench-search fuzz faults release clean help tools $(GONGKAI)

site: $(GONGKAI) ## build the demonstration site into public/
	$(GONGKAI) build

serve: $(GONGKAI) ## preview the demonstration site, with live reload
	$(GONGKAI) serve --addr $(ADDR)

test: tools ## run every test
	go test -timeout 30m ./...

race: ## run the tests of what is concurrent under the race detector
	go test -race -short -timeout 30m ./internal/build ./internal/output ./internal/export ./internal/source ./internal/render ./internal/serve

check: $(GONGKAI) ## formatting, vet, staticcheck, and the demonstration's own checks
	@test -z "$$(gofmt -l cmd internal layouts static)" || { gofmt -d cmd internal layouts static; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...
	$(GONGKAI) check

bench: ## run every benchmark
	go test -run '^$$' -bench . -benchmem ./...

bench-search: ## measure the search index on generated sites of SIZES projects
	SIZES="$(SIZES)" go test -run '^$$' -bench '^BenchmarkTable$$' -benchtime 1x -timeout 2h ./internal/search

# A run that found nothing may fail by the deadline of go test itself, so
# each is tried twice: what was found is a seed by then, and fails again.
fuzz: ## try every fuzz target for FUZZTIME
	@grep -rl --include='*_test.go' '^func Fuzz' internal | while read -r file; do \
		sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$$file" | while read -r target; do \
			echo "$$target in $$(dirname "$$file")"; \
			try="go test -run ^$$ -fuzz ^$$target\$$ -fuzztime $(FUZZTIME) -fuzzminimizetime 2s ./$$(dirname "$$file")"; \
			$$try || $$try || exit 1; \
		done || exit 1; \
	done

faults: ## kill hundreds of builds, and put every hostile text through every field
	GONGKAI_TEST_LONG=1 go test -v -timeout 4h -run 'Killed|Fault|FullDisk|Sources|Hostile' ./cmd/gongkai ./internal/build

release: ## build the program for every system into .dist/, with licences, bill of materials and check sums
	@.ci/release

clean: ## remove what was built
	rm -rf .bin .dist .public.gongkai-*
	find public -mindepth 1 ! -name .gitkeep -delete

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do printf '%-12s %s\n' "$$name" "$$text"; done

# Go knows by itself what has changed.
$(GONGKAI):
	go build -trimpath -o $@ ./cmd/gongkai

# The tests that look at pages need a browser, node and a few packages, and skip
# themselves without.
tools:
	@sh .ci/tools
