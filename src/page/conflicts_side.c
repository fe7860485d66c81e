/* conflicts_side.c - what the sides of a contradiction say, who says it, and all of it on one axis. */
#include "conflicts_draw.h"

#include "career/base/text.h"
#include "career/page/chart.h"
#include "say.h"

#include <math.h>
#include <string.h>

enum {
	ALIGNED = 34,     /* longer statements have their source behind them, not in a column */
	PICTURE_MIN = 12, /* cells of the picture beside them */
	PICTURE_MAX = 40,
};

static bool
same_words(const struct conflict_side *a, const struct conflict_side *b)
{
	return a->side == b->side && a->source == b->source && strcmp(a->text, b->text) == 0;
}

/* How often a source says so there; 0: it was said above. */
static size_t
times_said(const struct conflict *c, size_t at)
{
	size_t n = 1;

	for (size_t i = 0; i < at; i++)
		if (same_words(&c->side[i], &c->side[at]))
			return 0;
	for (size_t i = at + 1; i < c->nsides; i++)
		n += same_words(&c->side[i], &c->side[at]);
	return n;
}

/* "Bouchrika 2026, 2 times" */
static void
who_says(struct buf *b, const struct conflict *c, size_t at)
{
	size_t times = times_said(c, at);

	buf_adds(b, c->side[at].source->short_name);
	if (times > 1)
		buf_addf(b, ", %zu times", times);
}

static int
safe_width(const struct conflicts_draw *d, const char *text)
{
	struct buf safe = BUF_INIT;
	int w;

	text_safes(&safe, text, d->p->opts.ascii);
	w = text_width(safe.data);
	buf_free(&safe);
	return w;
}

/* How the sides of a contradiction stand beside one another. */
struct columns {
	int source;       /* behind the longest statement; 0 when one is too long for that */
	int picture;      /* behind the longest source; 0: none */
	struct axis axis; /* of the picture */
};

/* All statements on one axis, when all can be measured and there is room. */
static void
place_picture(struct conflicts_draw *d, const struct conflict *c, struct columns *at, int from)
{
	int room = d->p->opts.width - from - 1;
	double lo = c->side[0].lo, hi = c->side[0].hi;

	for (size_t i = 0; i < c->nsides; i++) {
		if (!c->side[i].measured)
			return;
		lo = c->side[i].lo < lo ? c->side[i].lo : lo;
		hi = c->side[i].hi > hi ? c->side[i].hi : hi;
	}
	if (room < PICTURE_MIN || d->p->opts.plain || !(hi > lo))
		return;
	at->picture = from;
	axis_make(&at->axis, lo, hi, room < PICTURE_MAX ? room : PICTURE_MAX);
}

static struct columns
place_columns(struct conflicts_draw *d, const struct conflict *c)
{
	struct columns at = {.source = 0};
	int text = 0, who = 0;

	for (size_t i = 0; i < c->nsides; i++) {
		struct buf b = BUF_INIT;
		int w = safe_width(d, c->side[i].text);

		text = w > text ? w : text;
		who_says(&b, c, i);
		w = safe_width(d, b.data);
		who = w > who ? w : who;
		buf_free(&b);
	}
	if (text > ALIGNED || d->p->opts.width < CONFLICTS_NARROW)
		return at;
	at.source = d->says + text + 2;
	place_picture(d, c, &at, at.source + who + 2);
	return at;
}

static void
draw_side(struct conflicts_draw *d, const struct conflict_side *s, const struct columns *at)
{
	struct mark m = {.lo = s->lo,
	    .hi = s->hi,
	    .whisk_lo = NAN,
	    .whisk_hi = NAN,
	    .mid = NAN,
	    .open_lo = s->open_lo,
	    .open_hi = s->open_hi};

	if (at->picture == 0)
		return;
	page_to(d->p, at->picture);
	chart_mark(d->p, &at->axis, &m);
}

/* What stands in front of the first statement of a side; "" of the others. */
static const char *
side_label(const struct conflict *c, size_t at)
{
	bool begins = at == 0 || c->side[at - 1].side != c->side[at].side;

	if (!begins)
		return "";
	if (c->kind == CONFLICT_CARD)
		return at == 0 ? "card" : "text";
	if (at == 0)
		return c->kind == CONFLICT_LISTING ? "claims" : "";
	return c->side[at - 1].side == c->side[0].side ? "against" : "and";
}

/* On a narrow page the label has a line of its own. */
static void
begin_side(struct conflicts_draw *d, const char *label)
{
	page_line(d->p);
	if (label[0] != '\0') {
		page_to(d->p, CONFLICTS_LABEL);
		page_add(d->p, STYLE_LABEL, label);
	}
	if (label[0] != '\0' && d->says == CONFLICTS_SAYS_NARROW)
		page_line(d->p);
	page_to(d->p, d->says);
}

static void
say_side(struct conflicts_draw *d, const struct conflict *c, size_t at, const struct columns *to)
{
	const struct conflict_side *s = &c->side[at];
	struct buf b = BUF_INIT;

	if (times_said(c, at) == 0)
		return;
	begin_side(d, side_label(c, at));
	page_join(d->p, d->says, STYLE_TEXT, s->text);
	if (to->source > 0)
		page_to(d->p, to->source);
	buf_adds(&b, to->source > 0 ? "" : " (");
	who_says(&b, c, at);
	buf_adds(&b, to->source > 0 ? "" : ")");
	page_join(d->p, d->says, STYLE_NOTE, b.data);
	draw_side(d, s, to);
	if (strcmp(s->table, "figure") == 0)
		page_anchor_id(d->p, ANCHOR_FIGURE, s->id);
	else
		say_fact_anchor(d->p, s->table, s->id);
	page_anchor(d->p, ANCHOR_SOURCE, s->source->key);
	buf_free(&b);
}

void
conflicts_say_sides(struct conflicts_draw *d, const struct conflict *c)
{
	const struct columns to = place_columns(d, c);

	for (size_t i = 0; i < c->nsides; i++)
		say_side(d, c, i, &to);
}
