/* Copies of the publishers' files as other programs leave them: the same set comes in, or it is said where they are cut. */
#include "career/import/importers.h"
#include "check.h"
#include "dump.h"
#include "imported.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DATA "../shared/data/"

/* One text of each kind; `lines`: of a large one so many are enough. */
static const struct set {
	const struct importer *imp;
	const char *path, *member, *name;
	const char *beside, *beside_name; /* another file that it needs, as it is */
	const char *required;             /* a column without which there is nothing */
	const char *optional;             /* one that may be missing; NULL: none */
	size_t lines;
} sets[] = {
    {&importer_projections, DATA "employment-projections-2024-34/Employment Projections.csv", NULL,
	"p.csv", NULL, NULL, "Occupation Code", "Typical on-the-job Training", 900},
    {&importer_crosswalk, DATA "cip-soc-crosswalk/CIP2020_SOC2018_Crosswalk.csv", NULL, "c.csv",
	NULL, NULL, "SOC2018Code", "CIP2020Title", 2000},
    {&importer_jobs, DATA "ai-jobs-salaries/salaries-2025-01-19.csv", NULL, "salaries.csv", NULL,
	NULL, "salary_in_usd", "remote_ratio", 4000},
    {&importer_scorecard, DATA "scorecard-institution/All100.csv", NULL, "i.csv", NULL, NULL,
	"INSTNM", "TUITIONFEE_IN", 200},
    {&importer_scorecard, DATA "scorecard-field-of-study-2020/Most-Recent-Field-Data-Elements.zip",
	"Most-Recent-Field-Data-Elements.csv", "f.csv", NULL, NULL, "OPEID6", "DEBTMEDIAN", 2000},
    {&importer_onet, DATA "onet-29.0-text/Job Zones.txt", NULL, "Job Zones.txt",
	DATA "onet-29.0-text/Occupation Data.txt", "Occupation Data.txt", "Job Zone", NULL, 2000},
    {&importer_esco, DATA "esco-1.1.1/ESCO dataset - v1.1.1 - classification - en - csv.zip",
	"occupations_en.csv", "occupations_en.csv", NULL, NULL, "preferredLabel", "altLabels", 800},
};

/* The beginning of a file, up to a line end outside of quotes. */
static char *
head_of(const struct set *s)
{
	size_t len, n = 0;
	char *text = imported_file(s->path, s->member, &len);
	bool quoted = false;

	for (size_t i = 0; i < len; i++) {
		quoted ^= text[i] == '"';
		if (text[i] == '\n' && !quoted && ++n == s->lines)
			text[i + 1] = '\0';
		if (n == s->lines)
			break;
	}
	return text;
}

/* What came of it, in sums; the file's own name is not part of it. Owned; "refused: why". */
static char *
import(const struct set *s, const char *text)
{
	size_t len = 0;
	char *beside = s->beside != NULL ? imported_file(s->beside, NULL, &len) : NULL, *sums;
	struct imported *x = imported_text(
	    s->imp, (const char *const[]){s->name, text, s->beside_name, beside, NULL});

	if (x->ok) {
		sums = dump_sums(x->db);
	} else {
		struct buf out = BUF_INIT;

		buf_addf(&out, "refused: %s", x->e.text);
		sums = buf_take(&out);
	}
	imported_free(x);
	free(beside);
	return sums;
}

static void
must_be(const struct set *s, const char *text, const char *want, const char *how)
{
	char *sums = import(s, text);

	if (strncmp(sums, "refused", 7) == 0)
		fail_msg("%s, %s: %s", s->path, how, sums);
	print_message("%s: %s\n", s->name, how);
	dump_same(sums, want);
	free(sums);
}

/* Line ends outside of quotes become `end`, whatever they were. */
static char *
with_ends(const char *text, const char *front, const char *end)
{
	struct buf out = BUF_INIT;
	bool quoted = false;

	buf_adds(&out, front);
	for (; *text != '\0'; text++) {
		quoted ^= *text == '"';
		if (!quoted && *text == '\r' && text[1] == '\n')
			continue;
		if (!quoted && *text == '\n')
			buf_adds(&out, end);
		else
			buf_addc(&out, *text);
	}
	return buf_take(&out);
}

static void
test_ends_and_marks(void **state)
{
	static const struct {
		const char *front, *end, *how;
	} ways[] = {{"", "\n", "LF"}, {"", "\r\n", "CRLF"}, {"", "\r", "CR"},
	    {"\xef\xbb\xbf", "\r\n", "BOM and CRLF"}};

	(void)state;
	for (size_t i = 0; i < COUNT(sets); i++) {
		char *text = head_of(&sets[i]), *want;
		const char *whole = text;

		if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
			whole += 3;
		want = import(&sets[i], whole);
		assert_true(strncmp(want, "refused", 7) != 0);
		for (size_t k = 0; k < COUNT(ways); k++) {
			char *copy = with_ends(whole, ways[k].front, ways[k].end);

			must_be(&sets[i], copy, want, ways[k].how);
			/* Without the last line end. */
			copy[strlen(copy) - strlen(ways[k].end)] = '\0';
			must_be(&sets[i], copy, want, "no last line end");
			free(copy);
		}
		free(want);
		free(text);
	}
}

/* Cut within the last line, whose last fields are missing. */
static void
test_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sets); i++) {
		char *text = head_of(&sets[i]), *last, *sums;

		text[strlen(text) - 1] = '\0';
		last = strrchr(text, '\n');
		assert_non_null(last);
		last[2] = '\0';
		sums = import(&sets[i], text);
		if (strstr(sums, "cut off") == NULL)
			fail_msg("%s, cut: %s", sets[i].path, sums);
		free(sums);
		free(text);
	}
}

/* The name of a column in the header replaced by another of the same length. */
static bool
rename_column(char *text, const char *name)
{
	char *end = text + strcspn(text, "\r\n"), *at = strstr(text, name);

	if (at == NULL || at > end)
		return false;
	memset(at, 'q', strlen(name));
	return true;
}

static void
test_columns(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sets); i++) {
		char *text = head_of(&sets[i]), *sums;

		if (sets[i].optional != NULL) {
			assert_true(rename_column(text, sets[i].optional));
			sums = import(&sets[i], text);
			if (strncmp(sums, "refused", 7) == 0)
				fail_msg("%s without %s: %s", sets[i].path, sets[i].optional, sums);
			free(sums);
		}
		assert_true(rename_column(text, sets[i].required));
		sums = import(&sets[i], text);
		if (strstr(sums, "refused") == NULL || strstr(sums, "column") == NULL)
			fail_msg("%s without %s: %s", sets[i].path, sets[i].required, sums);
		free(sums);
		free(text);
	}
}

/* What other programs make of it within fields: the rest of the set comes in as it was. */
static void
test_stray_bytes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sets); i++) {
		char *text = head_of(&sets[i]), *sums;
		size_t n = 0;

		/* Windows' quotes, a C1 control, half a character and a quote amid a word. */
		for (char *s = strchr(text, '\n'); *s != '\0'; s++)
			if (s[-1] >= 'a' && s[-1] <= 'z' && *s == 'e' && s[1] >= 'a' && s[1] <= 'z'
			    && ++n % 97 == 0)
				*s = "\x92\x85\xc3"[n / 97 % 3];
		sums = import(&sets[i], text);
		if (strncmp(sums, "refused", 7) == 0 && n > 97)
			fail_msg("%s, stray bytes: %s", sets[i].path, sums);
		free(sums);
		free(text);
	}
}

/* One set's file given as another's. */
static void
test_other_kind(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sets); i++) {
		char *text = head_of(&sets[i]);

		for (size_t k = 0; k < COUNT(sets); k++) {
			struct imported *x;

			if (sets[k].imp == sets[i].imp)
				continue;
			x = imported_text(
			    sets[k].imp, (const char *const[]){sets[k].name, text, NULL});
			assert_int_equal(x->sniffed, 0);
			assert_false(x->ok);
			imported_free(x);
		}
		free(text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_ends_and_marks),
	    cmocka_unit_test(test_cut),
	    cmocka_unit_test(test_columns),
	    cmocka_unit_test(test_stray_bytes),
	    cmocka_unit_test(test_other_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
