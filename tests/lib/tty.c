#include "tty.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "check.h"
#include "ttychild.h"

#include <vterm.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

struct tty {
	struct tty_child child;
	int master;
	VTerm *vt;
	VTermScreen *screen;
	struct buf output; /* all that came */
	struct buf keys;   /* what libvterm's keyboard says, to be sent */
	struct buf text;   /* for the strings that are returned */
	struct buf row;
	struct termios before;
	int serial;
	bool alt, visible, ended;
	int mouse;
	int status; /* of the program, once it ended */
	double cpu;
	time_t deadline;
};

/* --- libvterm -------------------------------------------------------------------------------- */

static void
on_output(const char *s, size_t len, void *user)
{
	struct tty *t = user;

	buf_add(&t->keys, s, len);
}

static int
on_property(VTermProp prop, VTermValue *val, void *user)
{
	struct tty *t = user;

	if (prop == VTERM_PROP_ALTSCREEN)
		t->alt = val->boolean;
	else if (prop == VTERM_PROP_CURSORVISIBLE)
		t->visible = val->boolean;
	else if (prop == VTERM_PROP_MOUSE)
		t->mouse = val->number;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static void
open_vterm(struct tty *t, int rows, int cols)
{
	t->vt = vterm_new(rows, cols);
	vterm_set_utf8(t->vt, 1);
	vterm_output_set_callback(t->vt, on_output, t);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
	t->visible = true;
	buf_clear(&t->keys);
}

static int
color_index(const VTermColor *c)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(c) || VTERM_COLOR_IS_DEFAULT_BG(c))
		return -1;
	return VTERM_COLOR_IS_INDEXED(c) ? c->indexed.idx : -2;
}

struct tty_cell
tty_cell(const struct tty *t, int y, int x)
{
	struct tty_cell out = { .width = 1 };
	struct buf text = BUF_INIT;
	VTermScreenCell c;
	int i;

	if (!vterm_screen_get_cell(t->screen, (VTermPos){ y, x }, &c))
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
tty_cursor(const struct tty *t, int *y, int *x)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &pos);
	*y = pos.row;
	*x = pos.col;
	return t->visible;
}

void
tty_size(const struct tty *t, int *rows, int *cols)
{
	vterm_get_size(t->vt, rows, cols);
}

/* --- reading and writing --------------------------------------------------------------------- */

static void
check_time(struct tty *t, const char *what)
{
	if (time(NULL) <= t->deadline)
		return;
	kill(t->child.program, SIGKILL);
	fail_msg("no end of waiting for %s; the screen:\n%s", what, tty_screen(t));
}

/* Reads what waits. False at the end: nobody has the terminal open any more. */
static bool
read_some(struct tty *t)
{
	char bytes[16384];
	ssize_t n = read(t->master, bytes, sizeof bytes);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return true;
	if (n <= 0) {
		t->ended = true;
		return false;
	}
	buf_add(&t->output, bytes, (size_t)n);
	vterm_input_write(t->vt, bytes, (size_t)n);
	if (t->keys.len > 0) { /* an answer of the terminal */
		n = write(t->master, t->keys.data, t->keys.len);
		buf_clear(&t->keys);
	}
	return true;
}

/* Waits until the terminal, or else the job's shell, has something to say. */
static bool
wait_readable(struct tty *t, short events, const char *what)
{
	struct pollfd fds[2] = { { t->master, (short)(POLLIN | events), 0 },
		{ t->child.events, POLLIN, 0 } };

	do
		check_time(t, what);
	while (poll(fds, 2, 1000) <= 0);
	if (fds[0].revents & (POLLIN | POLLHUP | POLLERR))
		return read_some(t);
	return true;
}

void
tty_send(struct tty *t, const char *bytes, size_t len)
{
	ssize_t n;

	while (len > 0 && !t->ended) {
		n = write(t->master, bytes, len);
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		} else {
			wait_readable(t, POLLOUT, "the program to read");
		}
	}
}

static bool
in_output(const struct tty *t, size_t from, const char *text)
{
	size_t len = strlen(text), i;

	for (i = from; i + len <= t->output.len; i++)
		if (memcmp(t->output.data + i, text, len) == 0)
			return true;
	return false;
}

/* Whether the job's shell has something to tell: the program stopped or ended. */
static bool
has_event(const struct tty *t)
{
	struct pollfd fd = { t->child.events, POLLIN, 0 };

	return poll(&fd, 1, 0) > 0;
}

/* Sends the keys with the query behind them and reads to its answer, or to the program's end or stop. */
static void
settle(struct tty *t, const char *bytes, size_t len)
{
	struct buf all = BUF_INIT;
	char answer[32];
	size_t from = t->output.len;

	t->serial++;
	buf_add(&all, bytes, len);
	buf_addf(&all, "\033[?7777;%d~", t->serial);
	snprintf(answer, sizeof answer, "\033]7777;%d\033\\", t->serial);
	tty_send(t, all.data, all.len);
	buf_free(&all);
	while (!t->ended && !in_output(t, from, answer) && !has_event(t)) {
		from = t->output.len > sizeof answer ? t->output.len - sizeof answer : 0;
		wait_readable(t, 0, "an answer to the keys");
	}
}

void
tty_sync(struct tty *t)
{
	settle(t, "", 0);
}

void
tty_until(struct tty *t, const char *text)
{
	while (!tty_has(t, text) && !t->ended)
		wait_readable(t, 0, text);
}

void
tty_until_gone(struct tty *t, const char *text)
{
	while (tty_has(t, text) && !t->ended)
		wait_readable(t, 0, text);
}

/* --- keys ------------------------------------------------------------------------------------- */

static const struct {
	const char *name;
	VTermKey key;
	VTermModifier mod;
} named_keys[] = {
	{ "Up", VTERM_KEY_UP, 0 }, { "Down", VTERM_KEY_DOWN, 0 }, { "Left", VTERM_KEY_LEFT, 0 },
	{ "Right", VTERM_KEY_RIGHT, 0 }, { "PgUp", VTERM_KEY_PAGEUP, 0 },
	{ "PgDn", VTERM_KEY_PAGEDOWN, 0 }, { "Home", VTERM_KEY_HOME, 0 }, { "End", VTERM_KEY_END, 0 },
	{ "Enter", VTERM_KEY_ENTER, 0 }, { "Esc", VTERM_KEY_ESCAPE, 0 }, { "Tab", VTERM_KEY_TAB, 0 },
	{ "S-Tab", VTERM_KEY_TAB, VTERM_MOD_SHIFT }, { "Backspace", VTERM_KEY_BACKSPACE, 0 },
	{ "Delete", VTERM_KEY_DEL, 0 }, { "Insert", VTERM_KEY_INS, 0 },
};

static void
press(struct tty *t, const char *name)
{
	VTermModifier mod = VTERM_MOD_NONE;
	int32_t cp;
	size_t i;

	for (i = 0; i < COUNT(named_keys); i++) {
		if (strcmp(name, named_keys[i].name) == 0) {
			vterm_keyboard_key(t->vt, named_keys[i].key, named_keys[i].mod);
			return;
		}
	}
	if (name[0] == 'F' && name[1] >= '1' && name[1] <= '9') {
		vterm_keyboard_key(t->vt, (VTermKey)VTERM_KEY_FUNCTION(atoi(name + 1)), mod);
		return;
	}
	if (strncmp(name, "M-", 2) == 0 && name[2]) {
		mod = VTERM_MOD_ALT;
		name += 2;
	}
	if (name[0] == '^' && name[1]) {
		buf_addc(&t->keys, (char)(name[1] == '?' ? 0x7f : name[1] & 0x1f));
		return;
	}
	if (strcmp(name, "Space") == 0)
		name = " ";
	if (text_decode(name, strlen(name), &cp) != strlen(name))
		fail_msg("no key is called \"%s\"", name);
	vterm_keyboard_unichar(t->vt, (uint32_t)cp, mod);
}

static void
settle_keys(struct tty *t)
{
	char *bytes;
	size_t len = t->keys.len;

	bytes = buf_take(&t->keys);
	settle(t, bytes, len);
	free(bytes);
}

void
tty_keys(struct tty *t, const char *names)
{
	char *copy = mem_dup(names), *name, *rest = NULL;

	for (name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
		press(t, name);
	free(copy);
	settle_keys(t);
}

void
tty_type(struct tty *t, const char *text)
{
	settle(t, text, strlen(text));
}

void
tty_paste(struct tty *t, const char *text)
{
	vterm_keyboard_start_paste(t->vt);
	buf_adds(&t->keys, text);
	vterm_keyboard_end_paste(t->vt);
	settle_keys(t);
}

void
tty_mouse(struct tty *t, int button, int y, int x)
{
	vterm_mouse_move(t->vt, y, x, VTERM_MOD_NONE);
	vterm_mouse_button(t->vt, button, true, VTERM_MOD_NONE);
	if (button < 4)
		vterm_mouse_button(t->vt, button, false, VTERM_MOD_NONE);
	settle_keys(t);
}

/* --- start and end ---------------------------------------------------------------------------- */

void
tty_resize_only(struct tty *t, int rows, int cols)
{
	struct winsize ws = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	vterm_set_size(t->vt, rows, cols);
	ioctl(t->master, TIOCSWINSZ, &ws);
}

void
tty_resize(struct tty *t, int rows, int cols)
{
	tty_resize_only(t, rows, cols);
	tty_sync(t);
}

static bool
is_cooked(const struct tty *t)
{
	struct termios tio;

	return tcgetattr(t->master, &tio) == 0 && (tio.c_lflag & ICANON);
}

struct tty *
tty_start(const struct tty_opts *o)
{
	struct tty *t = mem_zero(1, sizeof *t);
	struct winsize ws = { .ws_row = (unsigned short)(o->rows ? o->rows : 24),
		.ws_col = (unsigned short)(o->cols ? o->cols : 80) };

	alarm(TTY_SECONDS + 10); /* where only waitpid waits */
	t->deadline = time(NULL) + TTY_SECONDS;
	buf_init(&t->output);
	buf_init(&t->keys);
	buf_init(&t->text);
	buf_init(&t->row);
	open_vterm(t, ws.ws_row, ws.ws_col);
	t->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (t->master < 0 || grantpt(t->master) != 0 || unlockpt(t->master) != 0)
		fail_msg("no pseudo-terminal: %s", strerror(errno));
	ioctl(t->master, TIOCSWINSZ, &ws);
	tcgetattr(t->master, &t->before);
	if (!tty_child_start(&t->child, t->master, o))
		fail_msg("cannot start %s: %s", o->argv[0], strerror(errno));
	fcntl(t->master, F_SETFL, fcntl(t->master, F_GETFL) | O_NONBLOCK);
	/* What is sent before would be echoed. A frame follows the change of modes, so this ends. */
	while (!t->ended && is_cooked(t))
		wait_readable(t, 0, "the program to take the terminal over");
	return t;
}

pid_t
tty_pid(const struct tty *t)
{
	return t->child.program;
}

void
tty_hang_up(struct tty *t)
{
	close(t->master);
	t->master = -1;
	t->ended = true;
}

static double
seconds(const struct timeval *tv)
{
	return (double)tv->tv_sec + (double)tv->tv_usec / 1e6;
}

int
tty_wait(struct tty *t)
{
	struct rusage use;
	struct tty_event event = { 0 };

	while (!t->ended)
		wait_readable(t, 0, "the program's end");
	if (t->child.process > 0) {
		while (t->child.events >= 0 && tty_child_event(&t->child, &event))
			t->status = event.status;
		while (wait4(t->child.process, t->child.events >= 0 ? NULL : &t->status, 0, &use) < 0 &&
		    errno == EINTR)
			;
		t->child.process = 0;
		t->cpu = seconds(&use.ru_utime) + seconds(&use.ru_stime);
	}
	return WIFEXITED(t->status) ? WEXITSTATUS(t->status) : -WTERMSIG(t->status);
}

double
tty_cpu(const struct tty *t)
{
	return t->cpu;
}

bool
tty_wait_stopped(struct tty *t)
{
	struct tty_event event = { 0 };

	while (!has_event(t))
		wait_readable(t, 0, "the program to stop");
	if (!tty_child_event(&t->child, &event) || !WIFSTOPPED(event.status))
		fail_msg("the program ended instead of stopping (status %#x)", (unsigned)event.status);
	while (poll(&(struct pollfd){ t->master, POLLIN, 0 }, 1, 0) > 0 && read_some(t))
		;
	return event.modes_restored;
}

void
tty_continue(struct tty *t)
{
	tty_child_continue(&t->child);
	while (!t->ended && is_cooked(t))
		wait_readable(t, 0, "the program to take the terminal over again");
	tty_sync(t);
}

void
tty_end(struct tty *t)
{
	alarm(0);
	if (t->child.process > 0) {
		kill(t->child.program, SIGKILL);
		if (t->child.process != t->child.program)
			kill(t->child.process, SIGKILL);
		waitpid(t->child.process, NULL, 0);
	}
	tty_child_close(&t->child);
	if (t->master >= 0)
		close(t->master);
	vterm_free(t->vt);
	buf_free(&t->output);
	buf_free(&t->keys);
	buf_free(&t->text);
	buf_free(&t->row);
	free(t);
}

const char *
tty_damage(struct tty *t)
{
	struct termios now;

	if (tcgetattr(t->master, &now) != 0)
		return "the terminal is gone";
	if (now.c_lflag != t->before.c_lflag || now.c_iflag != t->before.c_iflag ||
	    now.c_oflag != t->before.c_oflag || memcmp(now.c_cc, t->before.c_cc, sizeof now.c_cc) != 0)
		return "the terminal's modes are changed";
	if (t->alt)
		return "the alternate screen is on";
	if (!t->visible)
		return "the cursor is hidden";
	if (t->mouse != VTERM_PROP_MOUSE_NONE || tty_mode(t, 1000) || tty_mode(t, 1006))
		return "the mouse is on";
	if (tty_mode(t, 2004))
		return "bracketed paste is on";
	if (tty_mode(t, 1))
		return "the cursor keys are in application mode";
	return NULL;
}

/* --- looking ---------------------------------------------------------------------------------- */

const char *
tty_row(struct tty *t, int y)
{
	int rows, cols, x, width;

	tty_size(t, &rows, &cols);
	buf_clear(&t->row);
	for (x = 0; x < cols; x += width) {
		struct tty_cell c = tty_cell(t, y, x);

		buf_adds(&t->row, c.text[0] ? c.text : " ");
		width = c.width > 0 ? c.width : 1;
	}
	while (t->row.len > 0 && t->row.data[t->row.len - 1] == ' ')
		buf_remove(&t->row, t->row.len - 1, 1);
	return t->row.data;
}

const char *
tty_screen(struct tty *t)
{
	int rows, cols, y;

	tty_size(t, &rows, &cols);
	buf_clear(&t->text);
	for (y = 0; y < rows; y++) {
		buf_adds(&t->text, tty_row(t, y));
		buf_addc(&t->text, '\n');
	}
	return t->text.data;
}

bool
tty_find(struct tty *t, const char *text, int *y, int *x)
{
	int rows, cols, row;
	const char *line, *at;

	tty_size(t, &rows, &cols);
	for (row = 0; row < rows; row++) {
		line = tty_row(t, row);
		at = strstr(line, text);
		if (at == NULL)
			continue;
		if (y)
			*y = row;
		if (x)
			*x = text_nwidth(line, (size_t)(at - line));
		return true;
	}
	return false;
}

bool
tty_has(struct tty *t, const char *text)
{
	return tty_find(t, text, NULL, NULL);
}

/* Whether `mode` is among the numbers of "1;2;3" up to the letter. */
static bool
lists_mode(const char *s, int mode, char *letter)
{
	bool found = false;
	char *end;

	for (;;) {
		if (strtol(s, &end, 10) == mode && end > s)
			found = true;
		if (*end != ';')
			break;
		s = end + 1;
	}
	*letter = *end;
	return found;
}

bool
tty_mode(const struct tty *t, int mode)
{
	const char *s = t->output.data, *end = s + t->output.len;
	bool on = false;
	char letter;

	for (; end - s > 3; s++)
		if (memcmp(s, "\033[?", 3) == 0 && lists_mode(s + 3, mode, &letter) &&
		    (letter == 'h' || letter == 'l'))
			on = letter == 'h';
	return on;
}

const char *
tty_output(const struct tty *t, size_t *len)
{
	*len = t->output.len;
	return t->output.data;
}
