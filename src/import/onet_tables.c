/* onet_tables.c - what each table of the O*NET database brings (importer.h: parts), as onet_parts reads them. */
#include "onet.h"

/* Of occupations that the newer Occupation Data does not know nothing stays. */
#define KNOWN "code IN (SELECT code FROM main.onet_occupation)"
#define RATED(kind)                                                                                \
	{"onet_rating",                                                                            \
	    KNOWN " AND element IN (SELECT element FROM old.onet_element WHERE kind = '" kind      \
		  "')"},                                                                           \
	{                                                                                          \
		"onet_element", "kind = '" kind "'"                                                \
	}
#define ROWS(...) ((const struct import_rows[]){__VA_ARGS__, {NULL, NULL}})
/* A column of another part's rows. */
#define BESIDE(column)                                                                             \
	.clear = "UPDATE onet_occupation SET " column " = NULL",                                   \
	.restore = "UPDATE onet_occupation SET " column " = (SELECT o." column                     \
		   " FROM old.onet_occupation o"                                                   \
		   " WHERE o.code = onet_occupation.code)"

const struct import_part onet_import_parts[] = {
    {.name = "Occupation Data.txt", .rows = ROWS({"onet_occupation", NULL})},
    {.name = "Alternate Titles.txt",
	.label = "Alternate Titles",
	.rows = ROWS({"onet_title", KNOWN})},
    {.name = "Task Statements.txt", .label = "Tasks", .rows = ROWS({"onet_task", KNOWN})},
    {.name = "Technology Skills.txt",
	.label = "Technology",
	.rows = ROWS({"onet_technology", KNOWN}, {"onet_commodity", NULL})},
    {.name = "Skills.txt", .label = "Skills", .rows = ROWS(RATED("skill"))},
    {.name = "Knowledge.txt", .label = "Knowledge", .rows = ROWS(RATED("knowledge"))},
    {.name = "Related Occupations.txt",
	.label = "Related Occupations",
	.rows =
	    ROWS({"onet_related", KNOWN " AND other IN (SELECT code FROM main.onet_occupation)"})},
    {.name = "Interests.txt",
	.label = "Interests",
	.rows = ROWS({"onet_interest", KNOWN}),
	BESIDE("riasec")},
    {.name = "Education, Training, and Experience Categories.txt",
	.label = "categories",
	.rows = (const struct import_rows[]){{NULL, NULL}}},
    {.name = "Education, Training, and Experience.txt",
	.label = "Education",
	.rows = ROWS({"onet_education", KNOWN})},
    {.name = "Job Zones.txt",
	.label = "Job Zones",
	.rows = (const struct import_rows[]){{NULL, NULL}},
	BESIDE("job_zone")},
    {.name = "Job Zone Reference.txt", .label = "zones", .rows = ROWS({"onet_zone", NULL})},
    {.name = NULL},
};
