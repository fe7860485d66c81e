/* esco_concept.c - occupations, skills and ISCO groups: one row a concept, known by its URI. */
#include "esco.h"

#include "map.h"
#include "sets.h"

#include <stdio.h>
#include <string.h>

enum { MOST_COLUMNS = 8 };

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* How a column's text is bound. */
enum form { FORM_KEY, FORM_TITLE, FORM_TEXT, FORM_ALIASES, FORM_STATUS, FORM_CHANGED };

/* A file and where its columns go. */
struct shape {
	const char *insert; /* columns in the order below, the source last */
	size_t n;
	struct {
		struct import_column column;
		enum form form;
	} in[MOST_COLUMNS];
};

static const struct shape groups = {
    "INSERT INTO esco_group (code, title, source_id) VALUES (?, ?, ?)", 3,
    {
	{{NAMES("code"), true, -1}, FORM_KEY},
	{{NAMES("preferredLabel"), true, -1}, FORM_TITLE},
	{{NAMES("status"), false, -1}, FORM_STATUS},
    }};

static const struct shape occupations = {
    "INSERT INTO esco_occupation (uri, title, isco, code, aliases, description, source_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)",
    8,
    {
	{{NAMES("conceptUri"), true, -1}, FORM_KEY},
	{{NAMES("preferredLabel"), true, -1}, FORM_TITLE},
	{{NAMES("iscoGroup"), true, -1}, FORM_TEXT},
	{{NAMES("code"), false, -1}, FORM_TEXT},
	{{NAMES("altLabels"), false, -1}, FORM_ALIASES},
	{{NAMES("description"), false, -1}, FORM_TEXT},
	{{NAMES("status"), false, -1}, FORM_STATUS},
	{{NAMES("modifiedDate"), false, -1}, FORM_CHANGED},
    }};

static const struct shape skills = {
    "INSERT INTO esco_skill (uri, title, kind, reuse, aliases, description, source_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)",
    8,
    {
	{{NAMES("conceptUri"), true, -1}, FORM_KEY},
	{{NAMES("preferredLabel"), true, -1}, FORM_TITLE},
	{{NAMES("skillType"), true, -1}, FORM_TEXT},
	{{NAMES("reuseLevel"), false, -1}, FORM_TEXT},
	{{NAMES("altLabels"), false, -1}, FORM_ALIASES},
	{{NAMES("description"), false, -1}, FORM_TEXT},
	{{NAMES("status"), false, -1}, FORM_STATUS},
	{{NAMES("modifiedDate"), false, -1}, FORM_CHANGED},
    }};

struct concepts {
	struct import_run *r;
	struct table *t;
	const struct shape *shape;
	struct import_column col[MOST_COLUMNS];
	struct map seen;
	struct stmt *insert;
	struct buf aliases;
	char changed[16]; /* day of the last change */
};

static const char *
text_of(const struct concepts *c, size_t i)
{
	return table_text(c->t, c->col[i].at);
}

/* --- aliases --------------------------------------------------------------------------------- */

/* One label of a list with a line end or " | " between them, without blanks; *s moves behind it. */
static const char *
next_label(const char **s, size_t *len)
{
	const char *at = *s + strspn(*s, " \n\r|"), *end = at;

	while (*end != '\0' && *end != '\n' && strncmp(end, " | ", 3) != 0)
		end++;
	*s = end;
	while (end > at && (end[-1] == ' ' || end[-1] == '\r'))
		end--;
	*len = (size_t)(end - at);
	return at;
}

/* A JSON list without the title itself; NULL when nothing is left. */
static const char *
list_aliases(struct buf *out, const char *labels, const char *title)
{
	size_t len, titled = strlen(title);

	buf_clear(out);
	while (*labels != '\0') {
		const char *label = next_label(&labels, &len);

		if (len == 0 || (len == titled && memcmp(label, title, len) == 0))
			continue;
		buf_addc(out, out->len == 0 ? '[' : ',');
		set_json(out, label, len);
	}
	if (out->len == 0)
		return NULL;
	buf_addc(out, ']');
	return out->data;
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
note_change(struct concepts *c, const char *when)
{
	enum { DAY = 10 };

	if (strlen(when) >= DAY && strncmp(when, c->changed, DAY) > 0)
		snprintf(c->changed, sizeof c->changed, "%.*s", DAY, when);
}

/* NULL, or why the row cannot be used. */
static const char *
check_row(struct concepts *c)
{
	for (size_t i = 0; i < c->shape->n; i++) {
		const char *s = text_of(c, i);
		bool fresh = true;

		switch (c->shape->in[i].form) {
		case FORM_KEY:
			if (s[0] == '\0')
				return "no URI or code";
			map_put(&c->seen, s, strlen(s), &fresh);
			if (!fresh)
				return "a concept that stands further up already";
			break;
		case FORM_TITLE:
			if (s[0] == '\0')
				return "no title";
			break;
		case FORM_STATUS:
			if (s[0] != '\0' && strcmp(s, "released") != 0)
				return "not released";
			break;
		case FORM_TEXT:
		case FORM_ALIASES:
		case FORM_CHANGED:
			break;
		}
	}
	return NULL;
}

static bool
put_row(struct concepts *c, struct err *e)
{
	const char *title = text_of(c, 1);
	int pos = 0;

	for (size_t i = 0; i < c->shape->n; i++) {
		const char *s = text_of(c, i);
		enum form form = c->shape->in[i].form;

		if (form == FORM_CHANGED)
			note_change(c, s);
		else if (form == FORM_ALIASES)
			stmt_bind_text(c->insert, ++pos, list_aliases(&c->aliases, s, title));
		else if (form != FORM_STATUS)
			stmt_bind_text(c->insert, ++pos, s[0] != '\0' ? s : NULL);
	}
	stmt_bind_int(c->insert, ++pos, c->r->source);
	return stmt_run(c->insert, e);
}

static bool
take_rows(struct concepts *c, struct err *e)
{
	int step;

	while ((step = import_next(c->r, c->t, e)) == 1) {
		const char *why = check_row(c);

		if (why != NULL) {
			import_reject(c->r, c->t, why);
			continue;
		}
		if (!put_row(c, e))
			return false;
		import_kept(c->r);
	}
	return step == 0;
}

static bool
run_shape(struct import_run *r, size_t member, const struct shape *shape, struct err *e)
{
	struct concepts c = {.r = r, .shape = shape, .aliases = BUF_INIT};
	bool ok;

	for (size_t i = 0; i < shape->n; i++)
		c.col[i] = shape->in[i].column;
	map_init(&c.seen);
	c.t = table_open(r->in, member, NULL, e);
	ok = c.t != NULL && import_columns(r, c.t, c.col, shape->n, e);
	if (ok) {
		c.insert = db_prepare(r->db, shape->insert, e);
		ok = c.insert != NULL && take_rows(&c, e);
	}
	if (ok && c.changed[0] != '\0' && strcmp(c.changed, r->period) > 0)
		snprintf(r->period, sizeof r->period, "%s", c.changed);
	stmt_finalize(c.insert);
	map_free(&c.seen);
	buf_free(&c.aliases);
	table_close(c.t);
	return ok;
}

bool
esco_run_groups(struct import_run *r, size_t member, struct err *e)
{
	return run_shape(r, member, &groups, e);
}

bool
esco_run_occupations(struct import_run *r, size_t member, struct err *e)
{
	return run_shape(r, member, &occupations, e);
}

bool
esco_run_skills(struct import_run *r, size_t member, struct err *e)
{
	return run_shape(r, member, &skills, e);
}
