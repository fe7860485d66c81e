/*
 * Packs whose every text is a payload: they build, and no page and no message shows a harmful byte.
 *
 * The entries are made from the section table: one of each section per payload, each text, list and
 * date in it the payload. What another type wants is filled with what is right.
 */
#include "career/base/file.h"
#include "career/base/text.h"
#include "check.h"
#include "harmless.h"
#include "packdir.h"
#include "pagecat.h"

#include <stdio.h>
#include <stdlib.h>

#define PAYLOADS "../shared/hostile/generated-hostile-text/payloads.tsv"

enum { MAX_PAYLOAD = 5000, MAX_PACK = 4 << 20 };

struct maker {
	struct buf *out;
	struct buf scalar; /* the payload as a YAML scalar */
	struct buf fold;   /* and what it comes to when folded */
	const char *bytes;
	size_t len;
	size_t number;
	int depth;
};

/* --- YAML ----------------------------------------------------------------------------------------- */

/* A payload as a double-quoted scalar, everything escaped that could be anything. */
static void
put_scalar(struct buf *out, const char *s, size_t len)
{
	buf_addc(out, '"');
	while (len > 0) {
		int32_t cp;
		size_t n = text_decode(s, len, &cp);

		if (cp == '"' || cp == '\\')
			buf_addf(out, "\\%c", (int)cp);
		else if (cp >= 0x20 && cp < 0x7f)
			buf_addc(out, (char)cp);
		else
			buf_addf(out, "\\U%08x", (unsigned)cp);
		s += n;
		len -= n;
	}
	buf_addc(out, '"');
}

static void
indent(struct maker *m)
{
	buf_pad(m->out, ' ', (size_t)m->depth * 2);
}

static void put_entry(struct maker *m, enum pack_section_id id);

static bool
is(const struct pack_field *f, const char *name)
{
	return strcmp(f->name, name) == 0;
}

static size_t
words(const struct buf *fold)
{
	size_t n = 1;

	for (size_t i = 0; i < fold->len; i++)
		n += fold->data[i] == ' ';
	return n;
}

static void
put_text(struct maker *m, const struct pack_field *f)
{
	struct buf safe = BUF_INIT;
	bool fits;

	text_safe(&safe, m->bytes, m->len, false);
	fits = (!is(f, "short") || text_width(safe.data) <= 18)
	    && ((f->flags & PACK_WORDS8) == 0 || words(&m->fold) <= 8);
	buf_adds(m->out, fits ? m->scalar.data : "too long");
	buf_free(&safe);
}

/* Left out: what would contradict the rest of its entry, and keys that are made from names. */
static bool
left_out(const struct maker *m, enum pack_section_id id, const struct pack_field *f)
{
	static const struct {
		enum pack_section_id section;
		const char *field;
	} out[] = {{SEC_ROLES, "serves"}, {SEC_PROGRAMS, "key"}, {SEC_PROGRAMS, "slug"},
	    {SEC_FIGURES, "value"}, {SEC_FIGURES, "p10"}, {SEC_FIGURES, "p25"},
	    {SEC_FIGURES, "p50"}, {SEC_FIGURES, "p75"}, {SEC_FIGURES, "p90"},
	    {SEC_FIGURES, "top_coded"}, {SEC_FIGURES, "missing"}, {SEC_LISTINGS, "programs"},
	    {SEC_SOURCES, "url"}};
	bool number = m->number % 2 == 0;

	for (size_t i = 0; i < COUNT(out); i++)
		if (out[i].section == id && is(f, out[i].field))
			return true;
	/* A range and a category in turn. */
	if (id == SEC_FIGURES && number)
		return is(f, "text");
	return id == SEC_FIGURES && (is(f, "low") || is(f, "high"));
}

static void
put_value(struct maker *m, enum pack_section_id id, const struct pack_field *f)
{
	switch (f->type) {
	case PACK_TEXT:
		put_text(m, f);
		break;
	case PACK_SLUG:
	case PACK_KEY:
		buf_addf(m->out, "h%zu", m->number);
		break;
	case PACK_ENUM:
		if (id == SEC_FIGURES && is(f, "statistic"))
			buf_adds(m->out, m->number % 2 == 0 ? "range" : "category");
		else
			buf_adds(m->out, is(f, "status") ? "withdrawn" : f->values[0]);
		break;
	case PACK_INT:
	case PACK_NUM:
		buf_adds(m->out, is(f, "share") ? "100" : "12");
		break;
	case PACK_SPAN:
		buf_adds(m->out, "1..2");
		break;
	case PACK_YEAR:
		buf_addf(m->out, "\"2026 %s", m->scalar.data + 1);
		break;
	case PACK_BOOL:
		buf_adds(m->out, "yes");
		break;
	case PACK_LIST:
		if (is(f, "leads_to"))
			buf_addf(m->out, "[h%zu]", m->number);
		else
			buf_addf(m->out, "[%s, x]", m->scalar.data);
		break;
	case PACK_UNIT:
		buf_adds(m->out, "USD");
		break;
	case PACK_CODE2:
		buf_adds(m->out, "US");
		break;
	case PACK_URL:
		buf_adds(m->out, "https://h.example/");
		break;
	case PACK_REF:
		if (is(f, "occupation") || is(f, "to"))
			buf_adds(m->out, "statisticians");
		else
			buf_addf(m->out, "h%zu", m->number);
		break;
	case PACK_ABOUT:
		buf_addf(m->out, "role:h%zu", m->number);
		break;
	case PACK_CHILD:
		buf_addc(m->out, '\n');
		put_entry(m, f->target);
		return;
	}
	buf_addc(m->out, '\n');
}

static void
put_entry(struct maker *m, enum pack_section_id id)
{
	const struct pack_section *sec = &pack_sections[id];

	m->depth++;
	indent(m);
	buf_adds(m->out, "-\n");
	m->depth++;
	for (size_t i = 0; i < sec->nfields; i++) {
		if (left_out(m, id, &sec->fields[i]))
			continue;
		indent(m);
		buf_addf(m->out, "%s: ", sec->fields[i].name);
		put_value(m, id, &sec->fields[i]);
	}
	m->depth -= 2;
}

/* One entry of each section. */
static void
put_sections(struct maker *m)
{
	for (size_t s = 0; s < SEC_COUNT; s++) {
		if (pack_sections[s].parent != SEC_COUNT || s == SEC_PACK)
			continue;
		buf_addf(m->out, "%s:\n", pack_sections[s].name);
		put_entry(m, (enum pack_section_id)s);
	}
}

/* --- payloads ------------------------------------------------------------------------------------- */

static void
unhex(struct buf *out, const char *hex)
{
	char pair[3] = {0};

	for (; hex[0] != '\0' && hex[1] != '\0'; hex += 2) {
		pair[0] = hex[0];
		pair[1] = hex[1];
		buf_addc(out, (char)strtol(pair, NULL, 16));
	}
}

/* YAML holds valid text only, and a pack wants text that says something. */
static bool
can_be_text(const struct buf *b)
{
	return b->len <= MAX_PAYLOAD && text_valid(b->data, b->len)
	    && memchr(b->data, '\0', b->len) == NULL && strspn(b->data, " \t\r\n") < b->len;
}

/* Calls `each` for every payload that can stand in a pack; returns how many. */
static size_t
each_payload(void (*each)(void *ctx, struct maker *m), void *ctx)
{
	struct buf text = BUF_INIT, bytes = BUF_INIT, out = BUF_INIT;
	struct maker m = {.out = &out, .scalar = BUF_INIT, .fold = BUF_INIT};
	struct err e;

	assert_ok(file_read(PAYLOADS, 64 << 20, &text, &e));
	for (char *line = strtok(text.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
		const char *tab = strrchr(line, '\t');

		buf_clear(&bytes);
		unhex(&bytes, tab != NULL ? tab + 1 : "");
		if (strncmp(line, "class\t", 6) == 0 || !can_be_text(&bytes))
			continue;
		buf_clear(&out);
		buf_clear(&m.scalar);
		buf_clear(&m.fold);
		put_scalar(&m.scalar, bytes.data, bytes.len);
		text_fold(&m.fold, bytes.data, bytes.len);
		m.bytes = bytes.data;
		m.len = bytes.len;
		m.number++;
		each(ctx, &m);
	}
	buf_free(&text);
	buf_free(&bytes);
	buf_free(&out);
	buf_free(&m.scalar);
	buf_free(&m.fold);
	return m.number;
}

static void
add_file(void *ctx, struct maker *m)
{
	char leaf[32];

	put_sections(m);
	assert_true(m->out->len < MAX_PACK);
	snprintf(leaf, sizeof leaf, "h%zu.yaml", m->number);
	packdir_file(ctx, "a", leaf, m->out->data);
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
		if (n % 4 == 0)
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
	if (!file_exists(PAYLOADS))
		skip();
	packdir_init(&d);
	packdir_base(&d);
	assert_true(each_payload(add_file, &d) > 500);
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
check_messages(void *ctx, struct maker *m)
{
	struct packdir d;
	struct buf safe = BUF_INIT, *b = m->out;
	const char *s = m->scalar.data;

	(void)ctx;
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
	packdir_init(&d);
	packdir_base(&d);
	packdir_file(&d, "a", "x.yaml", b->data);
	assert_false(packdir_read(&d));
	/* As a front end shows them: line by line through text_safe. */
	for (const char *at = packdir_errors(&d); *at != '\0';) {
		size_t len = strcspn(at, "\n");

		if (strncmp(at, "a/", 2) != 0)
			fail_msg("%s: a message of two lines: %.*s", s, (int)len, at);
		buf_clear(&safe);
		text_safe(&safe, at, len, m->number % 2 == 0);
		if (harmless_until(safe.data, safe.len) < safe.len)
			fail_msg("%s: a harmful message", s);
		at += len + 1;
	}
	buf_free(&safe);
	packdir_free(&d);
}

static void
test_messages(void **state)
{
	(void)state;
	if (!file_exists(PAYLOADS))
		skip();
	assert_true(each_payload(check_messages, NULL) > 500);
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
