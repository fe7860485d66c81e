# Turns SQL files into C: schema/catalog and schema/profile (numbered, in order) whole, and
# schema/queries/*.sql one row per `-- name: x` with the text up to the next name.
# Whole-line comments are left out of queries; schema files keep theirs (SQLite stores the text
# of each CREATE, which people read with .schema).

function quoted(line) {
	gsub(/\\/, "&&", line)
	gsub(/"/, "\\\"", line)
	gsub(/\t/, "\\t", line)
	gsub(/\?\?/, "?\\?", line)
	return "\t    \"" line "\\n\"\n"
}

function base(path) {
	sub(/^.*\//, "", path)
	return path
}

function stop(why) {
	printf "%s:%d: %s\n", FILENAME, FNR, why > "/dev/stderr"
	bad = 1
	exit 1
}

FNR == 1 {
	current = ""
	kind = FILENAME ~ /\/catalog\// ? "catalog" : FILENAME ~ /\/profile\// ? "profile" : "query"
	if (kind != "query") {
		current = kind SUBSEP (++n[kind])
		name[current] = base(FILENAME)
	}
}

{ sub(/\r$/, "") }

kind == "query" && /^-- name:/ {
	word = $3
	if (word !~ /^[a-z][a-z0-9_]*$/ || NF != 3)
		stop("`-- name:` takes one word of a-z, 0-9 and _")
	if (word in seen)
		stop("a query " word " stands in " seen[word] " already")
	seen[word] = FILENAME
	current = kind SUBSEP (++n[kind])
	name[current] = word
	next
}

kind == "query" && /^[ \t]*(--.*)?$/ { next }

{
	if (current == "")
		stop("SQL before the first `-- name:`")
	text[current] = text[current] quoted($0)
}

function table(kind,    i, key) {
	printf "\nconst struct sql_text sql_%s[] = {\n", kind
	for (i = 1; i <= n[kind]; i++) {
		key = kind SUBSEP i
		printf "\t{\"%s\",\n%s\t},\n", name[key], text[key] == "" ? "\t    \"\"\n" : text[key]
	}
	printf "\t{0, 0},\n};\nconst size_t sql_%s_count = %d;\n", kind, n[kind] + 0
}

END {
	if (bad)
		exit 1
	print "/* Made from schema/ by src/store/embed.awk. */"
	print "#include \"career/store/sql_data.h\""
	table("catalog")
	table("profile")
	table("query")
}
