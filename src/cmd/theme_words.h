/* theme_words.h - what the readers of themes share. */
#ifndef CAREER_CMD_THEME_WORDS_H
#define CAREER_CMD_THEME_WORDS_H

#include "career/cmd/themes.h"
#include "mistakes.h"

struct theme_role {
	const char *name;
	bool marked; /* nothing but the look tells it from text: it must not be plain */
	const char *help;
};
extern const struct theme_role theme_roles[STYLE_KINDS];
extern const char *const *const theme_color_names; /* by enum theme_color, NULL at the end */

enum { THEMES_MAX = 64 }; /* of both files */

struct theme_entry {
	const char *name, *about; /* of a document */
	enum theme_background background;
	struct theme theme;
};

/* Themes as they are read. */
struct themes {
	struct theme_entry all[THEMES_MAX];
	size_t n;
	struct yaml_doc built_in, own;
};

const struct theme_entry *theme_find(const struct themes *all, const char *name);

/* theme_read.c: adds the themes of a document; false with mistakes. */
bool themes_read(struct mistakes *m, const struct ynode *root, struct themes *all);

#endif
