#!/bin/sh
# Checks text files: each ends in one newline, no trailing blanks, no CR, valid UTF-8.
#
#   texts.sh FILE...
set -u

bad=0
say() {
	echo "$1: $2"
	bad=1
}

for f; do
	[ -s "$f" ] || {
		say "$f" 'is empty'
		continue
	}
	[ -z "$(tail -c 1 "$f")" ] || say "$f" 'does not end in a newline'
	[ -n "$(tail -c 2 "$f" | tr -d '\n')" ] || say "$f" 'ends in an empty line'
	iconv -f UTF-8 -t UTF-8 "$f" >/dev/null 2>&1 || say "$f" 'is not valid UTF-8'
done
if grep -nE "[ 	]+$" "$@" /dev/null; then
	say 'above' 'blanks at the end of a line'
fi
if grep -n "$(printf '\r')" "$@" /dev/null; then
	say 'above' 'a CR'
fi
exit $bad
