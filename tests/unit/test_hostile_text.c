/* Packs whose every text is a payload: they build, and no page and no message shows a harmful byte. */
#include "career/base/text.h"
#include "career/page/pages.h"
#include "check.h"
#include "harmless.h"
#include "packdir.h"
#include "payload.h"

#include <stdio.h>
#include <stdlib.h>

static void
add_file(void *ctx, const struct payload *p)
{
	struct buf yaml = BUF_INIT;
	char leaf[32];

	payload_sections(p, &yaml);
	snprintf(leaf, sizeof leaf, "h%zu.yaml", p->number);
	packdir_file(ctx, "a", leaf, yaml.data);
	buf_free(&yaml);
}

/* --- pages ---------------------------------------------------------------------------------------- */

static void
check_page(const struct page *p, bool ascii, const char *where)
{
	struct buf b = BUF_INIT;
	size_t good;

	page_text(p, &b);
	good = ascii ? harmless_ascii_until(b.data, b.len) : harmless_until(b.data, b.len);
	if (good < b.len)
		fail_msg(
		    "%s: byte 0x%02x at %zu of the page", where, (unsigned char)b.data[good], good);
	for (size_t i = 0; i < p->nlines; i++)
		if (p->lines[i].width > p->opts.width)
			fail_msg("%s: line %zu has %d cells", where, i, p->lines[i].width);
	buf_free(&b);
}

/* What `i` says of each anchor of a page. */
static void
check_explained(struct reader *r, const struct page *p, const char *where)
{
	struct page_opts opts = {.width = 60};
	struct page said;
	struct err e;

	page_init(&said, &opts);
	for (size_t i = 0; i < p->nlines; i++)
		for (size_t k = 0; k < p->lines[i].nanchors; k++) {
			const struct anchor *a = &p->lines[i].anchors[k];

			if (a->kind != ANCHOR_FIGURE && a->kind != ANCHOR_FACT
			    && a->kind != ANCHOR_SOURCE)
				continue;
			page_reset(&said, &opts);
			if (!page_explain(&said, r, a, &e))
				fail_msg("%s, %s: %s", where, a->key, e.text);
			check_page(&said, false, a->key);
		}
	page_free(&said);
}

static void
check_things(struct reader *r, struct db *db, enum thing kind, const char *sql)
{
	struct err e;
	struct stmt *st = db_prepare(db, sql, &e);
	struct page_opts opts = {.year_now = 2026};
	struct page p;
	size_t n = 0;

	assert_ok(st != NULL);
	page_init(&p, &opts);
	for (; stmt_step(st, &e) == 1; n++) {
		opts.width = n % 3 == 0 ? 40 : 100;
		opts.ascii = n % 2 == 1;
		opts.plain = n % 5 == 4;
		page_reset(&p, &opts);
		if (!page_thing(&p, r, kind, stmt_int(st, 0), &e))
			fail_msg("%s: %s", stmt_str(st, 1), e.text);
		check_page(&p, opts.ascii, stmt_str(st, 1));
		if (n % 100 == 0)
			check_explained(r, &p, stmt_str(st, 1));
	}
	page_free(&p);
	stmt_finalize(st);
	assert_true(n > 400);
}

static void
test_pages(void **state)
{
	struct packdir d;
	struct reader r;
	struct db *db;
	struct err e;

	(void)state;
	if (!payload_there())
		skip();
	packdir_init(&d);
	packdir_base(&d);
	assert_true(payload_each(add_file, &d) > 500);
	db = packdir_catalog(&d);
	assert_int_equal(packdir_count(db, "SELECT count(*) = 0 FROM frame_column"), 0);
	assert_ok(reader_open(&r, db, &e));
	check_things(&r, db, THING_ROLE, "SELECT id, slug FROM role");
	check_things(&r, db, THING_PROGRAM, "SELECT id, key FROM program");
	check_things(&r, db, THING_SKILL, "SELECT id, slug FROM skill");
	check_things(&r, db, THING_SOURCE, "SELECT id, key FROM source");
	check_things(&r, db, THING_TERM, "SELECT id, slug FROM term");
	reader_close(&r);
	db_close(db);
	packdir_free(&d);
}

/* --- messages ------------------------------------------------------------------------------------- */

/* The payload where it is wrong: as section, key, value of each type and reference. */
static void
put_wrong(struct buf *b, const char *s)
{
	buf_addf(b, "%s: []\n", s);
	buf_addf(b,
	    "roles:\n  - {title: X, kind: %s, family: F, slug: %s, %s: 1, codes: %s, aliases: [[%s]]}\n",
	    s, s, s, s, s);
	buf_addf(b,
	    "figures:\n  - {about: %s, measure: %s, statistic: point, value: %s, years: %s, as_of: %s,\n"
	    "     unit: %s, n: %s, source: %s, locator: L, words: %s, top_coded: [%s]}\n",
	    s, s, s, s, s, s, s, s, s, s);
	buf_addf(
	    b, "role_skills: [{role: %s, skill: %s, source: s, locator: L, %s: 1}]\n", s, s, s);
	buf_addf(b, "pack: {pack: %s, title: T, requires: [%s]}\n", s, s);
	buf_addf(b, "schools: [{name: V, country: %s}]\n", s);
}

static void
check_messages(void *ctx, const struct payload *p)
{
	struct packdir *d = ctx;
	struct buf safe = BUF_INIT, yaml = BUF_INIT;

	put_wrong(&yaml, p->scalar);
	packdir_file(d, "a", "x.yaml", yaml.data);
	assert_false(packdir_read(d));
	/* As a front end shows them: line by line through text_safe. */
	for (const char *at = packdir_errors(d); *at != '\0';) {
		size_t len = strcspn(at, "\n");

		if (strncmp(at, "a/", 2) != 0)
			fail_msg("%s: a message of two lines: %.*s", p->scalar, (int)len, at);
		buf_clear(&safe);
		text_safe(&safe, at, len, p->number % 2 == 0);
		if (harmless_until(safe.data, safe.len) < safe.len)
			fail_msg("%s: a harmful message", p->scalar);
		at += len + 1;
	}
	buf_free(&safe);
	buf_free(&yaml);
}

static void
test_messages(void **state)
{
	struct packdir d;

	(void)state;
	if (!payload_there())
		skip();
	packdir_init(&d);
	packdir_base(&d);
	assert_true(payload_each(check_messages, &d) > 500);
	packdir_free(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_pages),
	    cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
