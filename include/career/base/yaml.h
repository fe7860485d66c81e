/*
 * yaml.h - YAML files as a checked tree with positions.
 *
 * The only user of libyaml (event API). libyaml 0.2.5 has no limits of its own, and some inputs take
 * it quadratic time: the raw bytes are looked at first (yaml_check.h), then every event is counted
 * against bytes, nodes and depth of `struct yaml_limits`; nesting is refused as soon as the event
 * says so, which leaves libyaml no more than its 1024 characters of look-ahead deeper. Anchors and
 * aliases: at most 256 anchors; an alias to a scalar is followed, an alias to a collection, a
 * duplicate key, a second document, a tag other than the core ones, a mapping key that is not a
 * scalar are errors. The first error ends the reading: "file:line:column: what, and what was
 * expected". Lines and columns count from 1, columns in code points.
 *
 * The document owns every node and string. Scalars are valid UTF-8 (libyaml checks) but may hold
 * control characters: they are data.
 */
#ifndef CAREER_BASE_YAML_H
#define CAREER_BASE_YAML_H

#include "career/base/err.h"
#include "career/base/mem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum ynode_kind { Y_SCALAR, Y_LIST, Y_MAP };

struct ynode {
	enum ynode_kind kind;
	uint32_t line, column; /* 1-based */
	uint32_t key_line, key_column;
	uint32_t count;      /* children */
	uint32_t len;        /* of text, which may hold NULs */
	bool quoted;         /* scalar was quoted, a block scalar or tagged as a string: never null,
	                            * bool or number by look */
	const char *text;    /* scalar: value; inside a map entry see `key` */
	const char *key;     /* the node is the value of this key in its map, else NULL */
	struct ynode *child; /* first of a list or map, in file order */
	struct ynode *next;  /* next in the parent */
};

struct yaml_limits {
	size_t bytes; /* of the file */
	size_t nodes;
	unsigned depth;
};
extern const struct yaml_limits yaml_limits_pack;   /* 4 MiB, 200,000 nodes, 64 levels */
extern const struct yaml_limits yaml_limits_config; /* 256 KiB, 10,000 nodes, 16 levels */

struct yaml_doc {
	struct arena arena;
	const char *name;   /* as shown in messages; owned */
	struct ynode *root; /* NULL for an empty file */
};

/* Reads a file. The doc must be freed in both cases. */
bool yaml_read_file(
    struct yaml_doc *doc, const char *path, const struct yaml_limits *lim, struct err *e);
bool yaml_read_bytes(struct yaml_doc *doc, const char *name, const char *bytes, size_t len,
    const struct yaml_limits *lim, struct err *e);
/* Not yaml_free: libyaml exports that name and would call ours. */
void yaml_doc_free(struct yaml_doc *doc);

struct ynode *ynode_get(
    const struct ynode *map, const char *key); /* NULL when absent or not a map */
bool ynode_is_null(const struct ynode *n);     /* plain scalar "", "~" or "null" */

#endif
