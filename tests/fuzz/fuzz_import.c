/*
 * The importers over one file each: the first byte chooses which, the rest is the file. A set of workbooks gets its rows as
 * lines of cells between '|'. Whatever stands in it: every row is kept or rejected for one of the reasons, what is
 * kept is text, and what failed is undone.
 */
#include "career/base/buf.h"
#include "career/base/text.h"
#include "career/import/importers.h"
#include "career/store/catalog.h"
#include "zipped.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SOURCE = 1000000, MOST = 1 << 16 };

static const char occupations[] = "O*NET-SOC Code\tTitle\n15-2051.00\tA\n15-1252.00\tB\n";
static const char concepts[] = "conceptUri,iscoGroup,preferredLabel,code\no1,2511,A,2511.1\n";
static const char skills[] = "conceptUri,skillType,preferredLabel\ns1,x,A\n";

static const struct file {
	const struct importer *imp;
	const char *name;
	const char *beside, *text; /* a file that it refers to; or NULL */
} files[] = {
    {&importer_onet, "Occupation Data.txt", NULL, NULL},
    {&importer_onet, "Skills.txt", "Occupation Data.txt", occupations},
    {&importer_onet, "Technology Skills.txt", "Occupation Data.txt", occupations},
    {&importer_onet, "Interests.txt", "Occupation Data.txt", occupations},
    {&importer_onet, "Education, Training, and Experience.txt", "Occupation Data.txt", occupations},
    {&importer_oews, "national_M2024_dl.xlsx", NULL, NULL},
    {&importer_projections, "projections.csv", NULL, NULL},
    {&importer_scorecard, "FieldOfStudyData1617_1718_PP.csv", NULL, NULL},
    {&importer_scorecard, "MERGED2019_20_PP.csv", NULL, NULL},
    {&importer_crosswalk, "crosswalk.csv", NULL, NULL},
    {&importer_jobs, "salaries.csv", NULL, NULL},
    {&importer_esco, "occupations_en.csv", NULL, NULL},
    {&importer_esco, "skills_en.csv", NULL, NULL},
    {&importer_esco, "occupationSkillRelations.csv", "occupations_en.csv", concepts},
};
enum { FILES = sizeof files / sizeof *files };

static void
must(bool yes)
{
	if (!yes)
		abort();
}

/* One catalog for all inputs: each run is undone. */
static struct db *
catalog(void)
{
	static struct db *db;
	struct err e;

	if (db != NULL)
		return db;
	db = db_open(NULL, DB_MEMORY, &e);
	must(db != NULL && catalog_create(db, &e));
	must(db_exec(db,
	    "INSERT INTO source (id, pack, key, title, short, publisher, kind)"
	    " VALUES (1000000, 'import', 'k', 't', 's', 'p', 'official')",
	    &e));
	return db;
}

static void
add_cell(struct buf *out, const uint8_t *s, size_t len)
{
	buf_adds(out, "<c t=\"inlineStr\"><is><t>");
	for (size_t i = 0; i < len; i++)
		if (s[i] == '&' || s[i] == '<')
			buf_adds(out, "&amp;");
		else
			buf_addc(out, s[i] < ' ' || s[i] > '~' ? '?' : (char)s[i]);
	buf_adds(out, "</t></is></c>");
}

static char *
workbook(const uint8_t *s, size_t size, size_t *len)
{
	static const char sheets[] = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\""
				     " sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
	static const char relations[] = "<Relationships><Relationship Id=\"rId1\""
					" Target=\"worksheets/sheet1.xml\"/></Relationships>";
	struct buf out = BUF_INIT;
	size_t at = 0;
	char *bytes;

	buf_adds(&out, "<worksheet><sheetData><row>");
	for (size_t i = 0; i <= size; i++) {
		if (i < size && s[i] != '|' && s[i] != '\n')
			continue;
		add_cell(&out, s + at, i - at);
		if (i < size && s[i] == '\n')
			buf_adds(&out, "</row><row>");
		at = i + 1;
	}
	buf_adds(&out, "</row></sheetData></worksheet>");
	const struct zipped_entry parts[] = {{"xl/worksheets/sheet1.xml", out.data, out.len},
	    {"xl/workbook.xml", sheets, sizeof sheets - 1},
	    {"xl/_rels/workbook.xml.rels", relations, sizeof relations - 1}};
	bytes = zipped(parts, sizeof parts / sizeof *parts, len);
	buf_free(&out);
	return bytes;
}

static void
check_reject(void *ctx, const struct table *t, const char *reason)
{
	(void)ctx;
	must(reason[0] != '\0' && t->line > 0);
}

static void
check_report(const struct import_report *p)
{
	uint64_t n = 0;

	must(p->read == p->kept + p->rejected && p->nreasons <= IMPORT_REASONS);
	for (size_t i = 0; i < p->nreasons; i++)
		n += p->reasons[i].n;
	must(n == p->rejected);
}

static void
run(const struct importer *imp, struct input *in)
{
	struct import_run r = {.db = catalog(), .in = in, .source = SOURCE, .reject = check_reject};
	struct err e;
	bool ok;

	buf_init(&r.report.absent);
	arena_init(&r.arena);
	(void)imp->sniff(in);
	must(db_begin(r.db, &e));
	err_clear(&e);
	ok = imp->run(&r, &e);
	import_end(&r, imp);
	if (ok)
		check_report(&r.report);
	else
		must(e.text[0] != '\0' && text_valid(e.text, strlen(e.text)));
	must(text_valid(r.release, strlen(r.release)));
	db_rollback(r.db);
	buf_free(&r.report.absent);
	arena_free(&r.arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct input_limits small = {8, 1 << 20, 1 << 22};
	const struct file *f;
	struct input *in;
	struct err e;
	char *book = NULL;
	size_t len;
	bool ok;

	if (size < 2 || size > MOST)
		return 0;
	f = &files[(data[0] - 'a' + 256u) % FILES];
	in = input_new(&small);
	if (f->imp == &importer_oews) {
		book = workbook(data + 1, size - 1, &len);
		ok = input_add_member(in, f->name, book, len, &e);
	} else {
		ok = input_add_member(in, f->name, data + 1, size - 1, &e);
	}
	if (ok && f->beside != NULL)
		ok = input_add_member(in, f->beside, f->text, strlen(f->text), &e);
	if (ok && strncmp(f->name, "occupationSkill", 15) == 0)
		ok = input_add_member(in, "skills_en.csv", skills, strlen(skills), &e);
	if (ok)
		run(f->imp, in);
	input_free(in);
	free(book);
	return 0;
}
