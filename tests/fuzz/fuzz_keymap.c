/* A person's keymap and themes, whatever they hold: a message with a place, or a keymap that keeps its
 * promises; the built-in keys are there in any case. */
#include "career/cmd/keymap.h"
#include "career/cmd/themes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool ok)
{
	if (!ok)
		abort();
}

static void
check_error(const struct err *e, const struct buf *lines)
{
	require(e->code == ERR_DATA && strncmp(e->text, "f.yaml:", 7) == 0);
	require(!strchr(e->text, '\n'));
	require(strncmp(lines->data, e->text, strlen(e->text)) == 0);
}

static bool
runs(const struct keymap *k, const char *key, const char *command)
{
	const struct binding *b = keymap_find(k, IN_LIST | IN_ON(SCREEN_ROLES), key);

	return b != NULL && strcmp(b->command, command) == 0;
}

/* Whatever a file says, these work. */
static void
check_keymap(const struct keymap *k)
{
	struct buf lines = BUF_INIT;

	require(runs(k, "Up", "up") && runs(k, "Esc", "cancel") && runs(k, "^C", "cancel"));
	for (const struct binding *b = k->all; b < k->all + k->n; b++) {
		require((b->where & IN_PLACES) != 0 && b->key[0] != '\0');
		require((b->hint > 0) == (b->label != NULL));
		if (b->layer == LAYER_OWN)
			require((keymap_region(k, b) & ~(b->where | IN_SCREENS)) == 0);
	}
	if (k->file != NULL)
		require((keymap_check(k, &lines) > 0) == (lines.len > 0));
	buf_free(&lines);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf lines = BUF_INIT;
	struct keymap_want want = {.file = "f.yaml", .lines = &lines};
	struct theme_want theme = {.file = "f.yaml", .lines = &lines};
	struct keymap k;
	struct theme t;
	struct err e;

	err_clear(&e);
	if (!keymap_load_bytes(&k, &want, (const char *)data, size, &e))
		check_error(&e, &lines);
	check_keymap(&k);
	keymap_free(&k);
	buf_clear(&lines);
	err_clear(&e);
	if (!theme_load_bytes(&t, &theme, (const char *)data, size, &e))
		check_error(&e, &lines);
	for (int i = 0; i < STYLE_KINDS; i++)
		require(t.row[i].color < THEME_COLORS);
	buf_free(&lines);
	return 0;
}
