/*
 * pack.h - data packs: folders of YAML in the format of man/career-pack.5.
 *
 * Reading is three steps over one `struct pack_set`, which owns the YAML documents and all rows:
 *   1. form: every file is read (base/yaml limits) and walked by the section table
 *      (pack_sections): unknown keys name the nearest known one, values are typed;
 *   2. meaning: references are resolved over all packs of the set, keys are unique, rules across
 *      fields hold, entries of one slug in two packs merge: lists are put together, of other values
 *      the first one given stands; a differing title or kind is an error;
 *   3. store: rows go into an empty catalog, ids as assigned in step 2.
 * Errors of form end one file; errors of meaning are collected, all of them: "file:line:column: what,
 * and what was expected". While a file could not be read, references that lead nowhere are not
 * reported: they may lead into it.
 */
#ifndef CAREER_IMPORT_PACK_H
#define CAREER_IMPORT_PACK_H

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/base/mem.h"
#include "career/base/yaml.h"
#include "career/store/db.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pack_type {
	PACK_TEXT, /* non-empty text */
	PACK_SLUG, /* [a-z0-9-]+ */
	PACK_KEY,  /* slugs joined by '/' */
	PACK_ENUM, /* one of `values` */
	PACK_INT,
	PACK_NUM,
	PACK_SPAN,  /* a..b: columns NAME_lo, NAME_hi */
	PACK_YEAR,  /* date words: columns NAME, NAME_year */
	PACK_BOOL,  /* yes/no, true/false */
	PACK_LIST,  /* list of text: JSON array */
	PACK_UNIT,  /* ISO 4217 code or one of `values` */
	PACK_CODE2, /* two capital letters */
	PACK_URL,   /* http:// or https:// */
	PACK_REF,   /* key of an entry in section `target`: column NAME_id (or `column`) */
	PACK_ABOUT, /* TYPE:KEY: columns about_kind, about_key, about_id */
	PACK_CHILD, /* list of maps of section `target` */
};

enum {
	PACK_REQUIRED = 1, /* lists: not empty either */
	PACK_WORDS8 = 2,   /* at most eight words */
	PACK_NOT_NEGATIVE = 4,
};

enum pack_section_id {
	SEC_PACK,
	SEC_SOURCES,
	SEC_SOURCE_LEVELS,
	SEC_ROLES,
	SEC_NEAREST,
	SEC_MENTIONS,
	SEC_CONTRASTS,
	SEC_FIGURES,
	SEC_CARDS,
	SEC_SKILLS,
	SEC_ROLE_SKILLS,
	SEC_DAY_SHARES,
	SEC_DAY_PARTS,
	SEC_REQUIREMENTS,
	SEC_TRANSITIONS,
	SEC_LADDERS,
	SEC_LADDER_STEPS,
	SEC_ROUTES,
	SEC_INDUSTRIES,
	SEC_FACTORS,
	SEC_PREDICTIONS,
	SEC_CLAIMS,
	SEC_GUIDE,
	SEC_LISTINGS,
	SEC_SCHOOLS,
	SEC_PROGRAMS,
	SEC_PROGRAM_FACTS,
	SEC_RELEVANCE,
	SEC_TERMS,
	SEC_COUNT,
};

struct pack_field {
	const char *name;
	enum pack_type type;
	unsigned flags;
	const char *const *values;   /* ENUM, UNIT: NULL-terminated */
	enum pack_section_id target; /* REF, CHILD */
	const char *column;          /* when it differs from the rule above */
	const char *help;            /* for man/career-pack.5 */
};

struct pack_row;
struct pack_set;

struct pack_section {
	const char *name; /* key in the YAML; "sources: levels" for a child */
	const char *table;
	enum pack_section_id parent; /* SEC_COUNT: a top-level section */
	const struct pack_field *fields;
	size_t nfields;
	int key;      /* field that holds the key, -1: entries have none */
	int key_from; /* field whose text makes the key (kebab) when absent, -1: required */
	bool merge;   /* the same key in two packs is one entry */
	void (*check)(
	    struct pack_set *set, struct pack_row *row); /* rules across fields, or NULL */
	const char *help;
};

extern const struct pack_section pack_sections[SEC_COUNT];

struct pack_value {
	const struct ynode *node; /* NULL: absent */
	const char *text;         /* scalar, or JSON for lists */
	double num, hi;           /* NUM, INT, BOOL, SPAN low and high, YEAR's year */
	bool has_num, has_hi;
	int64_t ref;      /* REF, ABOUT: id of the target, 0 when it has none */
	const char *kind; /* ABOUT: TYPE; text is KEY */
};

struct pack_row {
	enum pack_section_id section;
	size_t pack; /* index in set->packs */
	const char *file;
	const struct ynode *node;
	const char *key; /* full key ("ml/aigraduate-ml" for sources), NULL when none */
	int64_t id;      /* catalog row id, 1-based */
	struct pack_row *parent;
	struct pack_row *same; /* the earlier row of the same key that this one merges into */
	struct pack_value *v;  /* nfields */
};

struct pack_set {
	struct arena arena;
	struct yaml_doc *docs;
	size_t ndocs, docs_cap;
	const char **packs; /* names, in the order given */
	size_t npacks;
	struct pack_rows {
		struct pack_row **row;
		size_t n, cap;
	} rows[SEC_COUNT];
	struct pack_index *index; /* key -> row, per section */
	struct buf errors;        /* one line each */
	size_t nerrors;
	bool unread; /* a file was left at an error of form */
};

/* Reads and checks packs (folders) and the glossary, a file of terms (may be NULL). False when any
 * error was found: set->errors holds the lines, *e a one-line summary. Free in both cases. */
bool pack_read(
    struct pack_set *set, const char *const *dirs, size_t n, const char *extra, struct err *e);
void pack_free(struct pack_set *set);

/* One error of meaning at a node of a row's file; at most 200 are kept, the rest counted. */
void pack_error(struct pack_set *set, const struct pack_row *row, const struct ynode *at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* The (first) row with this key, or NULL. A source's key without '/' is one of `pack`. */
struct pack_row *pack_find(
    const struct pack_set *set, enum pack_section_id sec, const char *pack, const char *key);

/* Inserts everything into a catalog made by catalog_create, within the caller's transaction. */
bool pack_store(const struct pack_set *set, struct db *db, struct err *e);

/* FNV-1a over keys and values of all files in order: what the catalog was made from. */
uint64_t pack_hash(const struct pack_set *set);

#endif
