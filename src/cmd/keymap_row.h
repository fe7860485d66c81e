/* keymap_row.h - a row of a keymap's file on its way into a layer. */
#ifndef CAREER_CMD_KEYMAP_ROW_H
#define CAREER_CMD_KEYMAP_ROW_H

#include "career/cmd/keymap.h"
#include "mistakes.h"

struct reading {
	struct keymap *k;
	enum keymap_layer layer;
	struct mistakes m;
};

/* A key and what it runs; with a mistake nothing is added. */
void keymap_read_row(struct reading *r, unsigned where, const struct ynode *n);

#endif
