/*
 * screen_tour.c - narration, and how to go on where a script waits.
 */
#include "screen.h"

#include "career/base/text.h"
#include "career/cmd/narration.h"

#include <stdio.h>

void
screen_narration(struct draw *d, struct app *a)
{
	const struct area *at = &a->layout.say;
	struct buf text = BUF_INIT;
	int lead = text_width(narration_lead(a));

	for (int y = 0; y < at->h; y++) {
		buf_clear(&text);
		narration_row(a, y, &text);
		if (y == 0)
			draw_text(d, at, 0, 0, narration_lead(a), lead, STYLE_VALUE, 0);
		draw_text(d, at, y, lead, text.data, at->w - lead, STYLE_VALUE, 0);
	}
	buf_free(&text);
}

/* "Space: next  Esc: leave  3 of 12"; what does not fit in front of the count is left out. */
void
screen_pause(struct draw *d, struct app *a)
{
	const struct script *s = &a->script;
	const struct area *b = &a->layout.bottom;
	const struct binding *key[8];
	size_t n = screen_hints(a, IN_TOUR, key, 8);
	char count[48], label[48];
	int x = 0;

	snprintf(count, sizeof count, "%zu of %zu", s->step, s->steps);
	for (size_t i = 0; i < n; i++) {
		snprintf(label, sizeof label, "%s: %s", key[i]->key,
		    i == 0 && s->step == s->steps ? "end" : key[i]->label);
		if (x + text_width(label) + 2 + text_width(count) <= b->w)
			x += draw_text(d, b, 0, x, label, 0, STYLE_HEADING, 0) + 2;
	}
	draw_text(d, b, 0, x, count, 0, STYLE_TEXT, 0);
}
