/*
 * whose.c - sniffing: each path is shown to all importers.
 */
#include "whose.h"

#include "career/base/file.h"
#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Folders within folders; a link may lead back up. */
enum { DEPTH = 6, FOLDERS = 4096 };

struct search {
	struct make *m;
	const char *kind;  /* NULL: all */
	size_t folders;    /* looked at */
	struct err reason; /* why the first file that could not be read could not */
};

static bool
is_wanted(const struct search *s, const struct importer *imp)
{
	return imp != NULL && (s->kind == NULL || strcmp(s->kind, imp->kind) == 0);
}

/* --- kinds ----------------------------------------------------------------------------------- */

static bool
unknown_kind(const struct make *m, const char *kind, struct err *e)
{
	const char *names[IMPORT_KINDS], *near;
	size_t n = 0;

	for (size_t i = 0; i < m->ntable; i++)
		if (m->table[i] != NULL)
			names[n++] = m->table[i]->kind;
	near = text_nearest(kind, names, n);
	if (near != NULL)
		return err_set(e, ERR_USAGE, "no set is called '%s'; nearest: %s", kind, near);
	return err_set(
	    e, ERR_USAGE, "no set is called '%s'; `career import --help` lists them", kind);
}

static bool
check_kind(const struct make *m, const char *kind, struct err *e)
{
	for (size_t i = 0; i < m->ntable; i++)
		if (m->table[i] != NULL && strcmp(m->table[i]->kind, kind) == 0)
			return true;
	return unknown_kind(m, kind, e);
}

/* --- one path -------------------------------------------------------------------------------- */

static bool
add_to_set(struct make_set *s, const char *path, struct err *e)
{
	if (s->in == NULL)
		s->in = input_new(&input_limits_data);
	s->how = MAKE_RUN;
	return input_add(s->in, path, e);
}

/* What looks like a table but cannot be read as one: its reader says why. */
static void
find_reason(struct search *s, struct input *in)
{
	enum { LOOKED_AT = 64 };

	for (size_t i = 0; i < input_count(in) && i < LOOKED_AT && s->reason.code == 0; i++) {
		struct table *t = table_open(in, i, NULL, &s->reason);

		if (t != NULL)
			err_clear(&s->reason);
		table_close(t);
	}
}

/* Counts those that take it. */
static bool
show(struct search *s, const char *path, size_t *takers, struct err *e)
{
	struct make *m = s->m;
	struct input *in = input_new(&input_limits_data);
	bool ok = input_add(in, path, e), taken = false;

	for (size_t i = 0; ok && i < m->ntable; i++) {
		if (!is_wanted(s, m->table[i]))
			continue;
		input_forget(in);
		if (m->table[i]->sniff(in) == 0)
			continue;
		taken = true;
		ok = add_to_set(&m->set[i], path, e);
	}
	if (ok && !taken)
		find_reason(s, in);
	*takers += taken;
	input_free(in);
	return ok;
}

static bool show_folder(
    struct search *s, const char *path, int depth, size_t *takers, struct err *e);

static bool
show_within(struct search *s, const char *path, int depth, size_t *takers, struct err *e)
{
	char **names;
	size_t n;
	bool ok = file_list(path, NULL, &names, &n, e);

	if (!ok)
		return false;
	for (size_t i = 0; ok && i < n; i++) {
		char *inner = path_join(path, names[i]);

		if (names[i][0] != '.' && file_is_dir(inner))
			ok = show_folder(s, inner, depth + 1, takers, e);
		free(inner);
	}
	file_list_free(names, n);
	return ok;
}

static bool
show_folder(struct search *s, const char *path, int depth, size_t *takers, struct err *e)
{
	if (depth > DEPTH || s->folders++ > FOLDERS)
		return err_set(e, ERR_DATA, "%s: too many folders within one another", path);
	return show(s, path, takers, e) && show_within(s, path, depth, takers, e);
}

/* --- all of them ----------------------------------------------------------------------------- */

static bool
not_recognised(const struct search *s, const char *path, struct err *e)
{
	const struct make *m = s->m;
	struct buf text = BUF_INIT;
	size_t n = 0;

	if (s->reason.code != 0 && !file_is_dir(path)) {
		*e = s->reason;
		return false;
	}
	for (size_t i = 0; i < m->ntable; i++)
		if (is_wanted(s, m->table[i]))
			buf_addf(&text, "%s%s (%s)", n++ > 0 ? "; " : "", m->table[i]->kind,
			    m->table[i]->about);
	err_set(e, ERR_DATA, "%s is not recognised; %s%swhat was looked for: %s", path,
	    s->reason.code != 0 ? s->reason.text : "", s->reason.code != 0 ? "; " : "",
	    n > 0 ? text.data : "nothing, this program has no importers");
	buf_free(&text);
	return false;
}

bool
whose_paths(struct make *m, const char *kind, const char *const *paths, size_t n, struct err *e)
{
	if (kind != NULL && !check_kind(m, kind, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct search s = {.m = m, .kind = kind};
		size_t takers = 0;

		if (file_is_dir(paths[i]) ? !show_folder(&s, paths[i], 0, &takers, e)
					  : !show(&s, paths[i], &takers, e))
			return false;
		if (takers == 0)
			return not_recognised(&s, paths[i], e);
	}
	return true;
}
