/*
 * cell.h - pay in cells: figures that say the same of level, place, basis and employer stand together.
 *
 * A level's group (agree.h) lets figures share an answer that leave something unsaid; a cell does not.
 * What a source leaves unsaid is a value of its own: figures that all name no place share a cell, and none
 * of them stands in the cell of the country. Currency and what it is paid for (a year, an hour) part
 * cells too. Each cell is a group of agreement, so that its common range, gap and reasons are made by
 * the same rules.
 *
 * Beside its own lines a cell names those of other cells that may belong to it: they contradict it in
 * nothing, and say less. They are comparable only loosely: line.loosely tells in what, and no range of
 * the cell counts them but `wide`. An unsaid basis is never read as total pay, and an unsaid level
 * stands in for one by the rule of agree.h.
 */
#ifndef CAREER_MODEL_CELL_H
#define CAREER_MODEL_CELL_H

#include "career/model/agree.h"

struct pay_cell {
	struct agree_group g; /* its lines; g.place: "" also for the country, see `place` */
	const char *place;    /* as stated: "US", "Seattle"; "" not said */
	enum basis basis;
	const char *employer;     /* type as stated; "" not said */
	unsigned unsaid;          /* LOOSE_LEVEL, _PLACE, _BASIS, _EMPLOYER, _CURRENCY */
	struct agree_line *loose; /* lines that may belong here too */
	size_t nloose;
	struct agree_group wide; /* the lines with the loose ones; nlines 0 when there are none */
};

struct pay_cells {
	/* Level by level as agree_make has them; in a level the country first, then what names no place,
	 * then places; base pay before what is not said, total last; by employer, those without one last. */
	struct pay_cell *c;
	size_t n;
	size_t shared; /* cells with lines of two sources or more */
	size_t common; /* of these: with a common range */
	size_t lines;
};

/* Everything is in the arena; the figures are borrowed. Figures that make no line (cards, ranks, missing) are in
 * no cell, of the others each that passes in exactly one. `only`: as for agree_make_of. */
void pay_cells_make(struct pay_cells *out, const struct figures *figs,
    const struct pay_filter *only, struct arena *a);

#endif
