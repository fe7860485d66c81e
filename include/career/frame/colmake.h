/*
 * colmake.h - one column while its rows are read, then the finished arrays.
 *
 * Values are put row by row. Texts get codes by first appearance; lists are kept once per distinct
 * JSON text, since neighbouring rows repeat the same few. colmake_finish renumbers into collation
 * order and picks the width of the codes.
 */
#ifndef CAREER_FRAME_COLMAKE_H
#define CAREER_FRAME_COLMAKE_H

#include "career/frame/dictmake.h"
#include "career/frame/frame.h"

struct colmake {
	const struct col_spec *spec;
	struct dictmake dict;
	uint32_t *row; /* COL_CODE: code, COL_LIST: list, COL_NUM: the int32 as bits */
	size_t rows, cap;
	struct dictmake lists; /* COL_LIST: JSON texts */
	size_t *list_end;      /* per list: end of its codes in pool; list 0 has none */
	size_t list_cap;
	uint32_t *pool;
	size_t npool, pool_cap;
	struct buf tmp;
};

void colmake_init(struct colmake *m, const struct col_spec *spec);
void colmake_free(struct colmake *m);

/* The next row's value, by kind. "" is absent. colmake_json is false when the text is no JSON array of
 * texts. colmake_num takes a missing reason as FRAME_MISSING + reason. */
void colmake_text(struct colmake *m, const char *s);
bool colmake_json(struct colmake *m, const char *json);
void colmake_num(struct colmake *m, int32_t v);
/* The next row's value from a column of a statement, as a list's view gives it (frame.h). */
bool colmake_read(struct colmake *m, struct stmt *st, int at, struct err *e);

/* All rows of a column as the maker's. */
void colmake_copy(struct colmake *m, const struct column *c, uint32_t rows);

/* COL_LIST: renumbers the codes of every distinct list, sorted and each once: list i is pool[list_end[i -
 * 1]] .. pool[list_end[i] - 1]. Rows whose list has no items get list 0. Once, when all rows are in; returns how
 * many items the lists have together. */
uint64_t colmake_lists(struct colmake *m, const uint32_t *renumber);

/* Fills a zeroed column; the maker can only be freed after that. False when an offset would pass
 * 32 bits. */
bool colmake_finish(struct colmake *m, struct column *c, struct err *e);

#endif
