/*
 * start.c - the first screen: its questions and its page.
 */
#include "career/page/start.h"

#include "career/base/text.h"
#include "occupation.h"
#include "say.h"
#include "start_parts.h"

#include <stdarg.h>
#include <string.h>

/* From so many cells on sentences are whole and parts stand apart: a screen of 60 columns. */
enum { WIDE = 56, WITH_HINT = 64, INDENT = 11 };

/* What must be there for a question to be asked. */
enum needs { NEEDS_ROLE, NEEDS_KIN, NEEDS_PROGRAMS, NEEDS_WORTH, NEEDS_SKILLS };

static const struct question {
	const char *word, *says, *briefly;
	enum needs needs;
	bool (*answer)(struct asking *q, struct err *e);
	const char *more; /* on the command line, in front of the role's slug */
} questions[START_QUESTIONS] = {
    {"pay", "What does it pay, and why do sites disagree?", "What it pays, why sites disagree",
	NEEDS_ROLE, start_pay, "career show "},
    {"day", "What would I do all day, and would I like it?", "The day: would I like it?",
	NEEDS_ROLE, start_day, "career show "},
    {"compare", "Side by side with kindred, well documented roles",
	"Side by side with kindred roles", NEEDS_KIN, start_compare, "career compare "},
    {"skills", "What should I learn first, and what can I skip?",
	"What to learn first, what to skip", NEEDS_ROLE, start_skills, "career show "},
    {"programs", "Which programs teach it, at what price, how long?",
	"Programs: which, price, how long", NEEDS_PROGRAMS, start_programs,
	"career programs role:"},
    {"worth", "Is this program worth its price?", "Is a program worth its price?", NEEDS_WORTH,
	start_worth, "career payback "},
    {"missing", "What is missing, with what I know?", "With what I know: what is missing?",
	NEEDS_SKILLS, start_missing, "career gap "},
};

/* --- questions ------------------------------------------------------------------------------- */

const char *
start_word(size_t i)
{
	return questions[i].word;
}

int
start_find(const char *word)
{
	for (int i = 0; i < START_QUESTIONS; i++)
		if (strcmp(questions[i].word, word) == 0)
			return i;
	return -1;
}

bool
start_asks(const struct start *s, size_t i)
{
	switch (questions[i].needs) {
	case NEEDS_ROLE:
		return s->role.id != 0;
	case NEEDS_KIN:
		return s->role.id != 0 && s->nkin > 0;
	case NEEDS_PROGRAMS:
		return s->programs;
	case NEEDS_WORTH:
		return s->role.id != 0 && s->program.id != 0;
	case NEEDS_SKILLS:
		return s->role.id != 0 && s->known[0] != '\0';
	}
	return false;
}

static void
name_roles(const struct start *s, struct buf *out)
{
	buf_adds(out, s->role.title);
	for (size_t i = 0; i < s->nkin; i++)
		buf_addf(out, ", %s", s->kin[i].title);
}

/* "A, B, C: side by side" where it fits. */
static bool
name_kin(const struct start *s, int width, struct buf *out)
{
	size_t from = out->len;

	name_roles(s, out);
	buf_adds(out, ": side by side");
	if (width >= WIDE && text_width(out->data + from) <= width)
		return true;
	buf_remove(out, from, out->len - from);
	return false;
}

/* "I know Python and SQL: what is missing?" where it fits. */
static bool
name_known(const struct start *s, int width, struct buf *out)
{
	size_t from = out->len;

	buf_addf(out, "I know %s: what is missing?", s->known);
	if (text_width(out->data + from) <= width)
		return true;
	buf_remove(out, from, out->len - from);
	return false;
}

/* "Is Master of X, School worth its price?" where it fits. */
static bool
name_program(const struct start *s, int width, struct buf *out)
{
	size_t from = out->len;

	buf_adds(out, "Is ");
	start_program_says(s, out);
	buf_adds(out, " worth its price?");
	if (text_width(out->data + from) <= width)
		return true;
	buf_remove(out, from, out->len - from);
	return false;
}

void
start_sentence(const struct start *s, size_t i, int width, struct buf *out)
{
	const struct question *q = &questions[i];

	if (width < WIDE)
		buf_adds(out, q->briefly);
	else if (q->needs == NEEDS_PROGRAMS && s->role.id == 0)
		buf_adds(out, "Which programs are there, at what price, how long?");
	else if (!(q->needs == NEEDS_KIN && name_kin(s, width, out))
	    && !(q->needs == NEEDS_WORTH && name_program(s, width, out))
	    && !(q->needs == NEEDS_SKILLS && name_known(s, width, out)))
		buf_adds(out, q->says);
}

void
start_more(const struct start *s, size_t i, struct buf *out)
{
	const struct question *q = &questions[i];

	if (q->needs == NEEDS_WORTH)
		buf_addf(out, "%s%s %s", q->more, s->program.key, s->role.slug);
	else if (s->role.id == 0)
		buf_adds(out, "career programs");
	else
		buf_addf(out, "%s%s", q->more, s->role.slug);
	for (size_t k = 0; q->needs == NEEDS_KIN && k < s->nkin; k++)
		buf_addf(out, " %s", s->kin[k].slug);
}

/* --- answers --------------------------------------------------------------------------------- */

struct start_part *
start_say(struct asking *q, enum style style, const char *text)
{
	struct start_part *part = &q->to->part[q->to->n];

	q->to->n += q->to->n + 1 < START_PARTS;
	*part = (struct start_part){style, arena_dup(&q->s->arena, text), {ANCHOR_NONE, NULL}};
	return part;
}

struct start_part *
start_sayf(struct asking *q, enum style style, const char *fmt, ...)
{
	struct start_part *part;
	struct buf b = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	part = start_say(q, style, b.data);
	buf_free(&b);
	return part;
}

void
start_who(struct asking *q, struct start_part *part, enum anchor_kind kind, const char *key)
{
	part->who = (struct anchor){kind, arena_dup(&q->s->arena, key)};
}

bool
start_make_answer(struct start *s, struct reader *r, size_t i, struct err *e)
{
	struct arena a;
	struct asking q = {.s = s, .to = &s->answer[i]};
	bool ok;

	if (q.to->made)
		return true;
	arena_init(&a);
	q.c = (struct role_ctx){.r = r, .a = &a, .id = s->role.id, .level = s->level};
	q.to->n = 0;
	ok = (s->role.id == 0 || (role_load(&q.c, e) && occupation_load(&q.c, e)))
	    && questions[i].answer(&q, e);
	q.to->made = ok;
	arena_free(&a);
	return ok;
}

/* --- the page -------------------------------------------------------------------------------- */

void
start_add_heading(struct page *p)
{
	page_heading(p, "What would you like to know?", NULL);
	if (p->opts.screen && p->opts.width >= WITH_HINT)
		page_right(p, STYLE_NOTE, "Enter opens it. / searches all.");
}

/* Who says the first thing that somebody in particular says. */
static void
add_who(struct page *p, const struct start_answer *answer)
{
	for (size_t i = 0; i < answer->n; i++)
		if (answer->part[i].who.kind != ANCHOR_NONE) {
			page_anchor(p, answer->part[i].who.kind, answer->part[i].who.key);
			return;
		}
}

static void
add_question(struct page *p, const struct start *s, size_t i, bool answered)
{
	struct buf b = BUF_INIT;

	start_sentence(s, i, p->opts.width, &b);
	page_line(p);
	page_add(p, STYLE_LINK, b.data);
	buf_clear(&b);
	buf_addf(&b, "question %s", questions[i].word);
	page_anchor(p, ANCHOR_COMMAND, b.data);
	if (answered)
		add_who(p, &s->answer[i]);
	buf_free(&b);
}

void
start_add_part(struct page *p, const struct start_part *part, const char *label, int indent)
{
	bool warn = part->style == STYLE_WARN;

	page_line(p);
	page_add(p, STYLE_HEADING, label);
	if (indent > 0)
		page_to(p, indent - (warn ? 2 : 0));
	if (warn)
		page_add(p, STYLE_WARN, "! ");
	page_join(p, indent, part->style, part->text);
	if (part->who.kind != ANCHOR_NONE)
		page_anchor(p, part->who.kind, part->who.key);
}

static void
add_answer(struct page *p, const struct start *s, size_t i)
{
	const struct start_answer *answer = &s->answer[i];
	int indent = p->opts.width >= WIDE ? INDENT : 0;
	const char *label = indent > 0 ? "In short" : "In short: ";
	struct buf command = BUF_INIT, names = BUF_INIT;

	buf_addf(&command, "question %s", questions[i].word);
	if (questions[i].needs == NEEDS_KIN && !name_kin(s, p->opts.width, &names)) {
		name_roles(s, &names);
		buf_addc(&names, '.');
		start_add_part(p, &(struct start_part){.style = STYLE_TEXT, .text = names.data},
		    label, indent);
		page_anchor(p, ANCHOR_COMMAND, command.data);
		label = "";
	}
	for (size_t k = 0; k < answer->n; k++) {
		start_add_part(p, &answer->part[k], k > 0 ? "" : label, indent);
		page_anchor(p, ANCHOR_COMMAND, command.data);
	}
	buf_free(&command);
	buf_free(&names);
}

static void
add_role(struct page *p, const struct start *s)
{
	page_line(p);
	page_addf(p, STYLE_LABEL, "Role: ");
	page_joinf(
	    p, 2, STYLE_VALUE, "%s%s", s->role.title, s->chosen ? "" : ", the best documented one");
	if (p->opts.screen)
		page_right(p, STYLE_NOTE, "r: another role");
	page_anchor(p, ANCHOR_COMMAND, "role");
	page_anchor(p, ANCHOR_ROLE, s->role.slug);
}

void
start_say_missing(struct page *p, const struct start *s)
{
	if (s->role.id == 0)
		page_wrap(p, 0, STYLE_WARN,
		    "! This catalog has no roles; `career build` makes one of the bundled packs.");
	if (!s->programs)
		page_wrap(p, 0, STYLE_WARN, "! No source that is on speaks of any program.");
}

/* The question whose answer is shown; the first one when it cannot be asked. */
static size_t
question_at(const struct start *s, size_t at)
{
	if (at < START_QUESTIONS && start_asks(s, at))
		return at;
	for (at = 0; at < START_QUESTIONS && !start_asks(s, at); at++)
		;
	return at;
}

/* What is new since last time; leads to Plan's History. */
static void
add_news(struct page *p, const char *news)
{
	if (news == NULL || *news == '\0')
		return;
	page_line(p);
	page_addf(p, STYLE_WARN, "! %s", news);
	page_anchor(p, ANCHOR_COMMAND, "plan history");
}

bool
page_start(struct page *p, struct reader *r, const struct start_opts *o, struct err *e)
{
	struct start *s = o->start;
	size_t at = question_at(s, o->at);
	bool wide = p->opts.width >= WIDE;

	if (at < START_QUESTIONS && !start_make_answer(s, r, at, e))
		return false;
	start_add_heading(p);
	if (wide)
		page_blank(p);
	for (size_t i = 0; i < START_QUESTIONS; i++) {
		s->line[i] = start_asks(s, i) ? p->nlines : SIZE_MAX;
		if (start_asks(s, i))
			add_question(p, s, i, i == at);
	}
	add_news(p, o->news);
	if (wide)
		page_blank(p);
	start_say_missing(p, s);
	if (at < START_QUESTIONS)
		add_answer(p, s, at);
	if (wide)
		page_blank(p);
	if (s->role.id != 0)
		add_role(p, s);
	if (o->screens != NULL)
		page_wrap(p, 0, STYLE_NOTE, o->screens);
	return true;
}
