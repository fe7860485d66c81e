/* payback.c - `career payback PROGRAM [ROLE]`: is it worth its price; as a page, or a row an input, figure and result. */
#include "career/page/payback.h"

#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/out/out.h"
#include "payback_rows.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- what the person says -------------------------------------------------------------------- */

/* Inputs by their options: OPT_PAY and those behind it. */
static const enum finance_field fields[OPT_FLIP - OPT_PAY] = {
    [OPT_PAY - OPT_PAY] = FI_PAY,
    [OPT_COST - OPT_PAY] = FI_COST,
    [OPT_MONTHS - OPT_PAY] = FI_MONTHS,
    [OPT_RATE - OPT_PAY] = FI_RATE,
    [OPT_YEARS - OPT_PAY] = FI_LOAN_YEARS,
    [OPT_AID - OPT_PAY] = FI_AID,
    [OPT_LIVING - OPT_PAY] = FI_LIVING,
    [OPT_STUDY_PAY - OPT_PAY] = FI_STUDY_PAY,
    [OPT_BORROWED - OPT_PAY] = FI_BORROWED,
    [OPT_DISCOUNT - OPT_PAY] = FI_DISCOUNT,
    [OPT_HORIZON - OPT_PAY] = FI_HORIZON,
    [OPT_TAX - OPT_PAY] = FI_TAX,
    [OPT_HIGH_SCHOOL - OPT_PAY] = FI_HIGH_SCHOOL,
};

static bool
take_flips(const char *words, struct payback_asks *q, struct err *e)
{
	q->flips = 0;
	while (*words != '\0') {
		size_t len = strcspn(words, ",");
		char word[32];
		enum payback_flip f;

		snprintf(word, sizeof word, "%.*s", (int)len, words);
		if (len > 0 && !payback_flip_find(&f, word, e))
			return false;
		if (len > 0)
			q->flips |= 1u << f;
		words += len + (words[len] == ',');
	}
	return true;
}

static bool
copy_word(char *to, size_t size, const char *word, const char *option, struct err *e)
{
	if (word == NULL)
		return true;
	if (strlen(word) >= size)
		return err_set(
		    e, ERR_USAGE, "--%s is too long: %zu bytes at most", option, size - 1);
	snprintf(to, size, "%s", word);
	return true;
}

/* Sources, and all of some kinds, are one list of words. */
static bool
take_sources(const struct cmdline *cmd, struct payback_asks *q, struct err *e)
{
	const char *source = cmd->options.source, *kind = cmd->options.kind;
	struct buf words = BUF_INIT;
	bool ok;

	if (source == NULL && kind == NULL)
		return true;
	buf_addf(&words, "%s%s%s", source != NULL ? source : "",
	    source != NULL && kind != NULL ? "," : "", kind != NULL ? kind : "");
	ok = copy_word(q->source, sizeof q->source, words.data, "source", e);
	buf_free(&words);
	return ok;
}

static void
add_kept(struct cli *c, const char *setting, const char *of, struct payback_asks *q)
{
	struct buf name = BUF_INIT;
	char *kept;

	buf_addf(&name, "%s%s", setting, of);
	kept = cli_kept(c, name.data);
	payback_asks_add(q, kept);
	free(kept);
	buf_free(&name);
}

/* What the person said on the screen, for all programs, for this one, for this role. */
static void
take_kept(struct cli *c, const struct payback *p, struct payback_asks *q)
{
	payback_asks_init(q);
	add_kept(c, "payback", "", q);
	add_kept(c, "payback program ", p->program_key, q);
	add_kept(c, "payback role ", p->role_slug, q);
}

static bool
take_asks(struct cli *c, const struct payback *p, struct payback_asks *q, struct err *e)
{
	const struct cmdline *cmd = c->cmd;

	take_kept(c, p, q);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (cmd->input[i] != NULL
		    && !payback_number(fields[i], cmd->input[i], &q->said[fields[i]], e))
			return false;
	if (cmdline_said(cmd, OPT_LEVEL))
		q->level = (enum level)(LEVEL_ENTRY + cmd->level);
	return copy_word(q->factors, sizeof q->factors, cmd->what_if, "what-if", e)
	    && take_sources(cmd, q, e) && (cmd->flip == NULL || take_flips(cmd->flip, q, e));
}

/* --baseline: an amount, or a role whose offer stands beside the answer. */
static bool
take_baseline(struct cli *c, const struct payback *p, struct payback_asks *q, struct err *e)
{
	const char *said = c->cmd->baseline;
	struct err no_number;

	if (said == NULL)
		return true;
	q->baseline_role[0] = '\0';
	for (size_t i = 0; i < p->noffers; i++)
		if (strcmp(p->offer[i].slug, said) == 0 && said[0] != '\0') {
			q->said[FI_BASELINE] = p->offer[i].pay;
			return copy_word(
			    q->baseline_role, sizeof q->baseline_role, said, "baseline", e);
		}
	if (payback_number(FI_BASELINE, said, &q->said[FI_BASELINE], &no_number))
		return true;
	return err_set(e, ERR_USAGE,
	    "--baseline takes an amount, or one of the jobs that stand beside \"Without it\"; '%s' is "
	    "neither",
	    said);
}

/* --- what it is about ------------------------------------------------------------------------ */

struct pair {
	int64_t program, role;
};

/* A program and a role in either order; the role may be left out. */
static bool
take_key(struct pair *out, struct db *db, const char *key, struct err *e)
{
	enum thing kind;
	int64_t id;

	if (!thing_find(db, key, &kind, &id, e))
		return false;
	if (kind == THING_PROGRAM && out->program == 0)
		out->program = id;
	else if (kind == THING_ROLE && out->role == 0)
		out->role = id;
	else
		return err_set(e, ERR_USAGE,
		    "payback takes one program and one role; '%s' is another thing", key);
	return true;
}

/* The role of --role, else the current one, else the best documented. */
static bool
default_role(struct cli *c, struct db *db, struct pair *out, struct err *e)
{
	char *kept = c->cmd->role == NULL ? cli_kept(c, "role") : NULL;
	const char *slug = c->cmd->role != NULL ? c->cmd->role : kept;
	struct stmt *st;
	enum thing kind;
	struct err gone;
	bool ok;

	if (slug != NULL
	    && thing_find(db, slug, &kind, &out->role, c->cmd->role != NULL ? e : &gone)
	    && kind == THING_ROLE) {
		free(kept);
		return true;
	}
	free(kept);
	if (c->cmd->role != NULL)
		return e->code != ERR_NONE
		    || err_set(e, ERR_USAGE, "--role is for roles; '%s' is none", c->cmd->role);
	st = db_query(db, "start_default", e);
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, 1);
	ok = stmt_step(st, e) == 1;
	out->role = ok ? stmt_int(st, 0) : 0;
	stmt_reset(st);
	return ok || err_set(e, ERR_USAGE, "for which job? `career payback PROGRAM ROLE`");
}

static bool
find_pair(struct cli *c, struct db *db, struct pair *out, struct err *e)
{
	*out = (struct pair){0, 0};
	for (size_t i = 0; i < c->cmd->nargs; i++)
		if (!take_key(out, db, c->cmd->args[i], e))
			return false;
	if (out->program == 0)
		return err_set(e, ERR_USAGE,
		    "which program? `career programs` lists them with their keys: "
		    "--columns key");
	return out->role != 0 || default_role(c, db, out, e);
}

/* --- the verb -------------------------------------------------------------------------------- */

static bool
print_page(struct cli *c, struct reader *r, const struct payback *p, struct err *e)
{
	struct page_opts opts = cli_page_opts(c);
	struct page page;
	bool ok;

	opts.details = c->cmd->explain;
	page_init(&page, &opts);
	ok = page_payback(&page, r, p, e);
	if (ok)
		cli_print_page(c, &page);
	page_free(&page);
	return ok;
}

static bool
work(struct cli *c, struct reader *r, const struct rules *rules, struct err *e)
{
	struct payback_asks asks;
	struct payback p;
	struct pair pair;
	bool ok;

	if (!find_pair(c, r->db, &pair, e)
	    || !payback_open(&p, r->db, &r->sources, rules, pair.program, pair.role, e))
		return false;
	ok = payback_beside(&p, e) && take_asks(c, &p, &asks, e) && take_baseline(c, &p, &asks, e)
	    && payback_work(&p, &asks, e);
	if (ok && c->cmd->format == OUT_TABLE)
		ok = print_page(c, r, &p, e);
	else if (ok)
		payback_rows(c, &p);
	payback_close(&p);
	return ok;
}

/* --source and --kind choose among pay figures: the program's own sources stay. */
static struct db *
open_catalog(struct cli *c, struct err *e)
{
	const struct cmdline *said = c->cmd;
	struct cmdline all = *said;
	struct db *db;

	all.options.source = all.options.kind = NULL;
	c->cmd = &all;
	db = cli_catalog(c, e);
	c->cmd = said;
	return db;
}

bool
verb_payback(struct cli *c, struct err *e)
{
	struct db *db = open_catalog(c, e);
	struct reader r;
	struct rules rules;
	bool ok = false;

	if (db != NULL && reader_open(&r, db, e)) {
		ok = rules_load(&rules, e) && work(c, &r, &rules, e);
		rules_free(&rules);
		reader_close(&r);
	}
	db_close(db);
	return ok;
}
