/* headline.c - the few figures of a role, a program, a skill, as they are today. */
#include "career/model/headline.h"

#include "career/base/num.h"
#include "career/base/text.h"
#include "career/model/agree.h"
#include "career/model/skillset.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	FIGURES = 12,        /* at most, of one thing */
	YEARS = 5,           /* in which 100 jobs become more */
	SCORECARD = 1 << 24, /* rows of its programs are numbered from here on */
};

/* What is put together. */
struct making {
	struct headline *out;
	bool known; /* the catalog has it, be it that only sources that are off speak of it */
	struct arena *a;
	struct db *db;
	const struct sources *src;
};

static const char *
safe(struct arena *a, const char *text)
{
	struct buf b = BUF_INIT;
	char *s;

	text_safes(&b, text, false);
	s = arena_ndup(a, b.data, b.len);
	buf_free(&b);
	return s;
}

static void
add(struct making *m, const char *measure, const char *says, const struct headline_figure *of)
{
	struct headline *h = m->out;

	if (h->f == NULL)
		h->f = arena_alloc(m->a, FIGURES * sizeof *h->f);
	if (h->n == FIGURES)
		return;
	h->f[h->n] = *of;
	h->f[h->n].measure = safe(m->a, measure);
	h->f[h->n].says = safe(m->a, says);
	h->f[h->n].unit = safe(m->a, of->unit != NULL ? of->unit : "");
	h->f[h->n++].source = safe(m->a, of->source != NULL ? of->source : "");
}

/* "$120K-160K", "GBP 57.9K+". */
static void
say_money(struct buf *b, const struct headline_figure *f, bool open)
{
	bool full = f->high < 10000 || !(f->low < f->high);

	if (f->unit != NULL && strcmp(f->unit, "USD") == 0)
		buf_addc(b, '$');
	else if (f->unit != NULL && f->unit[0] != '\0' && strncmp(f->unit, "unstated", 8) != 0)
		buf_addf(b, "%s ", f->unit);
	if (full && f->low != floor(f->low))
		num_plain(b, f->low);
	else
		(full ? num_full : num_short)(b, f->low);
	if (f->low < f->high) {
		buf_addc(b, '-');
		(full ? num_full : num_short)(b, f->high);
	}
	if (open)
		buf_addc(b, '+');
}

/* An amount of money behind a measure; what is absent is no figure. */
static void
add_money(struct making *m, const char *measure, double v, const char *currency, const char *source)
{
	const struct headline_figure f = {.low = v, .high = v, .unit = currency, .source = source};
	struct buf b = BUF_INIT;

	if (!isnan(v)) {
		say_money(&b, &f, false);
		if (currency == NULL || strncmp(currency, "unstated", 8) == 0)
			buf_adds(&b, " (currency not said)");
		add(m, measure, b.data, &f);
	}
	buf_free(&b);
}

/* --- a role ---------------------------------------------------------------------------------- */

/* The source with these very numbers. */
static const char *
who_says(const struct figures *figs, double low, double high)
{
	double lo, hi;

	for (size_t i = 0; i < figs->n; i++)
		if (figure_interval(&figs->f[i], &lo, &hi) && lo == low && hi == high)
			return figs->f[i].source->key;
	return "";
}

static bool
add_pay(struct making *m, int64_t role, struct err *e)
{
	struct headline_figure f = {0};
	struct pay_answer pay;
	struct figures figs;
	struct buf measure = BUF_INIT, says = BUF_INIT;
	bool ok = figures_of_role(&figs, m->db, m->src, role, "pay", m->a, e);

	if (ok && agree_answer(&figs, &pay, m->a)) {
		buf_adds(&measure, "pay");
		if (pay.level != LEVEL_UNSTATED)
			buf_addf(&measure, ", %s", level_says(pay.level));
		f.low = pay.low;
		f.high = pay.open_high && !(pay.low < pay.high) ? NAN : pay.high;
		f.unit = pay.currency;
		if (pay.publishers < 2 && pay.of > 1) {
			f = (struct headline_figure){.low = NAN, .high = NAN};
			buf_addf(&says, "no two of %zu publishers meet", pay.of);
		} else {
			f.source = pay.publishers > 1 ? "" : who_says(&figs, pay.low, pay.high);
			say_money(&says, &f, pay.open_high || pay.top_coded);
		}
		add(m, measure.data, says.data, &f);
	}
	buf_free(&measure);
	buf_free(&says);
	return ok;
}

/* What 100 jobs become, by the official projections among these, from the least to the most. */
static const char *
official_people(const struct figures *figs, double *lo, double *hi)
{
	const char *source = NULL;
	double v;

	*lo = *hi = NAN;
	for (size_t i = 0; i < figs->n; i++) {
		const struct figure *f = &figs->f[i];

		if (f->source->kind != SOURCE_OFFICIAL || f->card || !growth_people(f, YEARS, &v))
			continue;
		source =
		    source == NULL || strcmp(source, f->source->key) == 0 ? f->source->key : "";
		*lo = fmin(*lo, v);
		*hi = fmax(*hi, v);
	}
	return source;
}

static bool
add_growth(struct making *m, int64_t role, struct err *e)
{
	const char *measure = "growth, official";
	struct headline_figure f = {.unit = "of 100 jobs"};
	struct figures figs;
	struct buf b = BUF_INIT;

	if (!figures_of_role(&figs, m->db, m->src, role, "growth", m->a, e))
		return false;
	f.source = official_people(&figs, &f.low, &f.high);
	if (f.source == NULL) {
		if (!figures_nearest(&figs, m->db, m->src, role, "growth", m->a, e))
			return false;
		f.source = official_people(&figs, &f.low, &f.high);
		measure = "growth, nearest jobs";
	}
	if (f.source == NULL)
		return true;
	f.low = round(f.low);
	f.high = round(f.high);
	buf_addf(&b, "100 jobs become %.0f", f.low);
	if (f.low < f.high)
		buf_addf(&b, "-%.0f", f.high);
	buf_addf(&b, " in %d years", YEARS);
	add(m, measure, b.data, &f);
	buf_free(&b);
	return true;
}

/* "4: Python, software engineering, ..." */
static bool
add_musts(struct making *m, int64_t role, struct err *e)
{
	const struct headline_figure f = {.low = NAN, .high = NAN};
	struct skillset s;
	struct buf b = BUF_INIT;
	size_t n = 0;

	if (!skillset_load(&s, m->db, m->src, role, m->a, e))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.w[i].field || s.w[i].rank != RANK_MUST)
			continue;
		buf_addf(&b, "%s%s", n == 0 ? "" : ", ", s.w[i].name);
		n++;
	}
	if (n > 0) {
		const char *names = arena_dup(m->a, b.data);

		buf_clear(&b);
		buf_addf(&b, "%zu: %s", n, names);
		add(m, "musts", b.data, &f);
	}
	buf_free(&b);
	return true;
}

static bool
of_role(struct making *m, const char *key, struct err *e)
{
	struct stmt *st = db_query(m->db, "start_role", e);
	int64_t id = 0;
	int step;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, key);
	step = stmt_step(st, e);
	if (step == 1) {
		id = stmt_int(st, 0);
		m->out->title = safe(m->a, stmt_str(st, 2));
	}
	stmt_reset(st);
	m->known = step == 1;
	if (step <= 0)
		return step == 0;
	return add_pay(m, id, e) && add_growth(m, id, e) && add_musts(m, id, e);
}

/* --- a program ------------------------------------------------------------------------------- */

static void
add_months(struct making *m, double lo, double hi)
{
	struct headline_figure f = {.low = lo, .high = lo, .unit = "months"};
	struct buf b = BUF_INIT;

	if (isnan(lo))
		return;
	num_plain(&b, lo);
	if (hi > lo) {
		f.high = hi;
		buf_addc(&b, '-');
		num_plain(&b, hi);
	}
	buf_adds(&b, f.high == 1 ? " month" : " months");
	add(m, "length", b.data, &f);
	buf_free(&b);
}

/* "Online MS in Computer Science (OMSCS)" has letters of its own. */
static const char *
letters_of(struct arena *a, const char *name)
{
	const char *open = strrchr(name, '(');
	size_t len = open != NULL ? strspn(open + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;

	if (len < 3 || open[1 + len] != ')')
		return safe(a, name);
	return arena_ndup(a, open + 1, len);
}

static const char *
program_title(struct arena *a, const char *name, const char *school)
{
	return safe(a, arena_printf(a, "%s, %s", name, school));
}

static bool
has_measure(const struct headline *h, const char *measure)
{
	for (size_t i = 0; i < h->n; i++)
		if (strcmp(h->f[i].measure, measure) == 0)
			return true;
	return false;
}

/* "price per credit, in-state"; of a total "price in all". */
static const char *
price_measure(struct arena *a, const char *per, const char *whom)
{
	bool all = whom == NULL || *whom == '\0' || strcmp(whom, "all") == 0;

	if (strcmp(per, "total") == 0)
		return arena_printf(a, "price in all%s%s", all ? "" : ", ", all ? "" : whom);
	return arena_printf(a, "price per %s%s%s", per, all ? "" : ", ", all ? "" : whom);
}

/* The first of each measure: the others are less trusted, or older. */
static bool
add_prices(struct making *m, int64_t id, struct err *e)
{
	struct stmt *st = db_query(m->db, "headline_prices", e);
	int step = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	while ((step = stmt_step(st, e)) == 1) {
		const char *measure = price_measure(m->a, stmt_str(st, 0), stmt_text(st, 2));

		if (!has_measure(m->out, measure))
			add_money(m, measure, stmt_num(st, 3), stmt_str(st, 1), stmt_str(st, 4));
	}
	stmt_reset(st);
	return step == 0;
}

static bool
of_pack(struct making *m, int64_t id, struct err *e)
{
	const struct headline_figure none = {.low = NAN, .high = NAN};
	struct stmt *st = db_query(m->db, "headline_program", e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	step = stmt_step(st, e);
	if (step == 1) {
		m->out->title = program_title(m->a, stmt_str(st, 0), stmt_str(st, 1));
		m->out->name = letters_of(m->a, stmt_str(st, 0));
		add_money(m, price_measure(m->a, "total", stmt_text(st, 8)), stmt_num(st, 5),
		    stmt_str(st, 6), stmt_str(st, 11));
		add_months(m, stmt_num(st, 3), stmt_num(st, 4));
		if (!stmt_null(st, 9))
			add_money(m, arena_printf(m->a, "earnings, %s", stmt_str(st, 10)),
			    stmt_num(st, 9), "USD", "");
		if (strcmp(stmt_str(st, 2), "open") != 0)
			add(m, "status", stmt_str(st, 2), &none);
	}
	stmt_reset(st);
	return step == 0 || (step == 1 && add_prices(m, id, e));
}

static bool
of_scorecard(struct making *m, int64_t row, struct err *e)
{
	struct stmt *st = db_query(m->db, "headline_scorecard", e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, row);
	step = stmt_step(st, e);
	if (step == 1) {
		const char *who = stmt_str(st, 6);

		m->out->title = program_title(m->a, stmt_str(st, 0), stmt_str(st, 1));
		m->out->name = letters_of(m->a, stmt_str(st, 0));
		add_money(m, "tuition a year, in-state", stmt_num(st, 2), "USD", who);
		add_money(m, "tuition a year, out-of-state", stmt_num(st, 3), "USD", who);
		if (stmt_num(st, 4) > 0)
			add_money(m, arena_printf(m->a, "earnings, %s", stmt_str(st, 7)),
			    stmt_num(st, 4), "USD", who);
		if (stmt_num(st, 5) > 0)
			add_money(m, "debt of graduates", stmt_num(st, 5), "USD", who);
	}
	stmt_reset(st);
	return step >= 0;
}

static bool
of_program(struct making *m, const char *key, struct err *e)
{
	int64_t id;

	if (!db_row_of(m->db, "thing_program", key, &id, e))
		return false;
	m->known = id != 0;
	if (id == 0)
		return true;
	return id >= SCORECARD ? of_scorecard(m, id - SCORECARD, e) : of_pack(m, id, e);
}

/* --- a skill --------------------------------------------------------------------------------- */

static void
add_roles(struct making *m, const char *measure, int64_t n)
{
	const struct headline_figure f = {.low = (double)n, .high = (double)n, .unit = "roles"};
	struct buf b = BUF_INIT;

	buf_addf(&b, "%lld", (long long)n);
	if (n > 0)
		add(m, measure, b.data, &f);
	buf_free(&b);
}

static bool
of_skill(struct making *m, const char *key, struct err *e)
{
	struct stmt *st = db_query(m->db, "headline_skill", e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, key);
	step = stmt_step(st, e);
	if (step == 1) {
		m->known = true;
		m->out->title = safe(m->a, stmt_str(st, 0));
		add_roles(m, "roles that want it", stmt_int(st, 1));
		add_roles(m, "roles for which it is a must", stmt_int(st, 2));
		add_roles(m, "roles for which to skip it", stmt_int(st, 3));
	}
	stmt_reset(st);
	return step >= 0;
}

bool
headline_of(struct headline *out, struct db *db, const struct sources *src, const char *list,
    const char *key, struct arena *a, struct err *e)
{
	static const struct {
		const char *list;
		bool (*make)(struct making *m, const char *key, struct err *e);
	} lists[] = {{"roles", of_role}, {"programs", of_program}, {"skills", of_skill}};
	struct making m = {.out = out, .a = a, .db = db, .src = src};

	*out = (struct headline){0};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (strcmp(lists[i].list, list) == 0) {
			bool ok = lists[i].make(&m, key, e);

			out->gone = !m.known;
			return ok;
		}
	return err_set(e, ERR_USAGE, "'%s' is no list of things: roles, programs, skills", list);
}
