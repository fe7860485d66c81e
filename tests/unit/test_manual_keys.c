/* career-keys(5) says what the tables of keys and themes say. */
#include "career/cmd/key.h"
#include "career/cmd/keymap.h"
#include "career/cmd/note.h"
#include "career/cmd/themes.h"
#include "check.h"
#include "manual.h"

#include <stdio.h>

#define PAGE "man/career-keys.5"

/* Its rows, which are what it changes in the first one. */
static void
put_changes(struct buf *out, const char *preset)
{
	struct keymap_want want = {.said = preset};
	struct keymap k;
	struct err e = {0};
	unsigned where = 0;

	assert_ok(keymap_load(&k, &want, &e));
	for (size_t i = 0; i < k.n; i++) {
		const struct binding *b = &k.all[i];
		struct buf context = BUF_INIT;

		if (b->layer != LAYER_PRESET)
			continue;
		context_say(b->where, &context);
		if (b->where != where)
			buf_addf(out, ".It %s\n", context.data);
		where = b->where;
		buf_adds(out, ".Ic ");
		put_word(out, b->key);
		buf_addf(out, " %s ;\n", b->command != NULL ? b->command : "none");
		buf_free(&context);
	}
	keymap_free(&k);
}

static void
make_presets(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; keymap_presets[i] != NULL; i++) {
		struct buf about = BUF_INIT;

		keymap_about(keymap_presets[i], &about);
		buf_addf(out, ".It Cm %s\n", keymap_presets[i]);
		put_text(out, about.data);
		if (i > 0) {
			buf_adds(out, ".Bl -tag -width Ds\n");
			put_changes(out, keymap_presets[i]);
			buf_adds(out, ".El\n");
		}
		buf_free(&about);
	}
	buf_adds(out, ".El\n");
}

static void
make_contexts(struct buf *out)
{
	const char *name, *help;

	buf_adds(out, ".Bl -tag -width everywhere\n");
	for (size_t i = 0; (name = context_name(i, &help)) != NULL; i++) {
		buf_addf(out, ".It Cm %s\n", name);
		if (help[0] != '\0')
			put_text(out, help);
	}
	buf_adds(out, ".El\n");
}

/* In career(1). */
static void
make_note(struct buf *out)
{
	const char *keys, *help;

	buf_adds(out, ".Bl -tag -width Backspace\n");
	for (size_t i = 0; (keys = note_help(i, &help)) != NULL; i++) {
		buf_adds(out, ".It ");
		for (size_t len; *keys != '\0'; keys += len + strspn(keys + len, " ")) {
			char key[16];

			len = strcspn(keys, " ");
			snprintf(key, sizeof key, "%.*s", (int)len, keys);
			buf_adds(out, "Ic ");
			put_word(out, key);
			buf_adds(out, keys[len] == '\0' ? "\n" : " , ");
		}
		buf_addf(out, "%s\n", help);
	}
	buf_adds(out, ".El\n");
}

static void
make_names(struct buf *out)
{
	for (size_t i = 0; key_name_at(i) != NULL; i++)
		buf_addf(
		    out, ".Ic %s%s\n", key_name_at(i), key_name_at(i + 1) != NULL ? " ," : " .");
}

static void
put_theme(void *ctx, const char *name, const char *about)
{
	buf_addf(ctx, ".It Cm %s\n", name);
	put_text(ctx, about);
}

static void
make_themes(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width plain\n");
	theme_each(NULL, put_theme, out);
	buf_adds(out, ".El\n");
}

static void
make_roles(struct buf *out)
{
	const char *name, *help;

	buf_adds(out, ".Bl -tag -width bar-mark\n");
	for (size_t i = 0; (name = theme_role_name(i, &help)) != NULL; i++) {
		buf_addf(out, ".It Cm %s\n", name);
		put_text(out, help);
	}
	buf_adds(out, ".El\n");
}

static void
make_backgrounds(struct buf *out)
{
	const char *name, *help;

	buf_adds(out, ".Bl -tag -width custom\n");
	for (size_t i = 0; (name = theme_background_name(i, &help)) != NULL; i++) {
		size_t n = 0;

		buf_addf(out, ".It Cm %s\n", name);
		put_text(out, help);
		for (size_t c = 0; theme_color_name(c) != NULL; c++)
			if (theme_readable((enum theme_background)i, (enum theme_color)c))
				buf_addf(out, "%s%s", n++ > 0 ? " ,\n.Cm " : ".Cm ",
				    theme_color_name(c));
		buf_adds(out, " .\n");
	}
	buf_adds(out, ".El\n");
}

static const struct {
	const char *name;
	void (*make)(struct buf *out);
} blocks[] = {
    {"presets", make_presets},
    {"contexts", make_contexts},
    {"names", make_names},
    {"themes", make_themes},
    {"roles", make_roles},
    {"backgrounds", make_backgrounds},
};

static void
test_blocks(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(blocks); i++)
		check_block(PAGE, blocks[i].name, blocks[i].make);
	check_block("man/career.1", "note", make_note);
}

/* The page's examples can be used as they stand. */
static void
test_examples(void **state)
{
	struct buf page = read_page(PAGE);
	size_t keymaps = 0, themes = 0;

	(void)state;
	for (const char *at = page.data; (at = strstr(at, ".Bd -literal")) != NULL;) {
		const char *text = strchr(at, '\n') + 1, *end = strstr(text, ".Ed\n");
		struct keymap_want want = {.file = "example"};
		struct theme_want theme = {.file = "example", .name = "projector"};
		struct buf lines = BUF_INIT;
		struct keymap k;
		struct theme t;
		struct err e = {0};

		assert_non_null(end);
		if (strncmp(text, "themes:", 7) == 0) {
			assert_ok(theme_load_bytes(&t, &theme, text, (size_t)(end - text), &e));
			themes++;
		} else {
			assert_ok(keymap_load_bytes(&k, &want, text, (size_t)(end - text), &e));
			keymap_check(&k, &lines);
			if (strstr(lines.data, "example") != NULL)
				fail_msg("%s", lines.data);
			keymap_free(&k);
			keymaps++;
		}
		buf_free(&lines);
		at = end;
	}
	assert_int_equal(keymaps, 2);
	assert_int_equal(themes, 1);
	buf_free(&page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_examples),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
