#include "ttyterm.h"

#include "career/base/mem.h"
#include "career/base/text.h"
#include "check.h"

#include <vterm.h>

#include <stdio.h>
#include <stdlib.h>

enum { FIRST_WHEEL = 4 };

struct ttyterm {
	VTerm *vt;
	VTermScreen *screen;
	struct buf *out;
	bool alternate, visible;
	char last;       /* printed last, for REP */
	struct buf held; /* the start of what may be REP */
};

static void
on_output(const char *s, size_t len, void *user)
{
	struct ttyterm *v = user;

	buf_add(v->out, s, len);
}

static int
on_property(VTermProp prop, VTermValue *val, void *user)
{
	struct ttyterm *v = user;

	if (prop == VTERM_PROP_ALTSCREEN)
		v->alternate = val->boolean;
	else if (prop == VTERM_PROP_CURSORVISIBLE)
		v->visible = val->boolean;
	return 1;
}

struct ttyterm *
ttyterm_new(int rows, int cols, struct buf *out)
{
	static const VTermScreenCallbacks callbacks = {.settermprop = on_property};
	struct ttyterm *v = mem_zero(1, sizeof *v);

	v->out = out;
	v->visible = true;
	buf_init(&v->held);
	v->vt = vterm_new(rows, cols);
	vterm_set_utf8(v->vt, 1);
	vterm_output_set_callback(v->vt, on_output, v);
	v->screen = vterm_obtain_screen(v->vt);
	vterm_screen_set_callbacks(v->screen, &callbacks, v);
	vterm_screen_enable_altscreen(v->screen, 1);
	vterm_screen_reset(v->screen, 1);
	return v;
}

void
ttyterm_del(struct ttyterm *v)
{
	vterm_free(v->vt);
	buf_free(&v->held);
	free(v);
}

/* --- output ----------------------------------------------------------------------------------- */

static void
write_held(struct ttyterm *v)
{
	vterm_input_write(v->vt, v->held.data, v->held.len);
	buf_clear(&v->held);
}

/* libvterm 0.1 wraps one cell too early after "repeat the last character" (CSI n b): it gets the
 * characters. */
static void
repeat_last(struct ttyterm *v)
{
	long count = strtol(v->held.data + 2, NULL, 10);

	buf_clear(&v->held);
	for (count = count > 0 ? count : 1; count > 0; count--)
		vterm_input_write(v->vt, &v->last, 1);
}

static void
feed_byte(struct ttyterm *v, char c)
{
	size_t n = v->held.len;
	bool parameter = n >= 2 && c >= '0' && c <= '9';

	if (n >= 2 && c == 'b' && v->last) {
		repeat_last(v);
		return;
	}
	if (n > 0 && !parameter && !(n == 1 && c == '['))
		write_held(v);
	if (c == '\033' || v->held.len > 0) {
		buf_addc(&v->held, c);
		return;
	}
	/* The end of a control sequence is no character: REP follows its character at once. */
	v->last = c >= 0x20 && c < 0x7f && n == 0 ? c : 0;
	vterm_input_write(v->vt, &c, 1);
}

void
ttyterm_feed(struct ttyterm *v, const char *bytes, size_t len)
{
	while (len-- > 0)
		feed_byte(v, *bytes++);
}

void
ttyterm_resize(struct ttyterm *v, int rows, int cols)
{
	vterm_set_size(v->vt, rows, cols);
}

/* --- input ------------------------------------------------------------------------------------ */

static const struct {
	const char *name;
	VTermKey key;
	VTermModifier mod;
} named_keys[] = {
    {"Up", VTERM_KEY_UP, 0},
    {"Down", VTERM_KEY_DOWN, 0},
    {"Left", VTERM_KEY_LEFT, 0},
    {"Right", VTERM_KEY_RIGHT, 0},
    {"PgUp", VTERM_KEY_PAGEUP, 0},
    {"PgDn", VTERM_KEY_PAGEDOWN, 0},
    {"Home", VTERM_KEY_HOME, 0},
    {"End", VTERM_KEY_END, 0},
    {"Enter", VTERM_KEY_ENTER, 0},
    {"Esc", VTERM_KEY_ESCAPE, 0},
    {"Tab", VTERM_KEY_TAB, 0},
    {"S-Tab", VTERM_KEY_TAB, VTERM_MOD_SHIFT},
    {"Backspace", VTERM_KEY_BACKSPACE, 0},
    {"Delete", VTERM_KEY_DEL, 0},
    {"Insert", VTERM_KEY_INS, 0},
};

static bool
press_named(struct ttyterm *v, const char *name)
{
	size_t i;
	long number;

	for (i = 0; i < COUNT(named_keys); i++) {
		if (strcmp(name, named_keys[i].name) == 0) {
			vterm_keyboard_key(v->vt, named_keys[i].key, named_keys[i].mod);
			return true;
		}
	}
	number = name[0] == 'F' ? strtol(name + 1, NULL, 10) : 0;
	if (number < 1 || number > 12)
		return false;
	vterm_keyboard_key(v->vt, (VTermKey)VTERM_KEY_FUNCTION(number), VTERM_MOD_NONE);
	return true;
}

bool
ttyterm_press(struct ttyterm *v, const char *name)
{
	VTermModifier mod = VTERM_MOD_NONE;
	int32_t cp;

	if (press_named(v, name))
		return true;
	if (strncmp(name, "M-", 2) == 0 && name[2]) {
		mod = VTERM_MOD_ALT;
		name += 2;
	}
	if (strcmp(name, "Space") == 0)
		name = " ";
	if (name[0] == '^' && name[1] && !name[2]) {
		buf_addc(v->out, (char)(name[1] == '?' ? 0x7f : name[1] & 0x1f));
		return true;
	}
	if (text_decode(name, strlen(name), &cp) != strlen(name) || cp < 0)
		return false;
	vterm_keyboard_unichar(v->vt, (uint32_t)cp, mod);
	return true;
}

void
ttyterm_paste(struct ttyterm *v, const char *text)
{
	vterm_keyboard_start_paste(v->vt);
	buf_adds(v->out, text);
	vterm_keyboard_end_paste(v->vt);
}

void
ttyterm_mouse(struct ttyterm *v, int button, int y, int x)
{
	vterm_mouse_move(v->vt, y, x, VTERM_MOD_NONE);
	vterm_mouse_button(v->vt, button, true, VTERM_MOD_NONE);
	if (button < FIRST_WHEEL)
		vterm_mouse_button(v->vt, button, false, VTERM_MOD_NONE);
}

/* --- looking ---------------------------------------------------------------------------------- */

void
ttyterm_size(const struct ttyterm *v, int *rows, int *cols)
{
	vterm_get_size(v->vt, rows, cols);
}

static int
color_index(const VTermColor *c)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(c) || VTERM_COLOR_IS_DEFAULT_BG(c))
		return -1;
	return VTERM_COLOR_IS_INDEXED(c) ? c->indexed.idx : -2;
}

struct tty_cell
ttyterm_cell(const struct ttyterm *v, int y, int x)
{
	struct tty_cell out = {.width = 1};
	struct buf text = BUF_INIT;
	VTermScreenCell c;
	int i;

	if (!vterm_screen_get_cell(v->screen, (VTermPos){y, x}, &c))
		return out;
	for (i = 0; i < VTERM_MAX_CHARS_PER_CELL && c.chars[i] && c.chars[i] != (uint32_t)-1; i++)
		text_encode(&text, (int32_t)c.chars[i]);
	snprintf(out.text, sizeof out.text, "%s", text.data);
	buf_free(&text);
	out.width = c.width;
	out.bold = c.attrs.bold;
	out.underline = c.attrs.underline != 0;
	out.reverse = c.attrs.reverse;
	out.fg = color_index(&c.fg);
	out.bg = color_index(&c.bg);
	return out;
}

bool
ttyterm_cursor(const struct ttyterm *v, int *y, int *x)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(v->vt), &pos);
	*y = pos.row;
	*x = pos.col;
	return v->visible;
}

bool
ttyterm_alternate(const struct ttyterm *v)
{
	return v->alternate;
}
