/*
 * picture.h - a list as a picture: its place on the screen shows where its rows are, and the cursor walks them.
 *
 * While it is on, the list is filtered, sorted and marked as ever; the selected row is the point under the cursor.
 * A row that is not drawn may be selected too (by its key, by the next item): the cursor is then nowhere, and goes
 * to the middle when it is moved. When the rows change and the selected one is not drawn, the first one that is
 * becomes selected.
 */
#ifndef CAREER_CMD_PICTURE_H
#define CAREER_CMD_PICTURE_H

#include "career/cmd/app.h"
#include "career/page/scatter.h"

struct picture {
	bool on;
	struct scatter_axes want; /* as chosen; SCATTER_NONE: by what the rows state */
	struct scatter plot;
	bool read;        /* the plot has the rows of the view as they are */
	struct page page; /* as it is drawn, made by picture_settle */
};

bool picture_on(const struct pane *p);
/* The list again, on the row of the point. */
void picture_leave(struct pane *p);
/* The rows of the list are others. */
void picture_changed(struct pane *p);
void picture_free(struct pane *p);
/* Reads and draws what is to be shown in the list's area; before the page of the selected row is made. */
void picture_settle(struct app *a, struct pane *p);

/* False: there is no picture to move in. */
bool picture_move(struct app *a, int dx, int dy, bool pages);
bool picture_end(struct app *a, bool last);
/* A click on a cell of the list's area. */
void picture_click(struct app *a, int y, int x);
/* Whether several rows are where the cursor is. */
bool picture_crowded(const struct pane *p);
/* Who states the numbers of the selected row. */
bool picture_explain(struct app *a, struct err *e);
/* What the picture is of, to look terms up in. */
void picture_words(const struct pane *p, struct buf *out);

#endif
