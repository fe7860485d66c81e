# career - see README.md. `make help` lists the targets.
#
# Nothing here asks pkg-config or the compiler before a recipe needs the answer, so that
# `make deps run` works on a machine that has neither yet.

MAKEFLAGS += --no-builtin-rules
SHELL = /bin/sh
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

ifneq ($(and $(filter deps,$(MAKECMDGOALS)),$(filter-out deps,$(MAKECMDGOALS))),)

# `make deps X Y`: install first, then start over for the other goals, in their order.
REST := $(filter-out deps,$(MAKECMDGOALS))
.PHONY: deps rest $(REST)
deps:
	@sh tests/lib/deps.sh
rest: deps
	@$(MAKE) --no-print-directory $(REST)
$(REST): rest
	@:

else

VERSION = 0.1.0
PREFIX = /usr/local
DESTDIR =
O = build
CC = cc
AR = ar
CFLAGS = -O2 -g
FUZZ_SECONDS = 60
BENCH_ROWS = 1000000
# none | address (ASan + UBSan) | fuzz (libFuzzer, needs clang)
SAN = none
# 1: warnings are errors
WERROR =

BINDIR = $(DESTDIR)$(PREFIX)/bin
MANDIR = $(DESTDIR)$(PREFIX)/share/man
BASHDIR = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSHDIR = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISHDIR = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
SHAREDIR = $(DESTDIR)$(PREFIX)/share/career

# once NAME,TEXT: a variable whose value is computed at its first use and then kept.
once = $(eval $(1) = $$(eval $(1) := $(2))$$($(1)))

PKGS = ncursesw sqlite3 yaml-0.1 libutf8proc libzip expat libcurl
TEST_PKGS = cmocka vterm
PKG_CONFIG = pkg-config
pkg = $(or $(shell $(PKG_CONFIG) $(1) 2>/dev/null),$(error $(PKG_CONFIG) does not know all of \
	`$(strip $(filter-out --%,$(1)))`: run `make deps`, or install these libraries))
# ncursesw asks for an older POSIX (600), which hides functions that the program uses.
$(call once,PKG_CFLAGS,$$(filter-out -D_XOPEN_SOURCE=% -D_DEFAULT_SOURCE,$$(shell \
	$$(PKG_CONFIG) --cflags $$(PKGS) 2>/dev/null)))
# libcsv brings no pkg-config file.
$(call once,PKG_LIBS,$$(call pkg,--libs $$(PKGS)) -lcsv -lm)
$(call once,TEST_LIBS,$$(call pkg,--libs $$(TEST_PKGS)))

# Each hardening flag is used when the compiler and linker take it.
HARDEN_CC = -fPIE -fstack-protector-strong -fstack-clash-protection -fcf-protection \
	-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
HARDEN_LD = -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed
probe = $(shell printf '\043include <stdlib.h>\nint main(void){return 0;}\n' \
	| $(CC) -O2 -Werror $(1) -x c - -o /dev/null >/dev/null 2>&1 && echo '$(1)')
probe_each = $(or $(call probe,$(1)),$(foreach f,$(filter-out -U%,$(1)),$(call probe,\
	$(filter -U%,$(1)) $(f))))
$(call once,HARDENED_CC,$$(call probe_each,$$(HARDEN_CC)))
$(call once,HARDENED_LD,$$(call probe_each,$$(HARDEN_LD)))

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wformat=2 -Wvla -Wundef $(if $(WERROR),-Werror)
SAN_CC_none = $(HARDENED_CC)
SAN_LD_none = $(HARDENED_LD)
# The sanitizers' own code makes gcc see truncations that cannot happen.
SAN_CC_address = -O1 -Wno-format-truncation -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
SAN_LD_address = -fsanitize=address,undefined
SAN_CC_fuzz = -O1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=all
SAN_LD_fuzz = -fsanitize=address,undefined

STD = -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -Iinclude
DEFS = -DCAREER_VERSION='"$(VERSION)"'
COMPILE = $(CC) $(STD) $(DEFS) $(CPPFLAGS) $(PKG_CFLAGS) $(WARN) $(CFLAGS) $(SAN_CC_$(SAN))
LINK = $(CC) $(CFLAGS) $(SAN_CC_$(SAN)) $(SAN_LD_$(SAN)) $(LDFLAGS)

SRC := $(sort $(wildcard src/*/*.c))
HDR := $(sort $(wildcard include/career/*/*.h))
OBJ := $(SRC:%.c=$(O)/obj/%.o) $(O)/obj/gen/sql_data.o $(O)/obj/gen/embedded.o
SQL := $(sort $(wildcard schema/catalog/*.sql)) $(sort $(wildcard schema/profile/*.sql)) \
	$(sort $(wildcard schema/queries/*.sql))
# What the program carries with it.
EMBED = data/feeds.yaml data/interests.yaml data/keymap.yaml data/rules.yaml data/themes.yaml $(sort $(wildcard data/tours/*.tour))
BIN = $(O)/career
LIB = $(O)/libcareer.a
CATALOG = $(O)/catalog.db
PACKS := $(filter-out $(EMBED),$(wildcard data/packs data/packs/* data/packs/*/* data/*.yaml))

TEST_ALL := $(sort $(wildcard tests/unit/*.c tests/sql/*.c tests/frame/*.c tests/tty/*.c \
	tests/lib/*.c))
# TESTS may be given: make check TESTS=tests/unit/test_buf.c
TESTS := $(foreach d,unit sql frame tty,$(filter tests/$(d)/test_%.c,$(TEST_ALL)))
TEST_CLI := $(wildcard tests/cli/run.sh)
TEST_BIN = $(TESTS:%.c=$(O)/%)
TEST_LIB_OBJ := $(patsubst %.c,$(O)/obj/%.o,$(foreach f,$(TEST_ALL),$(if $(filter test_%,$(notdir \
	$(f))),,$(f))))
TEST_LIB = $(O)/tests/libtest.a
BENCH_OBJ := $(patsubst %.c,$(O)/obj/%.o,$(wildcard tests/bench/*.c))
FUZZ := $(sort $(wildcard tests/fuzz/fuzz_*.c))

# Where the publishers' files lie beside the project: what tests and `bench` want of the national sets.
DATA = $(wildcard ../shared/data)
NATIONAL = $(if $(DATA),$(O)/national.db)
TEST_ENV = CAREER_BUILD=$(O) CAREER_BIN=$(abspath $(BIN)) CAREER_TEST_CATALOG=$(abspath $(CATALOG)) \
	$(if $(NATIONAL),CAREER_TEST_NATIONAL=$(abspath $(NATIONAL)))

.PHONY: all lib catalog national run deps check tests asan lint fuzz fuzz-run bench install uninstall \
	clean help FORCE

all: $(BIN)

help:
	@echo 'all       builds $(O)/career'
	@echo 'run       builds it and a catalog of the bundled packs, and starts it'
	@echo 'deps      installs what the build and the tests need (Debian, Ubuntu)'
	@echo 'check     all tests; TESTS=tests/unit/test_buf.c for some of them'
	@echo 'asan      the same under address and undefined behaviour sanitizers'
	@echo 'lint      formatting, static analysis, manual pages, include directions'
	@echo 'fuzz      FUZZ_SECONDS=60 of fuzzing, split among the targets'
	@echo 'bench     prints timings of every screen, and over BENCH_ROWS=1000000 made-up programs'
	@echo 'install   program, data, manuals, completion of bash, zsh and fish:'
	@echo '          PREFIX=/usr/local DESTDIR=; also uninstall'
	@echo 'clean     removes $(O)'

# --- program ---------------------------------------------------------------------------------

lib: $(LIB)

$(BIN): $(O)/obj/src/main.o $(LIB)
	@echo "  LD    $@"
	@$(LINK) -o $@ $^ $(PKG_LIBS)

# Appended, not replaced: two layers may have a file of the same name.
$(LIB): $(OBJ)
	@echo "  AR    $@"
	@rm -f $@ && $(AR) qcs $@ $^

$(O)/obj/%.o: %.c $(O)/flags
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(COMPILE) $(CFLAGS_FILE) $(PREFIX_FLAG) -MMD -MP -c -o $@ $<

$(O)/obj/gen/%.o: $(O)/gen/%.c $(O)/flags
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(COMPILE) -Wno-overlength-strings -MMD -MP -c -o $@ $<

$(O)/gen/sql_data.c: src/base/embed.awk $(SQL) schema/catalog schema/profile schema/queries
	@mkdir -p $(@D)
	@echo "  SQL   $@"
	@awk -f src/base/embed.awk $(SQL) >$@

$(O)/gen/embedded.c: src/base/embed.awk $(EMBED) data/tours
	@mkdir -p $(@D)
	@echo "  EMBED $@"
	@awk -f src/base/embed.awk $(EMBED) >$@

# The columns' scans are what a keystroke waits for.
$(O)/obj/src/frame/%.o: CFLAGS_FILE = $(if $(filter none,$(SAN)),-O3)

# Only what names the prefix is compiled anew when `make install PREFIX=...` changes it.
PREFIX_OBJ := $(patsubst %.c,$(O)/obj/%.o,$(shell grep -l CAREER_PREFIX \
	$(SRC) src/main.c /dev/null 2>/dev/null))
$(PREFIX_OBJ): PREFIX_FLAG = -DCAREER_PREFIX='"$(PREFIX)"'
$(PREFIX_OBJ): $(O)/prefix

stamp = mkdir -p $(@D); printf '%s\n' '$(subst ','\'',$(1))' | cmp -s - $@ \
	|| printf '%s\n' '$(subst ','\'',$(1))' >$@
$(O)/flags: FORCE
	@$(call stamp,$(COMPILE) $(LINK) $(PKG_LIBS))
$(O)/prefix: FORCE
	@$(call stamp,$(PREFIX))

catalog: $(CATALOG)
$(CATALOG): $(BIN) $(PACKS)
	@echo "  BUILD $@"
	@$(BIN) build -o $@ data/packs/*

# The bundled packs and all sets in DATA.
national: $(NATIONAL)
$(O)/national.db: $(BIN) $(CATALOG)
	@echo "  IMPORT $@"
	@cp $(CATALOG) $@.part
	@$(BIN) import --no-keep -o $@.part $(DATA)/* >$@.log 2>&1 || { cat $@.log; exit 1; }
	@mv $@.part $@

run: $(BIN) $(CATALOG)
	@$(BIN) --catalog "$${CAREER_CATALOG:-$(CATALOG)}"

deps:
	@sh tests/lib/deps.sh

# --- tests -----------------------------------------------------------------------------------

$(TEST_LIB): $(TEST_LIB_OBJ)
	@mkdir -p $(@D)
	@rm -f $@ && $(AR) qcs $@ $^

$(O)/obj/tests/%.o: CFLAGS_FILE = -Itests/lib

$(O)/tests/%: $(O)/obj/tests/%.o $(TEST_LIB) $(LIB)
	@mkdir -p $(@D)
	@echo "  LD    $@"
	@$(LINK) -o $@ $< $(TEST_LIB) $(LIB) $(PKG_LIBS) $(TEST_LIBS)

tests: $(TEST_BIN)

NEED_BIN = $(if $(TEST_CLI)$(filter tests/frame/% tests/tty/%,$(TESTS)),$(BIN) $(CATALOG) $(NATIONAL))
check: tests $(NEED_BIN)
	@$(TEST_ENV) sh tests/lib/run.sh $(TEST_BIN) $(if $(filter command,$(origin TESTS)),,$(TEST_CLI))

asan:
	@$(MAKE) --no-print-directory O=$(O)/asan SAN=address check

fuzz:
	@$(MAKE) --no-print-directory O=$(O)/fuzz SAN=fuzz CC=clang fuzz-run

FUZZ_BIN = $(FUZZ:%.c=$(O)/%)
$(FUZZ_BIN): $(O)/tests/fuzz/%: $(O)/obj/tests/fuzz/%.o $(LIB)
	@mkdir -p $(@D)
	@echo "  LD    $@"
	@$(LINK) -fsanitize=fuzzer -o $@ $^ $(PKG_LIBS)

fuzz-run: $(FUZZ_BIN)
	@$(TEST_ENV) sh tests/lib/fuzz.sh $(O) $(FUZZ_SECONDS) $(FUZZ_BIN)

$(O)/tests/bench/bench: $(BENCH_OBJ) $(TEST_LIB) $(LIB)
	@mkdir -p $(@D)
	@echo "  LD    $@"
	@$(LINK) -o $@ $^ $(PKG_LIBS) $(TEST_LIBS)

bench: $(BIN) $(CATALOG) $(NATIONAL) $(O)/tests/bench/bench
	@$(TEST_ENV) $(O)/tests/bench/bench --rows $(BENCH_ROWS)

# --- lint ------------------------------------------------------------------------------------

LINT_C := $(SRC) $(wildcard src/*.c) $(TEST_ALL) $(wildcard tests/bench/*.c) $(FUZZ)
include tests/lib/lint.mk

# --- install ---------------------------------------------------------------------------------

install: $(BIN) $(CATALOG)
	install -d $(BINDIR) $(SHAREDIR)
	install -m 755 $(BIN) $(BINDIR)/career
	install -m 644 $(CATALOG) $(SHAREDIR)/catalog.db
	cd data && find . -type d -exec install -d $(abspath $(SHAREDIR))/{} \; \
		-o -type f -exec install -m 644 {} $(abspath $(SHAREDIR))/{} \;
	set -e; for f in man/*.[1-9]; do \
		[ -f "$$f" ] || continue; \
		install -d $(MANDIR)/man$${f##*.}; \
		install -m 644 "$$f" $(MANDIR)/man$${f##*.}/; \
	done
	install -d $(BASHDIR) $(ZSHDIR) $(FISHDIR)
	for s in bash zsh fish; do $(BIN) completion $$s >$(O)/completion.$$s || exit 1; done
	install -m 644 $(O)/completion.bash $(BASHDIR)/career
	install -m 644 $(O)/completion.zsh $(ZSHDIR)/_career
	install -m 644 $(O)/completion.fish $(FISHDIR)/career.fish

uninstall:
	rm -f $(BINDIR)/career $(BASHDIR)/career $(ZSHDIR)/_career $(FISHDIR)/career.fish
	for f in man/*.[1-9]; do rm -f $(MANDIR)/man$${f##*.}/$${f##*/}; done
	rm -rf $(SHAREDIR)

clean:
	rm -rf $(O)

# Dependency files that the compiler wrote.
-include $(patsubst %.o,%.d,$(OBJ) $(O)/obj/src/main.o $(BENCH_OBJ) $(TEST_LIB_OBJ) \
	$(TEST_ALL:%.c=$(O)/obj/%.o) $(FUZZ:%.c=$(O)/obj/%.o))

.SECONDARY:

endif
