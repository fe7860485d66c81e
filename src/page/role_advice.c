/*
 * role_advice.c - what there is to read about a role: guide topics, and where sources take sides. Each
 * stands in the section that it speaks of.
 */
#include "role.h"
#include "say.h"

#include <string.h>

/* --- guide texts ------------------------------------------------------------------------------ */

static void
guide_text(struct role_ctx *c, struct stmt *st)
{
	const char *key = arena_printf(c->a, "guide:%lld", (long long)stmt_int(st, 0));

	page_blank(c->p);
	page_heading(c->p, stmt_str(st, 1), NULL);
	page_joinf(
	    c->p, 2, STYLE_NOTE, " (%s%s)", stmt_str(st, 4), stmt_int(st, 3) ? ", opinion" : "");
	page_anchor(c->p, ANCHOR_FACT, key);
	page_wrap(c->p, 0, STYLE_TEXT, stmt_str(st, 2));
	page_anchor(c->p, ANCHOR_FACT, key);
}

bool
role_guide(struct role_ctx *c, const char *const *topics, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && topics[i] != NULL; i++) {
		struct stmt *st = role_query(c, "role_guide", true, e);

		ok = st != NULL;
		if (ok)
			stmt_bind_text(st, 3, topics[i]);
		while (ok && role_next(st, &ok, e))
			guide_text(c, st);
	}
	return ok;
}

/* --- stances ---------------------------------------------------------------------------------- */

/* Where a topic of dispute belongs, and how it is headed. Others stand in Break in. */
static const struct stance {
	const char *topic, *title;
	enum role_section tab;
} stances[] = {
    {"definition", "What the job is", ROLE_SUMMARY},
    {"engineer-or-scientist", "Engineer or scientist?", ROLE_SUMMARY},
    {"best-payers", "Who pays best", ROLE_PAY},
    {"ceiling", "How far pay goes", ROLE_PAY},
    {"geography", "Does the place matter?", ROLE_PAY},
    {"premium-15-25", "Who earns 15-25% more", ROLE_PAY},
    {"age-of-role", "How old the job is", ROLE_GROWTH},
    {"frameworks", "Which frameworks", ROLE_SKILLS},
    {"kaggle", "Kaggle: useful or a waste of time?", ROLE_SKILLS},
    {"languages", "Which languages beside Python", ROLE_SKILLS},
    {"mathematics", "How much mathematics", ROLE_SKILLS},
    {"specialise", "Specialize or stay broad?", ROLE_SKILLS},
    {"sql", "How much SQL", ROLE_SKILLS},
    {"theory", "How much theory", ROLE_SKILLS},
    {"degree", "Which degree", ROLE_BREAK_IN},
    {"online-degree", "Does an online degree count?", ROLE_BREAK_IN},
    {"certifications", "Do certificates count?", ROLE_BREAK_IN},
    {"entry-level", "Is it a first job?", ROLE_BREAK_IN},
    {"year-of-the-figures", "Which year the figures are of", ROLE_SOURCES},
};

static const struct stance *
stance_of(const char *topic)
{
	for (size_t i = 0; i < sizeof stances / sizeof *stances; i++)
		if (strcmp(stances[i].topic, topic) == 0)
			return &stances[i];
	return NULL;
}

static void
stance_title(struct role_ctx *c, const char *topic, const struct stance *k)
{
	struct buf b = BUF_INIT;

	say_slug(&b, topic);
	page_line(c->p);
	page_to(c->p, 2);
	page_join(c->p, 2, STYLE_VALUE, k != NULL ? k->title : b.data);
	buf_free(&b);
}

bool
role_claims(struct role_ctx *c, enum role_section tab, struct err *e)
{
	struct stmt *st = role_query(c, "role_claims", true, e);
	const char *topic = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		const struct stance *k = stance_of(stmt_str(st, 1));

		if ((k != NULL ? k->tab : ROLE_BREAK_IN) != tab)
			continue;
		if (*topic == '\0') {
			page_blank(c->p);
			page_heading(c->p, "Where sources take sides", NULL);
		}
		if (strcmp(topic, stmt_str(st, 1)) != 0)
			stance_title(c, stmt_str(st, 1), k);
		topic = arena_dup(c->a, stmt_str(st, 1));
		page_line(c->p);
		page_to(c->p, 4);
		page_addf(c->p, STYLE_NOTE, "%s: ", stmt_str(st, 3));
		page_join(c->p, 6, STYLE_TEXT, stmt_str(st, 2));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "claim:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}
