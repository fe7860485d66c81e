/* complete_value.c - fields, query words and keys as candidates, with the values of the catalog. */
#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/complete.h"
#include "career/model/listview.h"
#include "career/model/payback.h"
#include "career/query/lex.h"
#include "career/query/query.h"
#include "career/store/catalog.h"
#include "career/store/profile.h"

#include <stdlib.h>
#include <string.h>

/* A path as it was typed: a shell does not hand over what "~/" stands for. Owned; NULL stays NULL. */
static char *
whole_path(const char *option)
{
	const char *home = getenv("HOME");

	return option && strncmp(option, "~/", 2) == 0 && home ? path_join(home, option + 2)
							       : mem_dup(option);
}

/* The catalog of the command line; NULL when it cannot be opened. */
static struct db *
open_catalog(const char *option)
{
	char *whole = whole_path(option), *path = catalog_find(whole);
	struct db *db;
	struct err e;

	db = catalog_open(path, &e);
	free(whole);
	free(path);
	return db;
}

/* The list that the verb is about, NULL: none. */
static const struct list *
list_of(const struct typing *t)
{
	if (t->verb->takes == TAKES_PICTURE)
		return t->first != NULL ? list_find(t->first) : NULL;
	return list_find(t->verb->name);
}

/* --- fields for --columns and --sort --------------------------------------------------------- */

/* Whether a comma-separated list of `len` bytes has the name, or "-name". */
static bool
is_listed(const char *list, size_t len, const char *name)
{
	for (size_t at = 0, n; at < len; at += n + 1) {
		size_t dash = list[at] == '-';

		n = strcspn(list + at, ",");
		if (n - dash == strlen(name) && strncmp(list + at + dash, name, n - dash) == 0)
			return true;
	}
	return false;
}

/* What follows the last comma of the word; what stands before it goes to `front`. */
static const char *
last_of(const struct typing *t, struct buf *front)
{
	const char *comma = strrchr(t->word, ','), *last = comma ? comma + 1 : t->word;

	buf_adds(front, t->front);
	buf_add(front, t->word, (size_t)(last - t->word));
	return last;
}

void
complete_fields(const struct typing *t, enum option_kind kind)
{
	const struct list *l = list_of(t);
	struct buf front = BUF_INIT;
	const char *last;
	size_t len;

	if (!l)
		return;
	last = last_of(t, &front);
	len = (size_t)(last - t->word);
	if (kind == OPTION_SORT && *last == '-') {
		buf_addc(&front, '-');
		last++;
	}
	for (size_t i = 0; i < l->nfields; i++) {
		const struct field *f = &l->fields[i];

		if (strncmp(f->name, last, strlen(last)) == 0 && !is_listed(t->word, len, f->name)
		    && (kind == OPTION_COLUMNS || !f->derived)
		    && (kind != OPTION_FIELD || f->kind == COL_NUM))
			offers_add(t->to, front.data, f->name, f->help);
	}
	t->to->open = true;
	buf_free(&front);
}

/* --- saved filters --------------------------------------------------------------------------- */

static void
offer_saved(void *ctx, const struct saved *s)
{
	const struct typing *t = ctx;

	if (strncmp(s->name, t->word, strlen(t->word)) == 0)
		offers_add(t->to, t->front, s->name, s->query);
}

void
complete_saved(const struct typing *t)
{
	const struct list *l = list_of(t);
	char *whole = whole_path(t->profile), *path = profile_find(whole);
	struct err e;
	struct profile *p = l ? profile_open(path, &e) : NULL;
	struct typing copy = *t;

	if (p)
		profile_saved(p, l->name, offer_saved, &copy, &e);
	profile_close(p);
	free(whole);
	free(path);
}

struct search {
	const struct typing *typing;
	const char *list;
};

static void
offer_search(void *ctx, const struct saved *s)
{
	const struct search *at = ctx;
	struct buf name = BUF_INIT;

	buf_addf(&name, "%s/%s", at->list, s->name);
	if (strncmp(name.data, at->typing->word, strlen(at->typing->word)) == 0)
		offers_add(at->typing->to, at->typing->front, name.data, s->query);
	buf_free(&name);
}

void
complete_searches(const struct typing *t)
{
	char *whole = whole_path(t->profile), *path = profile_find(whole);
	struct err e;
	struct profile *p = profile_open(path, &e);

	for (size_t i = 0; p != NULL && i < nlists; i++) {
		struct search at = {t, lists[i]->name};

		profile_saved(p, at.list, offer_search, &at, &e);
	}
	profile_close(p);
	free(whole);
	free(path);
}

/* --- queries --------------------------------------------------------------------------------- */

struct query_word {
	const struct typing *typing;
	const char *text; /* what is completed */
	struct buf whole; /* the candidate at hand */
	size_t n;
};

static void
add_query_word(void *ctx, const char *text, const char *help, size_t from, size_t to)
{
	struct query_word *q = ctx;

	buf_clear(&q->whole);
	buf_add(&q->whole, q->text, from);
	buf_adds(&q->whole, text);
	buf_adds(&q->whole, q->text + to);
	offers_add(q->typing->to, q->typing->front, q->whole.data, help);
	q->n++;
}

/* Column of the field whose value ends the text, or which it hangs on; -1: no value, or one that no list of
 * texts has. */
static int
value_column(const struct list *l, const char *text)
{
	struct token t = {.op = OP_NONE}, next;
	struct buf name = BUF_INIT;
	size_t at = 0;
	int field;

	while (lex_token(text, &at, &next))
		t = next;
	if (t.op != OP_IS && t.op != OP_EQ)
		return -1;
	text_fold(&name, text + t.body, t.name_len);
	field = field_find(l, name.data);
	buf_free(&name);
	if (field >= 0 && l->fields[field].via)
		field = field_find(l, l->fields[field].via);
	return field >= 0 && l->fields[field].kind != COL_NUM ? field_col(l, field) : -1;
}

/* A frame with the texts of a column. Those of roles may be computed, so all of it is made. */
static bool
open_texts(struct frame *f, const struct list *l, int col, struct db *db)
{
	struct err why, e;
	struct view v;

	if (l != &list_roles && frame_load_texts(f, list_frame_spec(l), col, db, &why)) {
		list_link(l, f, db);
		return true;
	}
	if (!listview_open(f, &v, l, db, &why, &e))
		return false;
	view_free(&v);
	return true;
}

/* How many there are. */
static size_t
complete_text(const struct typing *t, const struct list *of, const char *text)
{
	const struct list *l = query_list_at(of, text, strlen(text));
	struct query_word q = {.typing = t, .text = text, .whole = BUF_INIT};
	int col = list_frame_spec(l) != NULL ? value_column(l, text) : -1;
	struct db *db = col >= 0 ? open_catalog(t->catalog) : NULL;
	struct frame f;
	bool open = db && open_texts(&f, l, col, db);

	query_complete(l, open ? &f : NULL, text, strlen(text), add_query_word, &q);
	if (open)
		frame_free(&f);
	db_close(db);
	buf_free(&q.whole);
	return q.n;
}

/* field:"data sc: the shell took the quote that was meant for the query. False when the word is no
 * such value. */
static bool
quoted_value(const char *word, struct buf *out)
{
	struct token token;
	size_t at = 0;

	if (strchr(word, '"') || !lex_token(word, &at, &token) || !strpbrk(word, " \t")
	    || token.from > 0 || (token.op != OP_IS && token.op != OP_EQ))
		return false;
	buf_add(out, word, token.value);
	buf_addc(out, '"');
	buf_adds(out, word + token.value);
	return true;
}

void
complete_query(const struct typing *t)
{
	const struct list *l = list_of(t);
	struct buf value = BUF_INIT;

	if (!l || strncmp(t->word, "--", 2) == 0)
		return;
	t->to->open = true;
	if (!quoted_value(t->word, &value) || complete_text(t, l, value.data) == 0)
		complete_text(t, l, t->word);
	buf_free(&value);
}

/* --- keys ------------------------------------------------------------------------------------ */

enum { KEYS_MAX = QUERY_MAX_CANDIDATES }; /* of one kind */

/* Where keys of one kind come from: schema/queries/complete.sql. */
struct key_kind {
	const char *query;
	bool parts;    /* keys are paths: school/program/award */
	bool compared; /* `career compare` takes them */
};

static const struct key_kind key_kinds[] = {
    {"complete_roles", false, true},
    {"complete_programs", true, true},
    {"complete_skills", false, false},
    {"complete_sources", true, false},
    {"complete_terms", false, false},
    {"complete_guide", false, false},
};

struct keys {
	const struct typing *typing;
	struct db *db;
	struct buf typed; /* in lower case, as keys are */
	struct buf from;  /* the first key that may come */
	size_t n;         /* of the kind at hand */
};

/* Rows of a kind from k->from on, at most `limit`, and the last one. NULL: an error. */
static struct stmt *
ask(struct keys *k, const char *query, int64_t limit)
{
	struct err e;
	struct stmt *st = db_query(k->db, query, &e);
	struct buf end = BUF_INIT;

	if (!st)
		return NULL;
	buf_adds(&end, k->typed.data);
	buf_addc(&end, '\177'); /* behind every character of a key */
	stmt_bind_text(st, 1, k->from.data);
	stmt_bind_text(st, 2, end.data);
	stmt_bind_int(st, 3, limit);
	buf_free(&end);
	return st;
}

/* Where too many fit, the last one comes behind the first ones: whoever looks for what all have in
 * common finds it. */
static void
add_key(struct keys *k, const char *key, const char *help)
{
	if (k->n > KEYS_MAX)
		help = "and more before it";
	offers_add(k->typing->to, k->typing->front, key, help);
}

static void
whole_keys(struct keys *k, const char *query)
{
	struct stmt *st = ask(k, query, KEYS_MAX);
	struct err e;

	while (st && stmt_step(st, &e) == 1) {
		k->n++;
		add_key(k, stmt_str(st, 0), stmt_str(st, 1));
	}
	if (st)
		stmt_reset(st);
}

/* Offers the key at hand, or what it has up to the next '/' where the next row has the same; the
 * keys to come stand behind it. */
static void
key_or_part(struct keys *k, struct stmt *st)
{
	struct buf key = BUF_INIT, name = BUF_INIT, group = BUF_INIT;
	struct err e;
	size_t len;
	bool several;

	buf_adds(&key, stmt_str(st, 0));
	buf_adds(&name, stmt_str(st, 1));
	buf_adds(&group, stmt_str(st, 2));
	len = k->typed.len + strcspn(key.data + k->typed.len, "/");
	several = key.data[len] == '/' && stmt_step(st, &e) == 1
	    && strncmp(stmt_str(st, 0), key.data, len + 1) == 0;
	if (several) {
		buf_remove(&key, len + 1, key.len - len - 1);
		k->typing->to->open = true;
	}
	add_key(k, key.data, several ? group.data : name.data);
	buf_clear(&k->from);
	buf_addf(&k->from, "%s%c", key.data, several ? '\177' : '\1');
	buf_free(&key);
	buf_free(&name);
	buf_free(&group);
}

/* False at the end. */
static bool
next_part(struct keys *k, const char *query)
{
	struct err e;
	struct stmt *st = ask(k, query, 2);
	bool found = st && stmt_step(st, &e) == 1;

	if (found && ++k->n <= KEYS_MAX)
		key_or_part(k, st);
	else if (found) /* the last of at most three rows */
		do {
			buf_clear(&k->from);
			buf_adds(&k->from, stmt_str(st, 0));
		} while (stmt_step(st, &e) == 1);
	if (found && k->n > KEYS_MAX)
		add_key(k, k->from.data, "");
	if (st)
		stmt_reset(st);
	return found && k->n <= KEYS_MAX;
}

static void
keys_of(struct keys *k, const struct key_kind *kind)
{
	buf_clear(&k->from);
	buf_adds(&k->from, k->typed.data);
	k->n = 0;
	if (!kind->parts)
		whole_keys(k, kind->query);
	while (kind->parts && next_part(k, kind->query))
		;
}

/* False without a catalog; else keys_close. */
static bool
keys_open(struct keys *k, const struct typing *t)
{
	*k = (struct keys){.typing = t, .db = open_catalog(t->catalog)};
	if (!k->db)
		return false;
	buf_init(&k->typed);
	buf_init(&k->from);
	for (const char *s = t->word; *s; s++)
		buf_addc(&k->typed, *s >= 'A' && *s <= 'Z' ? (char)(*s + 'a' - 'A') : *s);
	return true;
}

static void
keys_close(struct keys *k)
{
	buf_free(&k->typed);
	buf_free(&k->from);
	db_close(k->db);
}

void
complete_keys(const struct typing *t)
{
	struct keys k;

	if (!keys_open(&k, t))
		return;
	for (size_t i = 0; i < sizeof key_kinds / sizeof *key_kinds; i++)
		if (t->verb->takes != TAKES_COMPARED || key_kinds[i].compared)
			keys_of(&k, &key_kinds[i]);
	keys_close(&k);
}

void
complete_sources(const struct typing *t, enum option_kind kind)
{
	static const struct key_kind sources = {"complete_sources", true, false};
	struct buf front = BUF_INIT;
	const char *last = last_of(t, &front);
	struct typing own = *t;
	struct keys k;

	own.front = front.data;
	own.word = last;
	for (int i = 0; i < SOURCE_KINDS; i++) {
		const char *word = source_kind_word((enum source_kind)i);

		if (strncmp(word, last, strlen(last)) == 0)
			offers_add(t->to, front.data, word, "all sources of this kind");
	}
	if (kind == OPTION_SOURCES && keys_open(&k, &own)) {
		keys_of(&k, &sources);
		keys_close(&k);
	}
	t->to->open = true;
	buf_free(&front);
}

void
complete_flips(const struct typing *t)
{
	static const char *const help[FLIP_COUNT] = {
	    [FLIP_YEARLY] = "the price as that of a year",
	    [FLIP_OUT] = "tuition of students of another state",
	    [FLIP_JOB] = "the job as kept, or as left",
	    [FLIP_DEBT] = "the median debt of its graduates is borrowed",
	    [FLIP_TIMING] = "amounts at the start of their year",
	    [FLIP_ACCRUE] = "the loan's interest while studying",
	    [FLIP_HOME] = "an unstated currency as that of the school's country",
	};
	struct buf front = BUF_INIT;
	const char *last = last_of(t, &front);

	for (int i = 0; i < FLIP_COUNT; i++) {
		const char *word = payback_flip_word((enum payback_flip)i);

		if (strncmp(word, last, strlen(last)) == 0)
			offers_add(t->to, front.data, word, help[i]);
	}
	t->to->open = true;
	buf_free(&front);
}

void
complete_factors(const struct typing *t)
{
	struct buf front = BUF_INIT;
	const char *last = last_of(t, &front);
	struct typing own = *t;
	struct keys k;

	own.front = front.data;
	own.word = last;
	if (keys_open(&k, &own)) {
		buf_adds(&k.from, k.typed.data);
		whole_keys(&k, "complete_factors");
		keys_close(&k);
	}
	t->to->open = true;
	buf_free(&front);
}
