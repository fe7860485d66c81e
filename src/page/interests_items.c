/* interests_items.c - what one may like: the list of items with their answers, and one of them to be answered. */
#include "interests_parts.h"

#include <stdio.h>

enum { ANSWER_AT = 15, KEY_CELLS = 3 };

const char *
interest_answer_says(int value)
{
	static const char *const says[INTEREST_MOST] = {
	    "dislike", "rather not", "neither", "rather like", "like"};

	return value >= 1 && value <= INTEREST_MOST ? says[value - 1] : "";
}

static void
item_line(struct page *p, const struct interests_page *q, size_t i)
{
	const struct interest_item *item = &q->items->item[i];
	int answer = q->of->answer[i], at = ANSWER_AT + (p->opts.screen ? 0 : KEY_CELLS);
	char command[24];

	snprintf(command, sizeof command, "answer %s", item->key);
	page_line(p);
	if (!p->opts.screen)
		page_addf(p, STYLE_LABEL, "%s ", item->key);
	if (answer > 0)
		page_addf(p, STYLE_VALUE, "%d %s", answer, interest_answer_says(answer));
	else
		page_add(p, STYLE_NOTE, p->opts.plain ? "not answered" : "-");
	if (p->opts.plain)
		page_add(p, STYLE_TEXT, ": ");
	page_to(p, at);
	page_join(p, at, STYLE_TEXT, item->text);
	if (p->opts.screen)
		page_anchor(p, ANCHOR_COMMAND, command);
	page_anchor(p, ANCHOR_TERM, "riasec");
}

void
interests_items(struct page *p, const struct interests_page *q)
{
	char heading[80];

	snprintf(heading, sizeof heading, "How would you like to ...   %zu of %d answered",
	    q->of->answered, INTEREST_ITEMS);
	page_blank(p);
	page_heading(p, heading, NULL);
	for (size_t i = 0; i < q->items->n; i++)
		item_line(p, q, i);
}

static void
say_question(struct page *p, const struct interest_item *it)
{
	page_wrapf(p, 0, STYLE_TEXT, "%s: how would you like it?", it->text);
}

void
page_interest_item(struct page *p, const struct interests_page *q, size_t item, bool low)
{
	const struct interest_items *items = q->items;
	const struct interests *of = q->of;
	const struct interest_item *it = &items->item[item];
	char command[32];

	if (!low) {
		say_question(p, it);
		page_blank(p);
	}
	for (int v = INTEREST_MOST; v >= 0; v--) {
		snprintf(command, sizeof command, "answer %s %d next", it->key, v);
		page_line(p);
		if (v > 0)
			page_addf(p, v == of->answer[item] ? STYLE_VALUE : STYLE_LINK, "%s%d %s",
			    v == of->answer[item] ? "* " : "  ", v, interest_answer_says(v));
		else if (of->answer[item] > 0)
			page_add(p, STYLE_LINK, "  no answer");
		else
			page_add(p, STYLE_LINK, "  later");
		if (v == 0 && of->answer[item] == 0)
			snprintf(command, sizeof command, "answer %s later", it->key);
		page_anchor(p, ANCHOR_COMMAND, command);
	}
	page_blank(p);
	if (low)
		say_question(p, it);
	page_wrapf(p, 0, STYLE_NOTE, "%zu of %d answered.", of->answered, INTEREST_ITEMS);
	page_close(p);
}
