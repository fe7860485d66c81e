/*
 * import.c - files of sets: whose they are, and the catalog with them.
 */
#include "career/build/import.h"

#include "career/base/file.h"
#include "career/base/text.h"
#include "career/store/catalog.h"
#include "keep.h"
#include "make.h"
#include "place.h"
#include "whose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An import at work. */
struct job {
	const struct import_want *want;
	struct import_result *result;
	struct make make;
	struct pack_set packs;
	bool read_packs;
	struct place place;
	struct buf rejects;
	uint64_t left_out; /* rejected rows beyond what is written */
};

/* --- rejected rows --------------------------------------------------------------------------- */

static void
on_reject(void *ctx, const struct table *t, const char *reason)
{
	enum { LIMIT = 64 << 20 };
	struct job *j = ctx;
	struct buf *out = &j->rejects;

	if (j->want->rejects == NULL)
		return;
	if (out->len > LIMIT) {
		j->left_out++;
		return;
	}
	text_safes(out, t->place, false);
	buf_addf(out, "\t%llu\t%s", (unsigned long long)t->line, reason);
	for (size_t i = 0; i < t->n; i++) {
		buf_addc(out, '\t');
		text_safe(out, t->field[i].s, t->field[i].len, false);
	}
	buf_addc(out, '\n');
}

static bool
write_rejects(struct job *j, struct err *e)
{
	if (j->want->rejects == NULL)
		return true;
	if (j->left_out > 0)
		buf_addf(&j->rejects, "\t\tand %llu more rows\n", (unsigned long long)j->left_out);
	buf_insert(
	    &j->rejects, 0, "file\tline\treason\tfields\n", strlen("file\tline\treason\tfields\n"));
	return file_write_atomic(j->want->rejects, j->rejects.data, j->rejects.len, 0644, e);
}

/* --- the catalog ----------------------------------------------------------------------------- */

static bool
read_packs(struct job *j, struct err *e)
{
	const struct import_want *w = j->want;
	bool ok;

	if (w->npacks == 0)
		return err_set(e, ERR_DATA,
		    "there is no catalog at %s that can be copied, and no data packs to make one: set "
		    "CAREER_DATA, or run `career build PACK...` first",
		    w->target);
	ok = pack_read(&j->packs, w->packs, w->npacks, w->glossary, e);
	j->read_packs = true;
	buf_add(&j->result->lines, j->packs.errors.data, j->packs.errors.len);
	j->make.packs = &j->packs;
	return ok;
}

/* From the packs and what is kept, since the old catalog cannot be copied. */
static bool
make_anew(struct job *j, bool stale, struct err *e)
{
	const char *target = j->want->target;

	j->make.old = NULL;
	for (size_t i = 0; i < IMPORT_KINDS; i++)
		if (j->make.set[i].how == MAKE_COPY)
			j->make.set[i].how = MAKE_NOT;
	if (!read_packs(j, e))
		return false;
	if (stale || make_is_own(target))
		make_plan(&j->make, stale ? target : NULL, &j->result->lines);
	return make_catalog(&j->make, e);
}

static void
forget_sets(struct import_result *r)
{
	for (size_t i = 0; i < IMPORT_KINDS; i++) {
		buf_free(&r->set[i].report.absent);
		buf_free(&r->set[i].stays);
		memset(&r->set[i], 0, sizeof r->set[i]);
		buf_init(&r->set[i].report.absent);
		buf_init(&r->set[i].stays);
	}
}

static bool
make_from(struct job *j, enum catalog_state state, struct err *e)
{
	char *fresh = j->place.fresh;

	j->make.fresh = fresh;
	if (state == CATALOG_FOREIGN)
		return false;
	if (state != CATALOG_GOOD)
		return make_anew(j, state == CATALOG_STALE, e);
	j->make.old = j->want->target;
	make_plan(&j->make, NULL, &j->result->lines);
	if (make_catalog(&j->make, e))
		return true;
	if (!j->make.copying || e->code == ERR_INTERRUPTED || !make_is_damaged(j->want->target))
		return false;
	/* Damage that only copying met. */
	place_again(&j->place);
	forget_sets(j->result);
	buf_clear(&j->rejects);
	return make_anew(j, true, e);
}

/* Whether the set's files are kept by this import. */
static bool
keeps(const struct job *j, size_t i)
{
	return j->want->keep && j->make.set[i].how == MAKE_RUN && !j->make.set[i].kept;
}

static bool
put_in_place(struct job *j, struct err *e)
{
	const struct make *m = &j->make;
	bool ok = true;
	size_t begun = 0;
	struct err later;

	for (; ok && begun < m->ntable; begun++)
		ok = !keeps(j, begun)
		    || keep_begin(m->table[begun], m->set[begun].in, m->set[begun].own, e);
	ok = ok && place_finish(&j->place, e);
	for (size_t i = 0; i < begun; i++) {
		if (!keeps(j, i))
			continue;
		if (!ok)
			keep_drop(m->table[i]->kind);
		else if (!keep_finish(m->table[i]->kind, &later))
			buf_addf(&j->result->lines, "the files were imported, but not kept: %s\n",
			    later.text);
	}
	return ok;
}

static bool
import_into(struct job *j, struct err *e)
{
	enum catalog_state state;
	bool ok;

	if (!place_begin(&j->place, j->want->target, e))
		return false;
	state = catalog_look(j->want->target, e);
	ok = make_from(j, state, e) && write_rejects(j, e) && (j->want->dry || put_in_place(j, e));
	place_end(&j->place);
	return ok;
}

static void
result_init(struct import_result *r)
{
	memset(r, 0, sizeof *r);
	for (size_t i = 0; i < IMPORT_KINDS; i++) {
		buf_init(&r->set[i].report.absent);
		buf_init(&r->set[i].stays);
	}
	buf_init(&r->lines);
}

bool
build_import(const struct import_want *w, struct import_result *r, struct err *e)
{
	struct job j = {.want = w,
	    .result = r,
	    .make = {.table = w->table != NULL ? w->table : importers,
		.ntable = w->table != NULL ? w->ntable : nimporters,
		.result = r,
		.progress = w->progress,
		.ctx = w->ctx,
		.reject = on_reject}};
	bool ok;

	result_init(r);
	buf_init(&j.rejects);
	j.make.reject_ctx = &j;
	ok = whose_paths(&j.make, w->kind, w->paths, w->npaths, e) && import_into(&j, e);
	make_free(&j.make);
	if (j.read_packs)
		pack_free(&j.packs);
	buf_free(&j.rejects);
	return ok;
}

void
import_result_free(struct import_result *r)
{
	forget_sets(r);
	buf_free(&r->lines);
}
