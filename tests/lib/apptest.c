#include "apptest.h"

#include <limits.h>

struct app app;

int
apptest_open(void **state)
{
	(void)state;
	appscreen_state(&app, NULL);
	return 0;
}

int
apptest_close(void **state)
{
	(void)state;
	app_close(&app);
	return 0;
}

struct pane *
pane(void)
{
	return app_pane(&app);
}

const char *
selected(void)
{
	static struct buf cell = BUF_INIT;

	buf_clear(&cell);
	if (pane()->selected != UINT32_MAX)
		pane_cell(pane(), &pane()->def->columns[0], pane()->selected, INT_MAX, &cell);
	return cell.data;
}
