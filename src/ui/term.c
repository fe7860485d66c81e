#include "career/ui/term.h"

#include "career/base/buf.h"
#include "career/ui/guard.h"
#include "career/ui/terminfo.h"

#include <curses.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum {
	MAX_ROWS = 1000, /* a terminal that claims more is not believed */
	MAX_COLS = 2000,
	CLIP_BYTES = 74 * 1024, /* 100 KB in base64 */
};

/* Bracketed paste; mouse reports in SGR form. */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

static void
write_all(const char *s, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(STDOUT_FILENO, s, len);
		if (n > 0) {
			s += n;
			len -= (size_t)n;
		} else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
			return;
		}
	}
}

static void
private_modes(const struct term *t, bool on)
{
	const char *s = on ? PASTE_ON : PASTE_OFF;

	if (!t->xterm_like)
		return;
	write_all(s, strlen(s));
	s = on ? MOUSE_ON : MOUSE_OFF;
	if (t->opts.mouse)
		write_all(s, strlen(s));
}

static void
set_termios(void)
{
	struct termios tio;

	if (tcgetattr(STDIN_FILENO, &tio) != 0)
		return;
	tio.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
	tio.c_lflag |= ISIG;
	tio.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP);
	tio.c_cc[VINTR] = _POSIX_VDISABLE;
	tio.c_cc[VSUSP] = _POSIX_VDISABLE;
	tio.c_cc[VMIN] = 1;
	tio.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSANOW, &tio);
	def_prog_mode();
}

static void
choose_colors(struct term *t)
{
	const char *no = getenv("NO_COLOR");

	t->colors = t->opts.color == COLOR_ALWAYS
	    || (t->opts.color == COLOR_AUTO && (no == NULL || *no == '\0'));
	t->colors = t->colors && has_colors() && start_color() == OK && use_default_colors() == OK
	    && COLORS >= 8;
}

static void
set_up_screen(struct term *t)
{
	cbreak();
	noecho();
	nonl();
	typeahead(-1); /* a frame is written whole */
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	choose_colors(t);
}

static void
init(struct term *t, const struct term_opts *opts)
{
	memset(t, 0, sizeof *t);
	t->opts = *opts;
	t->ascii = opts->ascii;
	/* ncurses would believe them rather than the terminal. */
	unsetenv("LINES");
	unsetenv("COLUMNS");
}

/* From here on every way out restores the terminal. */
static bool
start_guard(struct term *t, struct err *e)
{
	struct terminfo ti;
	struct buf restore = BUF_INIT;
	bool ok;

	if (!terminfo_look_up(&ti, STDOUT_FILENO, e))
		return false;
	t->xterm_like = ti.xterm_like;
	if (ti.xterm_like)
		buf_adds(&restore, t->opts.mouse ? MOUSE_OFF PASTE_OFF : PASTE_OFF);
	buf_add(&restore, ti.restore.data, ti.restore.len);
	ok = guard_start(STDOUT_FILENO, restore.data, restore.len, e);
	buf_free(&restore);
	terminfo_free(&ti);
	return ok;
}

bool
term_start(struct term *t, const struct term_opts *opts, struct err *e)
{
	init(t, opts);
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(e, ERR_USAGE,
		    "the screens need a terminal for input and output; `career --help` lists "
		    "the verbs that print");
	if (!start_guard(t, e))
		return false;
	t->screen = newterm(NULL, stdout, stdin);
	if (t->screen == NULL) {
		guard_reset_modes();
		guard_stop();
		return err_set(
		    e, ERR_USAGE, "a terminal of type TERM=%s cannot be used", getenv("TERM"));
	}
	set_up_screen(t);
	set_termios();
	private_modes(t, true);
	return true;
}

bool
term_start_offscreen(
    struct term *t, const struct term_opts *opts, int rows, int cols, struct err *e)
{
	init(t, opts);
	t->offscreen = true;
	t->null = fopen("/dev/null", "r+");
	if (t->null == NULL)
		return err_set(e, ERR_DATA, "/dev/null: %s", strerror(errno));
	t->screen = newterm("xterm", t->null, t->null);
	if (t->screen == NULL) {
		fclose(t->null);
		return err_set(
		    e, ERR_DATA, "no terminal description of xterm: install ncurses-base");
	}
	set_up_screen(t);
	if (resizeterm(rows, cols) == OK)
		return true;
	term_stop(t);
	return err_set(e, ERR_DATA, "no screen of %d x %d", rows, cols);
}

void
term_release(struct term *t)
{
	if (t->offscreen)
		return;
	private_modes(t, false);
	endwin();
	guard_own(false);
	guard_reset_modes();
}

void
term_retake(struct term *t)
{
	if (t->offscreen)
		return;
	guard_own(true);
	reset_prog_mode();
	private_modes(t, true);
	clearok(curscr, TRUE);
}

void
term_redraw(struct term *t)
{
	(void)t;
	clearok(curscr, TRUE);
}

void
term_suspend(struct term *t)
{
	if (t->offscreen)
		return;
	term_release(t);
	guard_stop_job();
	term_retake(t);
}

static void
stop_offscreen(struct term *t)
{
	endwin();
	delscreen(t->screen);
	fclose(t->null);
}

void
term_stop(struct term *t)
{
	if (t->screen == NULL)
		return;
	if (t->offscreen) {
		stop_offscreen(t);
	} else {
		term_release(t);
		delscreen(t->screen);
		guard_stop();
	}
	t->screen = NULL;
	t->null = NULL;
}

static void
apply_size(void)
{
	struct winsize ws;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) != 0 || ws.ws_row == 0 || ws.ws_col == 0)
		return;
	resizeterm(ws.ws_row < MAX_ROWS ? ws.ws_row : MAX_ROWS,
	    ws.ws_col < MAX_COLS ? ws.ws_col : MAX_COLS);
	clearok(curscr, TRUE);
}

bool
term_take_resized(struct term *t)
{
	bool continued = guard_take_continued();

	if (t->offscreen || (!guard_take_resized() && !continued))
		return false;
	if (continued) /* whoever had the terminal meanwhile left it in other modes */
		term_retake(t);
	apply_size();
	return true;
}

bool
term_hung_up(void)
{
	return guard_gone();
}

int
term_signalled(void)
{
	return guard_signalled();
}

static void
add_base64(struct buf *out, const char *text, size_t len)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *s = (const unsigned char *)text;
	size_t i, k;
	unsigned v;

	for (i = 0; i < len; i += 3) {
		v = (unsigned)s[i] << 16;
		if (i + 1 < len)
			v |= (unsigned)s[i + 1] << 8;
		if (i + 2 < len)
			v |= s[i + 2];
		for (k = 0; k < 4; k++)
			buf_addc(out, i + k > len ? '=' : digits[v >> (18 - 6 * k) & 63]);
	}
}

bool
term_clipboard(struct term *t, const char *text, size_t len)
{
	struct buf out = BUF_INIT;

	if (len > CLIP_BYTES || (!t->offscreen && !t->xterm_like))
		return false;
	buf_adds(&out, "\033]52;c;");
	add_base64(&out, text, len);
	buf_addc(&out, '\a');
	if (!t->offscreen)
		write_all(out.data, out.len);
	buf_free(&out);
	return true;
}

void
term_sync_reply(struct term *t, int serial)
{
	char text[32];
	int n = snprintf(text, sizeof text, "\033]7777;%d\033\\", serial);

	if (!t->offscreen && getenv("CAREER_TEST_SYNC") != NULL)
		write_all(text, (size_t)n);
}
