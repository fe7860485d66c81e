/*
 * session_check.c - whether bytes are changes as SQLite writes them, to their end.
 *
 * SQLite trusts what it reads here: bytes that a disk or a hand has damaged may keep it busy for ever. Layout (its
 * ext/session/sqlite3session.c): 'T', varint columns, a byte for each (0: not in the key), name, NUL; then its rows: a byte that
 * says what was done (below), a byte of no matter here, the old values but for a new row, the new ones but for one that
 * is gone. A value: a byte for its type, then 8 bytes (number), or varint length and bytes (text, blob), or nothing.
 */
#include "session.h"

#include <string.h>

enum { ADDED = 18, CHANGED = 23, GONE = 9 };
enum { UNSAID, INTEGER, REAL, TEXT, BLOB, NOTHING };
enum { COLUMNS = 64 };

struct look {
	const unsigned char *at, *end;
	size_t ncols;
	const unsigned char *in_key;
};

/* Up to 28 bits: nothing that is kept is larger. */
static bool
take_count(struct look *l, size_t *n)
{
	*n = 0;
	for (int i = 0; i < 4 && l->at < l->end; i++) {
		*n = *n << 7 | (*l->at & 0x7f);
		if ((*l->at++ & 0x80) == 0)
			return true;
	}
	return false;
}

static bool
skip(struct look *l, size_t n)
{
	if ((size_t)(l->end - l->at) < n)
		return false;
	l->at += n;
	return true;
}

static bool
has_keys(const struct look *l, size_t nkeys)
{
	for (size_t i = 0; i < l->ncols; i++)
		if ((l->in_key[i] != 0) != (i < nkeys))
			return false;
	return nkeys < l->ncols;
}

static bool
take_table(struct look *l, const struct session_table *tables)
{
	const char *name;

	if (!take_count(l, &l->ncols) || l->ncols == 0 || l->ncols > COLUMNS)
		return false;
	l->in_key = l->at;
	if (!skip(l, l->ncols) || !memchr(l->at, '\0', (size_t)(l->end - l->at)))
		return false;
	name = (const char *)l->at;
	l->at += strlen(name) + 1;
	for (; tables->name; tables++)
		if (strcmp(tables->name, name) == 0)
			return has_keys(l, tables->nkeys);
	return false;
}

/* What is unsaid: in a changed row what is as it was, but for its old key. */
static bool
take_value(struct look *l, bool may_be_unsaid)
{
	size_t n;

	if (l->at == l->end)
		return false;
	switch (*l->at++) {
	case UNSAID:
		return may_be_unsaid;
	case INTEGER:
	case REAL:
		return skip(l, 8);
	case TEXT:
	case BLOB:
		return take_count(l, &n) && skip(l, n);
	case NOTHING:
		return true;
	default:
		return false;
	}
}

static bool
take_values(struct look *l, bool changed, bool old)
{
	for (size_t i = 0; i < l->ncols; i++)
		if (!take_value(l, changed && !(old && l->in_key[i] != 0)))
			return false;
	return true;
}

static bool
take_row(struct look *l)
{
	int what = *l->at++;

	if ((what != ADDED && what != CHANGED && what != GONE) || !skip(l, 1))
		return false;
	return (what == ADDED || take_values(l, what == CHANGED, true))
	    && (what == GONE || take_values(l, what == CHANGED, false));
}

bool
changes_whole(const struct buf *changes, const struct session_table *tables)
{
	const unsigned char *bytes = (const unsigned char *)changes->data;
	struct look l = {bytes, bytes + changes->len, 0, NULL};

	if (changes->len == 0)
		return false;
	while (l.at < l.end) {
		if (*l.at == 'T') {
			l.at++;
			if (!take_table(&l, tables))
				return false;
		} else if (l.ncols == 0 || !take_row(&l)) {
			return false;
		}
	}
	return true;
}
