/*
 * palette.c - which commands fit what is typed, in which order, and what Enter means by them.
 */
#include "career/cmd/palette.h"

#include "arguments.h"
#include "career/base/fuzzy.h"
#include "career/base/text.h"
#include "state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 14, NARROW = 60, NOTES = 2 };

void
palette_init(struct palette *u)
{
	memset(u, 0, sizeof *u);
	arena_init(&u->arena);
	buf_init(&u->fold);
	u->uses = mem_zero(ncommands, sizeof *u->uses);
	u->last = mem_zero(ncommands, sizeof *u->last);
	u->here = mem_zero(ncommands, sizeof *u->here);
}

void
palette_free(struct palette *u)
{
	free(u->item);
	free(u->uses);
	free(u->last);
	free(u->here);
	arena_free(&u->arena);
	buf_free(&u->fold);
	memset(u, 0, sizeof *u);
}

/* --- use ----------------------------------------------------------------------------------------- */

static void
take_use(void *ctx, const char *name, int64_t n, int64_t last)
{
	struct palette *u = ctx;
	const struct command *c = command_find(name);

	if (c == NULL)
		return;
	u->uses[c - commands] = n;
	u->last[c - commands] = last;
	if (u->clock <= last)
		u->clock = last + 1;
}

void
palette_load(struct app *a)
{
	struct err e;

	profile_uses(a->profile, take_use, &a->palette, &e);
}

/* A profile that takes no more is told of elsewhere: this is not worth a word. */
void
palette_used(struct app *a, const struct command *c)
{
	struct palette *u = &a->palette;
	struct err e;

	u->uses[c - commands]++;
	u->last[c - commands] = u->clock++;
	profile_use(a->profile, c->name, &e);
}

/* --- items --------------------------------------------------------------------------------------- */

static struct palette_item *
add(struct palette *u)
{
	u->item = mem_reserve(u->item, &u->cap, u->n + 1, sizeof *u->item);
	memset(&u->item[u->n], 0, sizeof *u->item);
	return &u->item[u->n++];
}

/* Other names of one command, those that only ask less, and the command line itself are no items. */
static bool
is_listed(const struct command *c)
{
	if (strcmp(c->name, "command-line") == 0 || c->name[strlen(c->name) - 1] == '!')
		return false;
	for (const struct command *b = commands; b < c; b++)
		if (strcmp(b->help, c->help) == 0)
			return false;
	return true;
}

/* What moves the cursor is known by its keys: it comes last where nothing is typed. */
static bool
is_move(const struct command *c)
{
	return (c->flags & CMD_GROUPS) == CMD_MOVE;
}

static int
compare(const struct palette *u, const struct palette_item *a, const struct palette_item *b)
{
	size_t i = (size_t)(a->command - commands), k = (size_t)(b->command - commands);

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->here != b->here)
		return a->here ? -1 : 1;
	if (u->uses[i] != u->uses[k])
		return u->uses[i] > u->uses[k] ? -1 : 1;
	if (u->last[i] != u->last[k])
		return u->last[i] > u->last[k] ? -1 : 1;
	if (u->fold.len == 0 && is_move(a->command) != is_move(b->command))
		return is_move(a->command) ? 1 : -1;
	return i < k ? -1 : i > k;
}

/* Best first; what is equal stays as it was added. */
static void
sort_items(struct palette *u, bool by_use)
{
	for (size_t i = 1; i < u->n; i++) {
		struct palette_item it = u->item[i];
		size_t k = i;

		while (k > 0
		    && (by_use ? compare(u, &it, &u->item[k - 1]) < 0
			       : it.score > u->item[k - 1].score)) {
			u->item[k] = u->item[k - 1];
			k--;
		}
		u->item[k] = it;
	}
}

static void
find_commands(struct app *a, const char *want)
{
	struct palette *u = &a->palette;

	for (const struct command *c = commands; c < commands + ncommands; c++) {
		unsigned score = is_listed(c) ? fuzzy_score(want, c->name, c->help) : 0;

		if (score > 0)
			*add(u) = (struct palette_item){.command = c,
			    .score = score,
			    .here = u->here[c - commands],
			    .whole = true};
	}
}

/* "sec pay": where no command fits all of it, the first word may be a name's and the rest its argument. */
static void
find_shortened(struct app *a, const char *want)
{
	struct palette *u = &a->palette;
	size_t len = strcspn(want, " ");

	if (want[len] == '\0' || want[len + strspn(want + len, " ")] == '\0')
		return;
	for (const struct command *c = commands; c < commands + ncommands; c++) {
		unsigned score =
		    is_listed(c) && c->arg != NULL ? fuzzy_word(want, len, c->name, FUZZY_NAME) : 0;

		if (score > 0)
			*add(u) = (struct palette_item){.command = c,
			    .score = score,
			    .here = u->here[c - commands],
			    .whole = true,
			    .shortened = true};
	}
}

struct taking {
	struct palette *u;
	size_t lead; /* bytes of the line in front of the argument */
	const char *want;
};

static void
take_argument(void *ctx, const struct argument *one)
{
	const struct taking *t = ctx;
	unsigned score =
	    one->whole ? fuzzy_score(t->want, one->text, one->help != NULL ? one->help : "") : 1;

	if (score > 0)
		*add(t->u) = (struct palette_item){
		    .command = t->u->given,
		    .text = arena_dup(&t->u->arena, one->text),
		    .help = arena_dup(&t->u->arena, one->help != NULL ? one->help : ""),
		    .from = t->lead + one->from,
		    .to = t->lead + one->to,
		    .whole = one->whole,
		    .score = score,
		};
}

static void
find_arguments(struct app *a, const char *line, size_t rest)
{
	struct palette *u = &a->palette;
	size_t at = a->prompt.edit.cursor > rest ? a->prompt.edit.cursor - rest : 0;
	struct taking t = {u, rest, NULL};

	buf_clear(&u->fold);
	text_fold(&u->fold, line + rest, strlen(line + rest));
	t.want = u->fold.data;
	arguments_offer(a, u->given, line + rest, at, take_argument, &t);
	sort_items(u, false);
}

static void
make(struct app *a)
{
	struct palette *u = &a->palette;
	const char *line = a->prompt.edit.text.data;
	size_t rest, end = command_end(line, &rest);

	u->n = u->cursor = u->top = 0;
	u->moved = u->stale = false;
	arena_reset(&u->arena);
	u->given = command_in(line);
	u->arguments = u->given != NULL && u->given->arg != NULL && line[end] != '\0';
	if (u->arguments) {
		find_arguments(a, line, rest);
		return;
	}
	buf_clear(&u->fold);
	text_fold(&u->fold, line, strlen(line));
	find_commands(a, u->fold.data);
	if (u->n == 0)
		find_shortened(a, u->fold.data);
	sort_items(u, true);
}

void
palette_open(struct app *a)
{
	for (size_t i = 0; i < ncommands; i++)
		a->palette.here[i] = palette_here(a, &commands[i]);
	a->palette.stale = true;
}

void
palette_changed(struct app *a)
{
	a->palette.stale = true;
}

bool
palette_points(const struct palette *u)
{
	return u->n > 0 && (u->moved || !u->arguments);
}

/* --- the list ------------------------------------------------------------------------------------ */

size_t
palette_notes(const struct app *a)
{
	return a->cols < NARROW ? NOTES : 0;
}

/* As many as there are, between the title and the command line, or half of a larger screen. */
size_t
palette_rows(const struct app *a)
{
	const struct palette *u = &a->palette;
	const struct layout *l = &a->layout;
	int bottom = l->status.h > 0 ? l->status.y : l->say.h > 0 ? l->say.y : l->bottom.y;
	int rows = bottom - 1 - 2 - (int)palette_notes(a);
	int most = a->rows / 2 > LINES ? a->rows / 2 : LINES;

	rows = rows < most ? rows : most;
	if (!u->stale && (size_t)rows > u->n)
		rows = (int)u->n;
	return (size_t)(rows < 1 ? 1 : rows);
}

void
palette_settle(struct app *a)
{
	struct palette *u = &a->palette;
	size_t rows;

	if (u->stale)
		make(a);
	rows = palette_rows(a);
	if (u->cursor >= u->n)
		u->cursor = u->n > 0 ? u->n - 1 : 0;
	if (u->cursor < u->top)
		u->top = u->cursor;
	if (u->cursor >= u->top + rows)
		u->top = u->cursor - rows + 1;
	if (u->top + rows > u->n)
		u->top = u->n > rows ? u->n - rows : 0;
}

bool
palette_key(struct app *a, const char *key)
{
	static const struct {
		const char *key;
		bool up, page;
	} keys[] = {{"Up", true, false}, {"Down", false, false}, {"PgUp", true, true},
	    {"PgDn", false, true}};
	struct palette *u = &a->palette;

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		size_t step = keys[i].page && palette_rows(a) > 1 ? palette_rows(a) - 1 : 1;

		if (strcmp(keys[i].key, key) != 0)
			continue;
		palette_settle(a);
		if (keys[i].up)
			u->cursor -= step < u->cursor ? step : u->cursor;
		else if (u->arguments && !u->moved && !keys[i].page)
			u->cursor = 0; /* none was chosen so far */
		else
			u->cursor += step;
		u->moved = u->n > 0;
		palette_settle(a);
		return true;
	}
	return false;
}

bool
palette_point(struct app *a, size_t i)
{
	struct palette *u = &a->palette;

	palette_settle(a);
	if (i >= u->n)
		return false;
	u->cursor = i;
	u->moved = true;
	return true;
}
