/* import_part.c - what a run has done, part by part. */
#include "career/import/importer.h"

#include <stdio.h>
#include <string.h>

static struct import_done
counts(const struct import_run *r)
{
	const struct import_report *p = &r->report;

	return (struct import_done){.read = p->read,
	    .kept = p->kept,
	    .rejected = p->rejected,
	    .repairs = p->repairs.bytes + p->repairs.formulas + p->codes_repaired};
}

/* What has come since the part began is its own. */
static void
end_part(struct import_run *r)
{
	struct import_done now = counts(r), *d = &r->done[r->part];

	d->read += now.read - r->before.read;
	d->kept += now.kept - r->before.kept;
	d->rejected += now.rejected - r->before.rejected;
	d->repairs += now.repairs - r->before.repairs;
	if (r->report.absent.len > r->absent_before)
		d->absent = arena_printf(&r->arena, "%s%s", d->absent != NULL ? d->absent : "",
		    r->report.absent.data + r->absent_before);
	r->before = now;
	r->absent_before = r->report.absent.len;
}

void
import_begin_part(struct import_run *r, size_t part)
{
	/* What was counted before any part is the first one's. */
	if (r->done[r->part].begun)
		end_part(r);
	r->part = part;
	r->done[part].begun = true;
}

void
import_join(struct buf *out, const char *first, const char *label, const char *release)
{
	if (release[0] == '\0' || strcmp(first, release) == 0)
		return;
	if (out->len > 0)
		buf_adds(out, label != NULL ? ", " : "; ");
	if (label != NULL && first[0] != '\0')
		buf_addf(out, "%s ", label);
	buf_adds(out, release);
}

void
import_lacks_part(struct import_run *r, const char *name)
{
	struct buf *absent = &r->report.absent;

	buf_insert(absent, r->absent_before, "\n", 1);
	buf_insert(absent, r->absent_before, name, strlen(name));
	r->absent_before += strlen(name) + 1;
}

/* "collected 2014-06 to 2024-08": from, to. */
static bool
is_collected(const char *s)
{
	return strncmp(s, "collected ", 10) == 0 && strlen(s) == 28
	    && strncmp(s + 17, " to ", 4) == 0;
}

void
import_join_period(struct buf *out, const char *period)
{
	enum { FROM = 10, TO = 21, MONTH = 7 };

	if (is_collected(out->data) && is_collected(period)) {
		if (strncmp(period + FROM, out->data + FROM, MONTH) < 0)
			memcpy(out->data + FROM, period + FROM, MONTH);
		if (strncmp(period + TO, out->data + TO, MONTH) > 0)
			memcpy(out->data + TO, period + TO, MONTH);
	} else if (strstr(out->data, period) == NULL) {
		buf_addf(out, "%s%s", out->len > 0 ? "; " : "", period);
	}
}

static void
join_releases(struct import_run *r, const struct importer *imp)
{
	struct buf out = BUF_INIT;
	const char *first = "";

	for (size_t p = 0; p < IMPORT_PARTS; p++) {
		if (!r->done[p].begun)
			continue;
		import_join(&out, first, imp->parts[p].label, r->done[p].release);
		first = first[0] != '\0' ? first : r->done[p].release;
	}
	snprintf(r->release, sizeof r->release, "%s", out.data);
	buf_free(&out);
}

static void
join_periods(struct import_run *r)
{
	struct buf out = BUF_INIT;

	for (size_t p = 0; p < IMPORT_PARTS; p++)
		if (r->done[p].begun)
			import_join_period(&out, r->done[p].period);
	snprintf(r->period, sizeof r->period, "%s", out.data);
	buf_free(&out);
}

/* What several parts lack is told once. */
static void
drop_repeated(struct buf *lines)
{
	for (size_t at = 0; at < lines->len;) {
		size_t len = strcspn(lines->data + at, "\n") + 1;
		bool again = false;

		for (size_t k = 0; k < at && !again; k += strcspn(lines->data + k, "\n") + 1)
			again = strncmp(lines->data + k, lines->data + at, len) == 0;
		if (again)
			buf_remove(lines, at, len);
		else
			at += len;
	}
}

void
import_end(struct import_run *r, const struct importer *imp)
{
	if (imp->parts == NULL)
		r->done[0].begun = true;
	end_part(r);
	drop_repeated(&r->report.absent);
	for (size_t p = 0; p < IMPORT_PARTS; p++) {
		struct import_done *d = &r->done[p];

		if (d->begun && d->release[0] == '\0')
			snprintf(d->release, sizeof d->release, "%s", r->release);
		if (d->begun && d->period[0] == '\0')
			snprintf(d->period, sizeof d->period, "%.63s", r->period);
	}
	if (r->release[0] == '\0' && imp->parts != NULL)
		join_releases(r, imp);
	if (r->period[0] == '\0' && imp->parts != NULL)
		join_periods(r);
}
