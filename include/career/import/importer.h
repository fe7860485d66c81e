/*
 * importer.h - one publisher's data set: how its files are known, and how their rows come into a catalog.
 *
 * An importer is one file with one `const struct importer`; build/importers.c lists them. It reads members
 * of an input (input.h, table.h) and writes into the bulk tables of schema/catalog/005_national.sql, within a
 * transaction of a new catalog file that build/import.c has made: it neither begins nor commits, and knows
 * nothing of what other sets hold. Columns are found by name; a release that lacks an optional column imports without it
 * and says so; without a required one nothing is imported.
 *
 * A row that cannot be used is rejected with its place and one of the importer's reasons, and reading goes on; what
 * is damaged as a whole (cut off, another kind of file) is an error and ends the import: the transaction is
 * undone. The counts of one run satisfy read = kept + rejected.
 */
#ifndef CAREER_IMPORT_IMPORTER_H
#define CAREER_IMPORT_IMPORTER_H

#include "career/base/mem.h"
#include "career/import/table.h"
#include "career/store/db.h"

enum { IMPORT_REASONS = 16, IMPORT_PARTS = 16 };

/* Why a value is absent; stored beside it (NAME_why). The first is no reason: a value stands there. */
enum why {
	WHY_STATED,
	WHY_NOT_STATED,
	WHY_SUPPRESSED, /* for privacy */
	WHY_NOT_REPORTED,
	WHY_NOT_APPLICABLE,
	WHY_TOP_CODED, /* the value is the floor: "at least" */
	WHY_IMPRECISE, /* the value stands there; its publisher advises against it: too few answers */
};

/* What one run has done; for the end's summary and the tests. */
struct import_report {
	uint64_t read, kept, rejected;
	struct {
		const char *reason; /* static text: "no code", "not a number: wage" */
		uint64_t n;
	} reasons[IMPORT_REASONS];
	size_t nreasons;
	struct table_repairs repairs;
	uint64_t codes_repaired; /* lost leading zeros put back */
	struct buf absent;       /* names of columns that this release lacks, one a line */
};

/*
 * A set that is published as several files may be imported one after the other: a part is what one of them
 * brings. Parts that the input lacks stay as the old catalog has them. Those in front of the first part that is
 * read are in the new catalog already when the importer runs.
 */
struct import_rows {
	const char *table,
	    *where; /* where: SQL, NULL when all rows are this part's; main and old may be named */
};
struct import_part {
	const char *name; /* "Skills.txt"; a release that lacks it says so in these words */
	const char *
	    label; /* stands in front of its release where that is not the first part's; may be NULL */
	const struct import_rows *rows; /* ended by one without a table */
	/* What it writes into another part's rows: SQL that takes it away before it comes anew, and that puts it back where it
	 * stays. NULL: nothing. */
	const char *clear, *restore;
	unsigned
	    needs; /* parts (bits) to whose row ids it refers: where one of them comes anew, it cannot stay */
};

/* What a run has done of one part. */
struct import_done {
	bool begun;
	char release[64], period[64]; /* "": as the run's */
	uint64_t read, kept, rejected, repairs;
	const char *absent; /* names, one a line; in the run's arena */
};

struct import_run {
	struct db *db;
	struct input *in;
	int64_t source; /* row of the set's source, there already */
	struct import_report report;
	char release[64]; /* "29.0", "May 2024": set by the importer; shown by `career sources` */
	char period[128]; /* what the data describe: "2014-15 and 2015-16" */
	size_t part;      /* the one that is read: import_begin_part */
	struct import_done done[IMPORT_PARTS];
	struct import_done before; /* the run's counts when the part began */
	size_t absent_before;
	struct arena arena;
	/* Told now and then: member, bytes read of it, its size. May be NULL. False ends the run (interrupted). */
	bool (*progress)(void *ctx, const char *member, uint64_t at, uint64_t size);
	/* Told of each rejected row: place, line, reason, and the row's fields. May be NULL. */
	void (*reject)(void *ctx, const struct table *t, const char *reason);
	void *ctx;
};

struct importer {
	const char *kind; /* "oews": name on the command line and key of its source */
	const char *
	    label; /* "OEWS": with the release what charts call its source, at most 18 cells; NULL: the kind */
	const char *title, *publisher;
	const char *source_kind; /* official, survey, postings, editorial */
	const char *url, *licence;
	const char *attribution; /* what the licence demands to be shown, or NULL */
	const char *about;       /* one line for --help and man */
	const char *const
	    *tables; /* whose rows of this source a new import replaces; NULL-terminated */
	/* How many of the members are this set's, by names and headers; 0: another set. Reads little. */
	size_t (*sniff)(struct input *in);
	bool (*run)(struct import_run *r, struct err *e);
	/* The parts in which it may come, in their order, ended by one without a name; new ones are added at the end.
	 * NULL: every import brings all. */
	const struct import_part *parts;
	/* Which part a member is, -1 none. May read its header. */
	int (*part_of)(struct input *in, size_t member);
};

/* --- for importers --------------------------------------------------------------------------- */

/* A column of a file: the names releases gave it (NULL-terminated, newest first), where it is found, and whether it must be there. */
struct import_column {
	const char *const *names;
	bool required;
	int at; /* filled by import_columns, -1 absent */
};
/* Finds them; a missing required column is ERR_DATA that names file, column and what was found instead; absent optional ones are
 * noted in the report. */
bool import_columns(
    struct import_run *r, const struct table *t, struct import_column *c, size_t n, struct err *e);

/* Steps: 1 a row (counted as read, progress told), 0 end (repairs added to the report), -1 error. Rows of another length than the header are
 * rejected here. */
int import_next(struct import_run *r, struct table *t, struct err *e);
/* What is counted from here on is of this part. */
void import_begin_part(struct import_run *r, size_t part);
/* The files lack one: said of the run, not of another part. */
void import_lacks_part(struct import_run *r, const char *name);
/* After the importer has run: ends the counts, and gives each part its release and period, and the run those of all its
 * parts. */
void import_end(struct import_run *r, const struct importer *imp);
/* Adds a part's release to those of the parts in front of it: "29.0", then ", Skills 29.3", nothing when it is the first's;
 * without a label "; institutions". `first`: that of the first part that has one, "" so far. */
void import_join(struct buf *out, const char *first, const char *label, const char *release);
/* Adds a part's period likewise; of two that were "collected 2014-06 to 2024-08" one is made. */
void import_join_period(struct buf *out, const char *period);
void import_kept(struct import_run *r);
void import_reject(struct import_run *r, const struct table *t, const char *reason);

/* "1,234.5", "1.5418738E8", " 12 ": false when it is no number. Locale never matters. */
bool import_number(const char *s, double *out);
/* A code of fixed digits whose leading zeros a spreadsheet may have eaten: "1002" -> "001002" for 6. False when it has other
 * characters or more digits. Counts repairs. */
bool import_code(struct import_run *r, const char *s, size_t digits, char *out, size_t size);
/* "15-2051", "15-2051.00" and "152051": soc7 gets "15-2051". False otherwise. */
bool import_soc(const char *s, char out[8]);
/* "30.7001", "30.70", "3070", "=\"01.0000\"" (the reader has taken the formula off): six digits as a number,
 * 307001, or four, 3070: `digits` says which the column has. Zeros that a spreadsheet has eaten ("1.01", "103") are put
 * back and counted; false for other characters or more digits. */
bool import_cip(struct import_run *r, const char *s, size_t digits, int64_t *out);

/* One `series` row: what a column of a bulk table states. */
struct import_series {
	const char *relation, *name, *measure, *statistic, *unit, *per, *basis, *period, *place,
	    *audience, *locator, *words;
	double horizon_lo, horizon_hi; /* NAN: none */
};
bool import_put_series(struct import_run *r, const struct import_series *s, struct err *e);

#endif
