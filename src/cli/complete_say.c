/*
 * complete_say.c - `career __complete`: what the scripts of complete_script.c ask.
 *
 *   words [WORD...]                   the words behind the program's name, the last being typed
 *   bash TYPE COLUMNS LINE TAIL       COMP_TYPE, the terminal's width, the line up to the cursor, and
 *                                     the end of it that readline replaces
 *
 * It answers one candidate a line, a tab and its help behind it. A line that begins with a tab says
 * what the shell has to do: "files", "folders": complete these; "open": put no blank behind. To bash
 * a candidate is what readline puts in place of TAIL, with the help only where a list is shown.
 */
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/cli/complete.h"

#include <stdlib.h>
#include <string.h>

static void
say_orders(const struct offers *o, struct buf *out)
{
	if (o->path != PATH_NONE)
		buf_adds(out, o->path == PATH_FILE ? "\tfiles\n" : "\tfolders\n");
	if (o->open && o->n > 0)
		buf_adds(out, "\topen\n");
}

static void
say_words(const struct offers *o, struct buf *out)
{
	say_orders(o, out);
	for (size_t i = 0; i < o->n; i++)
		buf_addf(
		    out, "%s%s%s\n", o->all[i].text, o->all[i].help[0] ? "\t" : "", o->all[i].help);
}

/* --- bash ------------------------------------------------------------------------------------ */

enum { HELP_LEAST = 12 }; /* cells of help that are worth showing */

/* What COMP_TYPE says that the answer is for. */
enum { TYPE_LIST = '?', TYPE_LIST_UNMODIFIED = '@', TYPE_LIST_AMBIGUOUS = '!' };

struct bash {
	const struct shell_line *line;
	long type, columns;
	struct buf *out;
	struct buf text; /* the candidate at hand, as readline wants it */
	int widest;
};

static bool
shows_help(const struct bash *b)
{
	return b->type == TYPE_LIST || b->type == TYPE_LIST_UNMODIFIED
	    || b->type == TYPE_LIST_AMBIGUOUS;
}

/* The candidate behind what readline keeps, quoted unless it is only looked at. False when what is
 * kept is not how it begins. */
static bool
fit(struct bash *b, const char *text)
{
	const struct shell_line *l = b->line;

	buf_clear(&b->text);
	if (strlen(text) < l->kept || strncmp(text, l->words[l->n - 1], l->kept) != 0)
		return false;
	if (b->type != TYPE_LIST)
		return shell_quote(&b->text, text + l->kept, l->quote);
	buf_adds(&b->text, text + l->kept);
	return true;
}

/* readline closes the quote behind the only candidate, unless it ends in such a quote itself. */
static void
close_quote(struct bash *b)
{
	char quote = b->line->quote;

	if (quote && b->text.len > 0 && b->text.data[b->text.len - 1] == quote)
		buf_addc(&b->text, quote);
}

static void
add_help(struct bash *b, const char *help)
{
	int left = (int)b->columns - b->widest - 3;

	if (!help[0] || left < HELP_LEAST)
		return;
	buf_pad(&b->text, ' ', (size_t)(b->widest + 2 - text_width(b->text.data)));
	text_clip(&b->text, help, left, "~");
}

static void
say_bash(struct bash *b, const struct offers *o)
{
	bool help = shows_help(b) && o->n > 1;

	for (size_t i = 0; i < o->n && help; i++)
		if (fit(b, o->all[i].text) && text_width(b->text.data) > b->widest)
			b->widest = text_width(b->text.data);
	say_orders(o, b->out);
	for (size_t i = 0; i < o->n; i++) {
		if (!fit(b, o->all[i].text))
			continue;
		if (help)
			add_help(b, o->all[i].help);
		else if (o->n == 1)
			close_quote(b);
		buf_addf(b->out, "%s\n", b->text.data);
	}
}

static void
answer_bash(struct offers *o, const char *const *args, struct buf *out)
{
	struct shell_line line;
	struct bash b = {.line = &line,
	    .type = strtol(args[0], NULL, 10),
	    .columns = strtol(args[1], NULL, 10),
	    .out = out,
	    .text = BUF_INIT};

	shell_split(&line, args[2], args[3]);
	if (b.columns < 0 || b.columns > 1000)
		b.columns = 80;
	if (line.redirect)
		o->path = PATH_FILE;
	else if (line.n > 1)
		complete_words(o, line.words + 1, line.n - 1);
	say_bash(&b, o);
	shell_free(&line);
	buf_free(&b.text);
}

bool
verb_complete(struct cli *c, struct err *e)
{
	const char *const *args = (const char *const *)c->cmd->args;
	size_t n = c->cmd->nargs;
	struct offers o;

	(void)e;
	offers_init(&o, c->ascii);
	if (n > 0 && strcmp(args[0], "words") == 0) {
		complete_words(&o, args + 1, n - 1);
		say_words(&o, &c->out.buf);
	} else if (n == 5 && strcmp(args[0], "bash") == 0) {
		answer_bash(&o, args + 1, &c->out.buf);
	}
	offers_free(&o);
	return true;
}
