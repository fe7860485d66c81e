/*
 * interests.c - `career interests`: what one likes to do, and which roles and occupations are alike.
 *
 * --answer and --reset write first: all answers of the line or none. What is printed follows them.
 */
#include "career/page/interests.h"

#include "career/cli/cli.h"
#include "career/out/out.h"
#include "career/page/pages.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct asked {
	struct cli *c;
	struct reader *r;
	struct arena a;
	struct interest_items items;
	struct interests of;
	struct interest_fits roles, occupations;
	struct interest_fit role;
	bool has_role;
	int said[INTEREST_ITEMS]; /* by --answer; -1: not named */
};

/* --- what is said ----------------------------------------------------------------------------- */

static bool
take_word(struct asked *q, const char *word, size_t len, struct err *e)
{
	const char *is = memchr(word, '=', len);
	size_t klen = is != NULL ? (size_t)(is - word) : len, vlen = len - klen - (is != NULL);
	char key[8] = "";
	size_t item;

	memcpy(key, word, klen < sizeof key ? klen : 0);
	item = interest_item(&q->items, key);
	if (item == q->items.n)
		return err_set(e, ERR_USAGE,
		    "--answer: no item '%.*s'; `career interests items` lists them", (int)klen,
		    word);
	if (is != NULL && vlen == 2 && strncmp(is + 1, "no", 2) == 0)
		q->said[item] = 0;
	else if (is != NULL && vlen == 1 && is[1] >= '1' && is[1] <= '0' + INTEREST_MOST)
		q->said[item] = is[1] - '0';
	else
		return err_set(e, ERR_USAGE,
		    "--answer: '%.*s': KEY=1 (dislike) to KEY=%d (like), or KEY=no", (int)len, word,
		    INTEREST_MOST);
	return true;
}

static bool
take_words(struct asked *q, const char *text, struct err *e)
{
	for (size_t len; *text != '\0'; text += len + (text[len] == ',')) {
		len = strcspn(text, ",");
		if (!take_word(q, text, len, e))
			return false;
	}
	return true;
}

static bool
keep(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	const struct asked *q = ctx;
	bool ok = true;

	for (size_t i = 0; ok && i < q->items.n; i++) {
		if (c->cmd->reset)
			ok = profile_answer_set(p, q->items.item[i].key, 0, e);
		if (ok && q->said[i] >= 0)
			ok = profile_answer_set(p, q->items.item[i].key, q->said[i], e);
	}
	return ok;
}

static bool
say(struct asked *q, struct err *e)
{
	const struct cmdline *cmd = q->c->cmd;

	for (size_t i = 0; i < INTEREST_ITEMS; i++)
		q->said[i] = -1;
	if (!cmd->reset && cmd->answer == NULL)
		return true;
	return (cmd->answer == NULL || take_words(q, cmd->answer, e))
	    && cli_write(q->c, keep, q, e);
}

/* With --guest nothing was kept: what was said counts this once. */
static bool
read_answers(struct asked *q, struct err *e)
{
	struct profile *p = cli_profile(q->c);
	bool ok = interests_read(&q->of, &q->items, p, e);

	profile_close(p);
	for (size_t i = 0; ok && i < INTEREST_ITEMS; i++)
		if (q->said[i] >= 0)
			q->of.answer[i] = q->said[i];
	if (ok)
		interests_settle(&q->of, &q->items);
	return ok;
}

/* --- tables ----------------------------------------------------------------------------------- */

static struct cell
number(struct arena *a, double v, const char *fmt)
{
	if (isnan(v))
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){
	    .kind = CELL_NUMBER, .text = arena_printf(a, fmt[0] == 'w' ? "%.0f" : "%.4g", v)};
}

static const struct out_column item_columns[] = {
    {"key", "Key", false, 0},
    {"kind", "Kind", false, 13},
    {"item", "Item", false, 60},
    {"answer", "Answer", true, 6},
};

static void
print_items(struct asked *q, struct out *o)
{
	for (size_t i = 0; i < q->items.n; i++) {
		const struct interest_item *item = &q->items.item[i];
		int answer = q->of.answer[i];

		out_row(o,
		    (const struct cell[]){out_text(item->key), out_text(q->items.kind[item->kind]),
			out_text(item->text),
			number(&q->a, answer > 0 ? answer : (double)NAN, "whole")});
	}
}

static const struct out_column kind_columns[] = {
    {"kind", "Kind", false, 13},
    {"says", "What it is", false, 40},
    {"mine", "Mine 1-5", true, 6},
    {"theirs", "Theirs 1-7", true, 6},
    {"through", "Through", false, 30},
    {"source", "Source", false, 12},
};

static void
print_kinds(struct asked *q, struct out *o)
{
	const struct interest_fit *f = &q->role;

	for (int k = 0; k < INTEREST_KINDS; k++)
		out_row(o,
		    (const struct cell[]){out_text(q->items.kind[k]), out_text(q->items.says[k]),
			number(&q->a, q->of.score[k], ""), number(&q->a, f->value[k], ""),
			out_text(f->through), out_text(f->source != NULL ? f->source->key : "")});
}

static const struct out_column fit_columns[] = {
    {"role", "Role", false, 32},
    {"key", "Key", false, 0},
    {"alike", "Alike", true, 6},
    {"through", "Through", false, 30},
    {"least", "Least", true, 6},
    {"most", "Most", true, 6},
    {"near", "Near", true, 4},
    {"code", "O*NET", false, 10},
    {"firm", "Firm", false, 4},
    {"moved", "Moved most by", false, 16},
    {"source", "Source", false, 12},
};

/* "+i1 +i3 -s4" */
static const char *
moved(struct asked *q, const struct interest_fit *f)
{
	struct buf b = BUF_INIT;
	const char *text;

	for (size_t i = 0; i < f->nmoved; i++)
		buf_addf(&b, "%s%c%s", i > 0 ? " " : "", f->up[i] ? '+' : '-',
		    q->items.item[f->moved[i]].key);
	text = arena_dup(&q->a, b.len > 0 ? b.data : "");
	buf_free(&b);
	return text;
}

static void
print_fits(struct asked *q, struct out *o, const struct interest_fits *l)
{
	long limit = q->c->cmd->limit;

	for (size_t i = 0; i < l->n && (limit < 0 || i < (size_t)limit); i++) {
		const struct interest_fit *f = &l->f[i];

		out_row(o,
		    (const struct cell[]){out_text(f->title), out_text(f->slug),
			number(&q->a, f->r, ""), out_text(f->through), number(&q->a, f->low, ""),
			number(&q->a, f->high, ""),
			number(&q->a, f->nthrough > 0 ? (double)f->nthrough : (double)NAN, "whole"),
			out_text(f->code),
			out_text(isnan(f->r) ? ""
				: q->of.low  ? "no"
					     : "yes"),
			out_text(moved(q, f)), out_text(f->source != NULL ? f->source->key : "")});
	}
}

static void
print_table(struct asked *q, bool items)
{
	const struct out_column *cols = items ? item_columns
	    : q->has_role                     ? kind_columns
					      : fit_columns;
	size_t n = items  ? sizeof item_columns / sizeof *item_columns
	    : q->has_role ? sizeof kind_columns / sizeof *kind_columns
			  : sizeof fit_columns / sizeof *fit_columns;
	struct out o = cli_table(q->c, cols, n, true);

	out_begin(&o);
	if (items)
		print_items(q, &o);
	else if (q->has_role)
		print_kinds(q, &o);
	else
		print_fits(q, &o, q->c->cmd->occupations ? &q->occupations : &q->roles);
	out_end(&o);
}

/* --- the verb --------------------------------------------------------------------------------- */

/* As many of a list as --limit says; what is behind is not printed. */
static void
print_page(struct asked *q)
{
	struct page_opts opts = cli_page_opts(q->c);
	struct interests_page shown = {.items = &q->items,
	    .of = &q->of,
	    .roles = q->has_role ? NULL : &q->roles,
	    .occupations = q->c->cmd->occupations && !q->has_role ? &q->occupations : NULL,
	    .role = q->has_role ? &q->role : NULL,
	    .limit = q->c->cmd->limit,
	    .how = "career interests --answer r1=4,i1=5 answers; 1 is dislike, 5 like."};
	struct page p;

	opts.details = q->c->cmd->explain;
	page_init(&p, &opts);
	page_interests(&p, &shown);
	cli_print_page(q->c, &p);
	page_free(&p);
}

static bool
load(struct asked *q, struct err *e)
{
	const struct sources *src = &q->r->sources;

	return read_answers(q, e)
	    && interest_fits(&q->roles, q->r->db, src, &q->of, false, &q->a, e)
	    && (!q->c->cmd->occupations
		|| interest_fits(&q->occupations, q->r->db, src, &q->of, true, &q->a, e));
}

static bool
load_role(struct asked *q, struct err *e)
{
	int64_t id;

	q->has_role = true;
	return cli_find_role(q->r->db, q->c->cmd->args[0], &id, e)
	    && interest_fit_of(&q->role, q->r->db, &q->r->sources, &q->of, id, &q->a, e);
}

static bool
run(struct cli *c, struct reader *r, struct err *e)
{
	struct asked q = {.c = c, .r = r};
	bool items = c->cmd->nargs > 0 && strcmp(c->cmd->args[0], "items") == 0, ok;

	arena_init(&q.a);
	ok = interest_any(r->db, e) && interest_items(&q.items, &q.a, e) && say(&q, e)
	    && load(&q, e) && (c->cmd->nargs == 0 || items || load_role(&q, e));
	if (ok && (items || cmdline_said(c->cmd, OPT_FORMAT)))
		print_table(&q, items);
	else if (ok)
		print_page(&q);
	arena_free(&q.a);
	return ok;
}

bool
verb_interests(struct cli *c, struct err *e)
{
	return cli_read(c, run, e);
}
