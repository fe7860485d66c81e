/*
 * cmd_coverage.c - the map of coverage on its screen: which way round, how much of it, what a cell holds.
 */
#include "career/page/coverage.h"

#include "career/base/mem.h"
#include "state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Made when the screen is first shown, counted anew when sources were switched. */
struct coverage_state {
	struct coverage map;
	unsigned turn; /* of the sources, as counted */
	bool all, by_source;
	size_t measure;             /* by_source: whose sources the columns are */
	struct coverage_place cell; /* what the popup is about */
};

void
coverage_close(struct app *a)
{
	if (a->coverage != NULL)
		coverage_free(&a->coverage->map);
	free(a->coverage);
	a->coverage = NULL;
}

static bool
coverage_ready(struct app *a, struct err *e)
{
	struct coverage_state *s = a->coverage;

	if (s == NULL) {
		s = mem_zero(1, sizeof *s);
		if (!coverage_load(&s->map, a->db, &a->reader.sources, e)) {
			free(s);
			return false;
		}
		a->coverage = s;
	} else if (s->turn != db_sources_turn(a->db)) {
		coverage_follow(&s->map, &a->reader.sources);
	}
	s->turn = db_sources_turn(a->db);
	return true;
}

/* --- the page -------------------------------------------------------------------------------- */

bool
coverage_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	struct detail *d = &p->detail;
	struct coverage_opts o;
	struct coverage_shown shown;

	if (!coverage_ready(a, e))
		return false;
	o = (struct coverage_opts){.all = a->coverage->all,
	    .by_source = a->coverage->by_source,
	    .measure = a->coverage->measure,
	    .first = d->first,
	    .column = d->column};
	page_coverage(page, &a->reader, &a->coverage->map, &o, &shown);
	d->pinned = shown.pinned;
	d->shown = shown.shown;
	d->ncolumns = shown.ncolumns;
	return true;
}

static bool
cell_page(struct app *a, struct page *page, struct err *e)
{
	return page_coverage_cell(page, &a->reader, &a->coverage->map, &a->coverage->cell, e);
}

/* --- commands -------------------------------------------------------------------------------- */

VERB(cmd_coverage)
{
	(void)arg;
	return app_go(a, SCREEN_COVERAGE, e);
}

/* The screen that these are about; its page is there. */
static bool
on_screen(struct app *a, struct err *e)
{
	if (a->screen != SCREEN_COVERAGE)
		return err_set(
		    e, ERR_USAGE, "this works on the map of coverage: `coverage` opens it");
	return coverage_ready(a, e);
}

VERB(cmd_coverage_cell)
{
	const struct anchor *role = find_anchor(current_line(a), ANCHOR_ROLE);
	const char *slug = *arg != '\0' ? arg : role != NULL ? role->key : "";
	const struct detail *d = &app_pane(a)->detail;
	struct coverage_state *s;
	struct coverage_place at = {.source = SIZE_MAX, .measure = d->column};

	if (!on_screen(a, e))
		return false;
	s = a->coverage;
	if (*slug == '\0')
		return err_set(e, ERR_NOTFOUND, "no role on this line");
	at.role = coverage_role_find(&s->map, slug);
	if (at.role == SIZE_MAX)
		return err_set(e, ERR_NOTFOUND, "no role '%s'", slug);
	if (s->by_source) {
		at.measure = s->measure;
		at.source = coverage_source_at(&s->map, s->measure, d->column);
	}
	if (at.measure >= s->map.nmeasures)
		return err_set(e, ERR_NOTFOUND, "no column here");
	s->cell = at;
	return popup_open(a, "Who states it", false, cell_page, e);
}

VERB(cmd_coverage_turn)
{
	struct detail *d = &app_pane(a)->detail;
	struct coverage_state *s;

	(void)arg;
	if (!on_screen(a, e))
		return false;
	s = a->coverage;
	if (s->map.nmeasures == 0)
		return err_set(e, ERR_NOTFOUND, "nothing is stated of any role");
	if (!s->by_source && d->column < s->map.nmeasures)
		s->measure = d->column;
	s->by_source = !s->by_source;
	d->column = s->by_source ? 0 : s->measure;
	d->first = 0;
	d->valid = false;
	app_say(a,
	    s->by_source ? "the sources that state %s; V: back" : "measures; V: sources of %s",
	    s->map.measure[s->measure].says);
	return true;
}

VERB(cmd_coverage_all)
{
	(void)arg;
	if (!on_screen(a, e))
		return false;
	a->coverage->all = !a->coverage->all;
	app_pane(a)->detail.valid = false;
	return true;
}
