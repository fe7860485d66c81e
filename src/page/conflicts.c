/* conflicts.c - the page of contradictions. */
#include "career/page/conflicts.h"

#include "career/base/text.h"
#include "conflicts_draw.h"
#include "say.h"

#include <stdlib.h>
#include <string.h>

/* Where the headline of a kind leads on its role's page, and the term of the glossary for it. */
static const struct {
	const char *section, *term;
} kinds[CONFLICT_KINDS] = {
    [CONFLICT_PAY] = {"pay", "no-common-range"},
    [CONFLICT_PAY_TWICE] = {"pay", "pay"},
    [CONFLICT_CARD] = {"pay", "card"},
    [CONFLICT_GROWTH] = {"growth", "growth"},
    [CONFLICT_ALIKE] = {"growth", "growth"},
    [CONFLICT_REQUIREMENT] = {"break in", "requirement"},
    [CONFLICT_TIER] = {"skills", "tier"},
    [CONFLICT_LEVEL] = {NULL, "level"},
    [CONFLICT_LISTING] = {"programs", "listing"},
    [CONFLICT_PRICE] = {NULL, "price"},
    [CONFLICT_STANCE] = {NULL, "stance"},
};

/* The text begins a line. */
static void
capitalize(struct buf *b)
{
	if (b->len > 0 && b->data[0] >= 'a' && b->data[0] <= 'z')
		b->data[0] = (char)(b->data[0] - 'a' + 'A');
}

/* --- how many ----------------------------------------------------------------------------------- */

/* Kinds by their strongest contradiction; how many there are. */
static size_t
order_kinds(const struct conflicts *all, enum conflict_kind *kind)
{
	bool seen[CONFLICT_KINDS] = {false};
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (!seen[all->c[i].kind]) {
			seen[all->c[i].kind] = true;
			kind[n++] = all->c[i].kind;
		}
	return n;
}

static size_t
count_within(const struct conflicts *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->c[i].within;
	return n;
}

static size_t
count_sources(const struct conflicts *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < all->c[i].nsides; k++) {
			const struct source *s = all->c[i].side[k].source;
			bool first = true;

			for (size_t m = 0; m <= i && first; m++)
				for (size_t o = 0; o < (m < i ? all->c[m].nsides : k) && first; o++)
					first = all->c[m].side[o].source != s;
			n += first;
		}
	return n;
}

/* "28 contradictions in what 5 sources say; in 9 of them one source contradicts itself." */
static void
say_total(struct conflicts_draw *d)
{
	size_t within = count_within(d->all), sources = count_sources(d->all);
	struct buf b = BUF_INIT;

	if (d->o->title != NULL)
		buf_addf(&b, "%s: ", d->o->title);
	say_count(&b, (int64_t)d->all->n, "contradiction");
	if (within < d->all->n)
		buf_addf(&b, " in what %zu sources say", sources);
	if (within == 1 && d->all->n == 1)
		buf_adds(&b, ": one source contradicts itself");
	else if (within == d->all->n)
		buf_adds(&b, "; in each of them one source contradicts itself");
	else if (within > 0)
		buf_addf(&b, "; in %zu of them one source contradicts itself", within);
	buf_addc(&b, '.');
	page_wrap(d->p, 0, STYLE_VALUE, b.data);
	page_anchor(d->p, ANCHOR_TERM, "contradiction");
	buf_free(&b);
}

/* "pay 2, growth 2, ..." */
static void
say_counts(struct conflicts_draw *d, const enum conflict_kind *kind, size_t n)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < n; i++)
		buf_addf(&b, "%s%s %zu", i > 0 ? ", " : "",
		    d->says == CONFLICTS_SAYS_NARROW ? conflict_word(kind[i])
						     : conflict_says(kind[i]),
		    d->all->count[kind[i]]);
	page_wrap(d->p, 0, STYLE_NOTE, b.data);
	buf_free(&b);
}

static bool
of_role(const struct conflict *c)
{
	return c->kind != CONFLICT_LEVEL && c->kind != CONFLICT_PRICE;
}

struct told {
	const char *about, *title;
	size_t n;
};

/* Most first; of equals the one whose contradiction is the strongest stays in front. */
static void
count_role(struct told *t, size_t *n, const struct conflict *c)
{
	size_t at = 0;

	while (at < *n && strcmp(t[at].about, c->about) != 0)
		at++;
	if (at == *n)
		t[(*n)++] = (struct told){c->about, c->title, 0};
	t[at].n++;
	for (; at > 0 && t[at - 1].n < t[at].n; at--) {
		struct told was = t[at - 1];

		t[at - 1] = t[at];
		t[at] = was;
	}
}

/* "Machine Learning Engineer 21, Machine Learning 4, ...": where those of all roles are shown. */
static void
say_roles(struct conflicts_draw *d)
{
	struct told *t = mem_zero(d->all->n + 1, sizeof *t);
	struct buf b = BUF_INIT;
	size_t n = 0;

	for (size_t i = 0; i < d->all->n; i++)
		if (of_role(&d->all->c[i]))
			count_role(t, &n, &d->all->c[i]);
	for (size_t i = 0; i < n; i++)
		buf_addf(&b, "%s%s %zu", i > 0 ? ", " : "", t[i].title, t[i].n);
	page_wrap(d->p, 0, STYLE_NOTE, b.data);
	buf_free(&b);
	free(t);
}

/* --- one contradiction --------------------------------------------------------------------------- */

/* To the section of the role's page; of a stance to everything that is said on its question. */
static void
lead_on(struct conflicts_draw *d, const struct conflict *c)
{
	struct buf b = BUF_INIT;

	if (c->kind == CONFLICT_STANCE) {
		buf_addf(&b, "guide kind:stance role:%s topic:", c->about);
		text_slug(&b, c->topic);
		page_anchor(d->p, ANCHOR_QUERY, b.data);
	} else if (kinds[c->kind].section != NULL && c->about[0] != '\0') {
		buf_addf(&b, "role-section %s %s", c->about, kinds[c->kind].section);
		page_anchor(d->p, ANCHOR_COMMAND, b.data);
	}
	buf_free(&b);
}

/* "Data Scientist, first job: no common range, at least $20.2K apart" */
static void
say_head(struct conflicts_draw *d, const struct conflict *c)
{
	bool other = d->o->slug == NULL || strcmp(d->o->slug, c->about) != 0;
	struct buf b = BUF_INIT;

	if (other && strcmp(c->title, c->topic) != 0)
		buf_addf(&b, "%s, ", c->title);
	buf_adds(&b, c->topic);
	capitalize(&b);
	if (c->differs[0] != '\0')
		buf_addf(&b, ": %s", c->differs);
	page_line(d->p);
	page_add(d->p, STYLE_WARN, "! ");
	page_join(d->p, CONFLICTS_LABEL, STYLE_WARN, b.data);
	if (c->loosely != 0)
		page_join(d->p, CONFLICTS_LABEL, STYLE_NEAR, " ~loosely");
	lead_on(d, c);
	page_anchor(d->p, ANCHOR_TERM, kinds[c->kind].term);
	if (c->loosely != 0)
		page_anchor(d->p, ANCHOR_TERM, "loosely-comparable");
	buf_free(&b);
}

static void
say_why(struct conflicts_draw *d, const struct conflict *c)
{
	if (c->why[0] == '\0')
		return;
	page_line(d->p);
	page_to(d->p, CONFLICTS_LABEL);
	page_add(d->p, STYLE_LABEL, d->says == CONFLICTS_SAYS_NARROW ? "why: " : "why");
	page_to(d->p, d->says);
	page_join(d->p, d->says, STYLE_NOTE, c->why);
}

static void
say_conflict(struct conflicts_draw *d, const struct conflict *c)
{
	say_head(d, c);
	conflicts_say_sides(d, c);
	say_why(d, c);
}

/* --- all -------------------------------------------------------------------------------------------- */

static void
say_group(struct conflicts_draw *d, enum conflict_kind k)
{
	struct buf b = BUF_INIT;
	bool first = true;

	page_blank(d->p);
	buf_addf(&b, "%s (%zu)", conflict_says(k), d->all->count[k]);
	capitalize(&b);
	page_heading(d->p, b.data, kinds[k].term);
	for (size_t i = 0; i < d->all->n; i++) {
		if (d->all->c[i].kind != k)
			continue;
		if (!first)
			page_blank(d->p);
		say_conflict(d, &d->all->c[i]);
		first = false;
	}
	buf_free(&b);
}

static void
say_none(struct conflicts_draw *d)
{
	if (d->o->title != NULL)
		page_wrapf(d->p, 0, STYLE_VALUE,
		    "%s: no rule finds a contradiction in what sources say.", d->o->title);
	else
		page_wrap(
		    d->p, 0, STYLE_VALUE, "No rule finds a contradiction in what sources say.");
	page_anchor(d->p, ANCHOR_TERM, "contradiction");
	page_wrap(d->p, 0, STYLE_NOTE,
	    "That may be because few of them speak of the same; only what can be compared is held against "
	    "each other.");
	if (d->o->slug == NULL || !d->p->opts.screen)
		return;
	page_blank(d->p);
	page_wrap(d->p, 0, STYLE_LINK, "Where they contradict each other about other roles: Enter");
	page_anchor(d->p, ANCHOR_COMMAND, "conflicts-all");
}

void
page_conflicts(struct page *p, const struct conflicts *all, const struct conflicts_opts *o)
{
	struct conflicts_draw d = {.p = p, .all = all, .o = o};
	enum conflict_kind kind[CONFLICT_KINDS];
	size_t n = order_kinds(all, kind);

	d.says = p->opts.width >= CONFLICTS_NARROW ? CONFLICTS_SAYS : CONFLICTS_SAYS_NARROW;
	if (n == 0) {
		say_none(&d);
		return;
	}
	say_total(&d);
	say_counts(&d, kind, n);
	if (o->slug == NULL)
		say_roles(&d);
	for (size_t i = 0; i < n; i++)
		say_group(&d, kind[i]);
}
