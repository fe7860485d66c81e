/* compare.c - `career compare KEY...`: the page, or the whole table in a format. */
#include "career/page/compare.h"

#include "career/cli/cli.h"
#include "career/cli/out.h"
#include "career/store/catalog.h"

#include <stdlib.h>

static bool
print_comparison(struct cli *c, struct reader *r, const struct compare *cmp, struct err *e)
{
	struct compare_opts how = {.baseline = -1, .all = false};
	struct page_opts opts = cli_page_opts(c);
	size_t pinned, shown = 0;
	struct page p;
	bool ok = true;

	page_init(&p, &opts);
	/* What does not fit beside the first columns follows below. */
	for (how.first = 0; ok && how.first<cmp->n; how.first += shown> 0 ? shown : 1) {
		if (how.first > 0)
			page_blank(&p);
		ok = page_compare(&p, r, cmp, &how, &pinned, &shown, e);
		if (opts.plain)
			break;
	}
	if (ok)
		cli_print_page(c, &p);
	page_free(&p);
	return ok;
}

static void
print_table(struct cli *c, const struct compare *cmp)
{
	struct out_column cols[COMPARE_MAX + 3] = {
	    {"block", "Block", false, 20},
	    {"aspect", "Aspect", false, 24},
	    {"note", "Note", false, 24},
	};
	struct out o = {
	    .sink = &c->out,
	    .format = &out_formats[c->cmd->format],
	    .cols = cols,
	    .ncols = cmp->n + 3,
	    .tty = c->tty,
	    .color = c->color,
	    .ascii = c->ascii,
	    .width = c->width,
	};

	for (size_t i = 0; i < cmp->n; i++)
		cols[i + 3] = (struct out_column){cmp->key[i], cmp->name[i], false, 24};
	out_begin(&o);
	for (size_t k = 0; k < cmp->nrows; k++) {
		const struct compare_row *row = &cmp->row[k];
		struct cell cells[COMPARE_MAX + 3] = {
		    {.kind = CELL_TEXT, .text = row->block},
		    {.kind = CELL_TEXT, .text = row->label},
		    {.kind = row->note[0] != '\0' ? CELL_TEXT : CELL_ABSENT, .text = row->note},
		};

		for (size_t i = 0; i < cmp->n; i++) {
			const char *text = row->cell[i].text;

			cells[i + 3] = (struct cell){
			    .kind = *text != '\0' ? CELL_TEXT : CELL_ABSENT, .text = text};
		}
		out_row(&o, cells);
	}
	out_end(&o);
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
			if (c->cmd->format == OUT_TABLE)
				ok = print_comparison(c, &r, &cmp, e);
			else
				print_table(c, &cmp);
			compare_free(&cmp);
		}
		reader_close(&r);
	}
	db_close(db);
	return ok;
}
