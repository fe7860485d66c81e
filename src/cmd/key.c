/* key.c - the names of keys. */
#include "career/cmd/key.h"

#include "career/base/text.h"

#include <string.h>
#include <strings.h>

/* The first row of a key is its name, the others are accepted as well. */
static const struct {
	const char *name;
	enum key_named named;
} key_names[] = {
    {"Up", KEYN_UP},
    {"Down", KEYN_DOWN},
    {"Left", KEYN_LEFT},
    {"Right", KEYN_RIGHT},
    {"PgUp", KEYN_PGUP},
    {"PgDn", KEYN_PGDN},
    {"Home", KEYN_HOME},
    {"End", KEYN_END},
    {"Enter", KEYN_ENTER},
    {"Esc", KEYN_ESC},
    {"Tab", KEYN_TAB},
    {"S-Tab", KEYN_BACKTAB},
    {"Backspace", KEYN_BACKSPACE},
    {"Delete", KEYN_DELETE},
    {"Insert", KEYN_INSERT},
    {"F1", KEYN_F1},
    {"F2", KEYN_F2},
    {"F3", KEYN_F3},
    {"F4", KEYN_F4},
    {"F5", KEYN_F5},
    {"F6", KEYN_F6},
    {"F7", KEYN_F7},
    {"F8", KEYN_F8},
    {"F9", KEYN_F9},
    {"F10", KEYN_F10},
    {"Return", KEYN_ENTER},
    {"Escape", KEYN_ESC},
    {"BS", KEYN_BACKSPACE},
    {"Del", KEYN_DELETE},
    {"Ins", KEYN_INSERT},
    {"PageUp", KEYN_PGUP},
    {"PageDown", KEYN_PGDN},
};

enum { NAMES = sizeof key_names / sizeof *key_names };

/* Controls that are a key of their own on every keyboard. */
static const struct {
	char letter;
	enum key_named named;
} named_controls[] = {
    {'H', KEYN_BACKSPACE},
    {'I', KEYN_TAB},
    {'J', KEYN_ENTER},
    {'M', KEYN_ENTER},
    {'[', KEYN_ESC},
};

void
key_to_name(const struct key *k, struct buf *out)
{
	size_t i;

	if (k->kind != KEYK_CHAR && k->kind != KEYK_CTRL && k->kind != KEYK_NAMED)
		return;
	if (k->meta)
		buf_adds(out, "M-");
	if (k->kind == KEYK_CTRL) {
		buf_addc(out, '^');
		buf_addc(out, (char)k->ch);
	} else if (k->kind == KEYK_CHAR && k->ch == ' ') {
		buf_adds(out, "Space");
	} else if (k->kind == KEYK_CHAR) {
		text_encode(out, k->ch);
	} else {
		for (i = 0; key_names[i].named != k->named; i++)
			;
		buf_adds(out, key_names[i].name);
	}
}

static bool
parse_named(const char *name, struct key *k)
{
	size_t i;

	k->kind = KEYK_NAMED;
	for (i = 0; i < NAMES; i++) {
		if (strcasecmp(name, key_names[i].name) == 0) {
			k->named = key_names[i].named;
			return true;
		}
	}
	if (strcasecmp(name, "Space") != 0)
		return false;
	k->kind = KEYK_CHAR;
	k->ch = ' ';
	return true;
}

/* The letter behind '^'. */
static bool
parse_control(char c, struct key *k)
{
	size_t i;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == '?')
		c = 'H'; /* DEL */
	if (c < '@' || c > '_')
		return false;
	k->kind = KEYK_CTRL;
	k->ch = c;
	for (i = 0; i < sizeof named_controls / sizeof *named_controls; i++) {
		if (named_controls[i].letter == c) {
			*k = (struct key){.kind = KEYK_NAMED, .named = named_controls[i].named};
			break;
		}
	}
	return true;
}

bool
key_from_name(const char *name, struct key *k)
{
	bool meta = strncmp(name, "M-", 2) == 0 && name[2] != '\0', known;
	size_t len;
	int32_t cp;

	*k = (struct key){.kind = KEYK_NONE};
	if (meta)
		name += 2;
	len = strlen(name);
	if (len == 0)
		return false;
	if (text_decode(name, len, &cp) == len) {
		known = cp >= 0x20 && (cp < 0x7f || cp >= 0xa0);
		k->kind = KEYK_CHAR;
		k->ch = cp;
	} else if (name[0] == '^' && len == 2) {
		known = parse_control(name[1], k);
	} else {
		known = parse_named(name, k);
	}
	if (!known)
		*k = (struct key){.kind = KEYK_NONE};
	else
		k->meta = meta;
	return known;
}

const char *
key_name_at(size_t i)
{
	return i < KEYN_COUNT ? key_names[i].name : i == KEYN_COUNT ? "Space" : NULL;
}

bool
key_types(const struct key *k)
{
	return k->kind == KEYK_CHAR && !k->meta;
}

/* How others write what is "^X" and "M-x" here. */
static const struct {
	const char *theirs, *ours;
} modifiers[] = {
    {"C-", "^"},
    {"Ctrl-", "^"},
    {"Ctrl+", "^"},
    {"Control-", "^"},
    {"A-", "M-"},
    {"Alt-", "M-"},
    {"Alt+", "M-"},
    {"Meta-", "M-"},
    {"Shift-", "S-"},
    {"Shift+", "S-"},
};

/* The name in its own words, when it is one with another modifier; else nothing. */
static void
add_translated(const char *name, struct buf *out)
{
	struct buf ours = BUF_INIT;
	struct key k;

	for (size_t i = 0; i < sizeof modifiers / sizeof *modifiers && out->len == 0; i++) {
		size_t len = strlen(modifiers[i].theirs);

		if (strncasecmp(name, modifiers[i].theirs, len) != 0)
			continue;
		buf_clear(&ours);
		buf_addf(&ours, "%s%s", modifiers[i].ours, name + len);
		if (key_from_name(ours.data, &k))
			key_to_name(&k, out);
	}
	buf_free(&ours);
}

void
key_nearest_name(const char *name, struct buf *out)
{
	const char *names[NAMES + 1], *near;
	struct buf bare = BUF_INIT;
	struct key k;
	size_t len = strlen(name);

	if (len > 2 && name[0] == '<' && name[len - 1] == '>')
		buf_add(&bare, name + 1, len - 2);
	else
		buf_adds(&bare, name);
	add_translated(bare.data, out);
	for (size_t i = 0; i < NAMES; i++)
		names[i] = key_names[i].name;
	names[NAMES] = "Space";
	near = out->len == 0 ? text_nearest(bare.data, names, NAMES + 1) : NULL;
	if (near != NULL && key_from_name(near, &k))
		key_to_name(&k, out);
	buf_free(&bare);
}
