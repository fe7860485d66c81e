/*
 * yaml_tree.h - the tree of a YAML document while it is read.
 *
 * yaml.c turns libyaml's events into these calls; the rules of our subset (limits, duplicate keys,
 * plain keys, aliases to single values) are kept here. Everything lives in the document's arena but
 * the stack of open collections and the anchors.
 */
#ifndef CAREER_BASE_YAML_TREE_H
#define CAREER_BASE_YAML_TREE_H

#include "career/base/err.h"
#include "career/base/yaml.h"
#include "career/base/yaml_check.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yaml_tree {
	struct yaml_doc *doc;
	const struct yaml_limits *lim;
	struct err *e;
	struct yaml_frame *open; /* collections not closed yet, lim->depth of them */
	unsigned depth;
	size_t nodes;
	struct yaml_anchor *anchors;
	size_t n_anchors, cap_anchors;
};

void ytree_init(
    struct yaml_tree *t, struct yaml_doc *doc, const struct yaml_limits *lim, struct err *e);
void ytree_free(struct yaml_tree *t); /* the document stays */

/* A scalar in its place, as a value or as a key. `n` has text, len and quoted; text is the arena's. */
bool ytree_scalar(
    struct yaml_tree *t, const struct ynode *n, const char *anchor, struct yaml_place at);
bool ytree_alias(struct yaml_tree *t, const char *anchor, struct yaml_place at);
/* A list or map starts; it takes what comes until ytree_close, which looks for duplicate keys. */
bool ytree_open(
    struct yaml_tree *t, enum ynode_kind kind, const char *anchor, struct yaml_place at);
bool ytree_close(struct yaml_tree *t);

#endif
