/* main.c - reads the command line and picks the front end: a verb, or the screen. */
#include "career/base/num.h"
#include "career/cli/cli.h"
#include "career/ui/app.h"

#include <stdlib.h>
#include <time.h>

/* SOURCE_DATE_EPOCH stands for the clock, so that what is printed of ages can be repeated. */
static int
this_year(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now = time(NULL);
	struct tm tm;
	double seconds;

	if (epoch && num_parse(epoch, &seconds) && seconds >= 0 && seconds < 1e11)
		now = (time_t)seconds;
	return localtime_r(&now, &tm) ? tm.tm_year + 1900 : 0;
}

static int
start(struct cmdline *cmd)
{
	struct err e = {0};
	int code;

	if ((cmd->verb->run && !cmd->options.tour) || cmd->help || cmd->version)
		return cli_run(cmd, this_year());
	code = ui_run(&cmd->options, &e);
	return e.code ? cli_fail(&e, cmd->options.ascii) : code;
}

int
main(int argc, char **argv)
{
	bool utf8 = cli_start(), ok;
	struct cmdline cmd = {.verb = NULL};
	struct err e = {0};
	int code;

	ok = cmdline_parse(&cmd, argc, argv, &e);
	cmd.options.screen = SCREEN_START;
	cmd.options.ascii = cmd.options.ascii || !utf8;
	code = ok ? start(&cmd) : cli_fail(&e, cmd.options.ascii);
	cmdline_free(&cmd);
	return code;
}
