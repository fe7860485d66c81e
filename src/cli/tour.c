/* tour.c - `career tour`: which tours there are. */
#include "career/cmd/tour.h"

#include "career/cli/cli.h"
#include "career/cmd/script.h"
#include "career/out/out.h"

#include <stdio.h>

bool
verb_tour(struct cli *c, struct err *e)
{
	static const struct out_column cols[] = {{"name", "Tour", false, 40},
	    {"steps", "Steps", true, 0}, {"title", "Title", false, 44},
	    {"about", "About", false, 50}};
	struct out o = cli_table(c, cols, sizeof cols / sizeof *cols, true);
	struct tour t;

	(void)e;
	out_begin(&o);
	for (size_t i = 0; tour_at(i, &t); i++) {
		struct buf title = BUF_INIT, about = BUF_INIT;
		char steps[24];

		snprintf(steps, sizeof steps, "%zu", script_steps(t.text));
		script_header(t.text, "title", &title);
		script_header(t.text, "about", &about);
		out_row(&o,
		    (const struct cell[]){{.kind = CELL_TEXT, .text = t.name},
			{.kind = CELL_NUMBER, .text = steps},
			{.kind = CELL_TEXT, .text = title.data},
			{.kind = CELL_TEXT, .text = about.data}});
		buf_free(&title);
		buf_free(&about);
	}
	out_end(&o);
	return true;
}
