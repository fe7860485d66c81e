/*
 * script.c - lines that run one by one, and the way forth and back among their pauses.
 */
#include "career/cmd/script.h"

#include "career/cmd/tour.h"
#include "state.h"

#include <stdio.h>
#include <string.h>

/* --- the text --------------------------------------------------------------------------------- */

/* Whether the line's first word, up to a blank or its end, is `word`. */
static bool
begins(const char *line, const char *word)
{
	size_t len = strlen(word);

	line += strspn(line, " \t");
	return strncmp(line, word, len) == 0
	    && (line[len] == '\0' || strchr(" \t\r\n", line[len]) != NULL);
}

size_t
script_steps(const char *text)
{
	size_t n = 0;

	while (*text != '\0') {
		n += begins(text, "pause");
		text += strcspn(text, "\n");
		text += *text == '\n';
	}
	return n;
}

void
script_header(const char *text, const char *name, struct buf *out)
{
	size_t len = strlen(name);

	while (*text == '#') {
		size_t eol = strcspn(text, "\r\n");
		const char *at = text + 1 + strspn(text + 1, " \t");

		if (strncmp(at, name, len) == 0 && at[len] == ':') {
			at += len + 1;
			at += strspn(at, " \t");
			if (at < text + eol)
				buf_add(out, at, (size_t)(text + eol - at));
			return;
		}
		text += strcspn(text, "\n");
		text += *text == '\n';
	}
}

/* --- one line --------------------------------------------------------------------------------- */

/* The slug that {role} stands for. False: the catalog has no role. */
static bool
role_slug(struct app *a, struct buf *out)
{
	struct err e = {0};
	struct pane *p = &a->pane[SCREEN_ROLES];

	if (a->role[0] != '\0') {
		buf_adds(out, a->role);
		return true;
	}
	if (!pane_open(a, SCREEN_ROLES, &e) || p->frame.rows == 0)
		return false;
	view_key(&p->view, 0, out); /* the list's own order: best documented first */
	return true;
}

static void
add_line(struct app *a, const char *line, size_t len, struct buf *out)
{
	static const char role[] = "{role}";
	const size_t n = sizeof role - 1;

	for (size_t i = 0; i < len; i++)
		if (len - i >= n && strncmp(line + i, role, n) == 0 && role_slug(a, out))
			i += n - 1;
		else
			buf_addc(out, line[i]);
}

/* The next line without its end; false behind the last one. */
static bool
take_line(struct app *a, struct buf *out)
{
	struct script *s = &a->script;
	const char *line;
	size_t len;

	buf_clear(out);
	if (s->at >= s->text.len)
		return false;
	line = s->text.data + s->at;
	len = strcspn(line, "\n");
	s->at += len + 1;
	s->line++;
	if (len > 0 && line[len - 1] == '\r')
		len--;
	add_line(a, line, len, out);
	return true;
}

/* What acts on something outside of the program is not done again. A tour's marks are on the screen only. */
static bool
is_left_out(const struct app *a, const char *line)
{
	char name[64];
	const struct command *c;
	size_t len;

	line += strspn(line, " \t");
	len = strcspn(line, " \t");
	snprintf(name, sizeof name, "%.*s", (int)(len < 63 ? len : 63), line);
	c = command_find(name);
	return a->script.replay && c != NULL && (c->flags & CMD_ONCE) != 0
	    && !(a->script.name[0] != '\0' && strcmp(name, "mark") == 0);
}

/* A mistake is told with its line, and what the lines behind it have to say does not hide it. */
static void
run_command(struct app *a, const char *line, size_t number)
{
	char before[sizeof a->message] = "", why[sizeof a->message];

	if (a->message_is_error)
		memcpy(before, a->message, sizeof before);
	a->script.own = true;
	if (!app_command(a, line)) {
		memcpy(why, a->message, sizeof why);
		app_error(a, "line %zu: %s", number, why);
	} else if (before[0] != '\0' && !a->message_is_error) {
		app_error(a, "%s", before);
	}
	a->script.own = false;
}

/* False behind the last line. */
static bool
run_line(struct app *a)
{
	struct buf line = BUF_INIT;
	bool any = take_line(a, &line);

	if (any && !is_left_out(a, line.data))
		run_command(a, line.data, a->script.line);
	buf_free(&line);
	return any;
}

/* --- from pause to pause ---------------------------------------------------------------------- */

/* The marks of every list: none for a tour to begin with, behind it those that the person made. */
static void
marks_anew(struct app *a, bool own)
{
	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		struct pane *p = &a->pane[i];

		if (!p->loaded || p->def->list == NULL)
			continue;
		bitset_fill(&p->marks, false);
		p->nmarks = 0;
		if (own)
			pane_load_marks(a, p);
	}
}

/* What was compared before a tour. */
static void
compare_anew(struct app *a)
{
	compare_set_read(&a->compare, a->script.compared.data);
	a->pane[SCREEN_COMPARE].detail.valid = false;
	payback_recall(a);
}

/* A tour's step, for the next time; 0: none. What cannot be kept is lost without a word: the profile's own
 * messages are for what the person made. */
static void
keep_step(struct app *a, size_t step)
{
	char name[64], value[24];
	struct err e = {0};

	if (a->script.name[0] == '\0')
		return;
	snprintf(name, sizeof name, "tour.%s", a->script.name);
	snprintf(value, sizeof value, "%zu", step);
	if (step > 1 || tour_left_at(a, a->script.name) > 0)
		profile_set(a->profile, name, step > 1 ? value : NULL, &e);
}

static void
stop(struct app *a, size_t keep)
{
	struct script *s = &a->script;
	bool tour = s->name[0] != '\0';

	keep_step(a, keep);
	s->running = s->paused = false;
	s->name[0] = '\0';
	if (tour) {
		a->zoom = s->zoom;
		marks_anew(a, true);
		compare_anew(a);
	}
}

static void
end(struct app *a)
{
	bool tour = a->script.name[0] != '\0';

	stop(a, 0);
	if (!tour)
		return;
	buf_clear(&a->say);
	app_say(a, "the tour is over; :tour shows all of them");
}

/* Up to the next pause, or the end. */
static void
run_on(struct app *a)
{
	struct script *s = &a->script;

	while (s->running && !s->paused && (a->run & (RUN_QUIT | RUN_RESET | RUN_RELOAD)) == 0) {
		if (!run_line(a))
			end(a);
		else if (s->running && !s->paused)
			app_settle(a);
	}
}

bool
script_step(struct app *a)
{
	if (!script_ready(a))
		return false;
	if (script_unseen(a)) {
		run_on(a);
		return true;
	}
	if (run_line(a))
		return true;
	end(a);
	return false;
}

bool
script_ready(const struct app *a)
{
	return a->script.running && !a->script.paused;
}

bool
script_unseen(const struct app *a)
{
	return script_ready(a) && script_is_tour(a);
}

bool
script_is_tour(const struct app *a)
{
	return a->script.running && a->script.name[0] != '\0';
}

bool
script_waits(const struct app *a)
{
	return a->script.paused && a->prompt.kind == PROMPT_NONE
	    && (!a->popup.open || (a->script.popup && !a->popup.filter));
}

void
script_start(struct app *a, const char *name, const char *text, size_t len)
{
	struct script *s = &a->script;

	if (s->running)
		stop(a, s->step);
	buf_clear(&s->text);
	buf_add(&s->text, text, len);
	buf_clear(&s->compared);
	compare_set_text(&a->compare, &s->compared);
	snprintf(s->name, sizeof s->name, "%s", name);
	s->at = s->line = s->step = 0;
	s->steps = script_steps(s->text.data);
	s->running = true;
	s->paused = s->popup = false;
	s->zoom = a->zoom;
	if (s->name[0] != '\0')
		marks_anew(a, false);
}

static bool
none_waits(struct err *e)
{
	return err_set(e, ERR_USAGE, "no tour or script waits here; :tour shows the tours");
}

bool
script_next(struct app *a, struct err *e)
{
	if (!a->script.paused)
		return none_waits(e);
	a->script.paused = false;
	return true;
}

/* From the first line, unseen, up to the pause that ends the step. */
bool
script_go(struct app *a, size_t step, struct err *e)
{
	struct script *s = &a->script;

	if (!s->running)
		return none_waits(e);
	if (step < 1)
		return err_set(e, ERR_USAGE, "this is the first step");
	popup_close(a);
	prompt_cancel(a);
	a->zoom = false;
	buf_clear(&a->say);
	if (s->name[0] != '\0') {
		marks_anew(a, false);
		compare_anew(a);
	}
	s->at = s->line = s->step = 0;
	s->replay = true;
	while (s->running && s->step < step) {
		s->paused = false;
		a->message[0] = '\0';
		a->message_is_error = false;
		run_on(a);
	}
	s->replay = false;
	return true;
}

bool
script_leave(struct app *a, struct err *e)
{
	struct script *s = &a->script;
	size_t step = s->step, steps = s->steps;
	char name[sizeof s->name];

	if (!s->running)
		return none_waits(e);
	memcpy(name, s->name, sizeof name);
	stop(a, step < steps ? step : 0);
	buf_clear(&a->say);
	if (name[0] == '\0')
		app_say(a, "left the script");
	else if (step > 1 && step < steps)
		app_say(a, "left at step %zu of %zu; :tour %s goes on there", step, steps, name);
	else
		app_say(a, "left the tour; :tour %s begins it again", name);
	return true;
}

bool
script_pause(struct app *a, struct err *e)
{
	struct script *s = &a->script;

	if (!s->own)
		return err_set(e, ERR_USAGE, "pause is for the lines of a script or tour");
	s->paused = true;
	s->popup = a->popup.open;
	s->step++;
	if (!a->message_is_error)
		a->message[0] = '\0';
	return true;
}

void
script_close(struct app *a)
{
	struct script *s = &a->script;

	if (s->running && a->profile != NULL)
		keep_step(a, s->step < s->steps ? s->step : 0);
	buf_free(&s->text);
	buf_free(&s->compared);
	s->running = s->paused = false;
}
