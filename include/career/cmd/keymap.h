/*
 * keymap.h - which key runs which command, and where.
 *
 * A keymap has layers: the preset `default`, the chosen preset on it (both from data/keymap.yaml, which
 * the program carries), and the person's file on top: career-keys(5). What a higher layer says of a key in
 * a context holds there. In one layer the more specific row wins: one for certain screens before one for
 * all, then one for fewer places. The moving keys, Esc, ^C, ^L and ^Z keep what the lowest layer says.
 *
 * A keymap owns its rows and their texts. It is never without the built-in keys, whatever the person's
 * file holds.
 */
#ifndef CAREER_CMD_KEYMAP_H
#define CAREER_CMD_KEYMAP_H

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/base/mem.h"
#include "career/cmd/options.h"

#include <stdbool.h>
#include <stddef.h>

enum { /* where a key works */
	IN_LIST = 1,
	IN_FACETS = 2,
	IN_DETAIL = 4,
	IN_CHIPS = 8,
	IN_POPUP = 16,
	IN_CHOICE = 128, /* a popup that letters narrow: they are no commands there */
	IN_TOUR = 256,   /* a script that waits: looked at before the place where one is */
	IN_PANES = IN_LIST | IN_FACETS | IN_DETAIL | IN_CHIPS,
	IN_PAGES = IN_PANES | IN_POPUP,
	IN_ALL = IN_PAGES | IN_CHOICE,
	IN_PLACES = IN_ALL | IN_TOUR,
};
/* With one of the above: on this screen only. Such a binding wins over one for all screens. */
#define IN_ON(screen) (1u << (16 + (screen)))
#define IN_SCREENS (~0u << 16)

/* The file that the program carries, as messages call it. */
#define KEYMAP_BUILT_IN "data/keymap.yaml"

enum keymap_layer { LAYER_DEFAULT, LAYER_PRESET, LAYER_OWN };

enum {
	KEYMAP_OWN_ROWS = 500, /* of the person's file */
	KEYMAP_LABEL = 14,     /* cells of a label */
};

struct binding {
	unsigned where;
	const char *key;     /* its name, as key_to_name gives it */
	const char *written; /* as the file has it: "^I" is Tab */
	const char *command; /* with its argument; NULL: the key does nothing there */
	int hint;            /* > 0: in the bottom line, lower first */
	const char *label;   /* short word for the hint */
	enum keymap_layer layer;
	unsigned line, column; /* of the key in its file */
};

struct keymap {
	struct arena arena;
	struct binding *all; /* lower layers first, else as the files have them */
	size_t n, cap;
	const char *preset;
	const char *file; /* the person's, as messages call it; NULL: none, or one with mistakes */
};

struct keymap_want {
	const char *said; /* preset of the command line, NULL: none; wins over what the file says */
	const char *set;  /* preset of the settings, NULL: none; the file's own wins over it */
	const char *file; /* the person's file, NULL: none */
	const char *name; /* as messages call the file; NULL: by its path */
	struct buf *lines; /* each mistake of the file as a line, or NULL */
};

/* Names of the presets, NULL at the end; the first is what the others differ from. */
extern const char *const keymap_presets[];

/* A file that has a mistake is left out whole: false, and *e says what, where and what was probably
 * meant; the keymap holds the built-in keys. To be freed in any case. */
bool keymap_load(struct keymap *k, const struct keymap_want *want, struct err *e);
/* The same with the file's bytes; want->file is its name. */
bool keymap_load_bytes(
    struct keymap *k, const struct keymap_want *want, const char *bytes, size_t len, struct err *e);
void keymap_free(struct keymap *k);
/* What a preset is for, in its own words; appended. */
void keymap_about(const char *preset, struct buf *out);

/* The row of a key in a context (one place and one screen); NULL when the key does nothing there. */
const struct binding *keymap_find(const struct keymap *k, unsigned where, const char *key);
/* Whether a row is the one that holds there, and runs something. */
bool keymap_works(const struct keymap *k, const struct binding *b, unsigned where);
/* Whether it is for the bottom line there: of several keys for one command the higher layer's is. */
bool keymap_hinted(const struct keymap *k, const struct binding *b, unsigned where);
/* A row that runs the command line there, those of higher layers first; NULL: no key does. */
const struct binding *keymap_key(const struct keymap *k, unsigned where, const char *command);
/* The places and screens of a row where it holds; 0: nowhere. */
unsigned keymap_region(const struct keymap *k, const struct binding *b);

/* --- contexts ---- */

/* "list, page on roles": false with the reason in `why`. */
bool context_parse(const char *text, unsigned *where, struct buf *why);
void context_say(unsigned where, struct buf *out);
/* The i-th name of a context with what it means; NULL behind the last. Screens are the last ones. */
const char *context_name(size_t i, const char **help);
/* Whether two of them can hold at once. */
bool context_overlap(unsigned a, unsigned b);

/* --- checking ---- */

/*
 * What is wrong with a keymap beyond what keymap_load refuses, a line each with its place: a key with two
 * meanings, rows that never work, commands that no key runs, keys that no terminal sends, letters where
 * letters are typed, labels that are too long. Returns how many.
 */
size_t keymap_check(const struct keymap *k, struct buf *lines);

#endif
