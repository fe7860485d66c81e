/*
 * The reader of workbooks, behind the zip: texts of the sheet, of the shared strings and of the list of sheets, ended by
 * NUL bytes, in that order. Those that are missing are plain ones.
 */
#include "career/base/text.h"
#include "career/import/table.h"
#include "zipped.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char sheets[] =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
static const char relations[] =
    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

static void
must(bool yes)
{
	if (!yes)
		abort();
}

static void
check_rows(struct table *t)
{
	uint64_t line = 0;
	struct err e;

	while (table_next(t, &e) == 1) {
		must(t->line >= line);
		line = t->line;
		for (size_t i = 0; i < t->n; i++) {
			must(strlen(t->field[i].s) == t->field[i].len);
			must(text_valid(t->field[i].s, t->field[i].len));
		}
	}
}

/* The text up to the next NUL, or what is there otherwise. */
static struct zipped_entry
take(const char *name, const uint8_t **data, size_t *size, const char *otherwise)
{
	const uint8_t *end = *size > 0 ? memchr(*data, 0, *size) : NULL;
	size_t len = end != NULL ? (size_t)(end - *data) : *size;
	struct zipped_entry x = {name, *data, len};

	if (len == 0)
		x = (struct zipped_entry){name, otherwise, strlen(otherwise)};
	*data += len + (end != NULL);
	*size -= len + (end != NULL);
	return x;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct input_limits small = {8, 1 << 20, 1 << 21};
	struct input *in = input_new(&small);
	struct zipped_entry parts[4];
	struct table *t = NULL;
	struct err e;
	size_t len;
	char *bytes;

	parts[0] = take("xl/worksheets/sheet1.xml", &data, &size, "<worksheet/>");
	parts[1] = take("xl/sharedStrings.xml", &data, &size, "<sst/>");
	parts[2] = take("xl/workbook.xml", &data, &size, sheets);
	parts[3] = take("xl/_rels/workbook.xml.rels", &data, &size, relations);
	bytes = zipped(parts, 4, &len);
	if (input_add_member(in, "w.xlsx", bytes, len, &e))
		t = table_open(in, 0, NULL, &e);
	if (t != NULL)
		check_rows(t);
	table_close(t);
	input_free(in);
	free(bytes);
	return 0;
}
