/* get.c - `career get`: publishers' data sets from the network into the catalog. */
#include "career/build/get.h"

#include "career/base/file.h"
#include "career/base/num.h"
#include "career/base/text.h"
#include "career/out/out.h"
#include "career/store/catalog.h"
#include "meter.h"
#include "sets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- which there are ------------------------------------------------------------------------- */

/* What a catalog has of each feed's set. */
struct imported {
	const struct feeds *feeds;
	struct db *db;                /* NULL: there is no catalog */
	char release[FEEDS_MOST][64]; /* "" for one that says none */
	bool there[FEEDS_MOST];
};

static void
look_at(struct imported *im, const char *kind, const char *release)
{
	for (size_t i = 0; i < im->feeds->n; i++)
		if (strcmp(im->feeds->feed[i].kind, kind) == 0) {
			im->there[i] = true;
			snprintf(im->release[i], sizeof im->release[i], "%s",
			    release[0] != '\0' ? release : "yes");
		}
}

/* The catalog that would be written. One that cannot be read has nothing. */
static void
look(struct imported *im, const struct cmdline *cmd)
{
	char *path = cmd->output != NULL ? mem_dup(cmd->output) : catalog_default_path();
	struct err e;
	struct stmt *st;

	im->db = path != NULL && file_exists(path) ? catalog_open(path, &e) : NULL;
	st = im->db != NULL ? db_query(im->db, "national_releases", &e) : NULL;
	while (st != NULL && stmt_step(st, &e) == 1)
		look_at(im, stmt_str(st, 0), stmt_str(st, 1));
	if (st != NULL)
		stmt_reset(st);
	db_close(im->db);
	free(path);
}

static bool
list_feeds(struct cli *c, const struct feeds *feeds)
{
	static const struct out_column cols[] = {{"feed", "Feed", false, 12},
	    {"group", "Group", false, 6}, {"imported", "Imported", false, 12},
	    {"files", "Files", false, 7}, {"title", "Title", false, 28},
	    {"publisher", "Publisher", false, 24}, {"licence", "Licence", false, 20},
	    {"by_hand", "By hand", false, 20}, {"page", "Page", false, 40}};
	struct imported im = {.feeds = feeds};
	struct out o = cli_table(c, cols, sizeof cols / sizeof *cols, true);

	look(&im, c->cmd);
	out_begin(&o);
	for (size_t i = 0; i < feeds->n; i++) {
		const struct feed *f = &feeds->feed[i];
		char files[24] = "by hand";
		const struct cell cells[] = {out_text(f->name), out_text(f->group),
		    out_text(im.release[i]), out_text(files), out_text(f->title),
		    out_text(f->publisher), out_text(f->licence),
		    out_text(f->by_hand != NULL ? f->by_hand : ""), out_text(f->page)};

		if (f->nfiles > 0)
			snprintf(files, sizeof files, "%zu", f->nfiles);
		out_row(&o, cells);
	}
	out_end(&o);
	return true;
}

/* --- how far it is --------------------------------------------------------------------------- */

static void
put_megabytes(struct buf *out, uint64_t bytes)
{
	const double mega = 1e6, tenths = 10;

	num_plain(out, (double)(uint64_t)((double)bytes / mega * tenths + 1) / tenths);
}

/* "onet: 12%, 1.2 of 13 MB, 3 s left db_30_2_text.zip" */
static bool
on_progress(void *ctx, const struct get_progress *p)
{
	struct meter *m = ctx;
	double now = meter_now(), share = p->size > 0 ? (double)p->at / (double)p->size : 0, left;
	struct buf line = BUF_INIT;

	if (meter_interrupted())
		return false;
	if (!meter_due(m, p->file, now))
		return true;
	buf_addf(&line, "%s: ", p->feed->name);
	if (p->size > 0)
		buf_addf(&line, "%d%%, ", (int)(share * 100));
	put_megabytes(&line, p->at);
	if (p->size > 0) {
		buf_adds(&line, " of ");
		put_megabytes(&line, p->size);
	}
	buf_adds(&line, " MB");
	left = share > 0 ? (now - m->begun) * (1 - share) / share : 0;
	if (left > 0 && now - m->begun > 1)
		buf_addf(&line, ", %d s left", (int)left + 1);
	buf_addf(&line, " %s", p->file);
	meter_line(m, line.data);
	buf_free(&line);
	return true;
}

/* --- getting --------------------------------------------------------------------------------- */

/* A run of the verb. */
struct run {
	struct cli *c;
	const struct feeds *feeds;
	uint64_t wanted, named; /* by position; named by themselves, not by their group */
	char *cache;
	struct buf agent;
	struct get_got got[FEEDS_MOST];
	size_t failed, asked;
};

static bool
is_wanted(const struct run *r, size_t i)
{
	return r->wanted >> i & 1;
}

/* All names are looked at before anything is fetched. */
static bool
choose(struct run *r, struct err *e)
{
	const struct cmdline *cmd = r->c->cmd;

	for (size_t i = 0; i < cmd->nargs; i++) {
		const char *name = cmd->args[i], *near;
		uint64_t found = feeds_named(r->feeds, name);

		if (found == 0) {
			near = feeds_nearest(r->feeds, name);
			return near != NULL
			    ? err_set(
				e, ERR_USAGE, "no feed is called '%s'; nearest: %s", name, near)
			    : err_set(e, ERR_USAGE,
				"no feed is called '%s'; `career get` lists them", name);
		}
		r->wanted |= found;
		for (size_t k = 0; k < r->feeds->n; k++)
			if (strcmp(r->feeds->feed[k].name, name) == 0)
				r->named |= found;
	}
	return true;
}

/* "oews: https://...: reason; by hand: PAGE, then `career import oews FILE...`" */
static void
say_failed(struct run *r, size_t i, const char *reason)
{
	const struct feed *f = &r->feeds->feed[i];
	struct buf line = BUF_INIT;

	buf_addf(&line, "%s: %s; by hand: ", f->name, reason);
	get_by_hand(f, &line);
	cli_say(r->c, line.data);
	buf_free(&line);
	r->failed++;
}

/* One that no program can fetch is no failure of a group. */
static void
say_by_hand(struct run *r, size_t i)
{
	const struct feed *f = &r->feeds->feed[i];
	struct buf line = BUF_INIT;

	buf_addf(&line, "%s: not fetched: %s; by hand: ", f->name, f->by_hand);
	get_by_hand(f, &line);
	cli_say(r->c, line.data);
	buf_free(&line);
	r->failed += r->named >> i & 1;
}

static void
say_got(struct run *r, size_t i)
{
	const struct get_got *got = &r->got[i];
	const struct feed *f = &r->feeds->feed[i];
	struct buf *out = &r->c->out.buf;

	buf_addf(out, "%s: %zu %s, ", f->name, f->nfiles, f->nfiles == 1 ? "file" : "files");
	num_full(out, (double)got->bytes);
	buf_adds(out, " bytes");
	if (got->unchanged == f->nfiles)
		buf_adds(out, ", not changed since the last time");
	else if (got->resumed > 0)
		buf_adds(out, ", resumed");
	buf_addc(out, '\n');
}

/* False: the person wants it to end. */
static bool
fetch_one(struct run *r, size_t i, struct err *e)
{
	struct meter meter;
	struct get_want w = {.cache = r->cache,
	    .agent = r->agent.data,
	    .times = &fetch_times_usual,
	    .progress = on_progress,
	    .ctx = &meter};
	bool ok;

	r->asked++;
	if (r->feeds->feed[i].nfiles == 0) {
		say_by_hand(r, i);
		return true;
	}
	meter_init(&meter, r->c->ascii);
	ok = get_feed(&w, &r->feeds->feed[i], &r->got[i], e);
	meter_clear(&meter);
	if (ok) {
		say_got(r, i);
		return true;
	}
	get_free(&r->got[i]);
	if (e->code == ERR_INTERRUPTED)
		return false;
	say_failed(r, i, e->text);
	return true;
}

static bool
fetch_all(struct run *r, struct err *e)
{
	bool ok = true;

	meter_catch(true);
	for (size_t i = 0; ok && i < r->feeds->n; i++)
		if (is_wanted(r, i))
			ok = fetch_one(r, i, e);
	meter_catch(false);
	return ok;
}

/* --- importing ------------------------------------------------------------------------------- */

static size_t
add_paths(const struct run *r, size_t i, const char **paths)
{
	for (size_t k = 0; k < r->got[i].npaths; k++)
		paths[k] = r->got[i].path[k];
	return r->got[i].npaths;
}

/* Each by itself: what one cannot give does not keep the others out. */
static bool
import_each(struct run *r, struct err *e)
{
	for (size_t i = 0; i < r->feeds->n; i++) {
		const char *paths[FEED_FILES];
		size_t n = add_paths(r, i, paths);

		if (n == 0 || sets_import(r->c, r->feeds->feed[i].kind, paths, n, e))
			continue;
		if (e->code == ERR_INTERRUPTED)
			return false;
		say_failed(r, i, e->text);
	}
	return true;
}

/* All at once, which makes the catalog once. */
static bool
import_all(struct run *r, struct err *e)
{
	const char *paths[FEEDS_MOST * FEED_FILES];
	size_t n = 0, sets = 0;

	for (size_t i = 0; i < r->feeds->n; i++) {
		size_t more = add_paths(r, i, paths + n);

		sets += more > 0;
		n += more;
	}
	if (n == 0)
		return true;
	if (sets > 1 && (sets_import(r->c, NULL, paths, n, e) || e->code == ERR_INTERRUPTED))
		return e->code != ERR_INTERRUPTED;
	return import_each(r, e);
}

/* --- the verb -------------------------------------------------------------------------------- */

static bool
get(struct run *r, struct err *e)
{
	if (!choose(r, e))
		return false;
	r->cache = path_cache("feeds");
	if (r->cache == NULL)
		return err_set(e, ERR_DATA, "there is no home folder: set XDG_CACHE_HOME");
	get_agent(getenv("CAREER_CONTACT"), &r->agent);
	if (!fetch_all(r, e) || (!r->c->cmd->no_import && !import_all(r, e)))
		return false;
	return r->failed == 0
	    || err_set(e, ERR_DATA, "%zu of %zu %s failed", r->failed, r->asked,
		r->asked == 1 ? "feed" : "feeds");
}

bool
verb_get(struct cli *c, struct err *e)
{
	struct feeds feeds;
	struct run r = {.c = c, .feeds = &feeds, .agent = BUF_INIT};
	bool ok = feeds_load(&feeds, e);

	if (ok)
		ok = c->cmd->nargs == 0 ? list_feeds(c, &feeds) : get(&r, e);
	for (size_t i = 0; i < FEEDS_MOST; i++)
		get_free(&r.got[i]);
	buf_free(&r.agent);
	free(r.cache);
	feeds_free(&feeds);
	return ok;
}
