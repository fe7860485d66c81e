/*
 * shortlist.c - what a person keeps of a thing, beside what the catalog says of it.
 */
#include "career/model/shortlist.h"

#include "career/base/text.h"
#include "career/model/agree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Lists whose rows can be kept; `title` gives id and title of a key, NULL: compare_name the title of an id. */
static const struct {
	const char *list, *one, *id, *title, *key;
} lists[] = {
    {"roles", "role", "kept_roles", NULL, "kept_role_key"},
    {"programs", "program", "thing_program", "compare_name", "program_key"},
    {"skills", "skill", "kept_skills", NULL, "kept_skill_key"},
};

enum { LISTS = sizeof lists / sizeof *lists };

const char *
kept_list(size_t i)
{
	return i < LISTS ? lists[i].list : NULL;
}

static size_t
list_at(const char *list)
{
	size_t i = 0;

	while (i < LISTS && strcmp(lists[i].list, list) != 0)
		i++;
	return i;
}

const char *
kept_one(const char *list)
{
	size_t i = list_at(list);

	return i < LISTS ? lists[i].one : "thing";
}

/* Cut between characters. */
static void
copy_title(char *to, const char *title)
{
	size_t len = strlen(title);

	if (len >= KEPT_TITLE)
		len = KEPT_TITLE - 1;
	while (len > 0 && !text_valid(title, len))
		len--;
	memcpy(to, title, len);
	to[len] = '\0';
}

static bool
read_title(struct kept_thing *t, struct db *db, const char *query, struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, t->id);
	step = stmt_step(st, e);
	if (step == 1)
		copy_title(t->title, stmt_str(st, 0));
	stmt_reset(st);
	return step >= 0;
}

bool
kept_find(struct kept_thing *t, struct db *db, const char *list, const char *key, struct err *e)
{
	size_t i = list_at(list);
	struct stmt *st;
	int step;

	*t = (struct kept_thing){0};
	if (i == LISTS)
		return err_set(
		    e, ERR_USAGE, "'%s': only roles, programs and skills can be kept", list);
	t->list = lists[i].list;
	if (*key == '\0' || strlen(key) >= sizeof t->key)
		return err_set(e, ERR_USAGE, "'%.40s' is no key of a %s", key, lists[i].one);
	memcpy(t->key, key, strlen(key) + 1);
	st = db_query(db, lists[i].id, e);
	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, key);
	step = stmt_step(st, e);
	if (step == 1) {
		t->id = stmt_int(st, 0);
		if (lists[i].title == NULL)
			copy_title(t->title, stmt_str(st, 1));
	}
	stmt_reset(st);
	if (step < 0)
		return false;
	return t->id == 0 || lists[i].title == NULL || read_title(t, db, lists[i].title, e);
}

bool
kept_by_id(struct kept_thing *t, struct db *db, const char *list, int64_t id, struct err *e)
{
	size_t i = list_at(list);
	struct stmt *st = i < LISTS ? db_query(db, lists[i].key, e) : NULL;
	struct buf key = BUF_INIT;
	bool ok;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	ok = stmt_step(st, e) == 1;
	buf_adds(&key, ok ? stmt_str(st, 0) : "");
	stmt_reset(st);
	ok = ok && kept_find(t, db, list, key.data, e);
	buf_free(&key);
	return ok;
}

/* --- of one thing ---------------------------------------------------------------------------- */

struct reading {
	struct kept_words *out;
	const char *list, *key;
	struct arena *a;
};

static bool
is_it(const struct reading *r, const char *list, const char *key)
{
	return strcmp(r->list, list) == 0 && strcmp(r->key, key) == 0;
}

/* "2026-11-22T12:00:00Z" -> "2026-11-22" */
static const char *
day(struct arena *a, const char *time)
{
	return time != NULL ? arena_ndup(a, time, strcspn(time, "T")) : "";
}

static void
find_item(void *ctx, const struct kept_item *i)
{
	struct reading *r = ctx;

	r->out->of++;
	if (!is_it(r, i->list, i->key))
		return;
	r->out->place = r->out->of;
	r->out->added = day(r->a, i->added);
}

static void
find_tag(void *ctx, const struct kept_tag *t)
{
	struct reading *r = ctx;

	if (is_it(r, t->list, t->key))
		r->out->tags = arena_printf(
		    r->a, "%s%s#%s", r->out->tags, r->out->tags[0] != '\0' ? " " : "", t->tag);
}

static bool
read_note(
    struct kept_words *out, struct profile *p, const char *list, const char *key, struct arena *a)
{
	char *note = profile_note(p, list, key);

	out->note = arena_dup(a, note);
	free(note);
	return true;
}

bool
kept_words(struct kept_words *out, struct profile *p, const char *list, const char *key,
    struct arena *a, struct err *e)
{
	struct reading r;

	*out = (struct kept_words){.added = "", .tags = ""};
	r = (struct reading){out, list, key, a};
	return p == NULL
	    || (profile_items(p, find_item, &r, e) && profile_tags(p, find_tag, &r, e)
		&& read_note(out, p, list, key, a));
}

const char *
kept_first_line(const char *note, struct arena *a)
{
	size_t len;

	while (note != NULL && *note != '\0') {
		note += strspn(note, " \t\r\n#>*-");
		len = strcspn(note, "\r\n");
		if (len > 0)
			return arena_ndup(a, note, len);
	}
	return "";
}

/* --- all of it ------------------------------------------------------------------------------- */

struct gathering {
	struct shortlist *out;
	size_t cap;
	struct arena *a;
	struct db *db;
	struct err *e;
	bool failed;
};

static void
add_item(void *ctx, const struct kept_item *i)
{
	struct gathering *g = ctx;
	struct shortlist *s = g->out;
	struct shortlist_item *it;

	if (s->n == g->cap) {
		struct shortlist_item *more = arena_alloc(g->a, (g->cap * 2 + 8) * sizeof *more);

		if (s->n > 0)
			memcpy(more, s->item, s->n * sizeof *more);
		s->item = more;
		g->cap = g->cap * 2 + 8;
	}
	it = &s->item[s->n];
	if (g->failed || !kept_find(&it->thing, g->db, i->list, i->key, g->e)) {
		g->failed = true;
		return;
	}
	if (it->thing.id == 0)
		copy_title(it->thing.title, i->title);
	it->words =
	    (struct kept_words){.place = (int64_t)++s->n, .added = day(g->a, i->added), .tags = ""};
	s->roles += strcmp(i->list, "roles") == 0;
	s->programs += strcmp(i->list, "programs") == 0;
	s->skills += strcmp(i->list, "skills") == 0;
	s->gone += it->thing.id == 0;
}

static struct shortlist_item *
item_of(struct gathering *g, const char *list, const char *key)
{
	for (size_t i = 0; i < g->out->n; i++) {
		struct shortlist_item *it = &g->out->item[i];

		if (strcmp(it->thing.key, key) == 0 && strcmp(it->thing.list, list) == 0)
			return it;
	}
	return NULL;
}

static void
add_tag(void *ctx, const struct kept_tag *t)
{
	struct gathering *g = ctx;
	struct shortlist_item *it = item_of(g, t->list, t->key);

	if (it != NULL)
		it->words.tags = arena_printf(
		    g->a, "%s%s#%s", it->words.tags, it->words.tags[0] != '\0' ? " " : "", t->tag);
}

static void
add_note(void *ctx, const struct kept_note *n)
{
	struct gathering *g = ctx;
	struct shortlist_item *it = item_of(g, n->list, n->key);

	if (it != NULL)
		it->words.note = arena_dup(g->a, n->text);
}

/* The sources behind the pay of its headline. */
static bool
read_pay(struct shortlist_item *it, struct gathering *g, const struct sources *src)
{
	struct pay_answer pay;
	struct figures figs;

	if (strcmp(it->thing.list, "roles") != 0)
		return true;
	if (!figures_of_role(&figs, g->db, src, it->thing.id, "pay", g->a, g->e))
		return false;
	if (agree_answer(&figs, &pay, g->a))
		snprintf(it->pay, sizeof it->pay, "%lld:%d:%d", (long long)it->thing.id,
		    (int)pay.level,
		    pay.basis == BASIS_TOTAL ? (int)RULER_TOTAL : (int)RULER_SALARY);
	return true;
}

bool
shortlist_read(struct shortlist *out, struct db *db, const struct sources *src, struct profile *p,
    struct arena *a, struct err *e)
{
	struct gathering g = {.out = out, .a = a, .db = db, .e = e};

	*out = (struct shortlist){0};
	if (p == NULL)
		return true;
	if (!profile_items(p, add_item, &g, e) || g.failed || !profile_tags(p, add_tag, &g, e)
	    || !profile_notes(p, add_note, &g, e))
		return false;
	for (size_t i = 0; i < out->n; i++) {
		struct shortlist_item *it = &out->item[i];

		it->words.of = (int64_t)out->n;
		if (it->thing.id != 0
		    && (!headline_of(&it->is, db, src, it->thing.list, it->thing.key, a, e)
			|| !read_pay(it, &g, src)))
			return false;
	}
	return true;
}

/* --- writing --------------------------------------------------------------------------------- */

bool
shortlist_add(struct profile *p, struct db *db, const struct sources *src,
    const struct kept_thing *t, struct err *e)
{
	struct headline h;
	struct arena a;
	struct buf json = BUF_INIT;
	bool ok;

	arena_init(&a);
	ok = headline_of(&h, db, src, t->list, t->key, &a, e);
	if (ok) {
		headline_json(&h, &json);
		ok = profile_item_put(p,
		    &(struct kept_item){
			.list = t->list, .key = t->key, .title = t->title, .headline = json.data},
		    e);
	}
	buf_free(&json);
	arena_free(&a);
	return ok;
}

bool
shortlist_has(struct profile *p, const char *list, const char *key, bool *has, struct err *e)
{
	struct kept_words w = {.added = ""};
	struct arena a;
	struct reading r = {&w, list, key, &a};
	bool ok;

	arena_init(&a);
	ok = profile_items(p, find_item, &r, e);
	*has = w.place > 0;
	arena_free(&a);
	return ok;
}

bool
shortlist_place(struct profile *p, const char *list, const char *key, int64_t place, struct err *e)
{
	struct kept_words w = {.added = ""};
	struct arena a;
	struct reading r = {&w, list, key, &a};
	bool ok;

	arena_init(&a);
	ok = profile_items(p, find_item, &r, e);
	arena_free(&a);
	if (ok && w.place == 0)
		return err_set(e, ERR_NOTFOUND, "'%s' is not on your shortlist", key);
	place = place < 1 ? 1 : place > w.of ? w.of : place;
	for (; ok && w.place != place; w.place += place > w.place ? 1 : -1)
		ok = profile_item_move(p, list, key, place > w.place ? 1 : -1, e);
	return ok;
}

bool
kept_tag_word(const char *said, struct buf *out, struct err *e)
{
	size_t from = out->len;

	said += *said == '#';
	for (const char *s = said; *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' || *s == ',' || *s == '#')
			return err_set(
			    e, ERR_USAGE, "'%s': a tag is one word, as in #online", said);
	buf_adds(out, said);
	if (out->len == from || out->len - from > PROFILE_TAG_MAX
	    || !text_valid(said, strlen(said)))
		return err_set(e, ERR_USAGE, "'%s': a tag is one word of at most %d bytes", said,
		    PROFILE_TAG_MAX);
	return true;
}
