/*
 * coltext.c - the arrangement of columns as text: what `columns` takes, and what the profile keeps.
 *
 *   text = [item] { ("," | "|") item };  item = ["+" | "-"] field [":" cells] ["?"]
 *
 * '|' stands behind the last frozen column.
 */
#include "career/base/text.h"
#include "career/cmd/colview.h"
#include "columns.h"

#include <string.h>

static void
add_item(const struct colview *v, const struct colview_item *it, struct buf *out)
{
	if (it->state == COLUMN_HIDDEN)
		buf_addc(out, '-');
	buf_adds(out, colview_def(v, it->column)->field);
	if (it->width > 0)
		buf_addf(out, ":%d", it->width);
	if (it->state == COLUMN_ROOM)
		buf_addc(out, '?');
}

/* Behind the last shown one only those are named that have a width of their own. */
void
colview_text(const struct colview *v, struct buf *out)
{
	size_t end = colview_end(v), shown = 0;
	const char *gap = "";

	if (colview_is_default(v))
		return;
	for (size_t i = 0; i < v->ncolumns; i++) {
		if (i >= end && v->item[i].width == 0)
			continue;
		buf_adds(out, gap);
		add_item(v, &v->item[i], out);
		shown += v->item[i].state != COLUMN_HIDDEN;
		gap = v->frozen > 1 && v->item[i].state != COLUMN_HIDDEN && shown == v->frozen
		    ? "|"
		    : ",";
	}
	if (strcmp(gap, "|") == 0)
		buf_addc(out, '|');
}

/* One item of a text on its way. */
struct word {
	char name[48]; /* cut when longer: no field is called so */
	char sign;     /* '+', '-' or 0 */
	int cells;     /* 0: not said; -1: wrong */
	bool room;
	char end; /* what stands behind it: ',', '|' or 0 */
};

static int
read_cells(const char *s, size_t len)
{
	int n = 0;

	for (size_t i = 0; i < len && n <= COLVIEW_WIDEST; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		n = n * 10 + (s[i] - '0');
	}
	return n >= COLVIEW_NARROWEST && n <= COLVIEW_WIDEST ? n : -1;
}

/* The item at *at, which moves behind its end. */
static void
read_word(const char **at, struct word *w)
{
	const char *s = *at + strspn(*at, " ");
	size_t all = strcspn(s, ",|"), len = all, name;

	*w = (struct word){.end = s[all]};
	*at = s + all + (s[all] != '\0');
	while (len > 0 && s[len - 1] == ' ')
		len--;
	if (len > 0 && (*s == '+' || *s == '-')) {
		w->sign = *s++;
		len--;
	}
	if (len > 0 && s[len - 1] == '?') {
		w->room = true;
		len--;
	}
	for (name = 0; name < len && s[name] != ':';)
		name++;
	if (name < len)
		w->cells = read_cells(s + name + 1, len - name - 1);
	name = name < sizeof w->name ? name : sizeof w->name - 1;
	memcpy(w->name, s, name);
	w->name[name] = '\0';
}

/* A text that is read into a copy. */
struct parse {
	struct colview v;
	bool lenient, relative;
	bool seen[COLVIEW_MAX];
	size_t placed; /* items of an absolute text that stand in order */
	size_t shown, frozen;
	struct err *e;
};

static bool
unknown(const struct parse *p, const char *name)
{
	const char *names[COLVIEW_MAX], *near;

	if (p->lenient)
		return true;
	for (size_t i = 0; i < p->v.ncolumns; i++)
		names[i] = colview_def(&p->v, i)->field;
	near = text_nearest(name, names, p->v.ncolumns);
	return near != NULL ? err_set(p->e, ERR_USAGE, "%s have no column '%s'; nearest: %s",
		   p->v.list->name, name, near)
			    : err_set(p->e, ERR_USAGE, "%s have no column '%s'; C shows them all",
				p->v.list->name, name);
}

static bool
take_absolute(struct parse *p, size_t column, const struct word *w)
{
	struct colview_item *it = colview_item(&p->v, column), taken = *it;
	size_t at = (size_t)(it - p->v.item);

	taken.state = w->sign == '-'                          ? COLUMN_HIDDEN
	    : w->room && colview_def(&p->v, column)->from > 0 ? COLUMN_ROOM
							      : COLUMN_SHOWN;
	taken.width = w->cells;
	memmove(&p->v.item[p->placed + 1], &p->v.item[p->placed], (at - p->placed) * sizeof taken);
	p->v.item[p->placed++] = taken;
	p->shown += taken.state != COLUMN_HIDDEN;
	return true;
}

static bool
take_relative(struct parse *p, size_t column, const struct word *w)
{
	if (w->cells > 0)
		colview_resize(&p->v, column, w->cells);
	return colview_show(&p->v, column, w->sign == '+')
	    || err_set(p->e, ERR_USAGE, "at least one column is to be shown");
}

static bool
take_word(struct parse *p, struct word *w)
{
	int column = colview_find(&p->v, w->name);

	if (column < 0)
		return unknown(p, w->name);
	if (p->seen[column])
		return p->lenient || err_set(p->e, ERR_USAGE, "'%s' is named twice", w->name);
	if (w->cells < 0) {
		if (!p->lenient)
			return err_set(p->e, ERR_USAGE, "'%s' wants %d to %d cells, as in %s:12",
			    w->name, COLVIEW_NARROWEST, COLVIEW_WIDEST, w->name);
		w->cells = 0;
	}
	p->seen[column] = true;
	return p->relative ? take_relative(p, (size_t)column, w)
			   : take_absolute(p, (size_t)column, w);
}

static bool
take_text(struct parse *p, const char *text)
{
	struct word w;

	while (*text != '\0') {
		read_word(&text, &w);
		if ((w.name[0] != '\0' || w.sign != '\0') && !take_word(p, &w))
			return false;
		if (w.end != '|')
			continue;
		if (p->frozen > 0 && !p->lenient)
			return err_set(
			    p->e, ERR_USAGE, "one '|' only: behind the last frozen column");
		p->frozen = p->frozen > 0 ? p->frozen : p->shown;
	}
	return true;
}

/* Whether each item has a sign. */
static bool
is_relative(const char *text)
{
	struct word w;
	size_t n = 0;

	while (*text != '\0') {
		read_word(&text, &w);
		if (w.sign == '\0' || w.end == '|')
			return false;
		n++;
	}
	return n > 0;
}

bool
colview_parse(struct colview *v, const char *text, bool lenient, struct err *e)
{
	struct parse p = {.v = *v, .lenient = lenient, .e = e};

	p.relative = !lenient && is_relative(text);
	if (!p.relative) {
		colview_reset(&p.v);
		for (size_t i = 0; text[strspn(text, " ")] != '\0' && i < p.v.ncolumns; i++)
			p.v.item[i].state = COLUMN_HIDDEN;
	}
	if (!take_text(&p, text))
		return false;
	if (!p.relative && text[strspn(text, " ")] != '\0' && p.shown == 0) {
		if (!lenient)
			return err_set(e, ERR_USAGE, "at least one column is to be shown");
		colview_reset(&p.v);
	}
	if (!p.relative)
		p.v.frozen = p.frozen;
	colview_tidy(&p.v);
	*v = p.v;
	return true;
}
