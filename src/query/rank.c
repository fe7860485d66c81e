#include "career/query/bind.h"

#include <string.h>

enum { MAX_WORDS = SCAN_MAX_TESTS };

/* The words of a query that rows are ranked by. */
struct words {
	const char *fold[MAX_WORDS];
	const struct scan_test *test[MAX_WORDS];
	size_t n;
	const char *joined; /* with single blanks */
};

static void
words_of(const struct query *q, const struct scan *s, struct words *w)
{
	w->n = 0;
	for (size_t i = 0; i < s->ntests; i++) {
		if (s->tests[i].kind != SCAN_WORD || s->tests[i].negate)
			continue;
		w->test[w->n] = &s->tests[i];
		w->fold[w->n++] = q->terms[s->tests[i].tag].fold;
	}
}

static int
flagged(const struct list *l, unsigned flag)
{
	for (size_t i = 0; i < l->nfields; i++)
		if (l->fields[i].flags & flag)
			return field_col(l, (int)i);
	return -1;
}

int
rank_column(const struct query *q, const struct scan *s)
{
	struct words w;

	words_of(q, s, &w);
	return w.n ? flagged(q->list, FIELD_TITLE) : -1;
}

/* Whether the code of the column has every word in it. */
static bool
has_all(const struct words *w, int col, uint32_t code)
{
	for (size_t i = 0; i < w->n; i++)
		if (!bitset_has(&w->test[i]->sets[col], code))
			return false;
	return true;
}

static bool
is_inside_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

static bool
starts_a_word(const char *title, const char *word)
{
	for (const char *p = strstr(title, word); p; p = strstr(p + 1, word))
		if (p == title || !is_inside_word(p[-1]))
			return true;
	return false;
}

static enum rank
title_rank(const char *title, const struct words *w, size_t len)
{
	if (strncmp(title, w->joined, len) == 0)
		return title[len] ? RANK_PREFIX : RANK_EXACT;
	for (size_t i = 0; i < w->n; i++)
		if (!starts_a_word(title, w->fold[i]))
			return RANK_ELSEWHERE;
	return RANK_WORDS;
}

/* An alias that is the words exactly is as good as the title's beginning. */
static enum rank
alias_rank(const struct frame *f, int col, uint32_t row, const struct words *w)
{
	uint32_t n = frame_list_len(f, col, row);
	enum rank best = RANK_ELSEWHERE;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t code = frame_list_code(f, col, row, i);

		if (strcmp(dict_fold(&f->cols[col].dict, code), w->joined) == 0)
			return RANK_PREFIX;
		if (has_all(w, col, code))
			best = RANK_ALIAS;
	}
	return best;
}

static void
rank_aliases(const struct frame *f, const struct words *w, const struct scan_result *r,
    const int cols[2], uint8_t *rank)
{
	for (uint32_t row = 0; row < f->rows; row++) {
		enum rank alias;
		uint8_t *at;

		if (!bitset_has(&r->pass, row))
			continue;
		at = &rank[column_code(&f->cols[cols[0]], row)];
		alias = *at > RANK_PREFIX ? alias_rank(f, cols[1], row, w) : RANK_ELSEWHERE;
		if (alias < *at)
			*at = (uint8_t)alias;
	}
}

void
rank_titles(const struct query *q, const struct frame *f, const struct scan *s,
    const struct scan_result *r, uint8_t *rank)
{
	int cols[2] = {flagged(q->list, FIELD_TITLE), flagged(q->list, FIELD_ALIAS)};
	const struct dict *d = &f->cols[cols[0]].dict;
	struct buf joined = BUF_INIT;
	struct words w;

	words_of(q, s, &w);
	for (size_t i = 0; i < w.n; i++) {
		buf_adds(&joined, i ? " " : "");
		buf_adds(&joined, w.fold[i]);
	}
	w.joined = joined.data;
	memset(rank, RANK_ELSEWHERE, d->n);
	for (uint32_t code = 1; code < d->n; code++)
		if (has_all(&w, cols[0], code))
			rank[code] = (uint8_t)title_rank(dict_fold(d, code), &w, joined.len);
	if (cols[1] >= 0)
		rank_aliases(f, &w, r, cols, rank);
	buf_free(&joined);
}
