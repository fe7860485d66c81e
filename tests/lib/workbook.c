/* workbook.c - small workbooks for tests. */
#include "workbook.h"

#include "career/base/buf.h"
#include "career/base/num.h"

#include <zip.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
add_escaped(struct buf *out, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (s[i] == '&')
			buf_adds(out, "&amp;");
		else if (s[i] == '<')
			buf_adds(out, "&lt;");
		else
			buf_addc(out, s[i]);
	}
}

static void
add_cell(struct buf *out, const char *s, size_t len)
{
	char text[64];
	double v;

	snprintf(text, sizeof text, "%.*s", (int)(len < sizeof text ? len : 0), s);
	if (len == 0) {
		buf_adds(out, "<c/>");
	} else if (num_parse(text, &v) && strchr(text, ',') == NULL) {
		buf_addf(out, "<c><v>%s</v></c>", text);
	} else {
		buf_adds(out, "<c t=\"inlineStr\"><is><t>");
		add_escaped(out, s, len);
		buf_adds(out, "</t></is></c>");
	}
}

static void
add_sheet(struct buf *out, const char *rows)
{
	buf_adds(out, "<worksheet><sheetData>");
	while (*rows != '\0') {
		const char *end = rows + strcspn(rows, "\n");

		buf_adds(out, "<row>");
		for (;;) {
			size_t len = strcspn(rows, "|\n");

			add_cell(out, rows, len);
			rows += len;
			if (rows == end)
				break;
			rows++;
		}
		buf_adds(out, "</row>");
		rows += *rows == '\n';
	}
	buf_adds(out, "</sheetData></worksheet>");
}

static void
add_part(zip_t *zip, const char *name, struct buf *text)
{
	size_t len = text->len;
	zip_source_t *source = zip_source_buffer(zip, buf_take(text), len, 1);

	if (source == NULL || zip_file_add(zip, name, source, 0) < 0)
		abort();
}

void
workbook_write(const char *path, const struct worksheet *sheets, size_t n)
{
	struct buf book = BUF_INIT, relations = BUF_INIT, sheet = BUF_INIT;
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	if (zip == NULL)
		abort();
	buf_adds(&book, "<workbook xmlns:r=\"r\"><sheets>");
	buf_adds(&relations, "<Relationships>");
	for (size_t i = 0; i < n; i++) {
		char name[64];

		buf_addf(&book, "<sheet name=\"%s\" r:id=\"r%zu\"/>", sheets[i].name, i);
		buf_addf(&relations,
		    "<Relationship Id=\"r%zu\" Target=\"worksheets/sheet%zu.xml\"/>", i, i);
		snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", i);
		add_sheet(&sheet, sheets[i].rows);
		add_part(zip, name, &sheet);
	}
	buf_adds(&book, "</sheets></workbook>");
	buf_adds(&relations, "</Relationships>");
	add_part(zip, "xl/workbook.xml", &book);
	add_part(zip, "xl/_rels/workbook.xml.rels", &relations);
	if (zip_close(zip) != 0)
		abort();
}
