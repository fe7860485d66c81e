/*
 * app.c - the program's state: opened and closed, its messages, its screens.
 */
#include "career/cmd/app.h"

#include "career/base/text.h"
#include "career/cmd/note.h"
#include "career/model/switch.h"
#include "career/store/catalog.h"
#include "state.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct pane *
app_pane(struct app *a)
{
	return &a->pane[a->screen];
}

static void __attribute__((format(printf, 3, 0)))
set_message(struct app *a, bool is_error, const char *fmt, va_list ap)
{
	struct buf raw = BUF_INIT, safe = BUF_INIT;
	size_t len;

	buf_addv(&raw, fmt, ap);
	text_safe(&safe, raw.data, raw.len, a->opts.ascii);
	len = safe.len < sizeof a->message ? safe.len : sizeof a->message - 1;
	while (!text_valid(safe.data, len))
		len--;
	memcpy(a->message, safe.data, len);
	a->message[len] = '\0';
	a->message_is_error = is_error;
	buf_free(&raw);
	buf_free(&safe);
}

void
app_say(struct app *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(a, false, fmt, ap);
	va_end(ap);
}

void
app_error(struct app *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(a, true, fmt, ap);
	va_end(ap);
}

/* A profile that cannot be used is left alone: the program goes on in memory and says so. */
static void
say_in_memory(struct app *a, const struct err *why)
{
	app_error(
	    a, "marks, the role and what else you keep last until you quit only: %s", why->text);
}

/* A damaged one of which there is a whole copy: the person may take that. */
static void
offer_copy(struct app *a, const char *path)
{
	char *copy = path != NULL ? profile_mendable(path) : NULL;
	char question[160];

	if (copy != NULL) {
		const char *leaf = strrchr(copy, '/');

		snprintf(question, sizeof question,
		    "Your file is damaged. Take its copy %.60s? y: yes, the damaged one is kept",
		    leaf != NULL ? leaf + 1 : copy);
		prompt_confirm(a, question, "profile-restore");
	}
	free(copy);
}

static bool
open_profile(struct app *a, struct err *e)
{
	char *path = a->opts.guest ? NULL : profile_find(a->opts.profile);
	struct err why = {0};
	char *role;

	a->profile = profile_open(path, &why);
	if (a->profile == NULL) {
		a->profile = profile_open(NULL, e);
		if (a->profile != NULL) {
			say_in_memory(a, &why);
			offer_copy(a, path);
		}
	}
	free(path);
	if (a->profile == NULL)
		return false;
	palette_load(a);
	role = profile_get(a->profile, "role");
	if (role != NULL)
		snprintf(a->role, sizeof a->role, "%s", role);
	free(role);
	payback_recall(a);
	return true;
}

/* What can still be read of it, and what a step had changed that could not be written. */
static void
copy_profile(struct profile *from, struct profile *to)
{
	struct buf lines = BUF_INIT;
	struct profile_imported n;
	struct err e;

	profile_export(from, &lines, &e);
	profile_import(to, "profile", lines.data, lines.len, &n, &e);
	profile_step_rescue(from, to, &e);
	buf_free(&lines);
}

bool
app_profile_lost(struct app *a, const struct err *why)
{
	struct err e = {0};
	struct profile *to = profile_in_memory(a->profile) ? NULL : profile_open(NULL, &e);

	if (to == NULL)
		return false;
	copy_profile(a->profile, to);
	if (a->role[0] != '\0')
		profile_set(to, "role", a->role, &e);
	payback_keep(a, to);
	profile_close(a->profile);
	a->profile = to;
	undo_detach(a);
	say_in_memory(a, why);
	return true;
}

static int
this_year(void)
{
	time_t now = time(NULL);
	struct tm tm;

	return localtime_r(&now, &tm) != NULL ? tm.tm_year + 1900 : 0;
}

void
app_read_years(struct app *a)
{
	char years[20];

	a->years[0] = '\0';
	if (catalog_meta(a->db, "years", years, sizeof years) && years[0] != '\0')
		snprintf(a->years, sizeof a->years, "figures %s", years);
}

/* The program starts without the person's keys rather than not at all. */
static void
load_keys(struct app *a)
{
	struct keymap_want want = {.said = a->opts.keys,
	    .set = a->opts.keys_set,
	    .file = a->opts.keymap,
	    .name = "keymap.yaml"};
	struct err e = {0};

	if (!keymap_load(&a->keys, &want, &e))
		app_error(a, "the built-in keys: %s", e.text);
}

/* The sources of the command line, before anything is counted. */
static bool
open_reader(struct app *a, struct err *e)
{
	const struct options *o = &a->opts;
	struct switch_words words = {.source = o->source, .kind = o->kind, .without = o->without};

	if (!reader_open(&a->reader, a->db, e))
		return false;
	if (o->source == NULL && o->kind == NULL && o->without == NULL)
		return true;
	if (!switch_by_words(a->db, &a->reader.sources, &words, e))
		return false;
	sources_follow(&a->reader.sources, a->db);
	return true;
}

bool
app_open(struct app *a, const struct options *o, struct err *e)
{
	memset(a, 0, sizeof *a);
	a->opts = *o;
	a->level = LEVEL_ENTRY;
	a->year_now = this_year();
	compare_set_init(&a->compare);
	edit_init(&a->prompt.edit);
	edit_init(&a->popup.words);
	palette_init(&a->palette);
	undo_init(&a->undo);
	buf_init(&a->about_key);
	buf_init(&a->about_line);
	buf_init(&a->script.text);
	buf_init(&a->script.compared);
	buf_init(&a->say);
	buf_init(&a->asks);
	page_init(&a->popup.page, &(struct page_opts){.width = 40});
	load_keys(a);
	a->db = app_open_catalog(a, e);
	if (a->db != NULL && open_reader(a, e) && open_profile(a, e)
	    && pane_open(a, o->screen, e)) {
		app_read_years(a);
		a->screen = o->screen;
		app_resize(a, 24, 80);
		return true;
	}
	app_close(a);
	return false;
}

void
app_close(struct app *a)
{
	note_close(a);
	if (a->db != NULL && a->profile != NULL)
		app_idle(a, true);
	find_close(a);
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		pane_close(&a->pane[i]);
	start_close(a);
	coverage_close(a);
	payback_state_free(a);
	plans_close(a);
	plan_close(a);
	script_close(a);
	keymap_free(&a->keys);
	profile_close(a->profile);
	compare_set_free(&a->compare);
	if (a->db != NULL)
		reader_close(&a->reader);
	db_close(a->db);
	free(a->catalog_path);
	prompt_free(a);
	edit_free(&a->popup.words);
	palette_free(&a->palette);
	undo_free(&a->undo);
	buf_free(&a->about_key);
	buf_free(&a->about_line);
	buf_free(&a->say);
	buf_free(&a->asks);
	page_free(&a->popup.page);
	memset(a, 0, sizeof *a);
}

int
app_screen_of(const struct list *l)
{
	for (int i = 0; i < SCREEN_COUNT; i++)
		if (pane_defs[i].list == l)
			return i;
	return -1;
}

void
app_stale(struct app *a)
{
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		a->pane[i].detail.valid = false;
	compare_set_stale(&a->compare);
}

bool
app_go(struct app *a, enum screen s, struct err *e)
{
	if (!pane_open(a, s, e))
		return false;
	if (s == a->screen)
		return true;
	if (a->nback == APP_BACK)
		memmove(a->back, a->back + 1, --a->nback * sizeof *a->back);
	a->back[a->nback++] = a->screen;
	a->screen = s;
	a->pane[s].linked = false;
	return true;
}

void
app_resize(struct app *a, int rows, int cols)
{
	a->rows = rows;
	a->cols = cols;
}
