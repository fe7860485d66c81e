/*
 * set.c - the run of an importer, and what the catalog says of it.
 */
#include "set.h"

#include "career/base/text.h"

#include "parts.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

struct running {
	struct make *m;
	struct import_run run;
};

static bool
on_progress(void *ctx, const char *member, uint64_t at, uint64_t size)
{
	struct running *r = ctx;

	r->m->now.what = member;
	r->m->now.at = at;
	r->m->now.size = size;
	r->m->now.rows = r->run.report.read;
	return make_goes_on(r->m);
}

static void
on_reject(void *ctx, const struct table *t, const char *reason)
{
	struct running *r = ctx;

	if (r->m->reject != NULL)
		r->m->reject(r->m->reject_ctx, t, reason);
}

/* --- what is said of it ---------------------------------------------------------------------- */

/* One more text of a JSON list that begins with "[". */
static void
put_json(struct buf *out, const char *s, size_t len)
{
	buf_adds(out, out->len > 1 ? ",\"" : "\"");
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c < ' ')
			buf_addf(out, "\\u%04x", c);
		else if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", c);
		else
			buf_addc(out, (char)c);
	}
	buf_addc(out, '"');
}

/* The members of a part; those of none are the first one's. */
static bool
is_of(const struct parts *p, size_t member, size_t part)
{
	return p->of[member] < 0 ? part == p->first || p->n == 0 : (size_t)p->of[member] == part;
}

static void
list_files(const struct input *in, const struct parts *p, size_t part, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < input_count(in); i++)
		if (input_used(in, i) && is_of(p, i, part))
			put_json(out, input_name(in, i), strlen(input_name(in, i)));
	buf_addc(out, ']');
}

static void
list_lines(const char *lines, struct buf *out)
{
	buf_addc(out, '[');
	for (const char *s = lines; *s != '\0';) {
		size_t len = strcspn(s, "\n");

		put_json(out, s, len);
		s += len + (s[len] == '\n');
	}
	buf_addc(out, ']');
}

/* "2025-01-19": when the newest of its files was last changed, which is when it was got. "" in memory. */
static void
date_of(const struct input *in, const struct parts *p, size_t part, char out[16])
{
	time_t newest = 0;
	struct tm day;

	out[0] = '\0';
	for (size_t i = 0; i < input_count(in); i++)
		if (input_used(in, i) && is_of(p, i, part) && input_time(in, i) > newest)
			newest = (time_t)input_time(in, i);
	if (newest > 0 && gmtime_r(&newest, &day) != NULL)
		strftime(out, 16, "%Y-%m-%d", &day);
}

static bool
put_source(struct db *db, const struct importer *imp, int64_t id, struct err *e)
{
	struct stmt *st = db_query(db, "national_source", e);

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	stmt_bind_text(st, 2, imp->kind);
	stmt_bind_text(st, 3, imp->title);
	stmt_bind_text(st, 4, imp->publisher);
	stmt_bind_text(st, 5, imp->url);
	stmt_bind_text(st, 6, imp->source_kind);
	stmt_bind_text(st, 7, imp->licence);
	stmt_bind_text(st, 8, imp->attribution);
	return stmt_run(st, e);
}

/* NULL for no words. */
static const char *
words(const char *s)
{
	return s[0] != '\0' ? s : NULL;
}

static bool
put_part(
    struct db *db, const struct import_run *r, const struct parts *p, size_t part, struct err *e)
{
	const struct import_done *d = &r->done[part];
	struct buf files = BUF_INIT, absent = BUF_INIT;
	struct stmt *st = db_query(db, "national_part", e);
	char date[16];

	if (st != NULL) {
		list_files(r->in, p, part, &files);
		list_lines(d->absent != NULL ? d->absent : "", &absent);
		date_of(r->in, p, part, date);
		stmt_bind_int(st, 1, r->source);
		stmt_bind_int(st, 2, (int64_t)part);
		stmt_bind_text(st, 3, p->n > 0 ? p->imp->parts[part].name : "");
		stmt_bind_text(st, 4, words(d->release));
		stmt_bind_text(st, 5, words(d->period));
		stmt_bind_text(st, 6, words(date));
		stmt_bind_text(st, 7, files.data);
		stmt_bind_int(st, 8, (int64_t)d->read);
		stmt_bind_int(st, 9, (int64_t)d->kept);
		stmt_bind_int(st, 10, (int64_t)d->rejected);
		stmt_bind_int(st, 11, (int64_t)d->repairs);
		stmt_bind_text(st, 12, absent.data);
	}
	buf_free(&files);
	buf_free(&absent);
	return st != NULL && stmt_run(st, e);
}

/* Release and period of all parts, those that stay among them. */
static bool
join_parts(
    struct db *db, const struct parts *p, struct buf *release, struct buf *period, struct err *e)
{
	struct stmt *st = db_query(db, "national_parts", e);
	char first[64] = "";
	int step = -1;

	if (st != NULL)
		stmt_bind_int(st, 1, p->source);
	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		size_t part = (size_t)stmt_int(st, 0);

		import_join(release, first, part < p->n ? p->imp->parts[part].label : NULL,
		    stmt_str(st, 1));
		if (first[0] == '\0')
			snprintf(first, sizeof first, "%s", stmt_str(st, 1));
		import_join_period(period, stmt_str(st, 2));
	}
	if (st != NULL)
		stmt_reset(st);
	return step == 0;
}

static void
list_parts(const struct parts *p, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < p->n; i++)
		put_json(out, p->imp->parts[i].name, strlen(p->imp->parts[i].name));
	buf_addc(out, ']');
}

/* "OEWS May 2024", "Scorecard 2014-16": of the first part, as much as a chart has room for. */
static void
put_short(struct buf *out, const struct importer *imp, const char *release)
{
	enum { CELLS = 18 };
	const char *label = imp->label != NULL ? imp->label : imp->kind;
	size_t len = strcspn(release, ",;"), from = 0;
	int room = CELLS - 1 - text_width(label);

	for (size_t i = 0; (int)len > room && i < len; i++)
		from = release[i] == ' ' ? i + 1 : from;
	buf_adds(out, label);
	if (len > from && (int)(len - from) <= room) {
		buf_addc(out, ' ');
		buf_add(out, release + from, len - from);
	}
}

static bool
put_whole(struct db *db, const struct parts *p, struct err *e)
{
	struct buf release = BUF_INIT, period = BUF_INIT, names = BUF_INIT, label = BUF_INIT;
	struct stmt *st;
	bool ok = join_parts(db, p, &release, &period, e);

	st = ok ? db_query(db, "national_released", e) : NULL;
	if (st != NULL) {
		stmt_bind_int(st, 1, p->source);
		put_short(&label, p->imp, release.data);
		stmt_bind_text(st, 2, label.data);
		stmt_bind_text(st, 3, words(period.data));
	}
	ok = st != NULL && stmt_run(st, e);
	st = ok ? db_query(db, "derive_import", e) : NULL;
	list_parts(p, &names);
	if (st != NULL) {
		stmt_bind_int(st, 1, p->source);
		stmt_bind_text(st, 2, p->imp->kind);
		stmt_bind_text(st, 3, words(release.data));
		stmt_bind_text(st, 4, names.data);
	}
	ok = st != NULL && stmt_run(st, e);
	buf_free(&names);
	buf_free(&label);
	buf_free(&release);
	buf_free(&period);
	return ok;
}

/* What is kept may be of another release than what was imported without keeping it. */
static bool
check_release(struct make *m, struct db *db, size_t i, struct err *e)
{
	const struct make_set *s = &m->set[i];
	struct stmt *st = s->was[0] != '\0' ? db_query(db, "national_short", e) : NULL;

	if (s->was[0] == '\0')
		return true;
	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, m->table[i]->kind);
	if (stmt_step(st, e) == 1 && strncmp(stmt_str(st, 0), s->was, sizeof s->was - 1) != 0)
		buf_addf(m->lines,
		    "%s: the catalog held %s, what was kept of it is %s: import it again\n",
		    m->table[i]->kind, s->was, stmt_str(st, 0));
	stmt_reset(st);
	return true;
}

static bool
put_imported(struct db *db, const struct import_run *r, const struct parts *p, struct err *e)
{
	for (size_t i = 0; i < IMPORT_PARTS; i++)
		if (r->done[i].begun && !put_part(db, r, p, i, e))
			return false;
	return put_whole(db, p, e);
}

/* --- the run --------------------------------------------------------------------------------- */

static bool
check_report(const struct importer *imp, const struct import_report *p, struct err *e)
{
	if (p->read != p->kept + p->rejected)
		return err_set(e, ERR_DATA, "defect: of %llu rows %s kept %llu and rejected %llu",
		    (unsigned long long)p->read, imp->kind, (unsigned long long)p->kept,
		    (unsigned long long)p->rejected);
	if (p->kept > 0)
		return true;
	return err_set(e, ERR_DATA, "%s: none of %llu rows could be used%s%s", imp->kind,
	    (unsigned long long)p->read, p->nreasons > 0 ? ": " : "",
	    p->nreasons > 0 ? p->reasons[0].reason : "");
}

/* What a release lacks, without the parts that stay. */
static void
keep_absent(struct buf *absent, const struct parts *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const char *name = p->imp->parts[i].name;
		size_t len = strlen(name);

		for (const char *s = absent->data; p->stays[i] && *s != '\0';) {
			size_t line = strcspn(s, "\n");

			if (line == len && strncmp(s, name, len) == 0) {
				buf_remove(absent, (size_t)(s - absent->data), len + 1);
				break;
			}
			s += line + (s[line] == '\n');
		}
	}
}

/* What was found out goes to the result whether it worked or not. */
static void
give_result(struct make *m, size_t i, struct import_run *r, const struct parts *p)
{
	if (m->set[i].kept) {
		buf_free(&r->report.absent);
	} else {
		struct import_set *s = &m->result->set[i];

		s->importer = m->table[i];
		keep_absent(&r->report.absent, p);
		buf_free(&s->report.absent);
		s->report = r->report;
		memcpy(s->release, r->release, sizeof s->release);
		memcpy(s->period, r->period, sizeof s->period);
		buf_clear(&s->stays);
		parts_name_stays(p, &s->stays);
	}
	arena_free(&r->arena);
}

/* What is copied is read from the old catalog: where that fails, it may be to blame. */
static bool
copy_parts(struct make *m, const struct parts *p, struct db *db,
    bool (*copy)(const struct parts *p, struct db *db, struct err *e), struct err *e)
{
	bool ok;

	if (m->old == NULL)
		return true;
	m->copying = true;
	ok = copy(p, db, e);
	m->copying = !ok;
	return ok;
}

static bool
run_parts(struct make *m, struct parts *p, struct import_run *r, struct err *e)
{
	input_forget(r->in);
	return put_source(r->db, p->imp, r->source, e)
	    && (m->old == NULL || parts_find(p, r->db, &m->result->lines, e))
	    && copy_parts(m, p, r->db, parts_before, e) && p->imp->run(r, e)
	    && check_report(p->imp, &r->report, e) && copy_parts(m, p, r->db, parts_after, e);
}

bool
set_run(struct make *m, struct db *db, size_t i, struct err *e)
{
	const struct importer *imp = m->table[i];
	struct running r = {.m = m,
	    .run = {.db = db,
		.in = m->set[i].in,
		.source = IMPORT_FIRST_ID + (int64_t)i,
		.progress = on_progress,
		.reject = m->set[i].kept ? NULL : on_reject}};
	struct parts p;
	bool ok;

	if (!make_step(m, "reading", e))
		return false;
	m->now.kind = imp->kind;
	r.run.ctx = &r;
	buf_init(&r.run.report.absent);
	arena_init(&r.run.arena);
	parts_init(&p, imp, r.run.source, r.run.in);
	ok = run_parts(m, &p, &r.run, e);
	import_end(&r.run, imp);
	ok = ok && put_imported(db, &r.run, &p, e) && check_release(m, db, i, e);
	if (!ok && m->set[i].kept && e->code != ERR_INTERRUPTED)
		err_prefix(e, "the kept input of %s (import it again)", imp->kind);
	give_result(m, i, &r.run, &p);
	parts_free(&p);
	return ok;
}
