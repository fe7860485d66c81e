#include "career/page/mine.h"

#include "career/page/gap.h"
#include "say.h"

#include <stdio.h>
#include <string.h>

enum { RANK_AT = 34, RANK_BEHIND_LEVEL = 46, WIDE = 60, STATE_CELLS = 10 };

/* --- what is said of one skill ---------------------------------------------------------------- */

void
mine_says(struct buf *out, const struct mine *mine, const char *slug)
{
	const struct mine_skill *s = mine != NULL && slug != NULL ? mine_skill(mine, slug) : NULL;

	if (s == NULL)
		return;
	buf_addf(out, " (%s", having_word(s->how));
	if (s->level >= 0)
		buf_addf(out, ", level %.0f", s->level);
	buf_addc(out, ')');
}

/* --- what is said in all ---------------------------------------------------------------------- */

static const struct group {
	enum having how;
	const char *heading, *count; /* "you have 3 skills" */
} groups[] = {
    {HAVE_YES, "Have", "have"},
    {HAVE_PARTLY, "Partly", "partly have"},
    {HAVE_LEARNING, "Learning", "are learning"},
    {HAVE_WANT, "Want to learn", "want to learn"},
};

enum { GROUPS = sizeof groups / sizeof *groups };

static bool
in_group(const struct mine_skill *s, size_t group)
{
	return group == GROUPS ? s->id == 0 : s->id != 0 && s->how == groups[group].how;
}

static size_t
count(const struct mine *m, size_t group)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++)
		n += in_group(&m->skill[i], group);
	return n;
}

/* "You have 3 skills, partly have 1 and are learning 2." */
static void
say_counts(struct page *p, const struct mine *m)
{
	struct buf b = BUF_INIT;
	size_t parts = 0, said = 0;

	for (size_t i = 0; i < GROUPS; i++)
		parts += count(m, i) > 0;
	buf_adds(
	    &b, parts > 0 ? "You " : "What you said is of skills that the catalog has no longer");
	for (size_t i = 0; i < GROUPS; i++) {
		size_t n = count(m, i);

		if (n == 0)
			continue;
		buf_addf(&b, "%s%s %zu", say_between(said, parts), groups[i].count, n);
		if (said++ == 0)
			buf_addf(&b, " skill%s", n == 1 ? "" : "s");
	}
	buf_addc(&b, '.');
	page_wrap(p, 0, STYLE_VALUE, b.data);
	buf_free(&b);
}

/* "Machine Learning Engineer: 1 of 4 musts ...", which leads to what is missing. */
static void
say_role(struct page *p, const struct mine_page *m)
{
	struct arena a;
	struct gap g;
	struct buf b = BUF_INIT;

	if (m->to == NULL)
		return;
	arena_init(&a);
	gap_make(&g, m->to, &m->mine->have, &a);
	gap_says(&g, &b);
	page_wrapf(p, 0, STYLE_TEXT, "%s: %s", m->to->title, b.data);
	if (p->opts.screen)
		page_anchor(p, ANCHOR_COMMAND, "plan gap");
	page_anchor(p, ANCHOR_TERM, "must");
	buf_free(&b);
	arena_free(&a);
}

static void
skill_line(struct page *p, const struct mine_page *m, const struct mine_skill *s)
{
	const struct wanted *w = m->to != NULL && s->id != 0 ? skillset_find(m->to, s->id) : NULL;
	struct buf who = BUF_INIT;

	page_line(p);
	page_addf(p, STYLE_VALUE, "%s%s", p->opts.plain ? "" : "  ", s->name);
	if (s->level >= 0)
		page_addf(p, STYLE_TEXT, ", level %.0f of 7", s->level);
	if (s->id == 0)
		page_addf(p, STYLE_TEXT, " (%s)", having_word(s->how));
	if (w != NULL) {
		gap_who(&who, w, w->rank, p->opts.width < WIDE ? 0 : 2);
		if (p->opts.width >= WIDE)
			page_to(p, s->level >= 0 ? RANK_BEHIND_LEVEL : RANK_AT);
		page_addf(p, STYLE_LABEL, "%s%s%s",
		    p->opts.plain || p->opts.width < WIDE ? ": " : "", w->field ? "~" : "",
		    skill_rank_word(w->rank));
		if (p->opts.width >= WIDE)
			page_right(p, STYLE_NOTE, who.data);
		gap_anchors(p, w);
	} else {
		page_anchor(p, ANCHOR_SKILL, s->slug);
	}
	if (s->level >= 0)
		page_anchor(p, ANCHOR_TERM, "skill-level");
	buf_free(&who);
}

static void
say_group(struct page *p, const struct mine_page *m, size_t group)
{
	if (count(m->mine, group) == 0)
		return;
	page_blank(p);
	page_heading(p,
	    group < GROUPS ? groups[group].heading
			   : "Gone: kept, but the catalog has them no longer",
	    group < GROUPS ? "having" : NULL);
	if (group == 0 && m->to != NULL && p->opts.width >= WIDE && !p->opts.plain)
		page_right(p, STYLE_NOTE, m->to->title);
	for (size_t i = 0; i < m->mine->n; i++)
		if (in_group(&m->mine->skill[i], group))
			skill_line(p, m, &m->mine->skill[i]);
}

/* --- the present job -------------------------------------------------------------------------- */

static bool
proposed(const struct wanted *w)
{
	return !w->field && w->rank != RANK_SKIP;
}

size_t
proposals_open(const struct mine *mine, const struct skillset *from)
{
	size_t n = 0;

	for (size_t i = 0; i < from->n; i++)
		n += proposed(&from->w[i]) && mine_skill(mine, from->w[i].slug) == NULL;
	return n;
}

/* What the job proposes: nothing is taken as had until one says so. */
static void
say_job(struct page *p, const struct mine_page *m)
{
	struct buf command = BUF_INIT;
	size_t open;

	page_blank(p);
	if (m->from == NULL) {
		if (m->gone != NULL) {
			page_pair(p, "My job now", 16, STYLE_WARN, m->gone);
			page_join(p, 16, STYLE_WARN, " (gone: this catalog does not have it)");
		} else if (m->job != NULL)
			page_wrap(p, 0, STYLE_TEXT, m->job);
		return;
	}
	open = proposals_open(m->mine, m->from);
	buf_addf(
	    &command, p->opts.screen ? "from-role %s" : "career skills from %s", m->from->slug);
	page_pair(p, "My job now", 16, STYLE_VALUE, m->from->title);
	page_anchor(p, ANCHOR_ROLE, m->from->slug);
	page_line(p);
	page_to(p, 16);
	if (open == 0)
		page_joinf(p, 16, STYLE_TEXT, "nothing of it is left to answer");
	else
		page_joinf(p, 16, STYLE_LINK,
		    "%zu of its %zu skills are not answered: have you got them?", open,
		    m->from->own);
	if (!p->opts.screen && open > 0)
		page_joinf(p, 16, STYLE_NOTE, " %s", command.data);
	if (p->opts.screen)
		page_anchor(p, ANCHOR_COMMAND, command.data);
	buf_free(&command);
}

void
page_mine(struct page *p, const struct mine_page *m)
{
	page_line(p);
	page_add(p, STYLE_HEADING, "What I say of my skills");
	page_rule(p);
	if (m->mine->n > 0)
		say_counts(p, m->mine);
	else
		page_wrap(p, 0, STYLE_VALUE, "Nothing is said of your skills yet.");
	if (m->mine->n == 0 && m->how != NULL)
		page_wrap(p, 0, STYLE_TEXT, m->how);
	say_role(p, m);
	for (size_t i = 0; i <= GROUPS; i++)
		say_group(p, m, i);
	say_job(p, m);
	page_close(p);
}

/* --- what a role proposes --------------------------------------------------------------------- */

/* What Enter says next: yes, partly, no. */
static const char *
next_answer(const struct mine_skill *s)
{
	return s == NULL            ? "have"
	    : s->how == HAVE_YES    ? "partly"
	    : s->how == HAVE_PARTLY ? "no"
				    : "have";
}

static void
propose(struct page *p, const struct mine *mine, const struct wanted *w)
{
	const struct mine_skill *s = mine_skill(mine, w->slug);
	char command[300];

	snprintf(command, sizeof command, "have %s %s", next_answer(s), w->slug);
	page_line(p);
	if (p->opts.plain) {
		page_addf(p, STYLE_TEXT, "%s: %s", w->name,
		    s != NULL ? having_word(s->how) : "not answered");
	} else {
		page_addf(p, s != NULL ? STYLE_VALUE : STYLE_NOTE, " %s",
		    s != NULL ? having_word(s->how) : "-");
		page_to(p, STATE_CELLS);
		page_add(p, STYLE_TEXT, w->name);
	}
	page_right(p, STYLE_NOTE, skill_rank_word(w->rank));
	if (p->opts.screen)
		page_anchor(p, ANCHOR_COMMAND, command);
	gap_anchors(p, w);
	if (w->bar[0] != '\0') {
		page_next(p);
		page_to(p, STATE_CELLS);
		page_joinf(p, STATE_CELLS + 2, STYLE_NOTE, "the bar: %s", w->bar);
	}
}

/* One line for all that is not answered. */
static void
propose_all(struct page *p, const struct mine *mine, const struct skillset *from)
{
	size_t open = proposals_open(mine, from);
	char command[300];

	if (!p->opts.screen || open < 2)
		return;
	snprintf(command, sizeof command, "have-all %s", from->slug);
	page_line(p);
	page_addf(p, STYLE_LINK, " I have all %zu that are not answered", open);
	page_anchor(p, ANCHOR_COMMAND, command);
}

void
page_proposals(struct page *p, const struct mine *mine, const struct skillset *from)
{
	size_t answered = from->own - proposals_open(mine, from);

	if (p->opts.screen)
		page_wrapf(p, 0, STYLE_TEXT,
		    "%zu of %zu answered. Enter: yes, again partly, again no.", answered,
		    from->own);
	else
		page_wrapf(p, 0, STYLE_VALUE, "%s takes %zu skill%s; of %zu you said something.",
		    from->title, from->own, from->own == 1 ? "" : "s", answered);
	if (from->thin)
		page_wrapf(p, 0, STYLE_WARN,
		    "! Too little known to judge: only %zu skill%s listed. What else you can: the list "
		    "of skills.",
		    from->own, from->own == 1 ? " is" : "s are");
	propose_all(p, mine, from);
	page_blank(p);
	for (size_t i = 0; i < from->n; i++)
		if (proposed(&from->w[i]))
			propose(p, mine, &from->w[i]);
	page_close(p);
}
