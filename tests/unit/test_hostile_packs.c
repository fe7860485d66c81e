/* Files made to break readers, given as packs: a clean end, whatever they hold. */
#include "career/base/file.h"
#include "career/base/text.h"
#include "check.h"
#include "harmless.h"
#include "packdir.h"

#include <stdio.h>
#include <stdlib.h>

#define HOSTILE "../shared/hostile/"

enum { ANY_SIZE = 64 << 20 };

/* "LINE:COLUMN: ", both from 1. */
static bool
has_place(const char *s)
{
	char *end;

	if (strtoul(s, &end, 10) == 0 || *end != ':')
		return false;
	return strtoul(end + 1, &end, 10) > 0 && strncmp(end, ": ", 2) == 0;
}

static bool
is_message(const char *at)
{
	static const char file[] = "a/x.yaml:";

	if (strncmp(at, file, strlen(file)) == 0)
		return has_place(at + strlen(file));
	return strncmp(at, "... and ", 8) == 0;
}

/* Every line names the file and a place in it, and what a person sees of it is harmless. */
static void
check_errors(struct packdir *d, const char *name)
{
	const char *at = packdir_errors(d);
	struct buf safe = BUF_INIT;
	size_t lines = 0;

	for (; *at != '\0'; lines++) {
		size_t len = strcspn(at, "\n");

		if (!is_message(at))
			fail_msg("%s: a message without a place: %.*s", name, (int)len, at);
		if (len > 2000)
			fail_msg("%s: a message of %zu bytes", name, len);
		buf_clear(&safe);
		text_safe(&safe, at, len, false);
		if (harmless_until(safe.data, safe.len) != safe.len)
			fail_msg("%s: a harmful message", name);
		at += len + 1;
	}
	buf_free(&safe);
	assert_true(lines > 0 && lines <= 201);
}

/* True when the bytes are a good file of a pack. */
static bool
try_bytes(const char *name, const struct buf *bytes)
{
	struct packdir d;
	bool ok;

	packdir_init(&d);
	packdir_base(&d);
	packdir_bytes(&d, "a", "x.yaml", bytes->data, bytes->len);
	ok = packdir_read(&d);
	if (!ok)
		check_errors(&d, name);
	packdir_free(&d);
	return ok;
}

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
	buf_addf(&command, "gzip -dc '%s' 2>/dev/null", path);
	f = popen(command.data, "r");
	buf_free(&command);
	if (f == NULL)
		return false;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(out, part, n);
	return pclose(f) == 0;
}

static bool
is_yaml(const char *name)
{
	return strstr(name, ".yaml") != NULL;
}

static void
test_bombs(void **state)
{
	struct buf bytes = BUF_INIT;
	char **names;
	struct err e;
	size_t n, tried = 0, good = 0;

	(void)state;
	if (!file_is_dir(HOSTILE "generated-bombs"))
		skip();
	assert_ok(file_list(HOSTILE "generated-bombs", NULL, &names, &n, &e));
	for (size_t i = 0; i < n; i++) {
		char *path = path_join(HOSTILE "generated-bombs", names[i]);

		if (is_yaml(names[i]) && load(path, &bytes)) {
			tried++;
			good += try_bytes(names[i], &bytes);
		}
		free(path);
	}
	file_list_free(names, n);
	buf_free(&bytes);
	assert_true(tried >= 14);
	/* The empty file is a good part of a pack. */
	assert_true(good >= 1 && good < tried);
}

static void
try_folder(const char *dir, size_t *tried)
{
	struct buf bytes = BUF_INIT;
	char **names;
	struct err e;
	size_t n;

	assert_ok(file_list(dir, NULL, &names, &n, &e));
	for (size_t i = 0; i < n; i++) {
		char *sub = path_join(dir, names[i]);

		if (strcmp(names[i], "in.yaml") == 0) {
			assert_ok(file_read(sub, ANY_SIZE, &bytes, &e));
			(void)try_bytes(dir, &bytes);
			++*tried;
		} else if (file_is_dir(sub)) {
			try_folder(sub, tried);
		}
		free(sub);
	}
	file_list_free(names, n);
	buf_free(&bytes);
}

static void
test_suite(void **state)
{
	size_t tried = 0;

	(void)state;
	if (!file_is_dir(HOSTILE "yaml-test-suite"))
		skip();
	try_folder(HOSTILE "yaml-test-suite", &tried);
	assert_true(tried >= 290);
}

static void
test_escaped(void **state)
{
	static const char path[] = HOSTILE "generated-hostile-text/pack-escaped.yaml";
	struct buf bytes = BUF_INIT;
	struct err e;

	(void)state;
	if (!file_exists(path))
		skip();
	assert_ok(file_read(path, ANY_SIZE, &bytes, &e));
	assert_false(try_bytes("pack-escaped.yaml", &bytes));
	buf_free(&bytes);
}

/* --- our own ------------------------------------------------------------------------------------ */

/* The line n times, its '#' numbered. */
static void
add_many(struct buf *b, const char *line, size_t n)
{
	size_t head = strcspn(line, "#");

	for (size_t i = 0; i < n; i++) {
		buf_add(b, line, head);
		if (line[head] == '#')
			buf_addf(b, "%zu%s", i, line + head + 1);
	}
}

/* Many of anything ends soon: nothing is compared with everything. */
static void
test_many(void **state)
{
	static const struct {
		const char *head, *line;
		size_t n;
		bool good;
	} many[] = {
	    {"skills:\n", "  - {name: n#, category: data}\n", 30000, true},
	    {"skills:\n", "  - {name: same, category: data}\n", 30000, false},
	    {"day_shares:\n",
		"  - {role: engineer, activity: a#, share: 0.0033333333333, source: s, locator: L}\n",
		16000, false},
	    {"routes:\n",
		"  - {slug: study, name: n#, kind: mooc, summary: S, source: s, locator: L}\n",
		16000, false},
	    {"role_skills:\n", "  - {role: engineer, skill: wrong-#, source: s, locator: L}\n",
		20000, false},
	    {"role_skills:\n", "  - {role: engineer, skil#: python, source: s, locator: L}\n",
		20000, false},
	    {"requirements:\n", "  - {role: engineer, credential: bachelo#, strength: typica}\n",
		30000, false},
	    {"", "s#: []\n", 60000, false},
	    {"pack: {pack: a, title: T, requires: [\n", "b#,\n", 60000, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(many); i++) {
		struct buf b = BUF_INIT;

		buf_adds(&b, many[i].head);
		add_many(&b, many[i].line, many[i].n);
		if (strchr(many[i].head, '[') != NULL)
			buf_adds(&b, "]}\n");
		if (try_bytes(many[i].line, &b) != many[i].good)
			fail_msg("%s", many[i].line);
		buf_free(&b);
	}
}

/* Long names, in every place where a message could show one. */
static void
test_long(void **state)
{
	static const char *const forms[] = {
	    "%s: []\n",
	    "roles:\n  - {title: X, kind: role, family: F, \"%s\": 1}\n",
	    "roles:\n  - {title: X, kind: \"%s\", family: F}\n",
	    "roles:\n  - {title: X, kind: role, family: F, slug: \"%s/\"}\n",
	    "roles:\n  - {slug: \"%s\", title: X}\n  - {slug: \"%s\", title: Y}\n",
	    "roles:\n  - {title: X, kind: specialization, family: F, serves: [\"%s\"]}\n",
	    "role_skills:\n  - {role: \"%s\", skill: python, source: s, locator: L}\n",
	    "pack: {pack: \"%s\", title: T, requires: [\"%s\"]}\n",
	    "sources:\n  - {key: t, title: T, short: \"%s\", publisher: P, kind: survey}\n",
	    "figures:\n  - {about: \"role:%s\", measure: pay, statistic: median, value: \"%s\"}\n",
	    "figures:\n  - {statistic: median, top_coded: [\"%s\"], unit: \"%s\", source: \"%s\"}\n",
	    "&%s a: b\n*%s : d\n",
	};
	struct buf name = BUF_INIT;

	(void)state;
	buf_pad(&name, 'q', 100000);
	for (size_t i = 0; i < COUNT(forms); i++) {
		struct buf b = BUF_INIT;

		for (const char *s = forms[i]; *s != '\0'; s++) {
			if (s[0] == '%')
				buf_add(&b, name.data, name.len);
			else if (s == forms[i] || s[-1] != '%')
				buf_addc(&b, *s);
		}
		assert_false(try_bytes(forms[i], &b));
		buf_free(&b);
	}
	buf_free(&name);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_bombs),
	    cmocka_unit_test(test_suite),
	    cmocka_unit_test(test_escaped),
	    cmocka_unit_test(test_many),
	    cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
