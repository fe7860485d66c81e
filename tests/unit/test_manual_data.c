/* career-data(7) and career-feeds(5) say what the tables of sets, feeds and reasons say. */
#include "career/base/embedded.h"
#include "career/build/feeds.h"
#include "career/build/import.h"
#include "career/import/fetch.h"
#include "check.h"
#include "manual.h"

#define DATA "man/career-data.7"
#define FEEDS "man/career-feeds.5"

static struct feeds feeds;

static int
load(void **state)
{
	const char *text = embedded_text("data/feeds.yaml");
	struct err e;

	(void)state;
	return feeds_read(&feeds, "data/feeds.yaml", text, strlen(text), &e) ? 0 : -1;
}

static int
unload(void **state)
{
	(void)state;
	feeds_free(&feeds);
	return 0;
}

/* --- career-data ----------------------------------------------------------------------------- */

/* As one line: nothing in it ends a sentence. */
static void
put_labelled(struct buf *out, const char *label, const char *text)
{
	buf_addf(out, ".br\n%s: ", label);
	put_escaped(out, text, strlen(text));
	buf_addc(out, '\n');
}

static void
make_sets(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < nimporters; i++) {
		const struct importer *imp = importers[i];

		if (imp == NULL)
			continue;
		buf_addf(out, ".It Cm %s\n", imp->kind);
		put_text(out, imp->about);
		put_labelled(out, imp->title, imp->publisher);
		buf_addf(out, ".br\n.Lk %s\n", imp->url);
		put_labelled(out, "Licence", imp->licence);
		if (imp->attribution != NULL) {
			buf_adds(out, ".br\nAttribution:\n");
			put_text(out, imp->attribution);
		}
	}
	buf_adds(out, ".El\n");
}

static void
make_feeds(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < feeds.n; i++) {
		const struct feed *f = &feeds.feed[i];

		buf_addf(out, ".It Cm %s Pq group Cm %s\n.Lk %s\n", f->name, f->group, f->page);
		if (f->by_hand != NULL)
			put_labelled(out, "By hand", f->by_hand);
		for (size_t k = 0; k < f->nfiles; k++)
			buf_addf(out, ".br\n.Lk %s\n", f->file[k].address);
	}
	buf_adds(out, ".El\n");
}

/* What the schema says of a column NAME_why. */
static const char *const reasons[] = {
    [WHY_STATED] = "stated: the value stands there",
    [WHY_NOT_STATED] = "not stated",
    [WHY_SUPPRESSED] = "suppressed by the publisher for privacy",
    [WHY_NOT_REPORTED] = "not reported to the publisher",
    [WHY_NOT_APPLICABLE] = "not applicable",
    [WHY_TOP_CODED] = "top-coded: at least the value",
    [WHY_IMPRECISE] =
	"imprecise: the value stands there, of too few answers; its publisher recommends to leave it out",
};

static void
make_reasons(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds -compact\n");
	for (size_t i = 0; i < COUNT(reasons); i++) {
		buf_addf(out, ".It %zu\n", i);
		put_text(out, reasons[i]);
	}
	buf_adds(out, ".El\n");
}

/* --- career-feeds ---------------------------------------------------------------------------- */

static void
put_keys(struct buf *out, bool of_file)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < nfeed_keys; i++) {
		const struct feed_key *k = &feed_keys[i];

		if (k->of_file != of_file)
			continue;
		buf_addf(out, ".It Cm %s%s\n", k->name, k->required ? " Pq required" : "");
		put_text(out, k->help);
	}
	buf_adds(out, ".El\n");
}

static void
make_keys(struct buf *out)
{
	put_keys(out, false);
}

static void
make_file_keys(struct buf *out)
{
	put_keys(out, true);
}

static void
make_contents(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds -compact\n");
	for (size_t i = 0; i < nfeed_contents; i++) {
		buf_addf(out, ".It Cm %s\n", feed_contents[i].name);
		put_text(out, feed_contents[i].help);
	}
	buf_adds(out, ".El\n");
}

static void
test_blocks(void **state)
{
	static const struct {
		const char *page, *name;
		void (*make)(struct buf *out);
	} blocks[] = {
	    {DATA, "sets", make_sets},
	    {DATA, "feeds", make_feeds},
	    {DATA, "reasons", make_reasons},
	    {FEEDS, "keys", make_keys},
	    {FEEDS, "file-keys", make_file_keys},
	    {FEEDS, "contents", make_contents},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(blocks); i++)
		check_block(blocks[i].page, blocks[i].name, blocks[i].make);
}

/* The page's example can be used as it stands. */
static void
test_example(void **state)
{
	struct buf page = read_page(FEEDS);
	const char *from = strstr(page.data, ".Bd -literal"), *to;
	struct feeds own;
	struct err e;

	(void)state;
	assert_non_null(from);
	from = strchr(from, '\n') + 1;
	to = strstr(from, ".Ed");
	assert_ok(feeds_read(&own, "example", from, (size_t)(to - from), &e));
	assert_int_equal(own.n, 1);
	feeds_free(&own);
	buf_free(&page);
}

/* Each set has its section. */
static void
test_sections(void **state)
{
	struct buf page = read_page(DATA);
	size_t n = 0, sets = 0;

	(void)state;
	for (const char *s = page.data; (s = strstr(s, ".Ss What is taken")) != NULL; s++)
		n++;
	for (size_t i = 0; i < nimporters; i++)
		sets += importers[i] != NULL;
	assert_int_equal(n, sets);
	buf_free(&page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_example),
	    cmocka_unit_test(test_sections),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
