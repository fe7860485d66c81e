/* compare.c - `career compare KEY...`: the page, or the table in a format. */
#include "career/page/compare.h"

#include "career/cli/cli.h"
#include "career/cmd/compare_export.h"
#include "career/model/payback.h"

#include <stdlib.h>
#include <string.h>

static bool
print_page(struct cli *c, struct reader *r, const struct compare *cmp,
    const struct compare_opts *how, struct err *e)
{
	struct page_opts opts = cli_page_opts(c);
	struct page p;
	bool ok;

	opts.details = true; /* there is no key that would show what is cut */
	page_init(&p, &opts);
	ok = page_compare_all(&p, r, cmp, how, e);
	if (ok && cmp->kind == COMPARE_PROGRAMS && cmp->aim[0].role == 0) {
		page_blank(&p);
		page_wrap(
		    &p, 0, STYLE_NOTE, "--role SLUG adds when each is paid back in that job.");
		page_close(&p);
	}
	if (ok)
		cli_print_page(c, &p);
	page_free(&p);
	return ok;
}

static void
print_table(struct cli *c, const struct compare *cmp, const struct compare_opts *how)
{
	struct out o = cli_table(c, NULL, 0, false);

	compare_export(&o, cmp, how);
}

/* The only column of a key; of a plan also by its program or its role alone. -1 none, -2 several. */
static int
column_of(const struct compare *cmp, enum thing kind, int64_t id)
{
	int column = -1;

	for (size_t i = 0; i < cmp->n; i++) {
		int64_t own = cmp->kind == COMPARE_PLANS && kind == THING_ROLE ? cmp->aim[i].role
									       : cmp->id[i];
		bool fits = kind == THING_ROLE ? cmp->kind != COMPARE_PROGRAMS
		    : kind == THING_PROGRAM    ? cmp->kind != COMPARE_ROLES
					       : false;

		if (fits && own == id)
			column = column == -1 ? (int)i : -2;
	}
	return column;
}

/* The column of --baseline, which may be said in any way that a key may be. */
static bool
find_baseline(
    struct cli *c, struct reader *r, const struct compare *cmp, int *column, struct err *e)
{
	const char *key = c->cmd->baseline;
	enum thing kind;
	int64_t id;

	*column = -1;
	if (!cmdline_said(c->cmd, OPT_BASELINE))
		return true;
	for (size_t i = 0; i < cmp->n; i++)
		if (strcmp(cmp->key[i], key) == 0)
			*column = (int)i;
	if (*column >= 0)
		return true;
	if (!thing_find(r->db, key, &kind, &id, e))
		return false;
	*column = column_of(cmp, kind, id);
	if (*column == -2)
		return err_set(e, ERR_USAGE, "--baseline %s is in several plans: PROGRAM%cROLE",
		    key, COMPARE_PLUS);
	return *column >= 0
	    || err_set(e, ERR_USAGE, "--baseline %s is none of those that are compared", key);
}

static bool
print(struct cli *c, struct reader *r, const struct compare *cmp, struct err *e)
{
	struct compare_opts how = {.all = c->cmd->all};

	if (!find_baseline(c, r, cmp, &how.baseline, e))
		return false;
	if (c->cmd->format == OUT_TABLE)
		return print_page(c, r, cmp, &how, e);
	print_table(c, cmp, &how);
	return true;
}

/* What the person keeps, and what the options say instead: the role, payback. */
struct person {
	char *role, *kept;
	struct buf asks;
};

static bool
person_read(struct person *p, struct cli *c, struct reader *r, struct err *e)
{
	struct payback_asks q;

	p->role = c->cmd->role != NULL ? cli_role(c, r, e) : cli_kept(c, "role");
	if (c->cmd->role != NULL && p->role == NULL)
		return false;
	p->kept = cli_kept(c, "payback");
	payback_asks_read(&q, p->kept);
	if (c->cmd->baseline_pay != NULL
	    && !payback_number(FI_BASELINE, c->cmd->baseline_pay, &q.said[FI_BASELINE], e))
		return false;
	payback_asks_text(&q, &p->asks);
	r->role = p->role;
	r->asks = p->asks.data;
	return true;
}

static void
person_free(struct person *p)
{
	free(p->role);
	free(p->kept);
	buf_free(&p->asks);
}

bool
verb_compare(struct cli *c, struct err *e)
{
	struct db *db = cli_catalog(c, e);
	enum level level = (enum level)(LEVEL_ENTRY + c->cmd->level);
	struct person person = {.asks = BUF_INIT};
	struct reader r;
	struct compare cmp;
	bool ok = false;

	if (db != NULL && reader_open(&r, db, e)) {
		ok = person_read(&person, c, &r, e)
		    && compare_make(
			&cmp, &r, (const char *const *)c->cmd->args, c->cmd->nargs, level, e);
		if (ok) {
			ok = print(c, &r, &cmp, e);
			compare_free(&cmp);
		}
		reader_close(&r);
	}
	person_free(&person);
	db_close(db);
	return ok;
}
