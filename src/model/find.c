/* find.c - one search over everything. */
#include "career/model/find.h"

#include "career/model/rolecols.h"

#include <string.h>

static const struct {
	const struct list *list;
	const char *title, *name, *beside[2];
} groups[FIND_GROUPS] = {
    {&list_roles, "Roles", "title", {"family", "kind"}},
    {&list_programs, "Programs", "program", {"award", "school"}},
    {&list_skills, "Skills", "name", {"category", NULL}},
    {&list_guide, "Guide", "heading", {"kind", "source"}},
    {&list_terms, "Glossary", "term", {"text", NULL}},
};

void
find_init(struct find *f, struct db *db)
{
	memset(f, 0, sizeof *f);
	f->db = db;
	for (size_t i = 0; i < FIND_GROUPS; i++) {
		f->group[i].list = groups[i].list;
		f->group[i].title = groups[i].title;
	}
}

static void
close_group(struct find_group *g)
{
	if (!g->open)
		return;
	view_free(&g->view);
	if (g->frame == &g->own)
		frame_free(&g->own);
	g->open = false;
	g->frame = NULL;
}

void
find_free(struct find *f)
{
	for (size_t i = 0; i < FIND_GROUPS; i++)
		close_group(&f->group[i]);
	find_init(f, f->db);
}

/* Nobody looks at the facets of a search. */
static void
without_facets(struct find_group *g)
{
	g->view.nfacets = g->view.scan.nfacets = 0;
	g->open = true;
}

void
find_lend(struct find *f, const struct list *l, const struct frame *frame)
{
	for (size_t i = 0; i < FIND_GROUPS; i++) {
		struct find_group *g = &f->group[i];

		if (g->list != l)
			continue;
		close_group(g);
		if (frame == NULL)
			return;
		g->frame = frame;
		view_init(&g->view, l, frame);
		listview_keys(&g->view, f->db);
		without_facets(g);
	}
}

static bool
open_groups(struct find *f, struct err *e)
{
	for (size_t i = 0; i < FIND_GROUPS; i++) {
		struct find_group *g = &f->group[i];
		struct err why;
		bool changed;

		if (g->open && g->frame != &g->own)
			continue;
		if (g->open) {
			if (!listview_refresh(&g->own, &g->view, f->db, &changed, e))
				return false;
			continue;
		}
		if (!listview_open_late(&g->own, &g->view, g->list, f->db, &why, e))
			return false;
		g->frame = &g->own;
		without_facets(g);
	}
	return true;
}

/* Cells that were read late were not usable: all of it is looked at, and made anew. */
static bool
mend(struct find *f, struct find_group *g, const char *text, bool typing, struct err *e)
{
	struct err why;

	close_group(g);
	if (!listview_open(&g->own, &g->view, g->list, f->db, &why, e))
		return false;
	g->frame = &g->own;
	without_facets(g);
	view_set(&g->view, text, typing);
	return true;
}

bool
find_set(struct find *f, const char *text, bool typing, struct err *e)
{
	bool empty = text[strspn(text, " ")] == '\0';

	if (!open_groups(f, e))
		return false;
	for (size_t i = 0; i < FIND_GROUPS; i++) {
		struct find_group *g = &f->group[i];

		view_set(&g->view, text, typing);
		if (g->frame == &g->own && frame_damage(g->frame) && !mend(f, g, text, typing, e))
			return false;
		g->refused = empty || g->view.query.error[0] != '\0';
	}
	return true;
}

uint32_t
find_count(const struct find_group *g)
{
	return g->open && !g->refused ? g->view.nrows : 0;
}

uint32_t
find_total(const struct find *f)
{
	uint32_t n = 0;

	for (size_t i = 0; i < FIND_GROUPS; i++)
		n += find_count(&f->group[i]);
	return n;
}

static const char *
cell(const struct find_group *g, const char *field, uint32_t row)
{
	int col = frame_col(g->frame->spec, field);

	return col >= 0 ? frame_text(g->frame, col, row) : "";
}

void
find_words(const struct find_group *g, uint32_t row, struct buf *title, struct buf *beside)
{
	for (size_t i = 0; i < FIND_GROUPS; i++) {
		if (groups[i].list != g->list)
			continue;
		buf_adds(title, cell(g, groups[i].name, row));
		/* Among roles and occupations alike what it is comes first. */
		if (g->list == &list_roles && rolecols_of_sets(g->frame, &row, 1) == 1) {
			buf_addf(beside, "%s, %s", cell(g, "kind", row), cell(g, "family", row));
			continue;
		}
		for (size_t k = 0; k < 2; k++) {
			const char *text =
			    groups[i].beside[k] != NULL ? cell(g, groups[i].beside[k], row) : "";

			if (*text != '\0')
				buf_addf(beside, "%s%s", beside->len > 0 ? ", " : "", text);
		}
	}
}
