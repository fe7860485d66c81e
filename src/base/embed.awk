# Turns files into C, for the program to carry with it:
#
#   schema/catalog and schema/profile (numbered, in order) whole, and schema/queries/*.sql one row per
#   `-- name: x` with the text up to the next name: career/store/sql_data.h
#   any other file whole: career/base/embedded.h
#
# Whole-line comments are left out of queries; schema files keep theirs (SQLite stores the text
# of each CREATE, which people read with .schema). Other files keep their lines, so that a place in
# the text is one in the file.

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

function kind_of(path) {
	return path ~ /schema\/catalog\// ? "catalog" : path ~ /schema\/profile\// ? "profile" \
		: path ~ /schema\/queries\// ? "query" : "file"
}

FNR == 1 {
	current = ""
	kind = kind_of(FILENAME)
	if (kind != "query") {
		current = kind SUBSEP (++n[kind])
		name[current] = kind == "file" ? FILENAME : base(FILENAME)
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

function table(kind, type, array,    i, key) {
	printf "\nconst struct %s %s[] = {\n", type, array
	for (i = 1; i <= n[kind]; i++) {
		key = kind SUBSEP i
		printf "\t{\"%s\",\n%s\t},\n", name[key], text[key] == "" ? "\t    \"\"\n" : text[key]
	}
	printf "\t{0, 0},\n};\nconst size_t %s_count = %d;\n", array, n[kind] + 0
}

END {
	if (bad)
		exit 1
	print "/* Made by src/base/embed.awk. */"
	if ("file" in n) {
		print "#include \"career/base/embedded.h\""
		table("file", "embedded", "embedded_file")
	} else {
		print "#include \"career/store/sql_data.h\""
		table("catalog", "sql_text", "sql_catalog")
		table("profile", "sql_text", "sql_profile")
		table("query", "sql_text", "sql_query")
	}
}
