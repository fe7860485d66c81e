#include "say.h"

#include "career/frame/jsonlist.h"
#include "career/page/money.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

enum { COLUMN = 16, COLUMN_NARROW = 12, NARROW = 60 };

const char *
word_says(const struct word *table, const char *code)
{
	if (!code)
		return NULL;
	for (; table->code; table++)
		if (strcmp(table->code, code) == 0)
			return table->says;
	return code;
}

static int
column(const struct page *p)
{
	return p->opts.width < NARROW ? COLUMN_NARROW : COLUMN;
}

void
say_title(struct page *p, const char *text)
{
	page_line(p)->heading = true;
	page_join(p, 0, STYLE_HEADING, text);
}

/* Whether a sentence is over at the end of the text. */
static bool
ends_sentence(const char *text)
{
	size_t len = strlen(text);

	return len > 0 && strchr(".!?:", text[len - 1]);
}

static void
sentence(struct page *p, const char *label, enum style style, const char *mark, const char *text)
{
	page_wrapf(p, 0, style, "%s%s%s%s%s", mark, label, *label ? ": " : "", text,
	    ends_sentence(text) ? "" : ".");
}

void
say_pair(struct page *p, const char *label, enum style style, const char *text)
{
	if (!text || !*text)
		return;
	if (p->opts.plain)
		sentence(p, label, style, "", text);
	else
		page_pair(p, label, column(p), style, text);
}

void
say_pairf(struct page *p, const char *label, enum style style, const char *fmt, ...)
{
	struct buf b = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	say_pair(p, label, style, b.data);
	buf_free(&b);
}

void
say_warn(struct page *p, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	if (p->opts.plain) {
		sentence(p, label, STYLE_WARN, "! ", text);
		return;
	}
	page_line(p);
	page_add(p, STYLE_LABEL, label);
	page_to(p, column(p) - 2);
	page_add(p, STYLE_WARN, "! ");
	page_join(p, column(p), STYLE_WARN, text);
}

void
say_wrapf(struct page *p, enum style style, const char *fmt, ...)
{
	struct buf b = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	page_wrap(p, 0, style, b.data);
	buf_free(&b);
}

static bool
ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), n = strlen(end);

	return len >= n && strcmp(text + len - n, end) == 0;
}

void
say_ref(struct buf *out, const struct source *src, const char *as_of)
{
	const char *name = src ? src->short_name : "unknown source";

	buf_adds(out, name);
	if (!as_of || !*as_of)
		buf_adds(out, ", undated");
	else if (!ends_with(name, as_of))
		buf_addf(out, ", %s", as_of);
}

void
say_set(struct buf *out, const char *short_name, const char *part)
{
	size_t first = strcspn(short_name, ",;"), name = strcspn(short_name, " ");
	const char *own = part != NULL ? strstr(short_name + first, part) : NULL;

	if (own == NULL)
		buf_add(out, short_name, first);
	else
		buf_addf(out, "%.*s %.*s", (int)name, short_name, (int)strcspn(own, ",;"), own);
}

/* "mastersportal.com" of an address; false for other texts. */
static bool
add_site(struct buf *out, const char *page)
{
	const char *site = page ? strstr(page, "://") : NULL;

	if (!site)
		return false;
	site += strncmp(site + 3, "www.", 4) == 0 ? 7 : 3;
	buf_add(out, site, strcspn(site, "/:?#"));
	return true;
}

void
say_page_ref(struct buf *out, const struct source *src, const char *page, const char *as_of)
{
	static const char collection[] = "various ";

	if (!src || strncmp(src->publisher, collection, sizeof collection - 1) != 0
	    || !add_site(out, page))
		say_ref(out, src, as_of);
	else
		buf_addf(out, ", %s", as_of && *as_of ? as_of : "undated");
}

void
say_age(struct buf *out, int year, int now)
{
	if (year > 0 && now - year > SAY_OLD_YEARS)
		buf_addf(out, ", ! %d years old", now - year);
}

/* Whether the word of a slug is written in capitals. */
static bool
is_acronym(const char *word, size_t len)
{
	static const char *const acronyms[] = {"ai", "ml", "nlp", "sql", "stem"};

	for (size_t i = 0; i < sizeof acronyms / sizeof *acronyms; i++)
		if (strlen(acronyms[i]) == len && strncmp(acronyms[i], word, len) == 0)
			return true;
	return false;
}

void
say_slug(struct buf *out, const char *slug)
{
	while (*slug) {
		size_t len = strcspn(slug, "-");
		bool capitals = is_acronym(slug, len);

		for (size_t i = 0; i < len; i++)
			buf_addc(out, capitals ? (char)toupper((unsigned char)slug[i]) : slug[i]);
		slug += len;
		if (*slug) {
			buf_addc(out, ' ');
			slug++;
		}
	}
}

void
say_fact_anchor(struct page *p, const char *table, int64_t id)
{
	struct buf key = BUF_INIT;

	buf_addf(&key, "%s:%lld", table, (long long)id);
	page_anchor(p, ANCHOR_FACT, key.data);
	buf_free(&key);
}

const char *
say_measure(const char *measure)
{
	static const struct word words[] = {
	    {"pay", "Pay"},
	    {"growth", "Growth"},
	    {"employment", "Jobs"},
	    {"openings", "Openings"},
	    {"share", "Share"},
	    {"cost", "Price"},
	    {"earnings", "Earnings"},
	    {"debt", "Debt"},
	    {"duration", "Length"},
	    {"demand", "Demand"},
	    {"multiplier", "Factor"},
	    {NULL, NULL},
	};

	return measure ? word_says(words, measure) : "Figure";
}

/* A program has a price; other things cost something. */
static const char *
figure_label(const struct figure *f)
{
	if (strcmp(f->measure, "cost") == 0 && strcmp(f->about_kind, "program") != 0)
		return "Cost";
	return say_measure(f->measure);
}

static void
say_figure(struct page *p, const struct figure *f)
{
	struct buf b = BUF_INIT;

	figure_says(&b, f, MONEY_FULL);
	if (f->per && *f->per && strcmp(f->per, "once") != 0)
		buf_addf(&b, " %s", per_words(f->per));
	if (f->words && *f->words)
		buf_addf(&b, "; \"%s\"", f->words);
	buf_adds(&b, " (");
	say_ref(&b, f->source, f->as_of);
	buf_addc(&b, ')');
	if (f->note && *f->note)
		buf_addf(&b, " %s", f->note);
	say_pair(p, figure_label(f), STYLE_VALUE, b.data);
	page_anchor_id(p, ANCHOR_FIGURE, f->id);
	if (f->source)
		page_anchor(p, ANCHOR_SOURCE, f->source->key);
	buf_free(&b);
}

bool
say_figures(struct page *p, struct reader *r, struct stmt *st, const char *heading, struct err *e)
{
	struct arena a;
	struct figure f;
	bool any = false, ok = true;
	int step;

	arena_init(&a);
	while (ok && (step = stmt_step(st, e)) != 0) {
		ok = step == 1 && figure_by_id(&f, r->db, &r->sources, stmt_int(st, 0), &a, e);
		if (!ok)
			break;
		if (!any) {
			page_blank(p);
			page_heading(p, heading, NULL);
		}
		any = true;
		say_figure(p, &f);
	}
	stmt_reset(st);
	arena_free(&a);
	return ok;
}

const char *
say_between(size_t i, size_t n)
{
	if (i == 0)
		return "";
	return i + 1 == n ? " and " : ", ";
}

const char *
say_either(size_t i, size_t n)
{
	if (i == 0)
		return "";
	return i + 1 == n ? " or " : ", ";
}

static void
list_item(void *ctx, const char *text, size_t len)
{
	struct buf *out = ctx;

	if (out->len > 0)
		buf_adds(out, ", ");
	buf_add(out, text, len);
}

void
say_list(struct buf *out, const char *json)
{
	struct buf items = BUF_INIT, tmp = BUF_INIT;

	if (json)
		jsonlist_each(json, &tmp, list_item, &items);
	buf_adds(out, items.data);
	buf_free(&items);
	buf_free(&tmp);
}

void
say_count(struct buf *out, int64_t n, const char *one)
{
	buf_addf(out, "%lld %s%s", (long long)n, one, n == 1 ? "" : "s");
}
