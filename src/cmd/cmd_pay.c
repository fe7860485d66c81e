/*
 * cmd_pay.c - how the Pay section of a role's page is grouped.
 */
#include "state.h"
#include "verbs.h"

#include <string.h>

/* Where another section is shown, its Pay comes to the front: what was asked for is to be seen. */
static void
show_pay(struct app *a)
{
	struct pane *p = app_pane(a);

	if (a->screen != SCREEN_ROLES || p->detail.section == ROLE_PAY)
		return;
	p->detail.section = ROLE_PAY;
	p->detail.cursor = p->detail.top = 0;
	a->pay_cells = true;
}

VERB(cmd_pay_cells)
{
	(void)e;
	if (strcmp(arg, "on") != 0 && strcmp(arg, "off") != 0 && *arg != '\0')
		return err_set(e, ERR_USAGE, "'%s': on, off, or nothing", arg);
	a->pay_cells = *arg != '\0' ? strcmp(arg, "on") == 0 : !a->pay_cells;
	show_pay(a);
	app_stale(a);
	app_say(a,
	    a->pay_cells ? "pay in cells: level, place, basis and employer; again: level by level"
			 : "pay level by level");
	return true;
}
