#include "career/cli/cli.h"

#include "career/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#ifndef CAREER_VERSION
#define CAREER_VERSION "unknown"
#endif

/* A file that is opened later must not become standard output: what is closed is opened the wrong
 * way round, so that its use is an error. */
static void
open_missing(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			(void)open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

bool
cli_start(void)
{
	open_missing();
	signal(SIGPIPE, SIG_IGN);
	setlocale(LC_ALL, "");
	setlocale(LC_NUMERIC, "C");
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static void
say(const char *prefix, const char *text, bool ascii)
{
	struct sink err;
	struct err ignored;

	sink_init(&err, STDERR_FILENO);
	buf_adds(&err.buf, prefix);
	text_safes(&err.buf, text, ascii);
	buf_addc(&err.buf, '\n');
	(void)sink_close(&err, &ignored);
}

void
cli_say(const struct cli *c, const char *text)
{
	say("", text, c->ascii);
}

int
cli_fail(const struct err *e, bool ascii)
{
	if (e->text[0])
		say("career: ", e->text, ascii);
	return (int)e->code;
}

static int
terminal_width(void)
{
	struct winsize size;
	const char *columns = getenv("COLUMNS");
	long n;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	n = columns ? strtol(columns, NULL, 10) : 0;
	return n > 0 && n <= 10000 ? (int)n : 80;
}

struct out
cli_table(struct cli *c, const struct out_column *cols, size_t n, bool drop)
{
	return (struct out){.sink = &c->out,
	    .format = &out_formats[c->cmd->format],
	    .cols = cols,
	    .ncols = n,
	    .tty = c->tty,
	    .color = c->color,
	    .ascii = c->ascii,
	    .drop = drop,
	    .width = c->width};
}

static bool
wants_color(enum option_color when, bool tty)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (when != OPTION_COLOR_AUTO)
		return when == OPTION_COLOR_ALWAYS;
	return tty && !(no && no[0]) && term && term[0] && strcmp(term, "dumb") != 0;
}

static bool
run(struct cli *c, struct err *e)
{
	const struct cmdline *cmd = c->cmd;

	if (cmd->version) {
		buf_adds(&c->out.buf, "career " CAREER_VERSION "\n");
		return true;
	}
	if (cmd->help) {
		help_print(c, cmd->verb);
		return true;
	}
	return cmd->verb->run(c, e);
}

int
cli_run(const struct cmdline *cmd, int year)
{
	struct cli c = {.cmd = cmd, .ascii = cmd->options.ascii, .width = 80, .year = year};
	struct err e = {0}, write_error;
	bool found;

	c.tty = isatty(STDOUT_FILENO);
	if (c.tty)
		c.width = terminal_width();
	c.color = wants_color(cmd->options.color, c.tty);
	sink_init(&c.out, STDOUT_FILENO);
	if (run(&c, &e))
		err_clear(&e);
	found = e.code != ERR_NOTFOUND;
	if (!sink_close(&c.out, &write_error) && !e.text[0])
		e = write_error;
	else if (c.out.error == EPIPE && e.code == ERR_NOTFOUND)
		err_clear(&e);
	if (c.left_out != NULL && (c.tty || !found))
		cli_say(&c, c.left_out);
	free(c.left_out);
	return cli_fail(&e, c.ascii);
}
