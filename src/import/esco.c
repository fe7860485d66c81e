/*
 * esco.c - ESCO, the classification of European Skills, Competences, Qualifications and Occupations:
 * csv of the classification (occupations, skills, ISCO groups) and of the relations (which
 * occupation needs which skill).
 *
 * Both zips may come in one import, or the relations behind the classification: they name its
 * concepts by their URIs. Columns: https://esco.ec.europa.eu/en/use-esco/download .
 */
#include "esco.h"

#include "career/import/importers.h"
#include "sets.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* In the order of reading. */
static const struct part {
	const char *prefix; /* of the file's name; what follows is "_en" or nothing */
	const char *table;
	bool (*run)(struct import_run *r, size_t member, struct err *e);
} parts[] = {
    {"ISCOGroups", "esco_group", esco_run_groups},
    {"occupations", "esco_occupation", esco_run_occupations},
    {"skills", "esco_skill", esco_run_skills},
    {"occupationSkillRelations", "esco_link", esco_run_links},
};
enum { PARTS = sizeof parts / sizeof *parts };

/* "occupations_en.csv", "occupationSkillRelations.csv" */
static bool
is_part(const struct input *in, size_t member, const struct part *p)
{
	const char *name = input_name(in, member);
	size_t len = strlen(p->prefix);

	if (strncasecmp(name, p->prefix, len) != 0)
		return false;
	name += len;
	if (name[0] == '_' && strcspn(name, ".") <= 3)
		name += strcspn(name, ".");
	return strcasecmp(name, ".csv") == 0;
}

static size_t
count_part(const struct input *in, const struct part *p)
{
	size_t n = 0;

	for (size_t i = 0; i < input_count(in); i++)
		n += is_part(in, i, p);
	return n;
}

/* Other sets may have files of such names: the columns tell. */
static size_t
sniff(struct input *in)
{
	static const char *const uris[] = {"conceptUri", "occupationUri", NULL};
	size_t n = 0;

	for (size_t i = 0; i < input_count(in); i++)
		for (int p = 0; p < PARTS; p++)
			n += is_part(in, i, &parts[p]) && set_has(in, i, NULL, uris, 1);
	return n;
}

static int
part_of(struct input *in, size_t member)
{
	for (int p = 0; p < PARTS; p++)
		if (is_part(in, member, &parts[p]))
			return p;
	return -1;
}

/* "ESCO dataset - v1.1.1 - classification - en - csv.zip": 1.1.1 */
static void
name_release(struct import_run *r, size_t member)
{
	const char *s = input_place(r->in, member);
	struct import_done *d = &r->done[r->part];

	while (d->release[0] == '\0' && (s = strstr(s, "v")) != NULL) {
		size_t n = strspn(++s, "0123456789.");

		while (n > 0 && s[n - 1] == '.')
			n--;
		if (n >= 3 && s[1] == '.')
			snprintf(d->release, sizeof d->release, "%.*s", (int)n, s);
	}
}

static bool
run_part(struct import_run *r, const struct part *p, struct err *e)
{
	size_t n = 0;

	for (size_t i = 0; i < input_count(r->in); i++) {
		if (!is_part(r->in, i, p))
			continue;
		if (n++ > 0)
			return err_set(e, ERR_DATA,
			    "%s is a second file of that name: import one release, in one language",
			    input_place(r->in, i));
		import_begin_part(r, (size_t)(p - parts));
		name_release(r, i);
		if (!p->run(r, i, e))
			return false;
	}
	return true;
}

static bool
run(struct import_run *r, struct err *e)
{
	size_t n = 0;

	for (int p = 0; p < PARTS; p++) {
		n += count_part(r->in, &parts[p]);
		if (!run_part(r, &parts[p], e))
			return false;
	}
	return n > 0
	    || err_set(e, ERR_DATA,
		"%s%s holds no file of ESCO: neither occupations_en.csv, skills_en.csv, "
		"ISCOGroups_en.csv nor occupationSkillRelations.csv",
		input_count(r->in) > 0 ? input_place(r->in, 0) : "the input",
		input_count(r->in) > 1 ? " and what stands beside it" : "");
}

/* Links refer to the numbers of both ends: with new concepts the old ones mean nothing. */
static const struct import_part files[] = {
    {.name = "ISCO groups",
	.rows = (const struct import_rows[]){{"esco_group", NULL}, {NULL, NULL}}},
    {.name = "occupations",
	.label = "occupations",
	.rows = (const struct import_rows[]){{"esco_occupation", NULL}, {NULL, NULL}}},
    {.name = "skills",
	.label = "skills",
	.rows = (const struct import_rows[]){{"esco_skill", NULL}, {NULL, NULL}}},
    {.name = "relations",
	.label = "relations",
	.rows = (const struct import_rows[]){{"esco_link", NULL}, {NULL, NULL}},
	.needs = 1u << 1 | 1u << 2},
    {.name = NULL},
};

static const char *const tables[] = {
    "esco_group", "esco_occupation", "esco_skill", "esco_link", NULL};

const struct importer importer_esco = {
    .kind = "esco",
    .label = "ESCO",
    .title = "ESCO classification",
    .publisher = "European Commission",
    .source_kind = "official",
    .url = "https://esco.ec.europa.eu/en/use-esco/download",
    .licence = "CC BY 4.0; Commission Decision 2011/833/EU",
    .attribution = "This service uses the ESCO classification of the European Commission.",
    .about = "European occupations and skills, and which occupation needs which skill",
    .tables = tables,
    .sniff = sniff,
    .run = run,
    .parts = files,
    .part_of = part_of,
};
