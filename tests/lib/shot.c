#include "shot.h"

#include "appscreen.h"
#include "check.h"
#include "national.h"

void
shot_test(void **state)
{
	shot_on(national_path(), state);
}

void
shot_on(const char *catalog, void **state)
{
	const struct shot *shot = *state;
	struct appscreen s;
	struct buf text = BUF_INIT;
	bool same;

	appscreen_use(catalog);
	screen_open(&s.screen, shot->rows, shot->cols, shot->ascii, true);
	appscreen_state(&s.app, NULL);
	s.app.opts.ascii = shot->ascii;
	app_resize(&s.app, shot->rows, shot->cols);
	app_settle(&s.app);
	app_press(&s.app, shot->keys);
	buf_adds(&text, appscreen_draw(&s, false));
	buf_addf(&text, "cursor %d,%d\n", s.screen.draw.cursor_y, s.screen.draw.cursor_x);
	same = screen_same(shot->name, text.data);
	buf_free(&text);
	appscreen_close(&s);
	assert_true(same);
}
