/*
 * role.c - a role's page: the table of its sections and what they share.
 */
#include "occupation.h"

#include "say.h"
#include "what_if.h"

#include <string.h>

static const struct {
	const char *name;
	const char *term; /* of the glossary */
	bool (*make)(struct role_ctx *c, struct err *e);
	const char *silent; /* "No source states ..." when the section has nothing to say */
} sections[ROLE_SECTIONS] = {
    [ROLE_SUMMARY] = {"Summary", "summary", role_summary, "what it is"},
    [ROLE_PAY] = {"Pay", "pay", role_pay, "what it pays"},
    [ROLE_GROWTH] = {"Growth", "growth", role_growth, "how it grows"},
    [ROLE_SKILLS] = {"Skills", "skill", role_skills, "which skills it takes"},
    [ROLE_DAY] = {"Day", "day", role_day, "what the day is like"},
    [ROLE_BREAK_IN] = {"Break in", "break-in", role_break_in, "what it asks for"},
    [ROLE_PATH] = {"Path", "ladder", role_path, "where it leads"},
    [ROLE_PROGRAMS] = {"Programs", "relevant", role_programs, "which programs fit"},
    [ROLE_INDUSTRIES] = {"Industries", "industry", role_industries, "which industries want it"},
    [ROLE_SOURCES] = {"Sources", "source", role_sources, "anything about it"},
};

const char *
role_section_name(enum role_section s)
{
	return sections[s].name;
}

struct stmt *
role_query(struct role_ctx *c, const char *name, bool two, struct err *e)
{
	struct stmt *st = db_query(c->r->db, name, e);

	if (st == NULL)
		return NULL;
	stmt_bind_int(st, 1, c->id);
	if (two)
		stmt_bind_int(st, 2, c->field_too);
	return st;
}

bool
role_next(struct stmt *st, bool *ok, struct err *e)
{
	int step = stmt_step(st, e);

	if (step == 1)
		return true;
	if (step < 0)
		*ok = false;
	stmt_reset(st);
	return false;
}

void
role_gap(struct role_ctx *c)
{
	if (c->p->nlines > c->begin)
		page_blank(c->p);
}

void
role_nothing(struct role_ctx *c, const char *what)
{
	page_line(c->p);
	page_addf(c->p, STYLE_NOTE, "%s: no source states this.", what);
	c->nothing = c->p->nlines;
}

void
role_value(struct role_ctx *c, const char *label, bool warn, const char *text)
{
	page_line(c->p);
	page_add(c->p, STYLE_LABEL, label);
	page_to(c->p, role_column(c) - (warn ? 2 : 0));
	if (warn)
		page_add(c->p, STYLE_WARN, "! ");
	page_join(c->p, role_column(c), warn ? STYLE_WARN : STYLE_VALUE, text);
}

const char *
role_title_of(struct role_ctx *c, const char *slug)
{
	struct err e = {0};
	struct stmt *st = db_query(c->r->db, "role_title", &e);
	const char *title = slug;

	if (st == NULL)
		return slug;
	stmt_bind_text(st, 1, slug);
	if (stmt_step(st, &e) == 1)
		title = arena_dup(c->a, stmt_str(st, 0));
	stmt_reset(st);
	return title;
}

int
role_column(const struct role_ctx *c)
{
	return c->p->opts.width < 60 ? 10 : 16;
}

/* The arrays are written by the loader: strings, escapes \" \\ \uXXXX of control characters. */
void
role_join(struct buf *out, const char *json)
{
	bool inside = false;

	for (; json != NULL && *json != '\0'; json++) {
		if (*json == '"') {
			inside = !inside;
		} else if (*json == ',' && !inside) {
			buf_adds(out, ", ");
		} else if (*json == '\\' && json[1] != '\0') {
			json++;
			buf_addc(out, *json == 'u' ? ' ' : *json);
			if (*json == 'u' && strlen(json) >= 5)
				json += 4;
		} else if (inside) {
			buf_addc(out, *json);
		}
	}
}

void
role_who(struct page *p, const char *short_name)
{
	page_addf(p, STYLE_NOTE, "  (%s)", short_name);
}

bool
role_load(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_by_id", false, e);
	bool ok = true;

	if (st == NULL)
		return false;
	if (!role_next(st, &ok, e))
		return ok ? err_set(e, ERR_NOTFOUND, "no role with row %lld in the catalog",
			   (long long)c->id)
			  : false;
	c->slug = arena_dup(c->a, stmt_str(st, 0));
	c->title = arena_dup(c->a, stmt_str(st, 1));
	c->kind = arena_dup(c->a, stmt_str(st, 2));
	c->family = arena_dup(c->a, stmt_str(st, 3));
	c->codes = arena_dup(c->a, stmt_text(st, 9));
	c->summary = arena_dup(c->a, stmt_text(st, 5));
	c->is_not = arena_dup(c->a, stmt_text(st, 6));
	c->like = arena_dup(c->a, stmt_text(st, 7));
	c->dislike = arena_dup(c->a, stmt_text(st, 8));
	c->imported = stmt_int(st, 13) != 0;
	stmt_reset(st);
	st = role_query(c, "role_served", false, e);
	if (st == NULL)
		return false;
	c->field_too = strcmp(c->kind, "specialization") == 0;
	while (role_next(st, &ok, e))
		c->field_too = c->field_too || stmt_int(st, 2) != 0;
	return ok;
}

/* Anchors for the role itself, so that keys that act on "this role" find it on any line. */
static bool
with_ctx(struct page *p, struct reader *r, int64_t role, enum level level,
    bool (*work)(struct role_ctx *, int, struct err *), int arg, struct err *e)
{
	struct arena a;
	struct role_ctx c = {.p = p, .r = r, .a = &a, .id = role, .level = level};
	bool ok;

	arena_init(&a);
	ok = role_load(&c, e) && occupation_load(&c, e) && what_if_load(&c, e) && work(&c, arg, e);
	page_close(p);
	arena_free(&a);
	return ok;
}

static bool
one(struct role_ctx *c, int section, struct err *e)
{
	c->begin = c->p->nlines;
	return sections[section].make(c, e);
}

/* A section with its heading; taken back when it has nothing to say. */
static bool
try_section(struct role_ctx *c, size_t s, bool *silent, struct err *e)
{
	size_t before = c->p->nlines;

	if (s > 0) {
		page_blank(c->p);
		/* cppcheck-suppress arrayIndexOutOfBoundsCond ; s comes from a loop below ROLE_SECTIONS */
		page_heading(c->p, sections[s].name, sections[s].term);
	}
	page_rule(c->p);
	c->nothing = 0;
	c->begin = c->p->nlines;
	if (!sections[s].make(c, e))
		return false;
	*silent = s > 0 && c->nothing == c->p->nlines;
	if (*silent)
		page_cut(c->p, before);
	return true;
}

/* One line for all that no source speaks of. */
static void
say_silent(struct role_ctx *c, const bool *silent)
{
	struct buf b = BUF_INIT;
	size_t n = 0, at = 0;

	for (int s = 0; s < ROLE_SECTIONS; s++)
		n += silent[s];
	for (int s = 0; s < ROLE_SECTIONS; s++)
		if (silent[s])
			buf_addf(&b, "%s%s", say_either(at++, n), sections[s].silent);
	if (n > 0) {
		page_blank(c->p);
		page_wrapf(c->p, 0, STYLE_NOTE, "No source states %s.", b.data);
	}
	buf_free(&b);
}

static bool
all(struct role_ctx *c, int unused, struct err *e)
{
	bool silent[ROLE_SECTIONS] = {false};

	(void)unused;
	page_heading(c->p, c->title, NULL);
	for (size_t s = 0; s < ROLE_SECTIONS; s++)
		if (!try_section(c, s, &silent[s], e))
			return false;
	say_silent(c, silent);
	return true;
}

bool
page_role(struct page *p, struct reader *r, int64_t role, enum role_section s, enum level level,
    struct err *e)
{
	return with_ctx(p, r, role, level, one, (int)s, e);
}

bool
page_role_all(struct page *p, struct reader *r, int64_t role, enum level level, struct err *e)
{
	return with_ctx(p, r, role, level, all, 0, e);
}
