/* pane_facets.c - the facet column of a list, as lines. */
#include "career/base/text.h"
#include "career/cmd/app.h"
#include "columns.h"

#include <string.h>

const char *
pane_facet_text(const struct pane *p, const struct facet_line *f, int cells)
{
	const struct field *field = &p->def->list->fields[f->field];
	const struct column *col = &p->frame.cols[field_col(p->def->list, f->field)];
	const char *text = f->code == 0 ? "not stated" : dict_text(&col->dict, f->code);
	const char *title =
	    strcmp(field->name, "role") == 0 ? titles_find(&p->titles, text, cells) : NULL;

	if (title != NULL)
		return title;
	return strcmp(field->name, "award") == 0 && text_width(text) > cells ? award_short(text)
									     : text;
}

static void
facet_cursor_to(struct pane *p, const struct facet_line *at)
{
	for (size_t i = 0; i < p->nfacet; i++)
		if (p->facet[i].field == at->field && p->facet[i].heading == at->heading
		    && p->facet[i].code == at->code) {
			p->facet_cursor = i;
			return;
		}
	if (p->facet_cursor >= p->nfacet)
		p->facet_cursor = p->nfacet > 0 ? p->nfacet - 1 : 0;
}

/* The facet column as lines: a heading per field, its values below. The cursor stays on its value. */
void
pane_facets(struct pane *p)
{
	enum { VALUES = 64 };
	struct facet_value v[VALUES];
	struct facet_line at = {.field = -1};

	if (p->facet_cursor < p->nfacet)
		at = p->facet[p->facet_cursor];
	p->nfacet = 0;
	if (!pane_has_facets(p))
		return;
	for (size_t f = 0; f < p->view.nfacets; f++) {
		size_t n;

		/* No row of this catalog has a value. */
		if (p->frame.cols[field_col(p->def->list, p->view.facets[f])].dict.n <= 1
		    && p->frame.rows > 0)
			continue;
		n = view_facet(&p->view, f, v, VALUES);
		p->facet =
		    mem_reserve(p->facet, &p->facet_cap, p->nfacet + n + 1, sizeof *p->facet);
		p->facet[p->nfacet++] =
		    (struct facet_line){.field = p->view.facets[f], .heading = true};
		for (size_t i = 0; i < n; i++)
			p->facet[p->nfacet++] = (struct facet_line){
			    .field = p->view.facets[f],
			    .code = v[i].code,
			    .count = v[i].count,
			    .selected = v[i].selected,
			    .excluded = v[i].excluded,
			};
	}
	facet_cursor_to(p, &at);
}
