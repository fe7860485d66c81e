/* screen.h - drawing the state: one function per part of the screen. */
#ifndef CAREER_UI_SCREEN_H
#define CAREER_UI_SCREEN_H

#include "career/cmd/app.h"
#include "career/ui/draw.h"
#include "career/ui/input.h"

/* The whole screen of the settled state. */
void screen_draw(struct draw *d, struct app *a);

void screen_list(struct draw *d, struct app *a);
void screen_picture(struct draw *d, struct app *a);
void screen_facets(struct draw *d, struct app *a);
void screen_detail(struct draw *d, struct app *a);
void screen_popup(struct draw *d, struct app *a);
void screen_note(struct draw *d, struct app *a);
void screen_note_hints(struct draw *d, const struct app *a);
void screen_narration(struct draw *d, struct app *a);
void screen_pause(struct draw *d, struct app *a); /* bottom line while a script waits */

/* The keys for the bottom line in a context, in their order. */
size_t screen_hints(const struct app *a, unsigned where, const struct binding **out, size_t cap);
void screen_palette(struct draw *d, struct app *a);

/* Where on the screen a popup stands. */
struct area screen_popup_area(const struct app *a);
struct area screen_palette_area(const struct app *a);
struct area screen_note_area(const struct app *a);
/* Cells of a screen's name in the title, with the gap behind it. */
int screen_tab_width(const struct app *a, size_t screen);
int screen_chip_width(const struct chip *c, bool ascii);
/* First chip that is shown so that the one under the cursor is. */
size_t screen_first_chip(const struct app *a, const struct chip *c, size_t n);
/* First tab that is shown so that the current one is, for a page of `w` cells. */
size_t screen_first_tab(const struct pane *p, int w);

/* A mouse event: what it is on decides. */
void mouse_event(struct app *a, const struct key *k);

#endif
