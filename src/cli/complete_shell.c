/*
 * complete_shell.c - a bash command line as words, and a candidate as bash wants it typed.
 *
 * bash hands over the line as typed, and readline replaces only what stands behind the last blank,
 * open quote or one of its word breaks ("state:" stays in front of "CA").
 */
#include "career/cli/complete.h"

#include <stdlib.h>
#include <string.h>

/* A walk over the line. */
struct splitter {
	struct shell_line *to;
	const char *line;
	size_t at;
	size_t tail; /* where what readline replaces begins */
	struct buf word;
	bool in_word;
	bool bare; /* no quote in the word: "2" in front of '>' is no word */
	char quote;
};

static void
begin_word(struct splitter *s)
{
	s->in_word = true;
	s->bare = true;
	s->to->kept = 0;
	s->to->quote = '\0';
	buf_clear(&s->word);
}

/* What a redirection is for is no word of the program. */
static void
end_word(struct splitter *s)
{
	struct shell_line *l = s->to;

	if (!s->in_word)
		return;
	s->in_word = false;
	if (l->redirect) {
		l->redirect = false;
		return;
	}
	l->words = mem_reserve(l->words, &l->cap, l->n + 1, sizeof *l->words);
	l->words[l->n++] = arena_ndup(&l->arena, s->word.data, s->word.len);
}

static void
see_redirection(struct splitter *s)
{
	if (s->in_word && s->bare && strspn(s->word.data, "0123456789&") == s->word.len)
		s->in_word = false;
	end_word(s);
	s->to->redirect = true;
}

/* A backslash, inside `"` only in front of what it can quote. */
static void
see_backslash(struct splitter *s)
{
	const char *next = &s->line[s->at + 1];

	if (s->quote && (!*next || !strchr("\"\\$`", *next))) {
		buf_addc(&s->word, '\\');
		return;
	}
	s->bare = false;
	if (*next) {
		buf_addc(&s->word, *next);
		s->at++;
	}
}

static void
see_in_quote(struct splitter *s, char c)
{
	if (c == s->quote)
		s->quote = '\0';
	else if (c == '\\' && s->quote == '"')
		see_backslash(s);
	else
		buf_addc(&s->word, c);
}

static void
see_bare(struct splitter *s, char c)
{
	if (c == ' ' || c == '\t' || c == '\n') {
		end_word(s);
		return;
	}
	if (c == '<' || c == '>') {
		see_redirection(s);
		return;
	}
	if (!s->in_word)
		begin_word(s);
	if (c == '"' || c == '\'') {
		s->quote = c;
		s->bare = false;
	} else if (c == '\\') {
		see_backslash(s);
	} else {
		buf_addc(&s->word, c);
	}
}

/* Remembers what stays in front of what readline replaces. */
static void
see_tail(struct splitter *s)
{
	if (s->at != s->tail || !s->in_word)
		return;
	s->to->kept = s->word.len;
	s->to->quote = s->quote;
}

void
shell_split(struct shell_line *l, const char *line, const char *tail)
{
	size_t len = strlen(line), tail_len = strlen(tail);
	struct splitter s = {.to = l, .line = line, .tail = len, .word = BUF_INIT};

	memset(l, 0, sizeof *l);
	arena_init(&l->arena);
	if (tail_len <= len && strcmp(line + len - tail_len, tail) == 0)
		s.tail = len - tail_len;
	for (; s.at < len; s.at++) {
		see_tail(&s);
		if (s.quote)
			see_in_quote(&s, line[s.at]);
		else
			see_bare(&s, line[s.at]);
	}
	see_tail(&s);
	if (!s.in_word)
		begin_word(&s);
	if (!l->redirect)
		end_word(&s);
	buf_free(&s.word);
}

void
shell_free(struct shell_line *l)
{
	free(l->words);
	arena_free(&l->arena);
}

/* Whether a character stands for itself outside quotes. */
static bool
is_plain(char c)
{
	return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
	    || (c >= 'a' && c <= 'z') || (c && strchr("_./:=@%+,-", c));
}

bool
shell_quote(struct buf *out, const char *text, char quote)
{
	/* "!" calls the history up, also inside `"`, where nothing quotes it. */
	if (quote == '"' && strchr(text, '!'))
		return false;
	for (; *text; text++) {
		if (quote == '\'' && *text == '\'')
			buf_adds(out, "'\\'");
		else if (quote ? quote == '"' && strchr("\"\\$`", *text) : !is_plain(*text))
			buf_addc(out, '\\');
		buf_addc(out, *text);
	}
	return true;
}
