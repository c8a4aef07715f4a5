# GNU make. Objects go to build/FLAVOUR/, programs to bin/. `make help` lists the targets.
PREFIX ?= /usr/local
PKG_CONFIG ?= pkg-config
FLAVOUR ?= release
CC ?= cc
CFLAGS ?= -O2 -g
ifeq ($(shell $(PKG_CONFIG) --exists xlsxwriter && echo yes),yes)
XLSX_FLAGS := -DHAVE_XLSXWRITER
XLSX_LIBS := $(shell $(PKG_CONFIG) --libs xlsxwriter)
else
$(info libxlsxwriter is not there: to-csv is built without --xlsx)
endif
WARN := -Wall -Wextra -Wshadow -Wconversion -Wvla -Wmissing-prototypes
ALL_CFLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L $(WARN) -Isrc -Ibuild/gen $(CFLAGS) $(XLSX_FLAGS) $(EXTRA)
LIBS := -Wl,--as-needed -lcsv -lpcre2-8 -lz -lutf8proc -lmd $(XLSX_LIBS)
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

eval: all
	tests/eval.sh

# needs tests/install.sh bench for the neighbours; takes some minutes
bench: all
	bench/run.sh >build/bench.md && mv build/bench.md bench/results.md && cat bench/results.md

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 $(DESTDIR)$(PREFIX)/share/vnmeet
	install -m755 $(PROGRAMS:%=$(BIN)/%) pipeline.sh $(DESTDIR)$(PREFIX)/bin
	install -m644 man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m644 man/*.5 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m644 share/*.sql $(DESTDIR)$(PREFIX)/share/vnmeet

uninstall:
	cd $(DESTDIR)$(PREFIX)/bin && rm -f $(PROGRAMS) pipeline.sh
	rm -rf $(DESTDIR)$(PREFIX)/share/vnmeet
	cd $(DESTDIR)$(PREFIX)/share/man && rm -f $(PROGRAMS:%=man1/%.1) man1/pipeline.sh.1 man5/vnrecords.5

clean:
	rm -rf build $(PROGRAMS:%=bin/%)

TARGETS := $(shell sed -n 's/^\([a-z-]*\):.*/\1/p' $(firstword $(MAKEFILE_LIST)))
help:
	@echo "$(TARGETS)    FLAVOUR=asan EXTRA=-fsanitize=address,undefined BIN=build/asan/bin for a sanitizer build"

.PHONY: $(TARGETS)
.SECONDARY:
-include $(wildcard $(B)/*/*.d)
