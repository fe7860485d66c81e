/*
 * theme_read.c - themes of one document.
 */
#include "theme_words.h"

#include <string.h>

const struct theme_entry *
theme_find(const struct themes *all, const char *name)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->all[i].name, name) == 0)
			return &all->all[i];
	return NULL;
}

static bool
unknown_theme(struct mistakes *m, struct yaml_place at, const char *name, const struct themes *all)
{
	const char *names[THEMES_MAX + 1];

	for (size_t i = 0; i < all->n; i++)
		names[i] = all->all[i].name;
	names[all->n] = NULL;
	return mistake_unknown(m, at, "theme", name, names);
}

/* --- one role -------------------------------------------------------------------------------- */

/* "bold underline" */
static bool
read_look(struct mistakes *m, const struct ynode *n, unsigned *look)
{
	static const char *const words[] = {"plain", "bold", "underline", NULL};
	static const unsigned bits[] = {0, LOOK_BOLD, LOOK_UNDERLINE};
	const char *s = n->kind == Y_SCALAR ? n->text : "";
	char word[16];

	*look = 0;
	do {
		size_t len = strcspn(s, " "), kept = len < sizeof word ? len : sizeof word - 1;
		int i;

		memcpy(word, s, kept);
		word[kept] = '\0';
		i = word_index(word, words);
		if (i < 0)
			return mistake_unknown(m, place_of_value(m, n), "look", word, words);
		*look |= bits[i];
		s += len + strspn(s + len, " ");
	} while (*s != '\0');
	return true;
}

static bool
read_color(struct mistakes *m, const struct ynode *n, enum theme_color *color)
{
	const char *word = n->kind == Y_SCALAR ? n->text : "";
	int i = word_index(word, theme_color_names);

	if (i < 0)
		return mistake_unknown(m, place_of_value(m, n), "colour", word, theme_color_names);
	*color = (enum theme_color)i;
	return true;
}

/* What nothing but its look tells from the text around it keeps one, with colours and without. */
static bool
check_marked(struct mistakes *m, const struct ynode *n, size_t style, const struct theme_row *row)
{
	if (!theme_roles[style].marked || (row->look != 0 && row->mono != 0))
		return true;
	return mistake(m, place_of_value(m, n),
	    "%s cannot be plain: bold or underline tells it from the text, in look and in mono",
	    n->key);
}

/* {color: red, look: bold, mono: bold} */
static bool
read_role(struct mistakes *m, const struct ynode *n, struct theme *t)
{
	static const char *const parts[] = {"color", "look", "mono", NULL};
	const char *names[STYLE_KINDS + 1] = {NULL};
	struct theme_row row = {THEME_OWN, 0, 0};
	bool ok = true;
	int style;

	for (size_t i = 0; i < STYLE_KINDS; i++)
		names[i] = theme_roles[i].name;
	style = word_index(n->key, names);
	if (style < 0)
		return mistake_unknown(m, place_of_key(m, n), "role", n->key, names);
	if (n->kind != Y_MAP || ynode_get(n, "mono") == NULL)
		return mistake(m, place_of_value(m, n),
		    "{color: COLOUR, look: LOOK, mono: LOOK} was expected; mono is how it looks "
		    "without colours");
	for (const struct ynode *p = n->child; p != NULL; p = p->next) {
		if (strcmp(p->key, "color") == 0)
			ok = read_color(m, p, &row.color) && ok;
		else if (strcmp(p->key, "look") == 0)
			ok = read_look(m, p, &row.look) && ok;
		else if (strcmp(p->key, "mono") == 0)
			ok = read_look(m, p, &row.mono) && ok;
		else
			ok =
			    mistake_unknown(m, place_of_key(m, p), "part of a role", p->key, parts);
	}
	t->row[style] = row;
	return ok && check_marked(m, n, (size_t)style, &row);
}

/* --- one theme ------------------------------------------------------------------------------- */

static bool
is_name(const char *s)
{
	size_t len = strlen(s);

	return len > 0 && len < THEME_NAME
	    && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == len && s[0] != '-';
}

static bool
check_name(struct mistakes *m, const struct ynode *n, const struct themes *all)
{
	if (!is_name(n->key))
		return mistake(m, place_of_key(m, n),
		    "'%.40s' is no name of a theme: a-z, 0-9 and -, at most %d", n->key,
		    THEME_NAME - 1);
	if (theme_find(all, n->key) != NULL)
		return mistake(
		    m, place_of_key(m, n), "%s is there already; choose another name", n->key);
	return all->n < THEMES_MAX
	    || mistake(m, place_of_key(m, n), "more than %d themes", THEMES_MAX);
}

static bool
read_background(struct mistakes *m, const struct ynode *n, enum theme_background *on)
{
	const char *names[THEME_BACKGROUNDS + 1] = {NULL};
	const char *word = n->kind == Y_SCALAR ? n->text : "";
	int i;

	for (size_t k = 0; k < THEME_BACKGROUNDS; k++)
		names[k] = theme_background_name(k, NULL);
	i = word_index(word, names);
	if (i < 0)
		return mistake_unknown(m, place_of_value(m, n), "background", word, names);
	*on = (enum theme_background)i;
	return true;
}

static bool
read_roles(struct mistakes *m, const struct ynode *theme, bool all, struct theme *t)
{
	const struct ynode *roles = ynode_get(theme, "roles");
	bool ok = true;

	if (roles != NULL && roles->kind != Y_MAP && !ynode_is_null(roles))
		return mistake(m, place_of_value(m, roles), "roles were expected, one a line");
	for (const struct ynode *n = roles != NULL ? roles->child : NULL; n != NULL; n = n->next)
		ok = read_role(m, n, t) && ok;
	for (size_t i = 0; all && ok && i < STYLE_KINDS; i++)
		if (ynode_get(roles, theme_roles[i].name) == NULL)
			ok = mistake(m, place_of_key(m, theme),
			    "role %s is missing: give all of them, or `like: auto`",
			    theme_roles[i].name);
	return ok;
}

/* Roles that another theme lent are looked at as well. */
static bool
check_readable(struct mistakes *m, const struct ynode *n, const struct theme_entry *e)
{
	for (size_t i = 0; i < STYLE_KINDS; i++)
		if (!theme_readable(e->background, e->theme.row[i].color))
			return mistake(m, place_of_key(m, n),
			    "%s: %s in %s cannot be read on a background that is %s", e->name,
			    theme_roles[i].name, theme_color_name(e->theme.row[i].color),
			    theme_background_name(e->background, NULL));
	return true;
}

static bool
check_parts(struct mistakes *m, const struct ynode *theme)
{
	static const char *const parts[] = {"about", "background", "like", "roles", NULL};
	bool ok = true;

	if (theme->kind != Y_MAP)
		return mistake(
		    m, place_of_value(m, theme), "`background:` and `roles:` were expected");
	for (const struct ynode *n = theme->child; n != NULL; n = n->next)
		if (word_index(n->key, parts) < 0)
			ok = mistake_unknown(
			    m, place_of_key(m, n), "part of a theme", n->key, parts);
	return ok;
}

static bool
read_theme(struct mistakes *m, const struct ynode *n, struct themes *all)
{
	struct theme_entry *e = &all->all[all->n];
	const struct ynode *about, *background, *like;
	const struct theme_entry *base = NULL;

	if (!check_name(m, n, all) || !check_parts(m, n))
		return false;
	about = ynode_get(n, "about");
	background = ynode_get(n, "background");
	like = ynode_get(n, "like");
	*e = (struct theme_entry){
	    .name = n->key, .about = about != NULL && about->kind == Y_SCALAR ? about->text : ""};
	if (background == NULL)
		return mistake(
		    m, place_of_key(m, n), "background: any, dark, light or custom is missing");
	if (!read_background(m, background, &e->background))
		return false;
	if (like != NULL) {
		base = theme_find(all, like->kind == Y_SCALAR ? like->text : "");
		if (base == NULL)
			return unknown_theme(m, place_of_value(m, like),
			    like->kind == Y_SCALAR ? like->text : "", all);
		e->theme = base->theme;
	}
	if (!read_roles(m, n, base == NULL, &e->theme) || !check_readable(m, n, e))
		return false;
	all->n++;
	return true;
}

bool
themes_read(struct mistakes *m, const struct ynode *root, struct themes *all)
{
	static const char *const settings[] = {"themes", NULL};
	const struct ynode *themes;

	if (root == NULL || ynode_is_null(root))
		return true;
	themes = ynode_get(root, "themes");
	if (root->kind != Y_MAP || themes == NULL || themes->kind != Y_MAP)
		return mistake(
		    m, place_of_value(m, root), "`themes:` with the themes below it was expected");
	for (const struct ynode *n = root->child; n != NULL; n = n->next)
		if (n != themes)
			mistake_unknown(m, place_of_key(m, n), "setting", n->key, settings);
	for (const struct ynode *n = themes->child; n != NULL; n = n->next)
		read_theme(m, n, all);
	return m->n == 0;
}
