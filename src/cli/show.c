/* show.c - `career show KEY`: the page of one thing, as text. */
#include "career/cli/cli.h"
#include "career/model/mine.h"
#include "career/page/pages.h"

#include <stdlib.h>

enum { SHOW_WIDEST = 120 }; /* longer lines read badly */

/* Select Graphic Rendition of a style: bold and underline only, readable on any background. */
static const char *
style_code(enum style s)
{
	static const char *const codes[STYLE_KINDS] = {
	    [STYLE_HEADING] = "1", [STYLE_VALUE] = "1", [STYLE_WARN] = "1", [STYLE_LINK] = "4"};

	return codes[s];
}

static void
print_span(struct buf *out, const struct span *s)
{
	const char *code = style_code(s->style);

	if (code)
		buf_addf(out, "\033[%sm%s\033[0m", code, s->text);
	else
		buf_adds(out, s->text);
}

static void
print_lines(struct cli *c, const struct page *p)
{
	if (!c->color) {
		page_text(p, &c->out.buf);
		return;
	}
	for (size_t i = 0; i < p->nlines; i++) {
		for (size_t k = 0; k < p->lines[i].nspans; k++)
			print_span(&c->out.buf, &p->lines[i].spans[k]);
		buf_addc(&c->out.buf, '\n');
		sink_spill(&c->out);
	}
}

/* Whoever reads the page elsewhere must know that it is not the whole. */
static void
print_left_out(struct cli *c, const struct page_opts *opts)
{
	struct page p;

	page_init(&p, opts);
	page_blank(&p);
	page_wrapf(&p, 0, STYLE_WARN, "! %s.", c->left_out);
	page_close(&p);
	print_lines(c, &p);
	page_free(&p);
	free(c->left_out);
	c->left_out = NULL;
}

void
cli_print_page(struct cli *c, const struct page *p)
{
	print_lines(c, p);
	if (c->left_out != NULL)
		print_left_out(c, &p->opts);
}

struct page_opts
cli_page_opts(const struct cli *c)
{
	return (struct page_opts){
	    .width = c->width < SHOW_WIDEST ? c->width : SHOW_WIDEST,
	    .ascii = c->ascii,
	    .plain = c->cmd->options.plain,
	    .details = true,
	    .year_now = c->year,
	};
}

static bool
make_page(struct cli *c, struct page *p, struct reader *r, struct err *e)
{
	const struct cmdline *cmd = c->cmd;
	enum level level = (enum level)(LEVEL_ENTRY + cmd->level);
	enum thing kind;
	int64_t id;

	if (!thing_find(r->db, cmd->args[0], &kind, &id, e))
		return false;
	if (kind == THING_ROLE)
		return cli_what_if(c, r, id, e) && page_role_all(p, r, id, level, e);
	if (cmdline_said(cmd, OPT_WHAT_IF))
		return err_set(e, ERR_USAGE, "--what-if is for roles; '%s' is none", cmd->args[0]);
	if (cmdline_said(cmd, OPT_LEVEL))
		return err_set(e, ERR_USAGE, "--level is for roles; '%s' is none", cmd->args[0]);
	return page_thing(p, r, kind, id, e);
}

static bool
show(struct cli *c, struct reader *r, struct err *e)
{
	struct page_opts opts = cli_page_opts(c);
	struct page p;
	bool ok;

	page_init(&p, &opts);
	ok = make_page(c, &p, r, e);
	if (ok)
		cli_print_page(c, &p);
	page_free(&p);
	return ok;
}

/* With what the person says of skills; what cannot be read is left out. */
static bool
show_kept(struct cli *c, struct reader *r, struct err *e)
{
	struct profile *kept = cli_profile(c);
	struct mine mine;
	struct arena a;
	struct err why;
	bool ok;

	arena_init(&a);
	r->mine = mine_read(&mine, r->db, kept, &a, &why) ? &mine : NULL;
	ok = show(c, r, e);
	r->mine = NULL;
	arena_free(&a);
	profile_close(kept);
	return ok;
}

bool
verb_show(struct cli *c, struct err *e)
{
	return cli_read(c, show_kept, e);
}
