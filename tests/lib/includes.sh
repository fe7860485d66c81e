#!/bin/sh
# Checks which way includes point: a layer may include only the layers named for it here, and a
# library's header stands only where its layer is. Private headers ("x.h") lie beside their user.
set -u

find src include -name '*.[ch]' -print | sort | xargs awk '
function complain(what) {
	printf "%s:%d: %s\n", FILENAME, FNR, what
	bad++
}

BEGIN {
	may["base"] = "base"
	may["store"] = "base store"
	may["frame"] = "base store frame"
	may["query"] = "base store frame query"
	may["model"] = "base store frame query model"
	may["page"] = "base store frame query model page"
	may["import"] = "base store import"
	may["build"] = "base store frame query model import build"
	may["out"] = "base out"
	may["cmd"] = "base store frame query model page out cmd build"
	may["ui"] = "base store frame query model page cmd ui"
	may["cli"] = "base store frame query model page out cmd build cli"
	# Where a library may be seen: a prefix of the path.
	only["sqlite3.h"] = "src/store/"
	only["yaml.h"] = "src/base/yaml.c"
	only["utf8proc.h"] = "src/base/"
	only["curl/curl.h"] = "src/import/fetch"
	only["csv.h"] = only["zip.h"] = only["expat.h"] = "src/import/"
	only["ncurses.h"] = only["curses.h"] = only["term.h"] = "src/ui/"
	only["ncursesw/ncurses.h"] = only["ncursesw/curses.h"] = "src/ui/"
}

FNR == 1 {
	layer = FILENAME
	sub(/^include\/career\//, "", layer)
	sub(/^src\//, "", layer)
	if (layer !~ /\//)
		layer = "" # src/main.c picks a front end
	sub(/\/.*/, "", layer)
	if (layer != "" && !(layer in may))
		complain("a layer that tests/lib/includes.sh does not know: " layer)
}

/^[ \t]*#[ \t]*include/ {
	name = $0
	sub(/^[^<"]*[<"]/, "", name)
	sub(/[>"].*/, "", name)
	if ($0 ~ /</) {
		if (name in only && index(FILENAME, only[name]) != 1)
			complain("<" name "> belongs under " only[name])
		next
	}
	if (name !~ /\//) {
		if (FILENAME ~ /^include\//)
			complain("a contract does not include the private header " name)
		next
	}
	to = name
	if (sub(/^career\//, "", to) == 0 || name ~ /\.\./) {
		complain("write \"career/layer/module.h\", not \"" name "\"")
		next
	}
	sub(/\/.*/, "", to)
	if (layer != "" && index(" " may[layer] " ", " " to " ") == 0)
		complain(layer "/ may not include " to "/")
}

END { exit bad > 0 }
'
