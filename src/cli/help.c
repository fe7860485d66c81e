/* help.c - --help and `career help`, from the tables of options, verbs, fields and formats. */
#include "career/base/text.h"
#include "career/build/import.h"
#include "career/cli/cli.h"
#include "career/cli/list.h"
#include "career/out/out.h"
#include "career/query/field.h"

#include <string.h>

enum { HELP_WIDTH = 79, HELP_INDENT = 2 };

/* Text wrapped behind a name: the name stands at the indent, the text at `column`. */
static void
put_item(struct buf *out, const char *name, int column, const char *text)
{
	size_t len = strlen(text), next = 0;
	int used = HELP_INDENT + text_width(name);

	buf_pad(out, ' ', HELP_INDENT);
	buf_adds(out, name);
	if (used + 1 >= column) {
		buf_addc(out, '\n');
		used = 0;
	}
	for (size_t at = 0; at < len; at += next) {
		size_t n = text_wrap(text + at, len - at, HELP_WIDTH - column, &next);

		buf_pad(out, ' ', (size_t)(column - used));
		buf_add(out, text + at, n);
		buf_addc(out, '\n');
		used = 0;
	}
}

static void
put_text(struct buf *out, int indent, const char *text)
{
	size_t len = strlen(text), next = 0;

	for (size_t at = 0; at < len; at += next) {
		size_t n = text_wrap(text + at, len - at, HELP_WIDTH - indent, &next);

		buf_pad(out, ' ', (size_t)indent);
		buf_add(out, text + at, n);
		buf_addc(out, '\n');
	}
}

static void
put_heading(struct buf *out, const char *text)
{
	buf_addf(out, "\n%s\n", text);
}

static void
put_option(struct buf *out, const struct cli_option *o)
{
	struct buf name = BUF_INIT, help = BUF_INIT;

	if (o->letter)
		buf_addf(&name, "-%c, ", o->letter);
	buf_addf(&name, "--%s%s%s", o->name, o->value ? " " : "", o->value ? o->value : "");
	buf_adds(&help, o->help);
	for (size_t i = 0; o->word && o->word(i); i++)
		buf_addf(&help, "%s%s", i ? ", " : " (", o->word(i));
	buf_adds(&help, o->word ? ")" : "");
	put_item(out, name.data, 22, help.data);
	buf_free(&name);
	buf_free(&help);
}

static void
put_options(struct buf *out, option_bits options)
{
	put_heading(out, "options");
	for (size_t i = 0; i < OPT_COUNT; i++)
		if (options & OPT_BIT(i))
			put_option(out, &cli_options[i]);
}

static void
put_formats(struct buf *out)
{
	put_heading(out, "formats");
	for (size_t i = 0; i < nout_formats; i++)
		put_item(out, out_formats[i].name, 10, out_formats[i].help);
}

static void
put_kinds(struct buf *out)
{
	put_heading(out, "kinds of data sets");
	for (size_t i = 0; i < nimporters; i++)
		if (importers[i] != NULL)
			put_item(out, importers[i]->kind, 16, importers[i]->about);
}

static void
put_columns(struct buf *out, const struct list *l)
{
	struct buf brief = BUF_INIT;

	put_heading(out, "columns (those with * are printed only when they are named)");
	for (size_t i = 0; i < l->nfields; i++) {
		const struct field *f = &l->fields[i];
		struct buf name = BUF_INIT;

		buf_addf(&name, "%s%s", f->name, f->flags & FIELD_EXPORT ? "" : " *");
		put_item(out, name.data, 22, f->help);
		buf_free(&name);
	}
	buf_adds(out, "\nA table on a terminal shows, as far as they fit:\n");
	for (const char *s = list_brief(l); *s; s++) {
		buf_addc(&brief, *s);
		buf_adds(&brief, *s == ',' ? " " : "");
	}
	put_text(out, HELP_INDENT, brief.data);
	buf_free(&brief);
}

/* Of what has no columns of its own. */
static void
put_fields(struct buf *out, const struct list *l)
{
	put_heading(out, "fields of a query");
	for (size_t i = 0; i < l->nfields; i++)
		put_item(out, l->fields[i].name, 22, l->fields[i].help);
}

static void
put_program(struct buf *out)
{
	option_bits options = 0;

	buf_adds(
	    out, "usage: career [OPTION...]\n       career VERB [OPTION...] [ARGUMENT...]\n\n");
	put_text(out, 0,
	    "Careers in machine learning and data: roles, pay, growth, skills and programs of study, "
	    "each figure with its source. Without a verb the program opens on the terminal.");
	put_heading(out, "verbs");
	for (size_t i = 1; i < nverbs; i++) {
		struct buf name = BUF_INIT;

		buf_addf(
		    &name, "%s%s%s", verbs[i].name, verbs[i].args[0] ? " " : "", verbs[i].args);
		put_item(out, name.data, 22, verbs[i].help);
		buf_free(&name);
	}
	for (size_t i = 0; i < nverbs; i++)
		options |= verbs[i].options;
	put_options(out, options);
	put_heading(out, "exit codes");
	for (size_t i = 0; i < nexit_codes; i++) {
		struct buf name = BUF_INIT;

		buf_addf(&name, "%d", exit_codes[i].code);
		put_item(out, name.data, 8, exit_codes[i].help);
		buf_free(&name);
	}
	buf_adds(out,
	    "\n`career VERB --help` says more of a verb. "
	    "Manuals: career(1), career-query(7).\n");
}

static void
put_verb(struct buf *out, const struct verb *v)
{
	const struct list *l = list_find(v->name);
	struct buf text = BUF_INIT;

	buf_addf(
	    out, "usage: career %s [OPTION...]%s%s\n\n", v->name, v->args[0] ? " " : "", v->args);
	buf_addf(&text, "career %s %s.", v->name, v->help);
	put_text(out, 0, text.data);
	buf_free(&text);
	if (v->more)
		put_text(out, 0, v->more);
	if (v->examples)
		put_heading(out, "examples");
	for (size_t i = 0; v->examples && v->examples[i]; i++)
		buf_addf(out, "  %s\n", v->examples[i]);
	put_options(out, v->options);
	if (v->takes == TAKES_SETS)
		put_kinds(out);
	if (v->options & OPT_BIT(OPT_FORMAT))
		put_formats(out);
	if (l && list_frame_spec(l) != NULL)
		put_columns(out, l);
	else if (l)
		put_fields(out, l);
}

void
help_print(struct cli *c, const struct verb *v)
{
	if (v->name[0])
		put_verb(&c->out.buf, v);
	else
		put_program(&c->out.buf);
}

bool
verb_help(struct cli *c, struct err *e)
{
	const struct verb *v = c->cmd->nargs ? verb_find(c->cmd->args[0]) : &verbs[0];

	if (!v)
		return verb_unknown(c->cmd->args[0], e);
	help_print(c, v);
	return true;
}
