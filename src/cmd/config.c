/*
 * config.c - the settings file, key by key.
 */
#include "career/cmd/config.h"

#include "career/base/file.h"
#include "career/base/text.h"
#include "career/cmd/keymap.h"
#include "career/cmd/themes.h"
#include "career/base/yaml_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Odd ones mean yes. */
static const char *const words_yes[] = {"no", "yes", "false", "true", NULL};
static const char *const words_color[] = {
    [OPTION_COLOR_AUTO] = "auto",
    [OPTION_COLOR_ALWAYS] = "always",
    [OPTION_COLOR_NEVER] = "never",
    NULL,
};
static const char *const words_start[] = {
    "start", "roles", "programs", "skills", "guide", "data", NULL};
static const enum screen starts[] = {
    SCREEN_START, SCREEN_ROLES, SCREEN_PROGRAMS, SCREEN_SKILLS, SCREEN_GUIDE, SCREEN_DATA};

static void
set_ascii(struct options *o, size_t word)
{
	o->ascii = o->ascii || word % 2 == 1;
}

static void
set_mouse(struct options *o, size_t word)
{
	o->no_mouse = o->no_mouse || word % 2 == 0;
}

static void
set_braille(struct options *o, size_t word)
{
	o->braille = o->braille || word % 2 == 1;
}

static void
set_large(struct options *o, size_t word)
{
	o->large = o->large || word % 2 == 1;
}

/* Who names a profile wants to use it. */
static void
set_guest(struct options *o, size_t word)
{
	o->guest = o->guest || (word % 2 == 1 && o->profile == NULL);
}

static void
set_color(struct options *o, size_t word)
{
	if (!o->color_said)
		o->color = (enum option_color)word;
}

static void
set_start(struct options *o, size_t word)
{
	o->screen = starts[word];
}

static void
set_keys(struct options *o, size_t word)
{
	o->keys_set = keymap_presets[word];
}

static void
set_theme(struct options *o, size_t word)
{
	snprintf(o->theme_set, sizeof o->theme_set, "%s", theme_names[word]);
}

/* One of the person's own themes. What is wrong with their file is said when it is used. */
static bool
set_own_theme(struct options *o, const char *word)
{
	char *path = path_config("themes.yaml");
	struct theme_want want = {.name = word, .file = path};
	struct theme t;
	struct err e = {0};
	bool ok = path != NULL && file_exists(path) && strlen(word) < sizeof o->theme_set
	    && (theme_load(&t, &want, &e) || e.code != ERR_USAGE);

	if (ok)
		snprintf(o->theme_set, sizeof o->theme_set, "%s", word);
	free(path);
	return ok;
}

const struct config_key config_keys[] = {
    {"ascii", words_yes, set_ascii, "ASCII characters only", NULL},
    {"mouse", words_yes, set_mouse, "whether the mouse is used; yes when absent", NULL},
    {"large", words_yes, set_large, "fewer things and more room between them, for a projector",
	NULL},
    {"braille", words_yes, set_braille, "pictures in braille dots, which are finer than blocks",
	NULL},
    {"guest", words_yes, set_guest, "keeps the profile in memory only", NULL},
    {"color", words_color, set_color, "colour and bold; auto when absent", NULL},
    {"start", words_start, set_start,
	"which screen comes first; start, with its questions, when absent", NULL},
    {"keys", keymap_presets, set_keys,
	"which keys, below those of your own keymap; default when absent", NULL},
    {"theme", theme_names, set_theme,
	"which colours: one of these or a theme of your own; auto when absent", set_own_theme},
};
const size_t nconfig_keys = sizeof config_keys / sizeof *config_keys;

static bool
unknown_key(const char *file, const struct ynode *n, struct err *e)
{
	const char *names[sizeof config_keys / sizeof *config_keys], *near;
	struct buf all = BUF_INIT;

	for (size_t i = 0; i < nconfig_keys; i++) {
		names[i] = config_keys[i].name;
		buf_addf(&all, "%s%s", i > 0 ? ", " : "", names[i]);
	}
	near = text_nearest(n->key, names, nconfig_keys);
	yaml_fail(e, (struct yaml_place){file, n->key_line, n->key_column},
	    "unknown key '%.60s'%s%s; the keys are %s", n->key, near != NULL ? "; nearest: " : "",
	    near != NULL ? near : "", all.data);
	buf_free(&all);
	return false;
}

static bool
unknown_word(const char *file, const struct config_key *key, const struct ynode *n, struct err *e)
{
	struct yaml_place at = {file, n->line, n->column};
	struct buf all = BUF_INIT;
	size_t count = key->words == words_yes ? 2 : SIZE_MAX;

	for (size_t i = 0; i < count && key->words[i] != NULL; i++)
		buf_addf(&all, "%s%s", i > 0 ? ", " : "", key->words[i]);
	if (n->kind == Y_SCALAR)
		yaml_fail(e, at, "%s takes no '%.60s', only %s", key->name, n->text, all.data);
	else
		yaml_fail(e, at, "%s takes one word: %s", key->name, all.data);
	buf_free(&all);
	return false;
}

static bool
read_entry(struct options *o, const char *file, const struct ynode *n, struct err *e)
{
	const struct config_key *key = config_keys;

	while (key < config_keys + nconfig_keys && strcmp(key->name, n->key) != 0)
		key++;
	if (key == config_keys + nconfig_keys)
		return unknown_key(file, n, e);
	for (size_t i = 0; n->kind == Y_SCALAR && key->words[i] != NULL; i++)
		if (strcmp(key->words[i], n->text) == 0) {
			key->set(o, i);
			return true;
		}
	if (n->kind == Y_SCALAR && key->other != NULL && key->other(o, n->text))
		return true;
	return unknown_word(file, key, n, e);
}

static bool
read_doc(struct options *o, const struct yaml_doc *doc, struct err *e)
{
	const struct ynode *root = doc->root;

	if (root == NULL || ynode_is_null(root))
		return true;
	if (root->kind != Y_MAP)
		return yaml_fail(e, (struct yaml_place){doc->name, root->line, root->column},
		    "settings were expected, one `key: word` a line");
	for (const struct ynode *n = root->child; n != NULL; n = n->next)
		if (!read_entry(o, doc->name, n, e))
			return false;
	return true;
}

bool
config_read(struct options *o, const char *path, struct err *e)
{
	const struct yaml_limits *lim = &yaml_limits_config;
	struct buf bytes = BUF_INIT;
	struct yaml_doc doc;
	bool ok;

	if (!file_read(path, lim->bytes, &bytes, e)) {
		buf_free(&bytes);
		return err_prefix(e, "the settings");
	}
	ok = yaml_read_bytes(&doc, path, bytes.data, bytes.len, lim, e) && read_doc(o, &doc, e);
	if (!ok)
		e->code = ERR_USAGE;
	yaml_doc_free(&doc);
	buf_free(&bytes);
	return ok;
}

bool
config_load(struct options *o, struct err *e)
{
	char *path = path_config("config.yaml");
	bool ok = path == NULL || !file_exists(path) || config_read(o, path, e);

	free(path);
	return ok;
}
