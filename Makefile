# GNU make. Objects go to build/FLAVOUR/, programs to bin/. `make help` lists the targets.
PREFIX ?= /usr/local
PKG_CONFIG ?= pkg-config
FLAVOUR ?= release
CC ?= cc
CFLAGS ?= -O2 -g
XLSX ?= $(shell $(PKG_CONFIG) --exists xlsxwriter && echo yes)
ifeq ($(XLSX),yes)
XLSX_FLAGS := -DHAVE_XLSXWRITER
XLSX_LIBS := $(shell $(PKG_CONFIG) --libs xlsxwriter)
else
$(info libxlsxwriter is not used: to-csv is built without --xlsx)
endif
WARN := -Wall -Wextra -Wshadow -Wconversion -Wvla -Wmissing-prototypes -Wno-psabi
ALL_CFLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L $(WARN) -Isrc -Ibuild/gen $(CFLAGS) $(XLSX_FLAGS) $(EXTRA)
XML_FLAGS := $(shell $(PKG_CONFIG) --cflags libxml-2.0)
LIBS := -Wl,--as-needed -lcsv -lpcre2-8 -lz -lutf8proc -lnettle $(shell $(PKG_CONFIG) --libs libxml-2.0 libxxhash) $(XLSX_LIBS)
B := build/$(FLAVOUR)
BIN ?= bin
PROGRAMS := $(patsubst src/cmd/%.c,%,$(wildcard src/cmd/*.c))
LIB_SRC := $(filter-out src/cmd/%,$(wildcard src/*/*.c))
LIB_OBJ := $(LIB_SRC:src/%.c=$(B)/%.o) $(B)/embedded.o
UNITS := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*.c))

all: $(PROGRAMS:%=$(BIN)/%)

$(BIN)/%: $(B)/cmd/%.o $(B)/libvn.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/segment/html.o: CPPFLAGS += $(XML_FLAGS)

$(B)/libvn.a: $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(B)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# every lexicon table, table schema and piece of to-html's page, as bytes in the program
build/gen/embedded.c: $(wildcard lexicon/*.csv schemas/tables/*.json) $(addprefix src/html/page.,css html js) tests/embed.py
	@mkdir -p $(@D)
	python3 tests/embed.py $@ $(filter-out tests/embed.py,$^)

$(B)/embedded.o: build/gen/embedded.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(B)/unit/%: tests/unit/%.c $(B)/libvn.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) -ljansson

# LD_PRELOAD and AddressSanitizer do not go together
SHIM := $(if $(findstring sanitize,$(EXTRA)),,$(CURDIR)/$(B)/shim.so)
$(B)/shim.so: tests/faults/shim.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -fPIC -shared -o $@ $<

check: all $(UNITS) $(SHIM:$(CURDIR)/%=%)
	BIN=$(BIN) UNIT=$(B)/unit SHIM=$(SHIM) tests/run.sh

# the rows of the tables: each is found, each pattern matches its example; part of check. LEXICON=DIR checks other tables
LEXICON ?= lexicon
check-lexicon: all $(B)/unit/lexicon_test
	$(B)/unit/lexicon_test $(LEXICON)
	BIN=$(BIN) UNIT=$(B)/unit bash tests/props/lexicon.sh

# every fault and every cut, not a sample of them
check-heavy: all $(SHIM:$(CURDIR)/%=%)
	BIN=$(BIN) SHIM=$(SHIM) HEAVY=1 tests/run.sh faults

# to-html's page in a browser; needs chromium (tests/install.sh chromium)
check-html: all
	BIN=$(BIN) python3 tests/html/check.py

# the tables into databases, spreadsheets and notebooks and back; tests/loads/install.sh gets those (a minute and a half)
check-loads: all
	BIN=$(BIN) tests/loads.sh

# the slower tests: of the runner (a minute and a half)
check-runner: all
	tests/each.sh tests/runner/[!l]*.sh

# GNU parallel on two local hosts (parallel, openssh-server); the package in a fresh root (debhelper, lintian)
check-parallel: all
	tests/each.sh tests/parallel/[!l]*.sh

check-deb: all
	tests/each.sh tests/deb/*.sh

# libFuzzer targets (clang): build/fuzz/bin/NAME; `make fuzz-check` runs each once over its corpus in fuzz/corpus/NAME
FUZZ := gzip json $(addprefix segment-,plain html wet UTF-8 UTF-16LE UTF-16BE windows-1258 windows-1252 TCVN3 VNI VISCII VPS UTF-8+TCVN3 UTF-8+VNI UTF-8+UTF-8)
SANITIZE := address,undefined -fno-sanitize-recover=undefined
fuzz:
	$(MAKE) FLAVOUR=fuzz CC=clang CFLAGS="-O1 -g" EXTRA="-fsanitize=fuzzer-no-link,$(SANITIZE)" $(FUZZ:%=build/fuzz/bin/%)

fuzz-check: fuzz
	for t in $(FUZZ); do ASAN_OPTIONS=detect_leaks=0 build/fuzz/bin/$$t -close_fd_mask=3 -artifact_prefix=build/fuzz/ -runs=0 fuzz/corpus/$$t || exit 1; done

ifeq ($(FLAVOUR),fuzz)
build/fuzz/bin/%: fuzz/%.c $(B)/libvn.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer,$(SANITIZE) -o $@ $^ $(LIBS)

build/fuzz/bin/segment-%: build/fuzz/bin/segment
	ln -f $< $@
endif

eval: all
	tests/eval.sh

# lexicon/boundary.csv learnt anew: make boundary PAGES=DIR[,DIR...] NEWS=FILE.gz (tests/install.sh python3-numpy)
boundary: all $(B)/features $(B)/net
	FEATURES=$(B)/features NET=$(B)/net bench/boundary/fit learn $(PAGES) $(NEWS)

$(B)/features: bench/boundary/features.c $(B)/libvn.a
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/net: bench/boundary/net.c $(B)/libvn.a
	$(CC) $(ALL_CFLAGS) -O3 $(LDFLAGS) -o $@ $^ $(LIBS) -lm

# needs tests/install.sh bench for the neighbours; takes some minutes
bench: all
	bench/run.sh >build/bench.md && mv build/bench.md bench/results.md && cat bench/results.md

# Programs in PREFIX/libexec/vnmeet, vnmeet in PREFIX/bin; the short names are links, left out with NAMES=front (man vnmeet, NAMES).
D = $(DESTDIR)$(PREFIX)
PAGES1 := $(filter-out vnmeet,$(patsubst man/%.1,%,$(wildcard man/*.1)))
SHORT := $(PROGRAMS) pipeline.sh
install: all completions
	install -d $(D)/bin $(D)/libexec/vnmeet $(D)/share/man/man1 $(D)/share/man/man5 $(D)/share/vnmeet \
		$(D)/share/bash-completion/completions $(D)/share/zsh/vendor-completions
	install -m755 $(PROGRAMS:%=$(BIN)/%) pipeline.sh $(D)/libexec/vnmeet
	install -m755 vnmeet $(D)/bin
	for p in $(PAGES1); do install -m644 man/$$p.1 $(D)/share/man/man1/vnmeet-$$p.1; done
	ln -sf vnmeet-pipeline.sh.1 $(D)/share/man/man1/vnmeet-run.1
	install -m644 man/vnmeet.1 $(D)/share/man/man1
	install -m644 man/*.5 $(D)/share/man/man5
	for f in share/crontab share/logrotate share/vnmeet.* share/*.sql; do sed 's,/usr/bin/,$(PREFIX)/bin/,' $$f >$(D)/share/vnmeet/$${f#share/}; done
	chmod 644 $(D)/share/vnmeet/*
	install -m644 build/completions/bash $(D)/share/bash-completion/completions/vnmeet
	install -m644 build/completions/zsh $(D)/share/zsh/vendor-completions/_vnmeet
ifneq ($(NAMES),front)
	for p in $(SHORT); do ln -sf ../libexec/vnmeet/$$p $(D)/bin/$$p; ln -sf vnmeet $(D)/share/bash-completion/completions/$$p; done
	for p in $(PAGES1); do ln -sf vnmeet-$$p.1 $(D)/share/man/man1/$$p.1; done
endif

uninstall:
	for p in $(SHORT); do [ ! -L $(D)/bin/$$p ] || rm -f $(D)/bin/$$p $(D)/share/bash-completion/completions/$$p; done
	for p in $(PAGES1); do rm -f $(D)/share/man/man1/vnmeet-$$p.1; [ ! -L $(D)/share/man/man1/$$p.1 ] || rm -f $(D)/share/man/man1/$$p.1; done
	rm -f $(D)/bin/vnmeet $(D)/share/man/man1/vnmeet.1 $(D)/share/man/man1/vnmeet-run.1 $(patsubst man/%,$(D)/share/man/man5/%,$(wildcard man/*.5))
	rm -f $(D)/share/bash-completion/completions/vnmeet $(D)/share/zsh/vendor-completions/_vnmeet
	rm -rf $(D)/libexec/vnmeet $(D)/share/vnmeet

# from the programs' own option tables
completions: all share/completions.py
	@mkdir -p build/completions
	python3 share/completions.py bash $(PROGRAMS:%=$(BIN)/%) ./pipeline.sh >build/completions/bash
	python3 share/completions.py zsh $(PROGRAMS:%=$(BIN)/%) ./pipeline.sh >build/completions/zsh

# the tracked files as they are, changes included; the same bytes for the same commit
VERSION := $(shell sed -n 's/^.define VERSION "\(.*\)"/\1/p' src/base/opt.c)
dist:
	@mkdir -p build
	git archive --format=tar --prefix=vnmeet-$(VERSION)/ $$(git stash create | grep . || echo HEAD) | gzip -9n >build/vnmeet-$(VERSION).tar.gz
	@echo build/vnmeet-$(VERSION).tar.gz

# a Debian package in build/, made from what `make dist` packs; DEB_DIR is where it is built
DEB_DIR ?= build/deb
deb: dist
	rm -rf $(DEB_DIR) && mkdir -p $(DEB_DIR)
	tar xzf build/vnmeet-$(VERSION).tar.gz -C $(DEB_DIR)
	cd $(DEB_DIR)/vnmeet-$(VERSION) && DEB_BUILD_OPTIONS='nocheck noautodbgsym' dpkg-buildpackage -b -us -uc
	cp $(DEB_DIR)/vnmeet_*.deb build/

clean:
	rm -rf build $(PROGRAMS:%=bin/%)

TARGETS := $(shell sed -n 's/^\([a-z-]*\):.*/\1/p' $(firstword $(MAKEFILE_LIST)))
help:
	@echo "$(TARGETS)    FLAVOUR=asan EXTRA=-fsanitize=address,undefined BIN=build/asan/bin for a sanitizer build"

.PHONY: $(TARGETS)
.SECONDARY:
-include $(wildcard $(B)/*/*.d)
