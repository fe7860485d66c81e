#include "guide_check.h"

#include "say.h"

#include <string.h>

/* What to look at, topic by topic: a section of a role's page, or a list under a query. */
static const struct look {
	const char *topic;
	const char *section; /* of the role's page */
	const char *query;   /* "LIST QUERY" */
	const char *where;   /* what the query shows */
	const char *what;    /* what to see there */
} looks[] = {
#define SECTION(name) name, NULL, NULL
#define LIST(query, where) NULL, query, where
#define EMERGING LIST("skills category:emerging", "the emerging skills")
    {"job growth", SECTION("Growth"), "what official counts and projections say by now"},
    {"pay", SECTION("Pay"), "whether newer figures are higher than those of the year it was said"},
    {"education", SECTION("Break in"), "which degree newer sources ask for"},
    {"emerging skills", EMERGING, "for how many roles sources want them by now, and how urgently"},
    {"automated machine learning",
	LIST("guide \"automated machine learning\"", "the guide for automated machine learning"),
	"whether newer entries say that it has happened"},
    {"foundation models", EMERGING, "whether fine-tuning and prompting are wanted for more roles"},
    {"generative AI", EMERGING, "whether language models are wanted for more roles"},
    {"edge AI", SECTION("Industries"), "which industries run models on devices"},
    {"quantum machine learning", LIST("skills quantum", "the skills for quantum computers"),
	"whether any source wants them for a role"},
    {"responsible AI", LIST("roles family:Ethics", "the roles of the family Ethics"),
	"whether they have figures of their own"},
    {"new roles", LIST("roles figures:1..", "the roles with figures"),
	"whether this one is among them by now"},
    {"healthcare and biotechnology", SECTION("Industries"), "which uses and companies are named"},
    {"autonomous systems", SECTION("Industries"), "which uses and companies are named"},
    {"climate technology", SECTION("Industries"), "which uses and companies are named"},
#undef SECTION
#undef LIST
#undef EMERGING
};

/* Growth for other topics. */
static const struct look *
look_for(const char *topic)
{
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		if (strcmp(looks[i].topic, topic) == 0)
			return &looks[i];
	return &looks[0];
}

static void
say_when(struct page *p, int year)
{
	int left = year - p->opts.year_now;

	if (year == 0)
		page_wrap(
		    p, 0, STYLE_NOTE, "It names no year: nobody can ever say that it was wrong.");
	else if (p->opts.year_now > 0 && left <= 0)
		page_wrapf(p, 0, STYLE_WARN, "! %d has come: this can be checked now.", year);
	else if (p->opts.year_now > 0)
		page_wrapf(p, 0, STYLE_NOTE, "Can be checked in %d, %d year%s from now.", year,
		    left, left == 1 ? "" : "s");
	if (p->nlines > 0)
		page_anchor(p, ANCHOR_TERM, "prediction");
}

static void
look_at_list(struct page *p, const struct look *k)
{
	page_line(p);
	page_joinf(p, 2, STYLE_LINK, "Look at %s: %s", k->where, k->what);
	page_anchor(p, ANCHOR_QUERY, k->query);
}

/* "Look at Growth of Machine Learning Engineer: ...". */
static bool
look_at_section(
    struct page *p, struct reader *r, const struct look *k, int64_t entry, struct err *e)
{
	struct stmt *st = db_query(r->db, "guide_check_role", e);
	struct buf run = BUF_INIT;
	int step;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, entry);
	step = stmt_step(st, e);
	page_line(p);
	if (step == 1) {
		buf_addf(&run, "role-section %s %s", stmt_str(st, 0), k->section);
		page_joinf(
		    p, 2, STYLE_LINK, "Look at %s of %s: %s", k->section, stmt_str(st, 1), k->what);
		page_anchor(p, ANCHOR_COMMAND, run.data);
	} else if (step == 0) {
		page_joinf(p, 2, STYLE_TEXT, "Look at %s of a role that it concerns: %s",
		    k->section, k->what);
	}
	stmt_reset(st);
	buf_free(&run);
	return step >= 0;
}

bool
guide_check_say(struct page *p, struct reader *r, const struct guide_check *check, struct err *e)
{
	const struct look *k = look_for(check->topic);

	say_when(p, check->year);
	if (k->query == NULL)
		return look_at_section(p, r, k, check->entry, e);
	look_at_list(p, k);
	return true;
}
