/* find.c - `career find QUERY`: roles, programs, skills, guide and glossary at once. */
#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/out/out.h"
#include "career/model/find.h"

#include <stdlib.h>

enum { EACH = 10 }; /* rows of a group when --limit does not say */

static void
print_row(struct out *o, const struct find_group *g, uint32_t row, const char *group)
{
	struct buf key = BUF_INIT, title = BUF_INIT, beside = BUF_INIT;

	view_key(&g->view, row, &key);
	find_words(g, row, &title, &beside);
	out_row(o,
	    (const struct cell[]){
		{.kind = CELL_TEXT, .text = group},
		{.kind = CELL_TEXT, .text = title.data},
		{.kind = beside.len > 0 ? CELL_TEXT : CELL_ABSENT, .text = beside.data},
		{.kind = CELL_TEXT, .text = key.data},
	    });
	buf_free(&key);
	buf_free(&title);
	buf_free(&beside);
}

static void
print_groups(struct cli *c, const struct find *f)
{
	static const struct out_column cols[] = {
	    {"kind", "Kind", false, 10},
	    {"title", "Title", false, 40},
	    {"about", "About", false, 40},
	    {"key", "Key", false, 0},
	};
	struct out o = cli_table(c, cols, sizeof cols / sizeof *cols, true);
	uint64_t each = c->cmd->limit >= 0 ? (uint64_t)c->cmd->limit : EACH;

	out_begin(&o);
	for (size_t i = 0; i < FIND_GROUPS; i++) {
		const struct find_group *g = &f->group[i];

		for (uint32_t k = 0; k < find_count(g) && k < each; k++)
			print_row(&o, g, g->view.rows[k], g->list->one);
	}
	out_end(&o);
}

/* What was left out, for a person. */
static void
say_more(struct cli *c, const struct find *f)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < FIND_GROUPS; i++)
		if (find_count(&f->group[i]) > EACH && c->cmd->limit < 0)
			buf_addf(&b, "%s%u in %s", b.len > 0 ? ", " : "the first 10 of ",
			    find_count(&f->group[i]), f->group[i].list->name);
	if (b.len > 0 && c->tty)
		cli_say(c, b.data);
	buf_free(&b);
}

bool
verb_search(struct cli *c, struct err *e)
{
	struct db *db = cli_catalog(c, e);
	struct buf text = BUF_INIT;
	struct find f;
	bool ok = db != NULL;

	for (size_t i = 0; i < c->cmd->nargs; i++)
		buf_addf(&text, "%s%s", i > 0 ? " " : "", c->cmd->args[i]);
	find_init(&f, db);
	ok = ok && find_set(&f, text.data, false, e);
	if (ok && find_total(&f) == 0) {
		ok = false;
		*e = (struct err){.code = ERR_NOTFOUND};
	} else if (ok) {
		print_groups(c, &f);
		say_more(c, &f);
	}
	find_free(&f);
	db_close(db);
	buf_free(&text);
	return ok;
}
