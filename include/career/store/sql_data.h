/*
 * sql_data.h - the SQL files under schema/, embedded at build time (src/base/embed.awk).
 *
 * Each table ends in a row with NULLs. The text of a query is the SQL alone; that of a schema file is
 * the whole file. A string literal longer than 4095 bytes is beyond what C11 promises, yet every
 * compiler that builds the program takes it.
 */
#ifndef CAREER_STORE_SQL_DATA_H
#define CAREER_STORE_SQL_DATA_H

#include <stddef.h>

struct sql_text {
	const char *name; /* file name of a schema file; name of a query */
	const char *sql;
};

extern const struct sql_text sql_catalog[], sql_profile[], sql_query[];
extern const size_t sql_catalog_count, sql_profile_count, sql_query_count;

#endif
