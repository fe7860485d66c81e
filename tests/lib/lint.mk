# Part of the Makefile: `make lint`. One stamp per C file, so that only what changed is looked at anew.
# All findings are shown, not only those of the first file.

LINT_GCC = gcc
LINT_JOBS = $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
LINT_H := $(sort $(HDR) $(wildcard src/*/*.h tests/*/*.h))
LINT_OK = $(LINT_C:%=$(O)/lint/%.ok)
LINT_TEXT = $(wildcard Makefile README.md LICENSE .ci/run man/*.[1-9]) $(LINT_C) $(LINT_H) \
	$(shell find schema data tests/lib -type f 2>/dev/null)
LINT_FLAGS = $(STD) $(DEFS) -DCAREER_PREFIX='"$(PREFIX)"' -Itests/lib $(PKG_CFLAGS) $(WARN) -Werror

.PHONY: lint format lint-all lint-c lint-format lint-includes lint-texts lint-scripts lint-man lint-keys \
	lint-cppcheck

lint:
	@$(MAKE) --no-print-directory -k -j $(LINT_JOBS) lint-all
	@echo 'lint: nothing found'

lint-all: lint-format lint-includes lint-texts lint-scripts lint-man lint-keys lint-cppcheck lint-c
lint-c: $(LINT_OK)

# clang's warnings and clang-tidy for all, gcc's path-sensitive analysis for the program.
$(O)/lint/%.c.ok: %.c .clang-tidy
	@mkdir -p $(@D)
	@echo "  LINT  $<"
	@$(LINT_GCC) $(LINT_FLAGS) -Wno-format-truncation -O1 $(if $(filter src/%,$<),-fanalyzer) -MMD -MP -MF $(@:.ok=.d) \
		-MT $@ -c -o /dev/null $<
	@clang-tidy --quiet $< -- $(LINT_FLAGS) >$(@:.ok=.log) 2>&1 \
		|| { grep -v -e 'warnings* generated' -e '^Suppressed' -e '^Use -' $(@:.ok=.log); exit 1; }
	@touch $@

lint-format:
	@for f in $(LINT_C) $(LINT_H); do \
		clang-format --dry-run -Werror "$$f" >/dev/null 2>&1 \
			|| { echo "$$f: clang-format would change it (make format)"; bad=1; }; \
	done; exit $${bad:-0}

format:
	clang-format -i $(LINT_C) $(LINT_H)

lint-includes:
	@sh tests/lib/includes.sh

lint-texts:
	@sh tests/lib/texts.sh $(LINT_TEXT)

lint-scripts:
	@for f in $(wildcard tests/*/*.sh); do sh -n "$$f" || exit 1; done
	@for f in $(wildcard .ci/run); do bash -n "$$f" || exit 1; done

lint-man:
	@for f in $(wildcard man/*.[1-9]); do mandoc -T lint -W warning "$$f" || bad=1; done; \
		exit $${bad:-0}

# Keys with two meanings, commands without a key and the like, in each preset.
lint-keys: $(BIN)
	@for p in default vi emacs; do \
		XDG_CONFIG_HOME=/nonexistent $(BIN) keys --check --preset $$p >/dev/null || bad=1; \
	done; exit $${bad:-0}

# internalAstError: it does not know every form of C11.
lint-cppcheck:
	@mkdir -p $(O)/lint/cppcheck
	@cppcheck --quiet --enable=warning,performance,portability --inline-suppr --std=c11 \
		--error-exitcode=1 --suppress=internalAstError --suppress=missingIncludeSystem \
		--cppcheck-build-dir=$(O)/lint/cppcheck -Iinclude -Itests/lib -D_XOPEN_SOURCE=700 \
		$(LINT_C)

-include $(LINT_C:%=$(O)/lint/%.d)
