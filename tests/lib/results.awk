# Reads the log of one test program: prints a line per failed test, then
# "PASSED FAILED SKIPPED" in numbers. Given: name, status (of the program), logfile.

function fail(test, why) {
	failed++
	printf "FAIL %s%s%s (see %s)\n", name, test == "" ? "" : ": " test, why, logfile
}

function word(line) {
	sub(/^\[[^]]*\] */, "", line)
	sub(/[: ].*/, "", line)
	return line
}

# Where an assertion failed: "[   LINE   ] --- file:line: error: Failure!"
/\[   LINE   \]/ {
	where = $0
	sub(/^.*--- */, "", where)
	sub(/: error.*/, "", where)
}
/^tests\/[^ ]*:[0-9]+: error:/ {
	where = $0
	sub(/: error.*/, "", where)
}
/^\[ RUN      \]/ { running = word($0); where = ""; next }
/^\[       OK \]/ { passed++; running = ""; next }
/^\[  SKIPPED \]/ { if (running != "") skipped++; running = ""; next }
/^\[  FAILED  \]/ {
	if (running != "")
		fail(running, where == "" ? "" : " at " where)
	running = ""
	next
}
/^\[  ERROR   \]/ {
	if (running == "" && $0 ~ /GROUP/)
		fail(word($0), " in the group's setup or teardown")
}
/^FAIL / { line = $0; sub(/^FAIL */, "", line); fail(line, ""); script_failed++ }
/^[0-9]+ passed, [0-9]+ failed/ {
	passed += $1
	if ($3 + 0 > script_failed)
		failed += $3 - script_failed
	if ($5 + 0 > 0)
		skipped += $5
	said = 1
}
END {
	if (running != "")
		fail(running, status == 124 ? ": did not end" : ": ended with status " status)
	else if (status != 0 && failed == 0)
		fail("", status == 124 ? ": did not end" : ": ended with status " status)
	else if (passed + failed + skipped == 0 && !said)
		fail("", ": ran no test")
	printf "%d %d %d\n", passed, failed, skipped
}
