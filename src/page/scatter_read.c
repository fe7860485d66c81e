/*
 * scatter_read.c - what the rows of a view state of two numbers, and who does not state them.
 */
#include "scatter_parts.h"

#include <stdlib.h>
#include <string.h>

#define LEN(a) (sizeof(a) / sizeof *(a))

enum { ENOUGH = 20 }; /* rows that make a picture worth showing first */

/* --- rows ------------------------------------------------------------------------------------- */

/* Columns of the axes and of the currency that amounts on them are in. */
struct columns {
	const struct frame *f;
	int x, y, guard;
	const char *home; /* the other axis is in this currency, whatever the row says; or NULL */
};

static const char *
guard_of(const struct list *l, int field)
{
	return field >= 0 ? l->fields[field].guard : NULL;
}

static bool
is_money(const struct list *l, int field)
{
	return field >= 0 && l->fields[field].unit == UNIT_MONEY;
}

static void
columns_of(const struct view *v, struct scatter_axes axes, struct columns *c)
{
	const struct list *l = v->list;
	const char *guard = guard_of(l, axes.x) ? guard_of(l, axes.x) : guard_of(l, axes.y);

	c->f = v->frame;
	c->x = field_col(l, axes.x);
	c->y = axes.y >= 0 ? field_col(l, axes.y) : -1;
	c->guard = guard ? field_col(l, field_find(l, guard)) : -1;
	c->home = (is_money(l, axes.x) && !guard_of(l, axes.x))
		|| (is_money(l, axes.y) && !guard_of(l, axes.y))
	    ? "USD"
	    : NULL;
}

/* Whether the row states what is drawn. */
static bool
read_row(const struct columns *c, uint32_t row, struct scatter_point *p)
{
	p->row = row;
	p->y = c->y >= 0 ? frame_num(c->f, c->y, row) : 0;
	p->x = frame_is_missing(p->y) ? FRAME_MISSING : frame_num(c->f, c->x, row);
	return !frame_is_missing(p->y) && !frame_is_missing(p->x);
}

/* The first picture that enough rows state, else the one that most do; of one number only where two have no two rows. */
static struct scatter_axes
choose(const struct view *v)
{
	struct scatter_axes best = {SCATTER_NONE, SCATTER_NONE}, axes;
	uint32_t most = 0;

	for (size_t i = 0; scatter_offer(v->list, i, &axes); i++) {
		struct scatter_point p;
		struct columns c;
		uint32_t n = 0;

		if (axes.y < 0 && best.y >= 0 && most > 1)
			break;
		columns_of(v, axes, &c);
		for (uint32_t k = 0; k < v->nrows && n < ENOUGH; k++)
			n += read_row(&c, v->rows[k], &p);
		if (best.x == SCATTER_NONE || n > most)
			best = axes;
		most = n > most ? n : most;
		if (n >= ENOUGH)
			break;
	}
	return best;
}

static void
count_left(struct scatter *s, int field, int32_t value)
{
	enum missing why = (enum missing)(value - FRAME_MISSING);
	size_t i = 0;

	if (why >= MISSING_KINDS)
		why = MISSING_NOT_STATED;
	while (i < s->nleft && (s->left[i].field != field || s->left[i].why != why))
		i++;
	if (i == s->nleft)
		s->left[s->nleft++] = (struct scatter_left){field, why, 0};
	s->left[i].n++;
}

static void
read_points(struct scatter *s, const struct columns *c)
{
	const struct view *v = s->view;

	s->point = mem_reserve(s->point, &s->cap, (size_t)v->nrows + 1, sizeof *s->point);
	for (uint32_t i = 0; i < v->nrows; i++) {
		struct scatter_point *p = &s->point[s->n];

		if (read_row(c, v->rows[i], p))
			s->n++;
		else if (frame_is_missing(p->y))
			count_left(s, s->axes.y, p->y);
		else
			count_left(s, s->axes.x, p->x);
	}
}

static bool
is_unstated(const char *currency)
{
	return *currency == '\0' || strncmp(currency, "unstated", 8) == 0;
}

/* The currency that most amounts are in, US dollars when any are, or when the other axis is; by counts for each code. */
static uint32_t
main_currency(const struct columns *c, const uint32_t *count)
{
	const struct dict *d = &c->f->cols[c->guard].dict;
	uint32_t home = frame_code(c->f, c->guard, "USD"), best = 0;

	for (uint32_t code = 1; code < d->n; code++)
		if (!is_unstated(dict_text(d, code)) && (best == 0 || count[code] > count[best]))
			best = code;
	return c->home || (home > 0 && count[home] > 0) ? home : best;
}

static uint32_t
currency_of_points(const struct scatter *s, const struct columns *c)
{
	const struct column *col = &c->f->cols[c->guard];
	uint32_t *count = mem_zero((size_t)col->dict.n + 1, sizeof *count), home;

	for (size_t i = 0; i < s->n; i++)
		count[column_code(col, s->point[i].row)]++;
	home = main_currency(c, count);
	free(count);
	return home;
}

/* Rows that state what is drawn, in the one currency or in none that is said. */
static uint32_t
count_by_currency(const struct view *v, const struct columns *c)
{
	const struct column *col = &c->f->cols[c->guard];
	uint32_t *count = mem_zero((size_t)col->dict.n + 1, sizeof *count), home, n = 0;
	struct scatter_point p;

	for (uint32_t i = 0; i < v->nrows; i++)
		if (read_row(c, v->rows[i], &p))
			count[column_code(col, p.row)]++;
	home = main_currency(c, count);
	for (uint32_t code = 0; code < col->dict.n; code++)
		n += code == home || is_unstated(dict_text(&col->dict, code)) ? count[code] : 0;
	free(count);
	return n;
}

/* The numbers of several pictures, each once, and which of them each picture wants: a bit for each. */
struct wanted {
	int col[SCATTER_MOST];
	size_t n;
	uint32_t mask[SCATTER_MOST];
};

/* The bit of a column; 0 when there is no room, which no list is long enough for. */
static uint32_t
want_column(struct wanted *w, int col)
{
	size_t i = 0;

	while (i < w->n && w->col[i] != col)
		i++;
	if (i == SCATTER_MOST)
		return 0;
	if (i == w->n)
		w->col[w->n++] = col;
	return UINT32_C(1) << i;
}

/* What is in a currency is counted by it; of the others each row's numbers are looked at once. */
void
scatter_counts(const struct view *v, const struct scatter_axes *axes, size_t n, uint32_t *count)
{
	struct wanted w = {.n = 0};

	for (size_t i = 0; i < n; i++) {
		struct columns c;

		columns_of(v, axes[i], &c);
		count[i] = c.guard >= 0 ? count_by_currency(v, &c) : 0;
		if (c.guard < 0)
			w.mask[i] = want_column(&w, c.x) | (c.y >= 0 ? want_column(&w, c.y) : 0);
	}
	for (uint32_t r = 0; r < v->nrows; r++) {
		uint32_t has = 0;

		for (size_t i = 0; i < w.n; i++)
			if (!frame_is_missing(frame_num(v->frame, w.col[i], v->rows[r])))
				has |= UINT32_C(1) << i;
		for (size_t i = 0; has != 0 && i < n; i++)
			count[i] += w.mask[i] != 0 && (has & w.mask[i]) == w.mask[i];
	}
}

/* Drops the points in another currency. */
static void
keep_currency(struct scatter *s, const struct columns *c)
{
	const struct column *col = c->guard >= 0 ? &c->f->cols[c->guard] : NULL;
	uint32_t home = col ? currency_of_points(s, c) : 0;
	size_t to = 0;

	s->currency = home > 0 ? dict_text(&col->dict, home) : !col || c->home ? "USD" : "unstated";
	for (size_t i = 0; col && i < s->n; i++) {
		uint32_t code = column_code(col, s->point[i].row);
		bool unstated = is_unstated(dict_text(&col->dict, code));

		s->unstated += unstated;
		s->foreign += !unstated && code != home;
		if (unstated || code == home)
			s->point[to++] = s->point[i];
	}
	s->n = col ? to : s->n;
}

/* --- what differs ------------------------------------------------------------------------------- */

/* Texts that say how a number is meant: what is not of one kind is not held against one another silently. */
static const struct {
	const struct list *list;
	const char *number, *kind;
} kinds[] = {
    {&list_programs, "earnings", "earnings_horizon"},
    {&list_programs, "cost", "cost_basis"},
    {&list_programs, "cost", "audience"},
    {&list_programs, "cost_per_year", "audience"},
    {&list_roles, "pay_high", "pay_level"},
    {&list_roles, "pay_high", "pay_basis"},
    {&list_roles, "pay_low", "pay_level"},
    {&list_roles, "pay_low", "pay_basis"},
};

/* Takes the most frequent codes, up to SCATTER_KINDS of them; the counts are used up. */
static size_t
take_most(uint32_t *count, uint32_t n, struct scatter_kind *out, struct scatter_kind with)
{
	size_t taken = 0;

	for (; taken < SCATTER_KINDS; taken++) {
		uint32_t best = 0;

		for (uint32_t code = 1; code < n; code++)
			if (count[code] > count[best])
				best = code;
		if (count[best] == 0)
			break;
		out[taken] = with;
		out[taken].code = best;
		out[taken].n = count[best];
		count[best] = 0;
	}
	return taken;
}

/* The most frequent words of a field among the points. */
static void
count_kind(struct scatter *s, int of, int field)
{
	int at = field_col(s->view->list, field);
	const struct column *col = &s->view->frame->cols[at];
	uint32_t *count = mem_zero((size_t)col->dict.n + 1, sizeof *count);

	for (size_t i = 0; i < s->n; i++)
		count[column_code(col, s->point[i].row)]++;
	if (s->nkinds + SCATTER_KINDS <= LEN(s->kind))
		s->nkinds += take_most(count, col->dict.n, s->kind + s->nkinds,
		    (struct scatter_kind){.field = field, .of = of});
	free(count);
}

static void
read_sources(struct scatter *s)
{
	const struct frame *f = s->view->frame;
	int field = field_find(s->view->list, "source");
	int col = field >= 0 ? field_col(s->view->list, field) : -1;
	uint32_t *count, n;

	if (col < 0 || s->view->list->fields[field].kind != COL_LIST)
		return;
	n = f->cols[col].dict.n;
	count = mem_zero((size_t)n + 1, sizeof *count);
	for (size_t i = 0; i < s->n; i++)
		for (uint32_t k = frame_list_len(f, col, s->point[i].row); k-- > 0;)
			count[frame_list_code(f, col, s->point[i].row, k)]++;
	for (uint32_t code = 1; code < n; code++)
		s->nsources += count[code] > 0;
	take_most(count, n, s->source, (struct scatter_kind){.field = field, .of = s->axes.x});
	free(count);
}

static void
read_kinds(struct scatter *s)
{
	const struct list *l = s->view->list;

	for (size_t i = 0; s->n > 0 && i < LEN(kinds); i++) {
		int of = kinds[i].list == l ? field_find(l, kinds[i].number) : SCATTER_NONE;

		if (of >= 0 && (of == s->axes.x || of == s->axes.y))
			count_kind(s, of, field_find(l, kinds[i].kind));
	}
}

void
scatter_read(struct scatter *s, const struct view *v, struct scatter_axes axes)
{
	struct columns c;

	s->view = v;
	s->axes = axes.x == SCATTER_NONE ? choose(v) : axes;
	s->n = s->nleft = s->nkinds = s->nsources = 0;
	memset(s->source, 0, sizeof s->source);
	s->foreign = s->unstated = 0;
	s->currency = "USD";
	s->w = s->h = 0;
	if (s->axes.x != SCATTER_NONE) {
		columns_of(v, s->axes, &c);
		read_points(s, &c);
		keep_currency(s, &c);
		read_kinds(s);
		read_sources(s);
	}
	scatter_shares(s);
}
