#!/bin/sh
# Runs libFuzzer targets one after the other for SECONDS in all.
#
#   fuzz.sh BUILD SECONDS PROGRAM...
#
# Seeds: tests/fixtures/fuzz/NAME (NAME is the program's without fuzz_). What is found is kept in
# BUILD/corpus/NAME, an input that breaks the program in BUILD/crash/NAME-*.
set -u

build=$1
seconds=$2
shift 2
if [ $# -eq 0 ]; then
	echo 'no fuzz targets'
	exit 0
fi
each=$((seconds / $#))
[ "$each" -ge 1 ] || each=1

failed=0
for prog; do
	name=${prog##*/fuzz_}
	seeds=tests/fixtures/fuzz/$name
	corpus=$build/corpus/$name
	log=$build/log/fuzz-$name.log
	mkdir -p "$corpus" "$build/crash" "$build/log"
	[ -d "$seeds" ] || seeds=
	# shellcheck disable=SC2086
	if "$prog" -max_total_time="$each" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix="$build/crash/$name-" "$corpus" $seeds >"$log" 2>&1 </dev/null; then
		runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
		echo "fuzz $name: ${runs:-0} inputs in $each s"
	else
		failed=$((failed + 1))
		echo "FAIL fuzz $name (see $log)"
		grep -E '^(==|SUMMARY|artifact_prefix|.*runtime error)' "$log" | head -n 8
	fi
done
[ "$failed" -eq 0 ]
