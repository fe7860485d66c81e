#include "career/page/rank.h"

#include "career/page/glyph.h"
#include "career/page/money.h"
#include "say.h"

#include <math.h>
#include <stdio.h>

enum { WEIGHT_AT = 10, SLIDER_AT = 14, HOLDS_AT = 28, WIDE = 60, BAR_MOST = 40, SCORE = 6 };

static const struct part_words {
	char letter; /* in bars */
	const char *term;
	const char *means;
} words[RANK_PARTS] = {
    [PART_PAY] = {'P', "pay", "low end of the pay that sources agree on"},
    [PART_GROWTH] = {'G', "growth", "official growth a year"},
    [PART_COST] = {'C', "weight",
	"cheapest relevant program of the degree that is asked for; less is better"},
    [PART_TIME] = {'T', "weight", "shortest of these; less is better"},
    [PART_FIT] = {'F', "fit", "how much you have of what it wants"},
    [PART_INTEREST] = {'I', "interest-fit", "how like your interests it is, -1 to 1"},
};

/* --- weights ---------------------------------------------------------------------------------- */

static void
slider(struct page *p, int weight)
{
	const char *full = glyph(GLYPH_FULL, p->opts.ascii), *dot = glyph(GLYPH_DOT, p->opts.ascii);

	for (int i = 0; i < RANK_WEIGHT_MAX; i++)
		page_add(p, i < weight ? STYLE_BAR : STYLE_NOTE, i < weight ? full : dot);
}

static void
weight_line(struct page *p, const struct ranking *k, size_t part)
{
	struct buf hold = BUF_INIT;
	int w = k->weights.w[part];

	rank_hold_says(&hold, k, (enum rank_part)part);
	page_line(p);
	page_addf(p, STYLE_LABEL, "%c%s", rank_part_word((enum rank_part)part)[0] - 'a' + 'A',
	    rank_part_word((enum rank_part)part) + 1);
	if (p->opts.plain) {
		page_addf(p, STYLE_VALUE, ": weight %d of %d", w, RANK_WEIGHT_MAX);
		if (hold.len > 0)
			page_joinf(p, 0, STYLE_NOTE, "; %s", hold.data);
	} else {
		page_to(p, WEIGHT_AT);
		page_addf(p, STYLE_VALUE, "%2d", w);
		page_to(p, SLIDER_AT);
		slider(p, w);
		if (hold.len > 0 && p->opts.width >= WIDE) {
			page_to(p, HOLDS_AT);
			page_join(p, HOLDS_AT, STYLE_NOTE, hold.data);
		}
	}
	page_anchor(p, ANCHOR_TERM, words[part].term);
	buf_free(&hold);
}

static void
weights(struct page *p, struct rank_page *q)
{
	page_blank(p);
	page_heading(p, "Weights, 0-10", "weight");
	for (size_t i = 0; i < RANK_PARTS; i++) {
		q->line[i] = p->nlines;
		weight_line(p, q->k, i);
	}
	q->line[RANK_PARTS] = p->nlines;
}

/* --- one role --------------------------------------------------------------------------------- */

static int
bar_cells(const struct page *p)
{
	int w = p->opts.width - 4 - SCORE - 2;

	return w > BAR_MOST ? BAR_MOST : w < 10 ? 10 : w;
}

/* Each part in its letter, as wide as what it adds; rounding goes along. */
static void
stacked(struct page *p, const struct ranking *k, const struct ranked *r)
{
	int cells = bar_cells(p), at = 0;
	double sum = 0;
	bool on = false;

	for (size_t i = 0; i < RANK_PARTS; i++) {
		double points = rank_points(r, &k->weights, (enum rank_part)i);
		char text[BAR_MOST + 1];
		int n = 0;

		if (isnan(points))
			continue;
		sum += points;
		while (at + n < (int)lround(sum * cells / 100) && n < BAR_MOST)
			text[n++] = words[i].letter;
		text[n] = '\0';
		if (n > 0)
			page_add(p, on ? STYLE_BAR_MARK : STYLE_BAR, text);
		on = n > 0 ? !on : on;
		at += n;
	}
	while (at++ < cells)
		page_add(p, STYLE_NOTE, glyph(GLYPH_DOT, p->opts.ascii));
}

static void
value_anchors(struct page *p, const struct ranking *k, const struct ranked *r, size_t part)
{
	const struct rank_value *v = &r->of[part];
	char key[64];

	if (isnan(v->v))
		return;
	if (v->figure != 0)
		page_anchor_id(p, ANCHOR_FIGURE, v->figure);
	else if (part == PART_PAY && v->near == 0) {
		snprintf(key, sizeof key, "%lld:%d:%d", (long long)r->role, (int)k->level,
		    (int)RULER_SALARY);
		page_anchor(p, ANCHOR_ANSWER, key);
	}
	if (v->source[0] != '\0')
		page_anchor(p, ANCHOR_SOURCE, v->source);
	if (v->fact[0] != '\0')
		page_anchor(p, ANCHOR_FACT, v->fact);
	if (v->program[0] != '\0')
		page_anchor(p, ANCHOR_PROGRAM, v->program);
}

/* What Enter on a part opens: the section that says more. */
static void
part_links(struct page *p, const struct ranked *r, size_t part)
{
	static const char *const sections[RANK_PARTS] = {
	    [PART_PAY] = "Pay", [PART_GROWTH] = "Growth", [PART_FIT] = "Skills"};
	char line[256];

	if (!p->opts.screen || sections[part] == NULL)
		return;
	snprintf(line, sizeof line, "role-section %s %s", r->slug, sections[part]);
	page_anchor(p, ANCHOR_COMMAND, line);
}

/* "  pay       $120K-160K                 1.00 x 5    24" */
static void
part_line(struct page *p, const struct ranking *k, const struct ranked *r, size_t part)
{
	double points = rank_points(r, &k->weights, (enum rank_part)part);
	struct buf says = BUF_INIT, sum = BUF_INIT;

	rank_value_says(&says, k, r, (enum rank_part)part);
	if (r->of[part].near > 1)
		buf_addf(&says, ", of the %zu nearest occupations", r->of[part].near);
	else if (r->of[part].near == 1)
		buf_adds(&says, ", of the nearest occupation");
	if (part == PART_PAY && r->pay.of > 1 && !isnan(r->of[part].v))
		buf_addf(&says, ", %zu of %zu publishers", r->pay.publishers, r->pay.of);
	page_line(p);
	if (!p->opts.plain)
		page_add(p, STYLE_TEXT, "    ");
	page_add(p, STYLE_LABEL, rank_part_word((enum rank_part)part));
	page_to(p, 4 + WEIGHT_AT);
	page_join(p, 4 + WEIGHT_AT, isnan(r->of[part].v) ? STYLE_NOTE : STYLE_TEXT, says.data);
	if (!isnan(points))
		buf_addf(&sum, "%.2f x %d %s %.0f", r->part[part], k->weights.w[part],
		    p->opts.plain ? "makes" : "=", points);
	else if (!isnan(r->of[part].v))
		buf_adds(&sum, k->same[part] ? "the same for all" : "");
	if (sum.len > 0)
		page_right(p, STYLE_NOTE, sum.data);
	value_anchors(p, k, r, part);
	part_links(p, r, part);
	buf_free(&says);
	buf_free(&sum);
}

/* "pay 24 + growth 10 + time 9; not known: interest". */
static void
say_sum(struct buf *out, const struct ranking *k, const struct ranked *r)
{
	const char *between = "", *unknown = "; not known: ";

	for (size_t i = 0; i < RANK_PARTS; i++) {
		double points = rank_points(r, &k->weights, (enum rank_part)i);

		if (isnan(points))
			continue;
		buf_addf(out, "%s%s ", between, rank_part_word((enum rank_part)i));
		rank_value_says(out, k, r, (enum rank_part)i);
		buf_addf(out, " %.0f", points);
		between = " + ";
	}
	for (size_t i = 0; i < RANK_PARTS; i++) {
		if (!isnan(r->of[i].v) || k->known[i] == 0)
			continue;
		buf_addf(out, "%s%s", unknown, rank_part_word((enum rank_part)i));
		unknown = ", ";
	}
}

static void
role_line(struct page *p, const struct ranking *k, const struct ranked *r, bool parts)
{
	char score[32];

	page_line(p);
	if (p->opts.plain)
		page_addf(p, STYLE_VALUE, "%zu: ", r->place);
	else
		page_addf(p, STYLE_VALUE, "%2zu  ", r->place);
	page_add(p, STYLE_LINK, r->title);
	snprintf(score, sizeof score, p->opts.plain ? "%.0f points" : "%.0f", 100 * r->score);
	page_right(p, STYLE_VALUE, score);
	page_anchor(p, ANCHOR_ROLE, r->slug);
	if (!p->opts.plain) {
		page_next(p);
		page_add(p, STYLE_TEXT, "    ");
		stacked(p, k, r);
	}
	if (!parts) {
		struct buf sum = BUF_INIT;

		say_sum(&sum, k, r);
		page_next(p);
		page_to(p, 4);
		page_join(p, 4, STYLE_NOTE, sum.data);
		for (size_t i = 0; i < RANK_PARTS; i++)
			value_anchors(p, k, r, i);
		buf_free(&sum);
		return;
	}
	for (size_t i = 0; i < RANK_PARTS; i++)
		if (k->known[i] > 0)
			part_line(p, k, r, i);
}

/* --- all of them ------------------------------------------------------------------------------ */

enum { TAKEN_APART = 3 };

static void
legend(struct page *p, const struct ranking *k)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < RANK_PARTS; i++)
		if (k->known[i] > 0 && !k->same[i])
			buf_addf(&b, "%s%c %s", b.len > 0 ? "  " : "", words[i].letter,
			    rank_part_word((enum rank_part)i));
	if (!p->opts.plain && b.len > 0)
		page_wrapf(p, 0, STYLE_NOTE, "%s  (a full bar is 100 points)", b.data);
	buf_free(&b);
}

static void
ranked(struct page *p, const struct rank_page *q)
{
	const struct ranking *k = q->k;
	size_t n = k->placed < q->most ? k->placed : q->most;

	if (n == 0)
		return;
	page_blank(p);
	page_heading(p, q->shortlist ? "Ranking of your shortlist" : "Ranking", NULL);
	legend(p, k);
	for (size_t i = 0; i < n; i++) {
		role_line(p, k, &k->r[i], p->opts.details || i < TAKEN_APART);
	}
	if (n < k->placed)
		page_wrapf(p, 0, STYLE_NOTE, "And %zu more.", k->placed - n);
}

static void
apart_line(struct page *p, const struct ranking *k, const struct ranked *r)
{
	struct buf says = BUF_INIT;

	buf_addf(&says, "%zu part%s known%s", r->known, r->known == 1 ? "" : "s",
	    r->thin        ? "; few skills listed"
		: r->apart ? ""
			   : "; none that counts here");
	page_line(p);
	page_addf(p, STYLE_LINK, "%s%s", p->opts.plain ? "" : "    ", r->title);
	page_right(p, STYLE_NOTE, says.data);
	page_anchor(p, ANCHOR_ROLE, r->slug);
	if (p->opts.details && r->known > 0) {
		buf_clear(&says);
		say_sum(&says, k, r);
		page_next(p);
		page_to(p, 6);
		page_join(p, 6, STYLE_NOTE, says.data);
	}
	buf_free(&says);
}

static void
apart(struct page *p, const struct rank_page *q)
{
	const struct ranking *k = q->k;
	size_t n = k->n - k->placed, most = p->opts.details ? q->most : q->most / 4, few = 0;

	if (n == 0)
		return;
	for (size_t i = 0; i < k->n; i++)
		few += k->r[i].apart;
	page_blank(p);
	page_heading(p, few == n ? "Too little known to judge" : "Without a place", NULL);
	if (few > 0)
		page_wrapf(p, 0, STYLE_TEXT,
		    "Of %zu role%s too little is known to judge: fewer than five listed skills, or fewer than "
		    "%d known parts. Nobody is measured by them.",
		    few, few == 1 ? "" : "s", RANK_FEW);
	for (size_t i = 0; i < n && i < most; i++) {
		const struct ranked *r = &k->r[k->placed + i];

		apart_line(p, k, r);
	}
	if (n > most)
		page_wrapf(p, 0, STYLE_NOTE, "And %zu more.", n - most);
}

static void
ruler(struct page *p, const struct ranking *k)
{
	page_blank(p);
	page_heading(p, "What is weighed", NULL);
	for (size_t i = 0; i < RANK_PARTS; i++) {
		page_line(p);
		page_addf(p, STYLE_LABEL, "%s", rank_part_word((enum rank_part)i));
		page_to(p, WEIGHT_AT);
		page_join(p, WEIGHT_AT, STYLE_NOTE, words[i].means);
		if (i == PART_PAY && k->level == LEVEL_ALL)
			page_join(p, WEIGHT_AT, STYLE_NOTE,
			    ", here the lower quartile of official wages, all levels");
		else if (i == PART_PAY)
			page_joinf(p, WEIGHT_AT, STYLE_NOTE, ", %s, US dollars a year before tax",
			    level_says(k->level));
	}
	page_wrap(p, 0, STYLE_NOTE,
	    "Each part is 1 for the best of the placed roles and 0 for the worst, however little lies between them. The "
	    "points are their mean by weight, of 100; what is not known counts for nothing. ~ is said of the nearest "
	    "occupations.");
}

void
page_rank(struct page *p, struct rank_page *q)
{
	struct buf answer = BUF_INIT;
	char level[32];

	page_line(p);
	page_add(p, STYLE_HEADING,
	    q->shortlist ? "Your shortlist by your own weights" : "Roles by your own weights");
	snprintf(level, sizeof level, "pay: %s", level_says(q->k->level));
	page_right(p, STYLE_NOTE, level);
	page_rule(p);
	rank_answer(&answer, q->k);
	page_wrap(p, 0, STYLE_VALUE, answer.data);
	if (q->how != NULL)
		page_wrap(p, 0, STYLE_NOTE, q->how);
	weights(p, q);
	ranked(p, q);
	apart(p, q);
	ruler(p, q->k);
	page_close(p);
	buf_free(&answer);
}
