/*
 * factor.c - cited multipliers of pay: read, chosen by their keys, put on an interval.
 */
#include "career/model/factor.h"

#include "agree_parts.h"
#include "career/base/text.h"

#include <math.h>
#include <string.h>

bool
factor_counts(const struct factor *f)
{
	return !isnan(f->low);
}

const char *
factor_name(const struct factor *f)
{
	return f->label[0] != '\0'              ? f->label
	    : strcmp(f->kind, "first-job") == 0 ? "first job"
						: f->kind;
}

/* --- reading ------------------------------------------------------------------------------------- */

static struct factor
read_row(struct stmt *st, struct arena *a)
{
	struct factor f = {
	    .id = stmt_int(st, 0),
	    .kind = arena_dup(a, stmt_str(st, 1)),
	    .label = arena_dup(a, stmt_str(st, 2)),
	    .text = arena_dup(a, stmt_str(st, 3)),
	    .low = stmt_num(st, 4),
	    .high = stmt_num(st, 5),
	    .derived = arena_dup(a, stmt_str(st, 6)),
	    .locator = arena_dup(a, stmt_str(st, 7)),
	    .words = arena_dup(a, stmt_str(st, 8)),
	    .borrowed = stmt_int(st, 10) == 0,
	};

	f.low = isnan(f.low) ? f.high : f.low;
	f.high = isnan(f.high) ? f.low : f.high;
	return f;
}

static const char *
source_name(const struct factor *f)
{
	const char *slash = strrchr(f->source->key, '/');

	return slash != NULL ? slash + 1 : f->source->key;
}

/* How many of its kind there are that can be chosen like it, or cannot; and before it of its source. */
static size_t
count_kind(const struct factors *fs, const struct factor *f, size_t *before)
{
	size_t n = 0;

	*before = 0;
	for (size_t i = 0; i < fs->n; i++) {
		const struct factor *at = &fs->f[i];

		if (strcmp(at->kind, f->kind) != 0 || factor_counts(at) != factor_counts(f))
			continue;
		n++;
		*before += at < f && at->source == f->source;
	}
	return n;
}

/* One without a number never has the short key. */
static void
make_keys(struct factors *fs, struct arena *a)
{
	for (size_t i = 0; i < fs->n; i++) {
		struct factor *f = &fs->f[i];
		size_t before, n = count_kind(fs, f, &before);

		if (n == 1 && factor_counts(f))
			f->key = f->kind;
		else if (before == 0 && factor_counts(f))
			f->key = arena_printf(a, "%s@%s", f->kind, source_name(f));
		else
			f->key = arena_printf(a, "%s@%s-%zu", f->kind, source_name(f), before + 2);
	}
}

bool
factors_load(struct factors *out, struct db *db, const struct sources *src, int64_t role,
    struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "role_factors", e);
	size_t cap = 0;
	int step = -1;

	*out = (struct factors){NULL, 0};
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	while ((step = stmt_step(st, e)) == 1) {
		if (out->n == cap) {
			struct factor *more = arena_alloc(a, (2 * cap + 16) * sizeof *more);

			if (out->n > 0)
				memcpy(more, out->f, out->n * sizeof *more);
			out->f = more;
			cap = 2 * cap + 16;
		}
		out->f[out->n] = read_row(st, a);
		out->f[out->n++].source = sources_by_id(src, stmt_int(st, 9));
	}
	stmt_reset(st);
	if (step < 0)
		return false;
	make_keys(out, a);
	return true;
}

/* --- choosing ------------------------------------------------------------------------------------ */

/* "place@aigraduate-ml" also of one whose key is "place". */
static bool
names(const struct factor *f, const char *key, size_t len)
{
	size_t kind = strlen(f->kind);

	if (strlen(f->key) == len && strncmp(f->key, key, len) == 0)
		return true;
	return strcmp(f->key, f->kind) == 0 && len > kind && strncmp(key, f->kind, kind) == 0
	    && key[kind] == '@' && strlen(source_name(f)) == len - kind - 1
	    && strncmp(source_name(f), key + kind + 1, len - kind - 1) == 0;
}

static int
find_key(const struct factors *fs, const char *key, size_t len)
{
	for (size_t i = 0; i < fs->n; i++)
		if (names(&fs->f[i], key, len))
			return (int)i;
	return -1;
}

int
factor_find(const struct factors *fs, const char *key)
{
	return find_key(fs, key, strlen(key));
}

/* The next word between commas and blanks at *s, which moves behind it; its length, 0 at the end. */
static size_t
next_key(const char **s, const char **key)
{
	size_t len;

	*s += strspn(*s, ", ");
	*key = *s;
	len = strcspn(*s, ", ");
	*s += len;
	return len;
}

/* The chosen one of the same kind, -1 none. */
static int
same_kind(const struct factor_choice *c, const struct factor *f)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->f[i]->kind, f->kind) == 0)
			return (int)i;
	return -1;
}

static void
sort_choice(struct factor_choice *c)
{
	for (size_t i = 1; i < c->n; i++)
		for (size_t k = i; k > 0 && c->f[k] < c->f[k - 1]; k--) {
			const struct factor *t = c->f[k];

			c->f[k] = c->f[k - 1];
			c->f[k - 1] = t;
		}
}

/* A kind that several sources have numbers of. */
static bool
is_kind(const struct factors *fs, const char *word)
{
	for (size_t i = 0; i < fs->n; i++)
		if (factor_counts(&fs->f[i]) && strcmp(fs->f[i].kind, word) == 0)
			return true;
	return false;
}

static bool
refuse(const struct factors *fs, const char *word, struct err *e)
{
	enum { NAMES = 64 };
	const char *keys[NAMES] = {NULL}, *near;
	struct buf all = BUF_INIT;
	bool kind = is_kind(fs, word);
	size_t n = 0;

	for (size_t i = 0; i < fs->n && n < NAMES; i++)
		if (factor_counts(&fs->f[i]) && (!kind || strcmp(fs->f[i].kind, word) == 0)) {
			buf_addf(&all, "%s%s", n > 0 ? ", " : "", fs->f[i].key);
			keys[n++] = fs->f[i].key;
		}
	near = text_nearest(word, keys, n);
	if (n == 0)
		err_set(e, ERR_USAGE, "no source states a number that moves the pay of this role");
	else if (kind)
		err_set(e, ERR_USAGE, "several sources state '%s': say which: %s", word, all.data);
	else if (near != NULL)
		err_set(e, ERR_USAGE, "no factor '%s' moves this pay: is it '%s'? There are %s",
		    word, near, all.data);
	else
		err_set(
		    e, ERR_USAGE, "no factor '%s' moves this pay: there are %s", word, all.data);
	buf_free(&all);
	return false;
}

static bool
refuse_unknown(const struct factors *fs, const char *key, size_t len, struct err *e)
{
	struct buf word = BUF_INIT;

	buf_add(&word, key, len);
	refuse(fs, word.data, e);
	buf_free(&word);
	return false;
}

bool
factor_choose(struct factor_choice *out, const struct factors *fs, const char *keys, struct err *e)
{
	const char *key;
	size_t len;

	out->n = 0;
	while (keys != NULL && (len = next_key(&keys, &key)) > 0) {
		int at = find_key(fs, key, len), other;

		if (at < 0)
			return refuse_unknown(fs, key, len, e);
		if (!factor_counts(&fs->f[at]))
			return err_set(e, ERR_USAGE,
			    "'%s' has no number: %s does not say how much more it pays",
			    fs->f[at].key, fs->f[at].source->short_name);
		other = same_kind(out, &fs->f[at]);
		if (other >= 0 && out->f[other] != &fs->f[at])
			return err_set(e, ERR_USAGE,
			    "'%s' and '%s' are of one kind: only one of them can count",
			    out->f[other]->key, fs->f[at].key);
		if (other < 0 && out->n == FACTORS_CHOSEN)
			return err_set(
			    e, ERR_USAGE, "at most %d factors go together", FACTORS_CHOSEN);
		if (other < 0)
			out->f[out->n++] = &fs->f[at];
	}
	sort_choice(out);
	return true;
}

size_t
factor_keep(struct factor_choice *out, const struct factors *fs, const char *keys)
{
	const char *key;
	size_t len, passed = 0;

	out->n = 0;
	while (keys != NULL && (len = next_key(&keys, &key)) > 0) {
		int at = find_key(fs, key, len), other = -1;

		if (at >= 0 && factor_counts(&fs->f[at]))
			other = same_kind(out, &fs->f[at]);
		if (other >= 0)
			out->f[other] = &fs->f[at];
		else if (at >= 0 && factor_counts(&fs->f[at]) && out->n < FACTORS_CHOSEN)
			out->f[out->n++] = &fs->f[at];
		else
			passed++;
	}
	sort_choice(out);
	return passed;
}

void
factor_toggle(const struct factor_choice *c, const struct factors *fs, const struct factor *f,
    struct buf *out)
{
	const char *sep = "";

	for (size_t i = 0; i < fs->n; i++) {
		const struct factor *at = &fs->f[i];
		int kind = same_kind(c, at);
		bool chosen = kind >= 0 && c->f[kind] == at, same = strcmp(at->kind, f->kind) == 0;

		if (at == f ? chosen : !chosen || same)
			continue;
		buf_addf(out, "%s%s", sep, at->key);
		sep = ",";
	}
}

/* --- putting on ---------------------------------------------------------------------------------- */

const char *
factor_unfit(const struct factor *f, enum level level, const char *place, const char *employer)
{
	static const struct {
		const char *kind, *why;
		bool level, place, employer;
	} rules[] = {
	    {"experience", "holds against a first job", true, false, false},
	    {"first-job", "holds against a first job", true, false, false},
	    {"place", "is not put on pay of one place", false, true, false},
	    {"industry", "is not put on pay of one kind of employer", false, false, true},
	    {"employer", "is not put on pay of one kind of employer", false, false, true},
	};

	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (strcmp(rules[i].kind, f->kind) == 0
		    && ((rules[i].level && level != LEVEL_ENTRY)
			|| (rules[i].place && place[0] != '\0')
			|| (rules[i].employer && employer[0] != '\0')))
			return rules[i].why;
	return NULL;
}

void
factor_unfit_says(const struct factor_choice *c, enum level level, const char *place,
    const char *employer, struct buf *out)
{
	const char *sep = "";

	for (size_t i = 0; i < c->n; i++) {
		const char *why = factor_unfit(c->f[i], level, place, employer);

		if (why == NULL)
			continue;
		buf_addf(out, "%s%s %s", sep, factor_name(c->f[i]), why);
		sep = "; ";
	}
}

void
factor_fitting(struct factor_choice *out, const struct factor_choice *c, const struct figure *f,
    enum level level)
{
	const char *place = strcmp(f->place, "US") == 0 ? "" : f->place;

	out->n = 0;
	for (size_t i = 0; i < c->n; i++)
		if (factor_unfit(c->f[i], level, place, agree_employer(f)) == NULL)
			out->f[out->n++] = c->f[i];
}

void
factor_product(const struct factor_choice *c, double *low, double *high)
{
	*low = *high = 1;
	for (size_t i = 0; i < c->n; i++) {
		*low *= c->f[i]->low;
		*high *= c->f[i]->high;
	}
}

void
factor_apply(const struct factor_choice *c, double *lo, double *hi)
{
	double low, high;

	factor_product(c, &low, &high);
	*lo *= low;
	*hi *= high;
}

void
factor_times(const struct factor *f, struct buf *out)
{
	if (!factor_counts(f))
		return;
	buf_addf(out, "x %.3g", f->low);
	if (f->low < f->high)
		buf_addf(out, "-%.3g", f->high);
}

void
factor_says(const struct factor_choice *c, struct buf *out)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct factor *f = c->f[i];

		buf_adds(out, i > 0 ? "; " : "");
		factor_times(f, out);
		buf_addf(out, ", %s (%s%s)", factor_name(f), f->source->short_name,
		    f->derived[0] != '\0' ? ", our sum" : "");
	}
}
