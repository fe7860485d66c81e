/*
 * make.h - one catalog from packs and sets, in a new file.
 *
 * Packs are read from their folders or copied from the old catalog; each set is copied from it, or its importer runs. All
 * in one transaction, then checked.
 */
#ifndef BUILD_MAKE_H
#define BUILD_MAKE_H

#include "career/build/import.h"
#include "career/import/pack.h"

enum make_how {
	MAKE_NOT,  /* not in the new catalog */
	MAKE_COPY, /* as the old one has it, if it does */
	MAKE_RUN,
};

struct make_set {
	enum make_how how;
	struct input *in; /* RUN; owned */
	size_t own;       /* RUN: members that the person named; behind them stand kept ones */
	bool kept;        /* RUN: from the kept files */
	char was
	    [128]; /* kept: its name and release in the catalog that cannot be copied; "" not known */
};

struct make {
	const char *fresh, *old;      /* old: NULL when nothing is copied */
	const struct pack_set *packs; /* NULL: copied */
	const struct importer *const *table;
	size_t ntable;
	struct make_set set[IMPORT_KINDS]; /* by position in the table */
	struct import_result *result;      /* of those that run; may be NULL when none does */
	struct buf *lines;                 /* of make_plan: what else is to be said */
	bool (*progress)(void *ctx, const struct import_progress *p);
	void *ctx;
	/* Told of each rejected row. */
	void (*reject)(void *ctx, const struct table *t, const char *reason);
	void *reject_ctx;
	bool copying;               /* set while the old catalog is read: that is where it failed */
	struct import_progress now; /* what is being done */
};

bool make_catalog(struct make *m, struct err *e);
/* For those who do a part of it. False: the person ends it. */
bool make_goes_on(struct make *m);
bool make_step(struct make *m, const char *what, struct err *e);
/* Sets `how` of those that are not to be run yet: copied when `old` is given; else, of a catalog of another schema at
 * `stale` (NULL: whatever is kept), from the kept files. What is lost is said in `lines`. To those that run without an old
 * catalog and do not bring all of their set, what is kept of the rest is added. */
void make_plan(struct make *m, const char *stale, struct buf *lines);
/* Whether a catalog that could not be copied is to blame itself. */
bool make_is_damaged(const char *path);
/* Whether it is the person's own catalog: made for the first time, it gets what is kept of sets; one elsewhere does not. */
bool make_is_own(const char *target);
/* Frees the inputs. */
void make_free(struct make *m);

/* meta(key) = value. */
bool make_put_meta(struct db *db, const char *key, const char *value, struct err *e);

#endif
