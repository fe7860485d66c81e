/*
 * columns_more.c - the columns of skills, guide and data.
 */
#include "columns.h"

#include "career/model/gap.h"

#include <string.h>

static void
put(const struct pane *p, const char *field, uint32_t row, struct buf *out)
{
	const char *text = cell_text(p, field, row);

	buf_adds(out, *text != '\0' ? text : "-");
}

static void
put_count(const struct pane *p, const char *field, uint32_t row, struct buf *out)
{
	double n;

	if (cell_number(p, field, row, &n) && n > 0)
		buf_addf(out, "%.0f", n);
	else
		buf_adds(out, "-");
}

#define TEXT_CELL(function, field)                                                                 \
	static void function(const struct pane *p, uint32_t row, struct buf *out)                  \
	{                                                                                          \
		put(p, field, row, out);                                                           \
	}
#define COUNT_CELL(function, field)                                                                \
	static void function(const struct pane *p, uint32_t row, struct buf *out)                  \
	{                                                                                          \
		put_count(p, field, row, out);                                                     \
	}

/* Disputed skills are marked; behind the name stands what the person says of it. */
static void
skill_name(const struct pane *p, uint32_t row, struct buf *out)
{
	if (strcmp(cell_text(p, "conflict", row), "yes") == 0)
		buf_adds(out, "! ");
	put(p, "name", row, out);
	if (p->mine != NULL && p->mine[row] != HAVE_NOT)
		buf_addf(out, " (%s)", having_word((enum having)p->mine[row]));
}

TEXT_CELL(skill_category, "category")
COUNT_CELL(skill_must, "must")
COUNT_CELL(skill_important, "important")
COUNT_CELL(skill_nice, "nice")
COUNT_CELL(skill_skip, "skip")
TEXT_CELL(guide_heading, "heading")
TEXT_CELL(guide_topic, "topic")
TEXT_CELL(guide_kind, "kind")
COUNT_CELL(guide_year, "year")
TEXT_CELL(guide_source, "source")
TEXT_CELL(source_on, "on")
TEXT_CELL(source_period, "period")
TEXT_CELL(source_licence, "licence")
TEXT_CELL(source_publisher, "publisher")
TEXT_CELL(source_kind, "kind")
TEXT_CELL(source_published, "published")
COUNT_CELL(source_figures, "figures")

/* What is switched off is seen in the first column, which is always in sight. */
static void
source_title(const struct pane *p, uint32_t row, struct buf *out)
{
	if (strcmp(cell_text(p, "on", row), "OFF") == 0)
		buf_adds(out, "OFF ");
	put(p, "title", row, out);
}

const struct column_def skill_columns[SKILL_COLUMNS] = {
    {"Skill", "name", 0, 1, false, 0, skill_name, "", NULL},
    {"Category", "category", 16, 0, false, 72, skill_category, "", NULL},
    {"Must", "must", 5, 0, true, 0, skill_must, "", NULL},
    {"Important", "important", 9, 0, true, 46, skill_important, "", NULL},
    {"Nice", "nice", 5, 0, true, 0, skill_nice, "", NULL},
    {"Skip", "skip", 5, 0, true, 0, skill_skip, "", NULL},
};

const struct column_def guide_columns[GUIDE_COLUMNS] = {
    {"To read", "heading", 0, 1, false, 0, guide_heading, "", NULL},
    {"Kind", "kind", 10, 0, false, 40, guide_kind, "", NULL},
    {"Topic", "topic", 14, 0, false, 72, guide_topic, "", NULL},
    {"By when", "year", 7, 0, true, 58, guide_year, "", NULL},
    {"Source", "source", 16, 0, false, 90, guide_source, "", NULL},
};

const struct column_def source_columns[SOURCE_COLUMNS] = {
    {"Source", "title", 0, 1, false, 0, source_title, "", NULL},
    {"On", "on", 3, 0, false, 46, source_on, "", NULL},
    {"Publisher", "publisher", 18, 0, false, 72, source_publisher, "", NULL},
    {"Kind", "kind", 10, 0, false, 40, source_kind, "", NULL},
    {"Published", "published", 10, 0, false, 58, source_published, "", NULL},
    {"Period", "period", 16, 0, false, 100, source_period, "", NULL},
    {"Licence", "licence", 16, 0, false, 118, source_licence, "", NULL},
    {"Figures", "figures", 8, 0, true, 0, source_figures, "", NULL},
};
