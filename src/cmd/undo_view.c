/*
 * undo_view.c - the filter of a list as undo keeps it: flags, the terms switched off, a NUL, the query.
 */
#include "undo_part.h"

#include <string.h>

enum { VIEW_EVERYTHING = 1, VIEW_UNKNOWN = 2, VIEW_OCCUPATIONS = 4 };

/* Nothing at all for a pane as it opens. */
void
undo_take_view(struct app *a, struct pane *p, struct buf *out)
{
	int flags = (p->everything ? VIEW_EVERYTHING : 0)
	    | (p->view.with_unknown ? VIEW_UNKNOWN : 0) | (p->occupations ? VIEW_OCCUPATIONS : 0);

	(void)a;
	if (flags == 0 && p->off.len == 0 && p->query.len == 0)
		return;
	buf_addc(out, (char)('0' + flags));
	buf_add(out, p->off.data, p->off.len);
	buf_addc(out, '\0');
	buf_add(out, p->query.data, p->query.len);
}

/* What stands in such a text; the texts are borrowed. */
struct view_state {
	int flags;
	const char *off, *query;
};

static struct view_state
view_state(const struct buf *b)
{
	if (b->len == 0)
		return (struct view_state){0, "", ""};
	return (struct view_state){b->data[0] - '0', b->data + 1, b->data + strlen(b->data) + 1};
}

bool
undo_put_view(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	struct view_state s = view_state(state);

	(void)e;
	p->everything = (s.flags & VIEW_EVERYTHING) != 0;
	p->occupations = (s.flags & VIEW_OCCUPATIONS) != 0 && pane_has_sets(p);
	p->view.with_unknown = (s.flags & VIEW_UNKNOWN) != 0;
	buf_clear(&p->off);
	buf_adds(&p->off, s.off);
	pane_set_query(a, p, s.query, false);
	return true;
}

/* The terms of a query that filter, or those that sort, with blanks between. */
static void
add_terms(const struct list *l, const char *text, bool sorts, struct buf *out)
{
	struct query q;
	size_t from = out->len;

	query_parse(&q, l, text, false);
	for (size_t i = 0; i < q.nterms; i++) {
		if ((q.terms[i].kind == TERM_SORT) != sorts)
			continue;
		if (out->len > from)
			buf_addc(out, ' ');
		query_term_text(&q, i, out);
	}
	query_free(&q);
}

/* "filter X" or "sort X", when these terms differ. */
static bool
say_terms(const struct list *l, const struct view_state *from, const struct view_state *to,
    bool sorts, struct buf *out)
{
	struct buf was = BUF_INIT, is = BUF_INIT;
	bool differ;

	add_terms(l, from->query, sorts, &was);
	add_terms(l, to->query, sorts, &is);
	differ = strcmp(was.data, is.data) != 0;
	if (differ && is.len == 0)
		buf_adds(out, sorts ? "clear the sort" : "clear the filter");
	else if (differ && sorts)
		buf_addf(out, "sort %s", is.data + strlen("sort:"));
	else if (differ)
		buf_addf(out, "filter %s", is.data);
	buf_free(&was);
	buf_free(&is);
	return differ;
}

/* The first line of one text that the other does not have. */
static bool
new_line(const char *text, const char *other, struct buf *out)
{
	for (size_t len; *text != '\0'; text += len + (text[len] == '\n')) {
		const char *s = other;
		bool there = false;

		len = strcspn(text, "\n");
		for (size_t n; *s != '\0' && !there; s += n + (s[n] == '\n')) {
			n = strcspn(s, "\n");
			there = n == len && memcmp(s, text, n) == 0;
		}
		if (!there) {
			buf_add(out, text, len);
			return true;
		}
	}
	return false;
}

/* A chip: switched off, on again, or dropped while it was off. */
static bool
say_chip(const struct view_state *from, const struct view_state *to, struct buf *out)
{
	struct buf term = BUF_INIT;
	const char *did = NULL;

	if (new_line(to->off, from->off, &term))
		did = "switch off";
	else if (new_line(from->off, to->off, &term))
		did = strcmp(from->query, to->query) == 0 ? "drop" : "switch on";
	if (did != NULL && *to->query + *to->off != '\0')
		buf_addf(out, "%s %s", did, term.data);
	else
		did = NULL;
	buf_free(&term);
	return did != NULL;
}

static void
say_flag(int was, int is, const char *on, const char *off, struct buf *out)
{
	if (was != is)
		buf_addf(out, "%s%s", out->len > 0 ? ", " : "", is ? on : off);
}

void
undo_say_view(struct app *a, const struct pane *p, const struct buf *before,
    const struct buf *after, struct buf *out)
{
	struct view_state from = view_state(before), to = view_state(after);
	struct buf words = BUF_INIT;

	(void)a;
	if (!say_chip(&from, &to, &words)) {
		say_terms(p->def->list, &from, &to, false, &words);
		if (words.len == 0)
			say_terms(p->def->list, &from, &to, true, &words);
	}
	say_flag(from.flags & VIEW_EVERYTHING, to.flags & VIEW_EVERYTHING, "show the whole list",
	    "fold the list", &words);
	say_flag(from.flags & VIEW_OCCUPATIONS, to.flags & VIEW_OCCUPATIONS, "show occupations",
	    "leave out occupations", &words);
	if (words.len == 0 || to.query[0] != '\0')
		say_flag(from.flags & VIEW_UNKNOWN, to.flags & VIEW_UNKNOWN,
		    "add rows that do not state it", "leave out rows that do not state it", &words);
	buf_add(out, words.data, words.len);
	buf_free(&words);
}
