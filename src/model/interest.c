/*
 * interest.c - the items, and what their answers come to.
 */
#include "career/model/interest.h"

#include "career/base/embedded.h"
#include "career/base/yaml.h"
#include "career/base/yaml_check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#define BUILT_IN "data/interests.yaml"

const char interest_letters[INTEREST_KINDS + 1] = "RIASEC";

enum {
	EACH = INTEREST_ITEMS / INTEREST_KINDS,
	ENOUGH = 20,
	ENOUGH_OF_KIND = 3,
};

/* Of answers from 1 to 5: a fifth of the scale. */
static const double LEAST_SPAN = 0.8;

/* --- the file -------------------------------------------------------------------------------- */

struct file {
	struct yaml_doc doc;
	struct interest_items *out;
	struct arena *a;
	struct err *e;
};

static bool
wrong(const struct file *f, const struct ynode *n, const char *what)
{
	return yaml_fail(f->e, (struct yaml_place){f->doc.name, n->line, n->column}, "%s", what);
}

static bool
take_text(const struct file *f, const struct ynode *n, const char **to)
{
	if (n == NULL || n->kind != Y_SCALAR || n->len == 0 || ynode_is_null(n))
		return wrong(f, n != NULL ? n : f->doc.root, "a text was expected");
	*to = arena_ndup(f->a, n->text, n->len);
	return true;
}

static bool
take_kinds(const struct file *f, const struct ynode *map)
{
	const struct ynode *n = map != NULL && map->kind == Y_MAP ? map->child : NULL;
	size_t i = 0;

	for (; n != NULL && i < INTEREST_KINDS; n = n->next, i++) {
		const char letter[2] = {interest_letters[i], '\0'};
		const struct ynode *name = ynode_get(n, "name"), *says = ynode_get(n, "says");

		if (strcmp(n->key, letter) != 0 || name == NULL || says == NULL || n->count != 2)
			break;
		if (!take_text(f, name, &f->out->kind[i]) || !take_text(f, says, &f->out->says[i]))
			return false;
	}
	return (i == INTEREST_KINDS && n == NULL)
	    || wrong(f, n != NULL ? n : f->doc.root,
		"the kinds R, I, A, S, E, C were expected in this order, each with name and says");
}

static int
kind_of(const char *key)
{
	const char *at = strlen(key) == 2 && key[1] >= '1' && key[1] < '1' + EACH
	    ? strchr("riasec", key[0])
	    : NULL;

	return at != NULL ? (int)(at - "riasec") : -1;
}

static bool
take_items(const struct file *f, const struct ynode *map)
{
	struct interest_items *out = f->out;

	if (map == NULL || map->kind != Y_MAP || map->count != INTEREST_ITEMS)
		return wrong(f, map != NULL ? map : f->doc.root,
		    "24 items were expected, four a kind: `r1: ...`");
	for (const struct ynode *n = map->child; n != NULL; n = n->next) {
		struct interest_item *item = &out->item[out->n++];

		/* A key stands once in a map: 24 of these are all of them. */
		item->kind = kind_of(n->key);
		if (item->kind < 0)
			return wrong(f, n, "an item's key is its kind and a number: r1 .. c4");
		item->key = arena_dup(f->a, n->key);
		if (!take_text(f, n, &item->text))
			return false;
	}
	return true;
}

bool
interest_items_read(
    struct interest_items *out, const char *name, const char *bytes, struct arena *a, struct err *e)
{
	struct file f = {.out = out, .a = a, .e = e};
	bool ok;

	*out = (struct interest_items){.n = 0};
	ok = yaml_read_bytes(&f.doc, name, bytes, strlen(bytes), &yaml_limits_config, e);
	if (ok && f.doc.root == NULL)
		ok = err_set(
		    e, ERR_DATA, "%s: it is empty; `kinds:` and `items:` were expected", name);
	else if (ok)
		ok = take_kinds(&f, ynode_get(f.doc.root, "kinds"))
		    && take_items(&f, ynode_get(f.doc.root, "items"));
	if (!ok)
		e->code = ERR_DATA;
	yaml_doc_free(&f.doc);
	return ok;
}

bool
interest_items(struct interest_items *out, struct arena *a, struct err *e)
{
	return interest_items_read(out, BUILT_IN, embedded_text(BUILT_IN), a, e);
}

size_t
interest_item(const struct interest_items *items, const char *key)
{
	size_t i = 0;

	while (i < items->n && strcasecmp(items->item[i].key, key) != 0)
		i++;
	return i;
}

/* --- scores ---------------------------------------------------------------------------------- */

/* How many of a kind are answered; their mean into *score. */
static int
settle_kind(const struct interests *of, int kind, double *score)
{
	int n = 0, sum = 0;

	for (size_t i = 0; i < INTEREST_ITEMS; i++)
		if (of->kind[i] == kind && of->answer[i] > 0) {
			n++;
			sum += of->answer[i];
		}
	*score = n > 0 ? (double)sum / n : NAN;
	return n;
}

static void
doubt(struct interests *of, const struct interest_items *items, const int count[INTEREST_KINDS])
{
	double least = INFINITY, most = -INFINITY;
	int few = -1;

	for (int k = INTEREST_KINDS; k-- > 0;) {
		few = count[k] < ENOUGH_OF_KIND ? k : few;
		least = fmin(least, of->score[k]);
		most = fmax(most, of->score[k]);
	}
	of->why_low[0] = '\0';
	if (of->answered < ENOUGH)
		snprintf(of->why_low, sizeof of->why_low, "%zu of %d answered, fewer than %d",
		    of->answered, INTEREST_ITEMS, ENOUGH);
	else if (few >= 0)
		snprintf(of->why_low, sizeof of->why_low, "%d of %d answered of the kind %.30s",
		    count[few], EACH, items->kind[few]);
	else if (most - least < LEAST_SPAN - 1e-9)
		snprintf(of->why_low, sizeof of->why_low,
		    "your six kinds lie within %.2g of one another, on a scale from 1 to 5",
		    most - least);
	of->low = of->why_low[0] != '\0';
}

void
interests_settle(struct interests *of, const struct interest_items *items)
{
	int count[INTEREST_KINDS] = {0};

	of->answered = 0;
	of->whole = true;
	for (size_t i = 0; i < INTEREST_ITEMS; i++) {
		of->kind[i] = items->item[i].kind;
		of->answered += of->answer[i] > 0;
	}
	for (int k = 0; k < INTEREST_KINDS; k++) {
		count[k] = settle_kind(of, k, &of->score[k]);
		of->whole = of->whole && count[k] > 0;
	}
	doubt(of, items, count);
}

struct reading {
	struct interests *out;
	const struct interest_items *items;
};

/* An answer to an item that is no more counts for nothing. */
static void
take_answer(void *ctx, const char *key, int value)
{
	struct reading *r = ctx;
	size_t i = interest_item(r->items, key);

	if (i < r->items->n && value >= 1 && value <= INTEREST_MOST)
		r->out->answer[i] = value;
}

bool
interests_read(
    struct interests *out, const struct interest_items *items, struct profile *p, struct err *e)
{
	struct reading r;

	*out = (struct interests){.answered = 0};
	r = (struct reading){out, items};
	if (p != NULL && !profile_answers(p, take_answer, &r, e))
		return false;
	interests_settle(out, items);
	return true;
}

/* --- likeness -------------------------------------------------------------------------------- */

double
interest_pearson(const double *x, const double *y, size_t n)
{
	double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;

	for (size_t i = 0; i < n; i++) {
		mx += x[i] / (double)n;
		my += y[i] / (double)n;
	}
	for (size_t i = 0; i < n; i++) {
		xy += (x[i] - mx) * (y[i] - my);
		xx += (x[i] - mx) * (x[i] - mx);
		yy += (y[i] - my) * (y[i] - my);
	}
	/* Also where a value is NAN. */
	if (!(xx > 1e-12 && yy > 1e-12))
		return NAN;
	return fmax(-1, fmin(1, xy / sqrt(xx * yy)));
}
