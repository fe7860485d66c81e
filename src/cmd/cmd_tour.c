/*
 * cmd_tour.c - narration, pauses, and the tours.
 */
#include "career/base/text.h"
#include "career/cmd/tour.h"
#include "state.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

VERB(cmd_say)
{
	(void)e;
	buf_clear(&a->say);
	buf_adds(&a->say, arg);
	return true;
}

VERB(cmd_pause)
{
	(void)arg;
	return script_pause(a, e);
}

VERB(cmd_tour_next)
{
	(void)arg;
	return script_next(a, e);
}

VERB(cmd_tour_back)
{
	(void)arg;
	return script_go(a, a->script.step > 0 ? a->script.step - 1 : 0, e);
}

VERB(cmd_tour_leave)
{
	(void)arg;
	return script_leave(a, e);
}

static void
add_tour(struct app *a, struct page *page, const struct tour *t)
{
	struct buf title = BUF_INIT, about = BUF_INIT, command = BUF_INIT;
	size_t steps = script_steps(t->text), left = tour_left_at(a, t->name);

	script_header(t->text, "title", &title);
	script_header(t->text, "about", &about);
	buf_addf(&command, "tour %s", t->name);
	page_line(page);
	page_add(page, STYLE_HEADING, title.data);
	if (left > 1 && left <= steps)
		page_addf(page, STYLE_TEXT, ": goes on at step %zu of %zu", left, steps);
	else
		page_addf(page, STYLE_TEXT, ": %zu steps", steps);
	page_anchor(page, ANCHOR_COMMAND, command.data);
	page_wrap(page, 2, STYLE_TEXT, about.data);
	page_anchor(page, ANCHOR_COMMAND, command.data);
	buf_free(&title);
	buf_free(&about);
	buf_free(&command);
}

static bool
tours_page(struct app *a, struct page *page, struct err *e)
{
	struct tour t;

	(void)e;
	for (size_t i = 0; tour_at(i, &t); i++)
		add_tour(a, page, &t);
	return true;
}

VERB(cmd_tour)
{
	char name[64];
	size_t len = strcspn(arg, " \t"), step = 0;
	const char *rest = arg + len + strspn(arg + len, " \t");
	struct tour t;

	if (len == 0)
		return popup_open(a, "Tours: Enter starts one", false, tours_page, e);
	snprintf(name, sizeof name, "%.*s", (int)(len < 63 ? len : 63), arg);
	if (!tour_find(name, &t, e) || (*rest != '\0' && !tour_step(&t, rest, &step, e)))
		return false;
	return tour_start(a, &t, step, e);
}
