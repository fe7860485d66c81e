/* main.c - reads the command line and picks the front end: a verb, or the screen. */
#include "career/cli/cli.h"
#include "career/ui/app.h"

#include <time.h>

static int
this_year(void)
{
	time_t now = time(NULL);
	struct tm tm;

	return localtime_r(&now, &tm) ? tm.tm_year + 1900 : 0;
}

static int
start(struct cmdline *cmd)
{
	struct err e = {0};
	int code;

	if (cmd->verb->run || cmd->help || cmd->version)
		return cli_run(cmd, this_year());
	code = ui_run(&cmd->options, &e);
	return e.code ? cli_fail(&e, cmd->options.ascii) : code;
}

int
main(int argc, char **argv)
{
	bool utf8 = cli_start(), ok;
	struct cmdline cmd;
	struct err e = {0};
	int code;

	ok = cmdline_parse(&cmd, argc, argv, &e);
	cmd.options.ascii = cmd.options.ascii || !utf8;
	code = ok ? start(&cmd) : cli_fail(&e, cmd.options.ascii);
	cmdline_free(&cmd);
	return code;
}
