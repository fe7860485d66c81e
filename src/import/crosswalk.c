/* crosswalk.c - NCES: which fields of study (CIP 2020) lead to which occupations (SOC 2018). */
#include "career/import/importers.h"
#include "sets.h"

#include <stdio.h>
#include <string.h>

enum { CIP, TITLE, SOC, COLUMNS };

static const char *const
    cip_names[] = {"CIP2020Code", NULL},
    *const title_names[] = {"CIP2020Title", NULL}, *const soc_names[] = {"SOC2018Code", NULL},
    *const any[] = {"CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title", NULL};
/* The workbook says the same more than once, in other orders. */
static const char sheet[] = "CIP-SOC";

static bool
is_crosswalk(struct input *in, size_t i)
{
	return set_ends(in, i, ".csv") ? set_has(in, i, NULL, any, 2)
				       : set_ends(in, i, ".xlsx") && set_has(in, i, sheet, any, 2);
}

static size_t
sniff(struct input *in)
{
	size_t n = 0;

	for (size_t i = 0; i < input_count(in); i++)
		n += is_crosswalk(in, i);
	return n;
}

/* The publisher's csv and workbook hold the same rows: one of them is read, the csv first. -1:
 * neither. */
static int
choose(struct input *in)
{
	int found = -1;

	for (size_t i = 0; i < input_count(in); i++)
		if (is_crosswalk(in, i) && (found < 0 || set_ends(in, i, ".csv")))
			found = (int)i;
	return found >= 0 || input_count(in) != 1 ? found : 0;
}

struct writer {
	struct stmt *link, *field;
	int64_t last; /* the field whose title was written last */
};

/* A spreadsheet makes 1 of 01.0000: a family alone. */
static bool
read_cip(struct import_run *r, const char *s, int64_t *cip)
{
	char whole[8];

	if (strlen(s) > 2 || strchr(s, '.') != NULL)
		return import_cip(r, s, 6, cip);
	snprintf(whole, sizeof whole, "%s.0", s);
	return import_cip(r, whole, 6, cip);
}

/* A field's title is of use also where no occupation is linked. The publisher ends it with a
 * full stop. */
static bool
put_title(struct import_run *r, struct writer *w, int64_t cip, const char *title, struct err *e)
{
	size_t len = strlen(title);

	if (cip == w->last || len == 0)
		return true;
	w->last = cip;
	stmt_bind_int(w->field, 1, cip);
	stmt_bind_text(
	    w->field, 2, arena_ndup(&r->arena, title, title[len - 1] == '.' ? len - 1 : len));
	stmt_bind_int(w->field, 3, r->source);
	return stmt_run(w->field, e);
}

/* 1 written, 0 said twice, -1 error. */
static int
put_link(struct import_run *r, struct writer *w, int64_t cip, const char *soc, struct err *e)
{
	stmt_bind_int(w->link, 1, cip);
	stmt_bind_text(w->link, 2, soc);
	stmt_bind_int(w->link, 3, r->source);
	return set_write(r->db, w->link, e);
}

static bool
put(struct import_run *r, struct writer *w, const struct table *t, const struct import_column *c,
    struct err *e)
{
	const char *cip_text = table_text(t, c[CIP].at), *soc_text = table_text(t, c[SOC].at);
	const char *reason = NULL;
	char soc[8];
	int64_t cip;
	int put = 1;

	if (strcmp(cip_text, "99.9999") == 0)
		reason = "no match: an occupation without a field of study";
	else if (!read_cip(r, cip_text, &cip))
		reason = "not a CIP code";
	else if (!put_title(r, w, cip, table_text(t, c[TITLE].at), e))
		return false;
	else if (strcmp(soc_text, "99-9999") == 0)
		reason = "no match: a field of study without an occupation";
	else if (!import_soc(soc_text, soc))
		reason = "not a SOC code";
	else if ((put = put_link(r, w, cip, soc, e)) == 0)
		reason = "said twice";
	if (reason != NULL)
		import_reject(r, t, reason);
	else if (put > 0)
		import_kept(r);
	return put >= 0;
}

static bool
put_rows(struct import_run *r, struct table *t, const struct import_column *c, struct err *e)
{
	struct writer w = {.last = -1};
	int step = -1;

	w.link = db_prepare(r->db,
	    "INSERT INTO crosswalk(cip, soc, source_id) VALUES (?1, ?2, ?3)"
	    " ON CONFLICT DO NOTHING",
	    e);
	if (w.link != NULL)
		w.field = db_prepare(r->db,
		    "INSERT OR IGNORE INTO cip(cip, title, source_id) VALUES (?1, ?2, ?3)", e);
	while (w.field != NULL && (step = import_next(r, t, e)) == 1)
		if (!put(r, &w, t, c, e))
			break;
	stmt_finalize(w.link);
	stmt_finalize(w.field);
	return step == 0;
}

static bool
run(struct import_run *r, struct err *e)
{
	struct import_column c[COLUMNS] = {
	    [CIP] = {cip_names, true, -1},
	    [TITLE] = {title_names, false, -1},
	    [SOC] = {soc_names, true, -1},
	};
	int i = choose(r->in);
	struct table *t;
	bool ok;

	if (i < 0)
		return err_set(e, ERR_DATA,
		    "no CIP-SOC crosswalk among the files: one has the columns CIP2020Code and SOC2018Code");
	t = table_open(r->in, (size_t)i, set_ends(r->in, (size_t)i, ".xlsx") ? sheet : NULL, e);
	ok = t != NULL && import_columns(r, t, c, COLUMNS, e) && put_rows(r, t, c, e);
	table_close(t);
	if (ok) {
		snprintf(r->release, sizeof r->release, "CIP 2020 - SOC 2018");
		snprintf(r->period, sizeof r->period, "codes of 2020 and 2018");
	}
	return ok;
}

static const char *const tables[] = {"crosswalk", "cip", NULL};

const struct importer importer_crosswalk = {
    .kind = "crosswalk",
    .label = "CIP-SOC",
    .title = "CIP 2020 to SOC 2018 Crosswalk",
    .publisher = "National Center for Education Statistics",
    .source_kind = "official",
    .url = "https://nces.ed.gov/ipeds/cipcode/post3.aspx?y=56",
    .licence = "Public domain (U.S. government)",
    .about = "fields of study and the occupations they officially lead to",
    .tables = tables,
    .sniff = sniff,
    .run = run,
};
