/*
 * compare_answer.c - what a comparison of roles says first, in a few sentences.
 */
#include "compare_parts.h"

#include <math.h>
#include <string.h>

/* How near is "near", of the smaller. */
static const double close_by = 0.05;

enum { NOBODY = -1 };

/* "all three", "both". */
static void
add_all(struct buf *b, size_t n)
{
	if (n == 2)
		buf_adds(b, "both");
	else
		buf_addf(b, "all %s", compare_count_word(n));
}

/* --- who pays least and most ----------------------------------------------------------------- */

static const struct compare_row *
ruler_row(const struct making *m, size_t i)
{
	size_t seen = 0;

	for (size_t k = 0; k < m->c->nrows; k++)
		if (strcmp(m->c->row[k].block, BLOCK_RULER) == 0 && seen++ == i)
			return &m->c->row[k];
	return NULL;
}

/* Rows of the same ruler that mark anything, and how many of them give the column this mark. */
static size_t
marked_rows(const struct making *m, size_t col, enum compare_mark mark, size_t *of)
{
	size_t n = 0;

	*of = 0;
	for (size_t i = 0; i < m->nruled; i++) {
		const struct compare_row *row = ruler_row(m, i);
		bool any = false;

		for (size_t k = 0; k < m->c->n; k++)
			any = any || row->cell[k].mark != COMPARE_PLAIN;
		*of += any;
		n += row->cell[col].mark == mark;
	}
	return n;
}

/* The column that has the mark in most rows, and in how many; NOBODY: none, or a tie. */
static int
most_marked(const struct making *m, enum compare_mark mark, size_t *rows, size_t *of)
{
	int who = NOBODY;

	*rows = *of = 0;
	for (size_t i = 0; i < m->c->n; i++) {
		size_t n = marked_rows(m, i, mark, of);

		if (n > *rows)
			who = (int)i;
		else if (n == *rows)
			who = NOBODY;
		*rows = n > *rows ? n : *rows;
	}
	return who;
}

static size_t
count_sources(const struct making *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->nruled; i++) {
		bool seen = false;

		for (size_t k = 0; k < i; k++)
			seen = seen
			    || m->ruled[k].line[0]->f->source == m->ruled[i].line[0]->f->source;
		n += !seen;
	}
	return n;
}

/* "Both sources that cover all three", "The one source that covers both". */
static void
add_subject(const struct making *m, struct buf *b)
{
	size_t n = count_sources(m);

	if (n == 1)
		buf_adds(b, "The one source that covers ");
	else if (n == 2)
		buf_adds(b, "Both sources that cover ");
	else
		buf_addf(b, "All %zu sources that cover ", n);
	add_all(b, m->c->n);
	buf_adds(b, n == 1 ? " puts " : " put ");
}

/* Whether every line of the same ruler has a value for all, and the same. */
static bool
all_equal(const struct making *m)
{
	for (size_t i = 0; i < m->nruled; i++)
		for (size_t k = 0; k < m->c->n; k++)
			if (m->ruled[i].equals || m->ruled[i].value[k] != m->ruled[i].value[0])
				return false;
	return true;
}

static void
say_order(const struct making *m, struct buf *b)
{
	size_t least = 0, most = 0, of = 0;
	int low = most_marked(m, COMPARE_WORST, &least, &of);
	int high = most_marked(m, COMPARE_BEST, &most, &of);

	if (of == 0) {
		buf_adds(b,
		    all_equal(m)
			? "By the same ruler they do not differ. "
			: "The figures by the same ruler are too vague to name a first or a last. ");
		return;
	}
	if (low != NOBODY && least == of) {
		add_subject(m, b);
		buf_addf(b, "%s %s", m->c->name[low], m->c->n == 2 ? "lower" : "lowest");
		if (m->c->n > 2 && high != NOBODY && most == of)
			buf_addf(b, ", %s highest", m->c->name[high]);
		buf_adds(b, ". ");
	} else if (high != NOBODY && most == of) {
		add_subject(m, b);
		buf_addf(b, "%s highest. ", m->c->name[high]);
	} else {
		buf_adds(b, "By the same ruler no one stands first or last everywhere");
		if (low != NOBODY)
			buf_addf(b, ": %s is %s in %zu of %zu lines", m->c->name[low],
			    m->c->n == 2 ? "lower" : "lowest", least, of);
		buf_adds(b, ". ");
	}
}

/* --- how near the others are ----------------------------------------------------------------- */

/* How far the largest lies above the smallest, without one column; NAN when a value is missing. */
static double
spread(const struct making *m, const struct ruled *k, int without)
{
	double lo = INFINITY, hi = -INFINITY;

	for (size_t i = 0; i < m->c->n; i++) {
		if ((int)i == without)
			continue;
		if (isnan(k->value[i]) || k->equals)
			return NAN;
		lo = fmin(lo, k->value[i]);
		hi = fmax(hi, k->value[i]);
	}
	return lo > 0 ? (hi - lo) / lo : NAN;
}

static bool
one_group(const struct ruled *a, const struct ruled *b)
{
	return a->line[0]->f->source == b->line[0]->f->source && a->kind == b->kind
	    && a->line[0]->f->basis == b->line[0]->f->basis
	    && strcmp(a->group->place, b->group->place) == 0;
}

/* "From mid level the other two are within 3% (ai-jobs 2024)": the last rows of the source with
 * most levels, as long as they stay near. */
static void
say_near(const struct making *m, struct buf *b, int without)
{
	size_t rows = 0, from;
	double most = 0, d;

	while (rows < m->nruled && one_group(&m->ruled[rows], &m->ruled[0]))
		rows++;
	for (from = rows; from > 0; from--) {
		d = spread(m, &m->ruled[from - 1], without);
		if (!(d <= close_by))
			break;
		most = fmax(most, d);
	}
	if (from == rows)
		return;
	if (from > 0)
		buf_addf(b, "From %s ", level_says(m->ruled[from].group->level));
	if (without != NOBODY)
		buf_addf(b, "%she other %s", from > 0 ? "t" : "T", compare_count_word(m->c->n - 1));
	else
		buf_addf(b, "%shey", from > 0 ? "t" : "T");
	buf_addf(b, " are within %.0f%% (%s). ", fmax(1, ceil(most * 100 - 0.5)),
	    m->ruled[0].line[0]->f->source->short_name);
}

/* Of two: by how much the lower is lower. */
static void
say_gap(const struct making *m, struct buf *b)
{
	double lo = INFINITY, hi = -INFINITY;

	for (size_t i = 0; i < m->nruled; i++) {
		double d = spread(m, &m->ruled[i], NOBODY);

		if (isnan(d))
			return;
		lo = fmin(lo, d);
		hi = fmax(hi, d);
	}
	if (round(lo * 100) == round(hi * 100))
		buf_addf(b, "The other lies %.0f%% above it. ", lo * 100);
	else
		buf_addf(b, "The other lies %.0f-%.0f%% above it. ", lo * 100, hi * 100);
}

static void
say_pay(const struct making *m, struct buf *b)
{
	size_t rows = 0, of = 0;
	int low = most_marked(m, COMPARE_WORST, &rows, &of);
	bool everywhere = low != NOBODY && of > 0 && rows == of;

	say_order(m, b);
	if (m->c->n == 2 && everywhere)
		say_gap(m, b);
	else if (of > 0)
		say_near(m, b, everywhere ? low : NOBODY);
}

static void
say_no_ruler(const struct making *m, struct buf *b)
{
	const char *sep = "; the widest, ";

	buf_adds(b, "No source covers ");
	add_all(b, m->c->n);
	buf_adds(b, " at one level and basis, so no winner is named");
	if (m->widest != NULL) {
		buf_addf(b, "%s%s, leaves out ", sep, m->widest->short_name);
		sep = "";
		for (size_t i = 0; i < m->c->n; i++)
			if (!m->covers[i]) {
				buf_addf(b, "%s%s", sep, m->c->name[i]);
				sep = ", ";
			}
	}
	buf_adds(b, ". ");
}

/* --- degree and what is too little ----------------------------------------------------------- */

static bool
is_heavy(const char *degree)
{
	return degree != NULL
	    && (strcmp(degree, "doctorate") == 0 || strcmp(degree, "master") == 0);
}

/* The heavy degree that some but not all columns ask for, undisputed. */
static void
say_degree(const struct making *m, struct buf *b)
{
	const char *degree = NULL;
	size_t n = 0, at = 0, says = 0;

	for (size_t i = 0; i < m->c->n; i++) {
		const struct compare_role *k = &m->role[i];

		if (!is_heavy(k->degree) || (degree != NULL && strcmp(degree, k->degree) != 0))
			continue;
		degree = k->degree;
		says = k->says_degree;
		n++;
	}
	if (n == 0 || n == m->c->n)
		return;
	buf_adds(b, "For ");
	for (size_t i = 0; i < m->c->n; i++)
		if (m->role[i].degree != NULL && strcmp(m->role[i].degree, degree) == 0)
			buf_addf(b, "%s%s", say_between(at++, n), m->c->name[i]);
	buf_addf(
	    b, " a %s%s is asked for", degree, strcmp(degree, "master") == 0 ? "'s degree" : "");
	if (n == 1 && says == 1)
		buf_adds(b, " (one source says)");
	else if (n == 1)
		buf_addf(b, " (%zu of %zu say)", says, says);
	buf_adds(b, ". ");
}

enum thin { THIN_ALL, THIN_PAY, THINS };

/* Neither pay nor enough skills, or no pay. */
static bool
is_thin(const struct compare_role *k, enum thin thin)
{
	bool skills = k->skills >= COMPARE_FEW_SKILLS;

	return k->pay.n == 0 && skills == (thin == THIN_PAY);
}

static void
say_thin(const struct making *m, struct buf *b, enum thin thin)
{
	static const char *const words[THINS] = {
	    [THIN_ALL] = "Too little known to judge: ", [THIN_PAY] = "No source states pay for "};
	size_t n = 0, at = 0;

	for (size_t i = 0; i < m->c->n; i++)
		n += is_thin(&m->role[i], thin);
	if (n == 0)
		return;
	buf_adds(b, words[thin]);
	for (size_t i = 0; i < m->c->n; i++)
		if (is_thin(&m->role[i], thin))
			buf_addf(b, "%s%s", say_between(at++, n), m->c->name[i]);
	buf_adds(b, ". ");
}

void
compare_roles_answer(struct making *m)
{
	struct buf b = BUF_INIT;

	if (m->nruled > 0)
		say_pay(m, &b);
	else
		say_no_ruler(m, &b);
	say_degree(m, &b);
	say_thin(m, &b, THIN_ALL);
	say_thin(m, &b, THIN_PAY);
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		buf_remove(&b, b.len - 1, 1);
	m->c->answer = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
}
