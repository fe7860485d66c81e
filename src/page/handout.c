/* handout.c - which parts a handout has, and how much of each. */
#include "handout_parts.h"

#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

/* Lines of text that fill a sheet: of the text itself, and of the one that a browser prints smaller. */
static const size_t page_lines[HANDOUT_FORMATS] = {
    [HANDOUT_HTML] = 82, [HANDOUT_MD] = 78, [HANDOUT_TXT] = 64};

enum { FAR_LINES = 30 };

/* The most first: the next ones are tried until it fits. */
static const struct handout_room rooms[] = {
    {3, 8, 8, 5, 5, 8},
    {3, 6, 6, 4, 4, 6},
    {3, 5, 6, 3, 3, 4},
    {2, 4, 5, 3, 3, 3},
    {2, 4, 4, 2, 3, 2},
    {2, 3, 4, 2, 2, 2},
    {1, 3, 4, 2, 2, 2},
    {1, 3, 3, 1, 2, 1},
    {1, 2, 3, 1, 1, 0},
    {1, 1, 2, 1, 1, 0},
};
static const struct handout_room all_room = {
    HANDOUT_ROLES, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX};

/* --- formats and dates ----------------------------------------------------------------------- */

static const struct {
	const char *word;
	void (*write)(const struct doc *d, struct buf *out);
} formats[HANDOUT_FORMATS] = {[HANDOUT_HTML] = {"html", doc_html},
    [HANDOUT_MD] = {"md", doc_md},
    [HANDOUT_TXT] = {"txt", doc_txt}};

const char *
handout_format_word(enum handout_format f)
{
	return formats[f].word;
}

bool
handout_format_of(const char *path, enum handout_format *f, struct err *e)
{
	const char *name = strrchr(path, '/'), *dot;

	name = name != NULL ? name + 1 : path;
	dot = strrchr(name, '.');
	for (int i = 0; dot != NULL && i < HANDOUT_FORMATS; i++)
		if (strcasecmp(dot + 1, formats[i].word) == 0) {
			*f = (enum handout_format)i;
			return true;
		}
	return err_set(
	    e, ERR_USAGE, "%s: a handout is written as .html (a page to print), .md or .txt", path);
}

void
handout_write(const struct doc *d, enum handout_format f, struct buf *out)
{
	formats[f].write(d, out);
}

void
handout_today(char date[HANDOUT_DATE])
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t t = epoch != NULL ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
	struct tm tm;

	if (gmtime_r(&t, &tm) == NULL || strftime(date, HANDOUT_DATE, "%Y-%m-%d", &tm) == 0)
		memcpy(date, "0000-00-00", HANDOUT_DATE);
}

/* --- what it is about ------------------------------------------------------------------------ */

/* Once, as long as there is room and the catalog has it. */
static bool
take_role(struct handout *h, const char *query, const char *slug, int64_t id, struct err *e)
{
	struct stmt *st = db_query(h->r->db, query, e);
	bool known = false;
	int step;

	if (st == NULL)
		return false;
	if (slug != NULL)
		stmt_bind_text(st, 1, slug);
	else
		stmt_bind_int(st, 1, id);
	step = stmt_step(st, e);
	if (step == 1 && h->nroles < HANDOUT_ROLES) {
		int64_t found = stmt_int(st, 0);

		for (size_t i = 0; i < h->nroles; i++)
			known = known || h->role[i] == found;
		if (!known) {
			h->role[h->nroles] = found;
			h->slug[h->nroles] = arena_dup(h->a, stmt_str(st, 1));
			h->title[h->nroles++] = arena_dup(h->a, stmt_str(st, 2));
		}
	}
	stmt_reset(st);
	return step >= 0;
}

/* Those that are asked for; else the current one, then those on the shortlist; else the best documented. */
static bool
take_roles(struct handout *h, struct err *e)
{
	const struct handout_ask *ask = h->ask;
	bool ok = true;

	for (size_t i = 0; ok && i < ask->nroles; i++)
		ok = take_role(h, "handout_role", NULL, ask->role[i], e);
	if (ask->nroles > 0)
		return ok;
	if (h->r->role != NULL && *h->r->role != '\0')
		ok = take_role(h, "start_role", h->r->role, 0, e);
	for (size_t i = 0; ok && i < h->items.n; i++)
		if (strcmp(h->items.item[i].list, "roles") == 0)
			ok = take_role(h, "start_role", h->items.item[i].key, 0, e);
	if (ok && h->nroles == 0)
		ok = take_role(h, "start_default", NULL, 1, e);
	return ok;
}

/* --- the parts ------------------------------------------------------------------------------- */

static void
put_head(struct handout *h)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < h->nroles && i < h->room.roles; i++)
		buf_addf(&b, "%s%s", i > 0 ? ", " : "", h->title[i]);
	doc_add(h->d, DOC_TITLE, "%s: %s", h->ask->full ? "My plan in full" : "My plan", b.data);
	doc_add(h->d, DOC_BLANK, "Name");
	doc_add(h->d, DOC_BLANK, "Advisor");
	doc_add(h->d, DOC_NOTE, "Made on %s. Numbers in brackets say who states it.", h->ask->date);
	buf_free(&b);
}

static void
put_changes(struct handout *h)
{
	struct buf b = BUF_INIT;

	if (h->items.changed > 0) {
		changes_say(&h->items, &b);
		doc_add(h->d, DOC_WARN, "Since it was put on the shortlist: %s", b.data);
	}
	buf_free(&b);
}

static bool
put_roles(struct handout *h, struct err *e)
{
	bool ok = true;
	size_t left = h->nroles > h->room.roles ? h->nroles - h->room.roles : 0;

	for (size_t i = 0; ok && i < h->nroles && i < h->room.roles; i++)
		ok = handout_role(h, i, i == 0 || h->ask->full, e);
	if (left > 0)
		doc_add(h->d, DOC_NOTE, "%zu more role%s in the full handout", left,
		    left == 1 ? " is" : "s are");
	return ok;
}

static bool
make(struct handout *h, struct err *e)
{
	put_head(h);
	put_changes(h);
	if (!put_roles(h, e) || !handout_gap(h, e) || !handout_next(h, e) || !handout_programs(h, e)
	    || (h->ask->full && !handout_full(h, e)))
		return false;
	h->d->foot =
	    "The figures are those of the sources above, not averaged; what they do not state is "
	    "not guessed. Made with career.";
	return doc_terms(h->d, h->r, h->room.terms, e);
}

static size_t
lines_of(const struct doc *d)
{
	struct buf b = BUF_INIT;
	size_t n = 0;

	doc_txt(d, &b);
	for (size_t i = 0; i < b.len; i++)
		n += b.data[i] == '\n';
	buf_free(&b);
	return n;
}

static bool
make_fit(struct handout *h, struct err *e)
{
	const size_t last = sizeof rooms / sizeof *rooms - 1, page = page_lines[h->ask->format];
	size_t i = 0, lines;

	for (;;) {
		h->room = h->ask->full ? all_room : rooms[i];
		/* What was asked for by name is there, as far as it can be. */
		if (h->room.roles < h->ask->nroles && h->ask->nroles <= rooms[0].roles)
			h->room.roles = h->ask->nroles;
		h->d->brief = !h->ask->full;
		if (!make(h, e))
			return false;
		lines = h->ask->full ? 0 : lines_of(h->d);
		if (lines <= page || i == last)
			return true;
		doc_free(h->d);
		doc_init(h->d);
		/* One that is far too long is not made line by line shorter. */
		i += 1 + (lines - page) / FAR_LINES;
		i = i < last ? i : last;
	}
}

bool
handout_make(struct doc *d, struct reader *r, struct profile *p, const struct handout_ask *ask,
    struct err *e)
{
	struct arena a;
	struct handout h = {.d = d, .r = r, .p = p, .ask = ask, .a = &a};
	bool ok;

	doc_init(d);
	arena_init(&a);
	ok = mine_read(&h.mine, r->db, p, &a, e)
	    && changes_read(&h.items, r->db, &r->sources, p, &a, e) && take_roles(&h, e);
	if (ok && h.nroles == 0)
		ok = err_set(e, ERR_NOTFOUND, "this catalog has no role to write about");
	ok = ok && make_fit(&h, e);
	arena_free(&a);
	return ok;
}
