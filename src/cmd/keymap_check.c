/*
 * keymap_check.c - what is wrong with a keymap that can be understood.
 *
 * Each check looks at the rows one by one and says at most one thing of each. What a higher layer replaces
 * on purpose is no mistake; what can never work, or leaves a command without a key, is one.
 */
#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/cmd/key.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct checking {
	const struct keymap *k;
	struct buf *lines;
	size_t problems;
};

static const char *
file_of(const struct keymap *k, const struct binding *b)
{
	return b->layer == LAYER_OWN ? k->file : KEYMAP_BUILT_IN;
}

static void __attribute__((format(printf, 3, 4)))
problem(struct checking *c, const struct binding *b, const char *fmt, ...)
{
	va_list ap;

	buf_addf(c->lines, "%s:%u:%u: ", file_of(c->k, b), b->line, b->column);
	va_start(ap, fmt);
	buf_addv(c->lines, fmt, ap);
	va_end(ap);
	buf_addc(c->lines, '\n');
	c->problems++;
}

static const char *
command_words(const struct binding *b)
{
	return b->command != NULL ? b->command : "none";
}

/* Whether all of `a` lies in `b`, and not the other way round; one for certain screens is in one for all. */
static bool
more_specific(const struct binding *a, const struct binding *b)
{
	unsigned pa = a->where & IN_PLACES, pb = b->where & IN_PLACES;
	unsigned sa = a->where & IN_SCREENS, sb = b->where & IN_SCREENS;

	if ((sa != 0) != (sb != 0))
		return sa != 0;
	return (pa & ~pb) == 0 && (sa & ~sb) == 0 && (pa != pb || sa != sb);
}

static bool
same_key(const struct binding *a, const struct binding *b)
{
	return a->layer == b->layer && strcmp(a->key, b->key) == 0
	    && context_overlap(a->where, b->where);
}

static void
check_collision(struct checking *c, const struct binding *b)
{
	struct buf in = BUF_INIT;

	for (const struct binding *a = c->k->all; a < b; a++) {
		unsigned screens = (a->where & b->where) & IN_SCREENS;

		if (!same_key(a, b) || more_specific(a, b) || more_specific(b, a))
			continue;
		context_say((a->where & b->where & IN_PLACES) | screens, &in);
		problem(c, b, "%s has two meanings in %s: '%s', and '%s' in line %u", b->key,
		    in.data, command_words(b), command_words(a), a->line);
		break;
	}
	buf_free(&in);
}

/* Of the places of a row, those that more specific rows of its layer take. */
static bool
is_covered(const struct keymap *k, const struct binding *b, unsigned place, int screen)
{
	unsigned here = place | IN_ON(screen);

	for (const struct binding *a = k->all; a < k->all + k->n; a++)
		if (a != b && same_key(a, b) && more_specific(a, b)
		    && context_overlap(a->where, here))
			return true;
	return false;
}

static void
check_shadow(struct checking *c, const struct binding *b)
{
	for (unsigned place = 1; place <= IN_TOUR; place <<= 1)
		for (int s = 0; (b->where & IN_PLACES & place) != 0 && s < SCREEN_COUNT; s++)
			if (context_overlap(b->where, place | IN_ON(s))
			    && !is_covered(c->k, b, place, s))
				return;
	problem(
	    c, b, "%s: '%s' never works: other rows take all its places", b->key, command_words(b));
}

/* `none` where no lower layer has a command. */
static void
check_none(struct checking *c, const struct binding *b)
{
	if (b->command != NULL)
		return;
	for (const struct binding *a = c->k->all; a < b && a->layer < b->layer; a++)
		if (strcmp(a->key, b->key) == 0 && context_overlap(a->where, b->where))
			return;
	for (const struct binding *a = c->k->all; a < c->k->all + c->k->n; a++)
		if (a != b && same_key(a, b) && a->command != NULL)
			return;
	problem(c, b, "%s does nothing there anyway", b->key);
}

static bool
is_named_control(const char *written)
{
	return written[0] == '^' && written[1] != '\0' && strchr("IMJH[?imjh", written[1]) != NULL
	    && written[2] == '\0';
}

static void
check_sendable(struct checking *c, const struct binding *b)
{
	if (is_named_control(b->written))
		problem(c, b, "no terminal tells %s from %s: write %s", b->written, b->key, b->key);
	else if (strcmp(b->key, "^\\") == 0)
		problem(c, b, "%s never comes: the terminal makes it a signal that ends programs",
		    b->key);
	else if (strcmp(b->key, "M-[") == 0 || strcmp(b->key, "M-O") == 0)
		problem(c, b, "%s is what other keys begin with on the line: take another", b->key);
}

static void
check_typed(struct checking *c, const struct binding *b)
{
	struct key k;

	if ((b->where & IN_CHOICE) != 0 && key_from_name(b->key, &k)
	    && (key_types(&k) || (k.kind == KEYK_NAMED && k.named == KEYN_BACKSPACE)))
		problem(c, b, "%s edits the words of a choice: it cannot run '%s' there", b->key,
		    command_words(b));
}

static void
check_label(struct checking *c, const struct binding *b)
{
	if (b->label != NULL && text_width(b->label) > KEYMAP_LABEL)
		problem(c, b, "label '%s' has %d cells, at most %d are for it", b->label,
		    text_width(b->label), KEYMAP_LABEL);
}

/* A command for lists is no hint on a screen that is a page alone. */
static bool
is_hint(const struct keymap *k, const struct binding *b, unsigned place, int screen)
{
	char name[64];
	const struct command *cmd;

	if (!keymap_hinted(k, b, place | IN_ON(screen)))
		return false;
	snprintf(name, sizeof name, "%.*s", (int)strcspn(b->command, " "), b->command);
	cmd = command_find(name);
	return cmd == NULL || (cmd->flags & CMD_LIST) == 0 || pane_defs[screen].list != NULL;
}

/* Two commands with one place in the bottom line. */
static void
check_hint(struct checking *c, const struct binding *b)
{
	for (const struct binding *a = c->k->all; a < b; a++) {
		if (a->hint != b->hint || b->hint == 0 || !context_overlap(a->where, b->where)
		    || strcmp(command_words(a), command_words(b)) == 0)
			continue;
		for (unsigned place = 1; place <= IN_TOUR; place <<= 1)
			for (int s = 0; s < SCREEN_COUNT; s++)
				if (is_hint(c->k, a, place, s) && is_hint(c->k, b, place, s)) {
					problem(c, b, "hint %d is that of '%s' in line %u as well",
					    b->hint, command_words(a), a->line);
					return;
				}
	}
}

static bool
runs(const struct binding *b, const struct command *cmd)
{
	size_t len = strlen(cmd->name);

	return b->command != NULL && strncmp(b->command, cmd->name, len) == 0
	    && (b->command[len] == '\0' || b->command[len] == ' ');
}

/* The row that holds where a row of a lower layer would. */
static const struct binding *
replaced_by(const struct keymap *k, const struct binding *low)
{
	for (const struct binding *b = low + 1; b < k->all + k->n; b++)
		if (b->layer > low->layer && strcmp(b->key, low->key) == 0
		    && context_overlap(b->where, low->where))
			return b;
	return low;
}

static void
check_reach(struct checking *c, const struct command *cmd)
{
	const struct binding *lost = NULL;

	if ((cmd->flags & CMD_NAMED) != 0 || (cmd->arg != NULL && cmd->arg[0] != '['))
		return;
	for (const struct binding *b = c->k->all; b < c->k->all + c->k->n; b++) {
		if (!runs(b, cmd))
			continue;
		if (keymap_region(c->k, b) != 0)
			return;
		lost = b;
	}
	if (lost != NULL) {
		problem(c, replaced_by(c->k, lost), "no key is left for '%s'", cmd->name);
		return;
	}
	buf_addf(c->lines, KEYMAP_BUILT_IN ":1:1: no key runs '%s'\n", cmd->name);
	c->problems++;
}

size_t
keymap_check(const struct keymap *k, struct buf *lines)
{
	static void (*const checks[])(struct checking * c, const struct binding *b) = {
	    check_collision, check_shadow, check_none, check_sendable, check_typed, check_label,
	    check_hint};
	struct checking c = {k, lines, 0};

	for (const struct binding *b = k->all; b < k->all + k->n; b++)
		for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
			checks[i](&c, b);
	for (size_t i = 0; i < ncommands; i++)
		check_reach(&c, &commands[i]);
	return c.problems;
}
