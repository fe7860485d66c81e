/* Reads the inputs that were made to break YAML readers, and the YAML test suite. */
#include "career/base/buf.h"
#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/base/yaml.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define HOSTILE "../shared/hostile/"
#define BOMBS HOSTILE "generated-bombs/"
#define SUITE HOSTILE "yaml-test-suite/"
#define ANY_SIZE ((size_t)64 << 20)
#define MAX_MEMORY ((size_t)16 << 20)

static size_t
lines_of(const struct buf *b)
{
	size_t i, n = 1;

	for (i = 0; i < b->len; i++)
		n += b->data[i] == '\n' || b->data[i] == '\r';
	return n;
}

/* The number at *s and what follows it; *s ends behind both. 0 when there is none. */
static unsigned long
number(const char **s, const char *behind)
{
	char *end;
	unsigned long n = strtoul(*s, &end, 10);

	if (end == *s || strncmp(end, behind, strlen(behind)) != 0)
		return 0;
	*s = end + strlen(behind);
	return n;
}

/* "name:line:column: words", and the line is in the file. */
static void
check_message(const char *name, const char *text, const struct buf *bytes)
{
	const char *s = text + strlen(name) + 1;
	unsigned long line, column;

	if (strncmp(text, name, strlen(name)) != 0 || s[-1] != ':')
		fail_msg("no name in '%s'", text);
	line = number(&s, ":");
	column = number(&s, ": ");
	if (line < 1 || line > lines_of(bytes) || column < 1)
		fail_msg("no place in the file: %s", text);
	if (strlen(s) < 10)
		fail_msg("says nothing: %s", text);
}

/* Reads bytes under the pack limits and checks what any input must keep to. */
static bool
read_hostile(struct yaml_doc *doc, const char *name, const struct buf *bytes, struct err *e)
{
	clock_t start = clock();
	bool ok = yaml_read_bytes(doc, name, bytes->data, bytes->len, &yaml_limits_pack, e);
	double ms = (double)(clock() - start) * 1e3 / CLOCKS_PER_SEC;

	if (ms > 5)
		print_message("%s: %.1f ms, %zu bytes kept\n", name, ms, doc->arena.used);
	if (doc->arena.used > MAX_MEMORY)
		fail_msg("%s: %zu bytes kept", name, doc->arena.used);
	if (!ok)
		check_message(name, e->text, bytes);
	return ok;
}

struct bomb {
	const char *file, *expected; /* part of the message, NULL: accepted */
};

static const struct bomb bombs[] = {
    {"alias-bomb-9x10.yaml", "alias *a means a list"},
    {"alias-cycle.yaml", "alias *a means a list"},
    {"anchors-50000.yaml", ":257:3: more than 256 anchors"},
    {"block-depth-5000.yaml.gz", "12507502 bytes"},
    {"comment-16m.yaml.gz", "16777218 bytes"},
    {"crlf.yaml", NULL},
    {"dup-keys.yaml", ":2:1: key 'a' stands in this map already"},
    {"empty.yaml", NULL},
    {"flow-depth-1000.yaml", ":1:65: nested deeper"},
    {"flow-depth-10000.yaml", ":1:65: nested deeper"},
    {"flow-depth-80000.yaml", ":1:65: nested deeper"},
    {"keys-complex-20000.yaml", "as a key"},
    {"many-docs.yaml", ":2:1: a second document"},
    {"nul.yaml", ":1:5: character U+0000"},
    {"tabs.yaml", ":2:1: "},
    {"tag-bomb.yaml", ":1:1: tag 'tag:yaml.org,2002:ttt"},
};

/* A *.gz is unpacked; false when gzip is not there. */
static bool
load(const char *path, struct buf *out)
{
	struct buf command = BUF_INIT;
	struct err e;
	char part[65536];
	size_t n, len = strlen(path);
	FILE *f;

	buf_clear(out);
	if (len < 3 || strcmp(path + len - 3, ".gz") != 0) {
		assert_ok(file_read(path, ANY_SIZE, out, &e));
		return true;
	}
	buf_addf(&command, "gzip -dc '%s'", path);
	f = popen(command.data, "r");
	buf_free(&command);
	if (!f)
		return false;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(out, part, n);
	return pclose(f) == 0;
}

static void
check_bomb(const struct bomb *bomb, const struct buf *bytes)
{
	struct yaml_doc doc;
	struct err e;
	bool ok = read_hostile(&doc, bomb->file, bytes, &e);

	if (ok != !bomb->expected)
		fail_msg("%s: %s", bomb->file, ok ? "accepted" : e.text);
	if (!ok && bomb->expected)
		assert_contains(e.text, bomb->expected);
	yaml_doc_free(&doc);
}

static void
test_bombs(void **state)
{
	struct buf bytes = BUF_INIT;
	size_t i;

	(void)state;
	if (!file_exists(BOMBS))
		skip();
	for (i = 0; i < COUNT(bombs); i++) {
		char *path = path_join(BOMBS, bombs[i].file);

		if (load(path, &bytes))
			check_bomb(&bombs[i], &bytes);
		free(path);
	}
	buf_free(&bytes);
}

/* Hostile values in valid YAML are values. */
static void
test_escaped_values(void **state)
{
	struct buf bytes = BUF_INIT;
	struct yaml_doc doc;
	struct err e;

	(void)state;
	if (!file_exists(HOSTILE))
		skip();
	assert_ok(
	    file_read(HOSTILE "generated-hostile-text/pack-escaped.yaml", ANY_SIZE, &bytes, &e));
	assert_ok(read_hostile(&doc, "pack-escaped.yaml", &bytes, &e));
	assert_true(ynode_get(doc.root, "records")->count > 500);
	yaml_doc_free(&doc);
	buf_free(&bytes);
}

/* What libyaml 0.2.5 takes though the suite says that it must be refused. */
static const char *const lenient[] = {
    "9C9N", "CVW2", "DK95/01", "QB6E", "S98Z", "SU5Z", "X4QW", "Y79Y/003"};

/* What it reads otherwise than the suite says. */
static const char *const misread[] = {"652Z", "HM87/01", "JEF9/02", "L24T/01", "Y2GN"};

static bool
is_in(const char *const *ids, size_t n, const char *id)
{
	for (; n > 0; n--, ids++)
		if (strcmp(*ids, id) == 0)
			return true;
	return false;
}

/* The tree in the suite's own notation, without tags, anchors and styles. */
static void
add_events(struct buf *out, const struct ynode *n)
{
	const struct ynode *c;

	if (n->kind == Y_SCALAR) {
		buf_addf(out, "=%s\n", n->text);
		return;
	}
	buf_adds(out, n->kind == Y_LIST ? "+SEQ\n" : "+MAP\n");
	for (c = n->child; c; c = c->next) {
		if (c->key)
			buf_addf(out, "=%s\n", c->key);
		add_events(out, c);
	}
	buf_adds(out, n->kind == Y_LIST ? "-SEQ\n" : "-MAP\n");
}

static char
unescaped(char c)
{
	static const char from[] = "ntrb", to[] = "\n\t\r\b";
	const char *at = strchr(from, c);

	return c && at ? to[at - from] : c;
}

/* The value of a "=VAL" line: behind anchor, tag and the character for the style. */
static void
add_value(struct buf *out, const char *s)
{
	while (*s == '&' || *s == '<') {
		s += strcspn(s, " ");
		s += *s == ' ';
	}
	buf_addc(out, '=');
	for (s += *s != '\0'; *s; s++) {
		if (*s == '\\' && s[1])
			buf_addc(out, unescaped(*++s));
		else
			buf_addc(out, *s);
	}
	buf_addc(out, '\n');
}

/* The suite's events brought down to the same; false when there are aliases. */
static bool
expected_events(struct buf *out, char *text)
{
	char *line;

	for (line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		while (*line == ' ')
			line++;
		if (strncmp(line, "=ALI", 4) == 0)
			return false;
		if (strncmp(line, "=VAL ", 5) == 0)
			add_value(out, line + 5);
		else if (strncmp(line + 1, "SEQ", 3) == 0 || strncmp(line + 1, "MAP", 3) == 0)
			buf_addf(out, "%.4s\n", line);
	}
	return true;
}

struct tally {
	size_t inputs, accepted, compared;
};

static void
compare_tree(const char *id, const char *dir, const struct yaml_doc *doc, struct tally *tally)
{
	struct buf events = BUF_INIT, ours = BUF_INIT, theirs = BUF_INIT;
	char *path = path_join(dir, "test.event");
	struct err e;

	assert_ok(file_read(path, ANY_SIZE, &events, &e));
	if (doc->root)
		add_events(&ours, doc->root);
	if (expected_events(&theirs, events.data) && !is_in(misread, COUNT(misread), id)) {
		tally->compared++;
		if (strcmp(ours.data, theirs.data) != 0)
			fail_msg("%s reads as\n%s, expected\n%s", id, ours.data, theirs.data);
	}
	buf_free(&events);
	buf_free(&ours);
	buf_free(&theirs);
	free(path);
}

static void
check_case(const char *id, const char *dir, struct tally *tally)
{
	char *in = path_join(dir, "in.yaml"), *error = path_join(dir, "error");
	struct buf bytes = BUF_INIT;
	struct yaml_doc doc;
	struct err e;
	bool ok;

	assert_ok(file_read(in, ANY_SIZE, &bytes, &e));
	ok = read_hostile(&doc, id, &bytes, &e);
	if (ok && file_exists(error) && !is_in(lenient, COUNT(lenient), id))
		fail_msg("%s must be refused", id);
	if (ok && !file_exists(error))
		compare_tree(id, dir, &doc, tally);
	tally->inputs++;
	tally->accepted += ok;
	yaml_doc_free(&doc);
	buf_free(&bytes);
	free(in);
	free(error);
}

/* The cases in a folder and in the folders below it; ids are ID or ID/NN. */
static void
check_folder(const char *dir, const char *prefix, struct tally *tally)
{
	char **names;
	struct err e;
	size_t i, n;

	assert_ok(file_list(dir, NULL, &names, &n, &e));
	for (i = 0; i < n; i++) {
		char *sub = path_join(dir, names[i]), *in = path_join(sub, "in.yaml");
		struct buf id = BUF_INIT;

		buf_addf(&id, "%s%s%s", prefix, *prefix ? "/" : "", names[i]);
		if (file_exists(in))
			check_case(id.data, sub, tally);
		else if (file_is_dir(sub))
			check_folder(sub, id.data, tally);
		buf_free(&id);
		free(sub);
		free(in);
	}
	file_list_free(names, n);
}

static void
test_suite(void **state)
{
	struct tally tally = {0, 0, 0};

	(void)state;
	if (!file_exists(SUITE))
		skip();
	check_folder(SUITE, "", &tally);
	print_message("yaml-test-suite: %zu inputs, %zu accepted, %zu trees compared\n",
	    tally.inputs, tally.accepted, tally.compared);
	assert_true(tally.inputs >= 290);
	assert_true(tally.accepted >= 166);
	assert_true(tally.compared >= 140);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_bombs),
	    cmocka_unit_test(test_escaped_values),
	    cmocka_unit_test(test_suite),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
