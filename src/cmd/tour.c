/*
 * tour.c - the tours by name, and where they were left.
 */
#include "career/cmd/tour.h"

#include "career/base/embedded.h"
#include "career/base/text.h"
#include "state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "data/tours/"
#define SUFFIX ".tour"

/* False when the file is none. */
static bool
as_tour(const struct embedded *file, struct tour *t)
{
	size_t front = sizeof FOLDER - 1, back = sizeof SUFFIX - 1, len = strlen(file->name);

	if (len <= front + back || len - front - back >= sizeof t->name
	    || strncmp(file->name, FOLDER, front) != 0
	    || strcmp(file->name + len - back, SUFFIX) != 0)
		return false;
	snprintf(t->name, sizeof t->name, "%.*s", (int)(len - front - back), file->name + front);
	t->text = file->text;
	return true;
}

bool
tour_at(size_t i, struct tour *t)
{
	for (size_t k = 0; k < embedded_file_count; k++)
		if (as_tour(&embedded_file[k], t) && i-- == 0)
			return true;
	return false;
}

static bool
unknown(const char *name, struct err *e)
{
	enum { TOURS = 32 };
	struct tour t[TOURS];
	const char *names[TOURS], *near;
	size_t n = 0;

	for (; n < TOURS && tour_at(n, &t[n]); n++)
		names[n] = t[n].name;
	near = text_nearest(name, names, n);
	if (near != NULL)
		return err_set(e, ERR_USAGE, "no tour '%s'; nearest: %s", name, near);
	return err_set(e, ERR_USAGE, "no tour '%s'; `career tour` lists them", name);
}

bool
tour_find(const char *name, struct tour *t, struct err *e)
{
	for (size_t i = 0; tour_at(i, t); i++)
		if (strcmp(t->name, name) == 0)
			return true;
	return unknown(name, e);
}

bool
tour_step(const struct tour *t, const char *text, size_t *step, struct err *e)
{
	size_t steps = script_steps(t->text), digits = strspn(text, "0123456789");

	*step = digits < 6 ? strtoul(text, NULL, 10) : 0;
	if (digits == 0 || text[digits] != '\0' || *step < 1 || *step > steps)
		return err_set(
		    e, ERR_USAGE, "'%s' is no step of %s: 1 to %zu", text, t->name, steps);
	return true;
}

size_t
tour_left_at(struct app *a, const char *name)
{
	char setting[64], *value;
	size_t step = 0;

	snprintf(setting, sizeof setting, "tour.%s", name);
	value = profile_get(a->profile, setting);
	if (value != NULL)
		step = strtoul(value, NULL, 10);
	free(value);
	return step;
}

bool
tour_start(struct app *a, const struct tour *t, size_t step, struct err *e)
{
	size_t steps = script_steps(t->text), left = step == 0 ? tour_left_at(a, t->name) : 0;

	if (left > 1 && left <= steps)
		step = left;
	popup_close(a);
	script_start(a, t->name, t->text, strlen(t->text));
	if (step > 1 && !script_go(a, step, e))
		return false;
	if (left > 1 && left == step)
		app_say(
		    a, "goes on at step %zu of %zu; :tour %s 1 starts again", step, steps, t->name);
	return true;
}
