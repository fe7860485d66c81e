#!/bin/sh
# Runs test programs one after the other and adds up what they say.
#
#   run.sh PROGRAM...
#
# A program speaks cmocka's standard format, or (a script *.sh) prints `FAIL name` lines and last
# `N passed, N failed[, N skipped]`. Logs are kept in $CAREER_BUILD/log. Prints one line per failed
# test, then the sum. A program that crashes, hangs or says nothing is a failed test.
set -u

build=${CAREER_BUILD:-build}
logs=$build/log
home=$build/home
rm -rf "$logs" "$home"
mkdir -p "$logs" "$home" || exit 1

# Nothing of the person's own is seen or touched.
HOME=$(cd "$home" && pwd)
TERM=xterm-256color
LC_ALL=C.UTF-8
TZ=UTC
CMOCKA_MESSAGE_OUTPUT=STDOUT
ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1:strict_string_checks=1}
UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
export HOME TERM LC_ALL TZ CMOCKA_MESSAGE_OUTPUT ASAN_OPTIONS UBSAN_OPTIONS
unset CAREER_DATA XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME CAREER_CATALOG \
	CAREER_PROFILE LINES COLUMNS NO_COLOR COLORFGBG EDITOR VISUAL MAKEFLAGS MAKELEVEL CMOCKA_TEST_ABORT

passed=0
failed=0
skipped=0
for prog; do
	name=${prog#"$build"/}
	name=${name#tests/}
	log=$logs/$(printf '%s' "$name" | tr / -).log
	case $prog in
	*.sh) timeout -k 5 "${TEST_TIMEOUT:-300}" sh "$prog" >"$log" 2>&1 </dev/null ;;
	*) timeout -k 5 "${TEST_TIMEOUT:-300}" "$prog" >"$log" 2>&1 </dev/null ;;
	esac
	status=$?
	counts=$(awk -v name="$name" -v status="$status" -v logfile="$log" \
		-f tests/lib/results.awk "$log") || exit 1
	printf '%s\n' "$counts" | sed '$d'
	read -r p f s <<-END
		$(printf '%s\n' "$counts" | tail -n 1)
	END
	passed=$((passed + p))
	failed=$((failed + f))
	skipped=$((skipped + s))
done

printf '%d passed, %d failed' "$passed" "$failed"
if [ "$skipped" -gt 0 ]; then
	printf ', %d skipped' "$skipped"
fi
echo
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
