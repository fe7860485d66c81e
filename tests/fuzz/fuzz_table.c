/*
 * The readers of publishers' tables. The first byte chooses csv, tab-separated text or a workbook. Besides what
 * the sanitizers see: every field is valid UTF-8 that ends where it says, and lines only go up.
 */
#include "career/base/text.h"
#include "career/import/table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool yes)
{
	if (!yes)
		abort();
}

static void
check_row(const struct table *t, uint64_t before)
{
	must(t->line >= before);
	for (size_t i = 0; i < t->n; i++) {
		must(strlen(t->field[i].s) == t->field[i].len);
		must(text_valid(t->field[i].s, t->field[i].len));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {"f.csv", "f.txt", "f.xlsx"};
	static const struct input_limits small = {8, 1 << 20, 1 << 21};
	struct input *in = input_new(&small);
	struct table *t = NULL;
	struct err e;
	uint64_t line = 0;

	if (size > 1 && input_add_member(in, names[data[0] % 3], data + 1, size - 1, &e))
		t = table_open(in, 0, NULL, &e);
	while (t != NULL && table_next(t, &e) == 1) {
		check_row(t, line);
		line = t->line;
	}
	table_close(t);
	input_free(in);
	return 0;
}
