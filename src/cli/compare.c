/* compare.c - `career compare KEY...`: the page, or the table in a format. */
#include "career/page/compare.h"

#include "career/cli/cli.h"
#include "career/cmd/compare_export.h"
#include "career/store/catalog.h"

#include <stdlib.h>

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
	if (ok)
		cli_print_page(c, &p);
	page_free(&p);
	return ok;
}

static void
print_table(struct cli *c, const struct compare *cmp, const struct compare_opts *how)
{
	struct out o = {
	    .sink = &c->out,
	    .format = &out_formats[c->cmd->format],
	    .tty = c->tty,
	    .color = c->color,
	    .ascii = c->ascii,
	    .width = c->width,
	};

	compare_export(&o, cmp, how);
}

/* The column of --baseline, which may be said in any way that a key may be. */
static bool
find_baseline(
    struct cli *c, struct reader *r, const struct compare *cmp, int *column, struct err *e)
{
	enum thing kind;
	int64_t id;

	*column = -1;
	if (!cmdline_said(c->cmd, OPT_BASELINE))
		return true;
	if (!thing_find(r->db, c->cmd->baseline, &kind, &id, e))
		return false;
	for (size_t i = 0; i < cmp->n; i++)
		if (cmp->kind == kind && cmp->id[i] == id)
			*column = (int)i;
	return *column >= 0
	    || err_set(
		e, ERR_USAGE, "--baseline %s is none of those that are compared", c->cmd->baseline);
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

bool
verb_compare(struct cli *c, struct err *e)
{
	char *path = catalog_find(c->cmd->options.catalog);
	struct db *db = catalog_open(path, e);
	enum level level = (enum level)(LEVEL_ENTRY + c->cmd->level);
	struct reader r;
	struct compare cmp;
	bool ok = false;

	free(path);
	if (db != NULL && reader_open(&r, db, e)) {
		ok = compare_make(
		    &cmp, &r, (const char *const *)c->cmd->args, c->cmd->nargs, level, e);
		if (ok) {
			ok = print(c, &r, &cmp, e);
			compare_free(&cmp);
		}
		reader_close(&r);
	}
	db_close(db);
	return ok;
}
