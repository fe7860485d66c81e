/*
 * start_all.c - the questions of the first screen on the command line: all answers, and what shows more.
 */
#include "career/base/text.h"
#include "say.h"
#include "start_parts.h"

#include <string.h>

/* A word that is longer than a line goes on in the next one, at its start: a shell reads both as one word. */
static void
add_word(struct page *p, const char *word)
{
	size_t room = p->opts.width > 2 ? (size_t)p->opts.width - 2 : 1;

	while (!p->opts.plain && page_last(p)->width + text_width(word) + 2 > p->opts.width) {
		size_t n =
		    room > (size_t)page_last(p)->width ? room - (size_t)page_last(p)->width : 1;

		page_addf(p, STYLE_LINK, "%.*s\\", (int)n, word);
		word += n;
		page_next(p);
	}
	page_add(p, STYLE_LINK, word);
}

/* A command that can be copied: no word is broken that fits, and a line that goes on ends in a backslash. On a
 * plain page it stands in quotes, so that the full stop behind it is none of it. */
static void
add_command(struct page *p, const char *command)
{
	const char *quote = p->opts.plain ? "\"" : "";
	struct buf word = BUF_INIT;

	page_line(p);
	page_to(p, 2);
	page_addf(p, STYLE_NOTE, "More:%s%s", *quote ? " " : "", quote);
	for (const char *at = command; *at != '\0'; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");

		buf_clear(&word);
		buf_adds(&word, at == command && *quote ? "" : " ");
		buf_add(&word, at, len);
		at += len;
		buf_adds(&word, *at == '\0' ? quote : "");
		if (page_last(p)->width + text_width(word.data) + 2 > p->opts.width) {
			page_add(p, STYLE_LINK, " \\");
			page_next(p);
			page_to(p, 5);
		}
		add_word(p, word.data);
	}
	buf_free(&word);
}

static void
all_of_one(struct page *p, const struct start *s, size_t i)
{
	struct buf b = BUF_INIT;

	page_blank(p);
	start_sentence(s, i, p->opts.width, &b);
	say_title(p, b.data);
	for (size_t k = 0; k < s->answer[i].n; k++)
		start_add_part(p, &s->answer[i].part[k], "", p->opts.plain ? 0 : 2);
	buf_clear(&b);
	start_more(s, i, &b);
	add_command(p, b.data);
	buf_free(&b);
}

bool
page_start_all(struct page *p, struct reader *r, struct start *s, struct err *e)
{
	start_add_heading(p);
	if (s->role.id != 0)
		page_wrapf(p, 0, STYLE_TEXT, "The role is %s%s; --role SLUG asks for another.",
		    s->role.title,
		    s->chosen ? "" : ", the best documented one, since none was chosen");
	start_say_missing(p, s);
	for (size_t i = 0; i < START_QUESTIONS; i++) {
		if (!start_asks(s, i))
			continue;
		if (!start_make_answer(s, r, i, e))
			return false;
		all_of_one(p, s, i);
	}
	page_close(p);
	return true;
}
