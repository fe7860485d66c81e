/*
 * Texts made to do harm, as every text of a catalog: none may reach the terminal as anything but visible characters,
 * wherever on the screens it stands.
 */
#include "apptty.h"
#include "ttyclean.h"

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/build/build.h"
#include "career/import/pack.h"
#include "career/store/db.h"

#include <stdio.h>
#include <stdlib.h>

static const char payload_file[] = "../shared/hostile/generated-hostile-text/payloads.tsv";

enum { PAYLOADS = 1000, LONG = 10000 };

static struct {
	char *text;
	size_t len;
	size_t escape; /* where the first ESC is; len: nowhere */
} payload[PAYLOADS];
static size_t npayloads;

static char *
from_hex(const char *hex, size_t digits)
{
	char *out = mem_alloc(digits / 2 + 1), pair[3] = "";

	for (size_t i = 0; i < digits / 2; i++) {
		memcpy(pair, hex + 2 * i, 2);
		out[i] = (char)strtol(pair, NULL, 16);
	}
	out[digits / 2] = '\0';
	return out;
}

/* One a line: class, id, bytes in hexadecimal digits. */
static void
read_payloads(void)
{
	size_t len;
	char *file = temp_read(payload_file, &len), *line, *rest = NULL;

	strtok_r(file, "\n", &rest); /* the header */
	while ((line = strtok_r(NULL, "\n", &rest)) != NULL && npayloads < PAYLOADS) {
		const char *hex = strrchr(line, '\t');
		size_t digits = hex ? strspn(hex + 1, "0123456789abcdef") : 0;

		if (digits == 0)
			continue;
		payload[npayloads].text = from_hex(hex + 1, digits);
		payload[npayloads].len = digits / 2;
		payload[npayloads].escape = strcspn(payload[npayloads].text, "\033");
		npayloads++;
	}
	free(file);
	assert_true(npayloads > 100);
}

static void
store_payloads(struct db *db)
{
	struct err e = {0};
	struct stmt *st;

	assert_ok(db_exec(
	    db, "CREATE TEMP TABLE payload (i INTEGER PRIMARY KEY, t TEXT, valid INTEGER)", &e));
	st = db_prepare(db, "INSERT INTO payload VALUES (?1, ?2, ?3)", &e);
	for (size_t i = 0; i < npayloads; i++) {
		if (payload[i].len >= LONG)
			continue;
		stmt_bind_int(st, 1, (int64_t)i);
		stmt_bind_text(st, 2, payload[i].text);
		stmt_bind_int(st, 3, text_valid(payload[i].text, payload[i].len));
		assert_ok(stmt_run(st, &e));
	}
	stmt_finalize(st);
	assert_ok(db_exec(db,
	    "CREATE TEMP TABLE valid AS SELECT row_number() OVER (ORDER BY i) - 1 AS i, t FROM payload"
	    " WHERE valid AND length(t) < 5000",
	    &e));
}

/* Every text of a row is another one; across rows and fields all are used. */
static void
poison_field(struct db *db, const char *table, const struct pack_field *f, size_t shift)
{
	static const char text[] =
	    "UPDATE OR IGNORE %s SET \"%s\" = (SELECT t FROM payload WHERE i ="
	    " (%s.id + %zu) %% %zu) WHERE \"%s\" IS NOT NULL";
	static const char list[] =
	    "UPDATE OR IGNORE %s SET \"%s\" = (SELECT json_array(t, t || ' again') FROM"
	    " valid WHERE i = (%s.id + %zu) %% (SELECT count(*) FROM valid)) WHERE"
	    " \"%s\" IS NOT NULL";
	const char *column = f->column ? f->column : f->name;
	struct buf sql = BUF_INIT;
	struct err e = {0};

	if (f->type == PACK_TEXT)
		buf_addf(&sql, text, table, column, table, shift, npayloads, column);
	else
		buf_addf(&sql, list, table, column, table, shift, column);
	if (!db_exec(db, sql.data, &e))
		fail_msg("%s: %s", sql.data, e.text);
	buf_free(&sql);
}

/* Texts of up to a megabyte stand in few places: each frame that shows them takes its time. */
static void
poison_long(struct db *db)
{
	struct err e = {0};
	size_t n = 0;

	for (size_t i = 0; i < npayloads; i++)
		if (payload[i].len >= LONG) {
			struct stmt *st = db_prepare(db,
			    n++ % 2 ? "UPDATE program SET name = ?1 WHERE id = 100"
				    : "UPDATE program SET note = ?1 WHERE id = 101",
			    &e);

			stmt_bind_text(st, 1, payload[i].text);
			assert_ok(stmt_run(st, &e));
			stmt_finalize(st);
		}
}

/* Lists that hold keys, and what is compared with words. */
static bool
is_left_alone(const struct pack_section *s, const struct pack_field *f)
{
	static const char *const keys[] = {
	    "codes", "serves", "leads_to", "programs", "requires", "top_coded", "cip"};

	for (size_t i = 0; i < COUNT(keys); i++)
		if (strcmp(f->name, keys[i]) == 0
		    && (f->type == PACK_LIST || strcmp(keys[i], "cip") == 0))
			return true;
	return strcmp(s->table, "pack") == 0 || (f->type != PACK_TEXT && f->type != PACK_LIST);
}

static void
poison(const char *path)
{
	struct err e = {0};
	struct db *db = db_open(path, DB_WRITE, &e);
	size_t shift = 0;

	assert_non_null(db);
	db_trust_schema(db); /* just made */
	store_payloads(db);
	assert_ok(db_begin(db, &e));
	for (size_t s = 0; s < SEC_COUNT; s++)
		for (size_t i = 0; i < pack_sections[s].nfields; i++)
			if (!is_left_alone(&pack_sections[s], &pack_sections[s].fields[i]))
				poison_field(db, pack_sections[s].table,
				    &pack_sections[s].fields[i], shift += 37);
	poison_long(db);
	assert_ok(build_finish(db, &e));
	assert_ok(db_commit(db, &e));
	db_close(db);
}

static const char *
poisoned_catalog(void)
{
	static const char *const packs[] = {
	    "data/packs/ml", "data/packs/pay-us", "data/packs/programs"};
	static char path[1000];
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e = {0};

	if (path[0] != '\0')
		return path;
	if (!file_exists(payload_file))
		skip();
	read_payloads();
	snprintf(path, sizeof path, "%s", apptty_path("poisoned.db"));
	if (!build_catalog(path, packs, COUNT(packs), "data/glossary.yaml", &lines, &counts, &e))
		fail_msg("%s\n%s", e.text, lines.data);
	buf_free(&lines);
	poison(path);
	return path;
}

/* Whether a text stands in the output with the byte in front of its first ESC and all behind it. */
static void
check_verbatim(const char *out, size_t len)
{
	for (size_t i = 1; i < len; i++) {
		if (out[i] != '\033')
			continue;
		for (size_t k = 0; k < npayloads; k++) {
			const char *at = payload[k].text + payload[k].escape;
			size_t n = payload[k].len - payload[k].escape;

			if (n > 2 && n <= len - i && payload[k].escape > 0 && at[-1] == out[i - 1]
			    && memcmp(out + i, at, n) == 0)
				fail_msg("text %zu reached the terminal as it is", k);
		}
	}
}

static void
check_cells(struct tty *t)
{
	int rows, cols;
	int32_t cp;

	tty_size(t, &rows, &cols);
	for (int y = 0; y < rows; y++)
		for (int x = 0; x < cols; x++) {
			struct tty_cell c = tty_cell(t, y, x);

			for (size_t at = 0, len = strlen(c.text); at < len;) {
				at += text_decode(c.text + at, len - at, &cp);
				if (ttyclean_harmful(cp))
					fail_msg("U+%04X stands in cell %d,%d:\n%s", (unsigned)cp,
					    y, x, tty_screen(t));
			}
		}
}

static void
check_clean(struct tty *t)
{
	size_t len;
	const char *out = tty_output(t, &len), *wrong = ttyclean_check(out, len);

	if (wrong)
		fail_msg("%s", wrong);
	check_verbatim(out, len);
	check_cells(t);
}

/* Presses the keys one by one, so that each has its frame. */
static void
press_each(struct tty *t, const char *keys)
{
	char *copy = mem_dup(keys), *rest = NULL;

	for (char *k = strtok_r(copy, " ", &rest); k; k = strtok_r(NULL, " ", &rest))
		tty_keys(t, k);
	free(copy);
}

static struct tty *
start_poisoned(int rows, int cols)
{
	return apptty_start(
	    &(struct apptty){.catalog = poisoned_catalog(), .rows = rows, .cols = cols});
}

static void
test_hostile_roles(void **state)
{
	struct tty *t = start_poisoned(90, 200);

	(void)state;
	tty_keys(t, "o");
	check_clean(t);
	for (int i = 0; i < 75; i++)
		press_each(t, "J Right");
	check_clean(t);
	for (int i = 0; i < 11; i++) {
		tty_keys(t, "Right");
		apptty_written(t, "hostile roles");
	}
	for (int i = 0; i < 40; i++) {
		press_each(t, "Down i");
		tty_keys(t, "Esc");
		tty_keys(t, "m");
		tty_keys(t, "Esc");
	}
	check_clean(t);
	apptty_quit(t);
}

static void
test_hostile_programs(void **state)
{
	struct tty *t = start_poisoned(60, 170);

	(void)state;
	tty_keys(t, "2");
	apptty_written(t, "hostile programs");
	for (int i = 0; i < 240; i++)
		tty_keys(t, "J");
	check_clean(t);
	tty_keys(t, "g Tab");
	for (int i = 0; i < 20; i++) {
		press_each(t, "i");
		tty_keys(t, "Esc");
		press_each(t, "m");
		tty_keys(t, "Esc");
		tty_keys(t, "y Down");
	}
	apptty_written(t, "a hostile program");
	check_clean(t);
	apptty_quit(t);
}

/* As values of facets, chips, candidates, names in messages. */
static void
test_hostile_values(void **state)
{
	struct tty *t = start_poisoned(50, 120);

	(void)state;
	tty_keys(t, "2");
	for (int i = 0; i < 60; i++) {
		struct buf down = BUF_INIT;

		buf_adds(&down, "S-Tab");
		for (int k = 0; k <= i; k++)
			buf_adds(&down, " Down");
		tty_keys(t, down.data);
		buf_free(&down);
		press_each(t, i % 2 ? "Enter" : "x");
		press_each(t, "S-Tab Enter Enter Enter x Esc");
		tty_keys(t, "Esc");
		tty_keys(t, "Esc");
	}
	check_clean(t);
	for (int i = 0; i < 8; i++) {
		static const char *const fields[] = {"field:", "state:", "country:", "school:",
		    "source:", "award:", "role:", "name:"};

		tty_keys(t, "/ ^U");
		tty_type(t, fields[i]);
		press_each(t, "Tab A Tab Tab Enter");
		tty_keys(t, "Esc");
	}
	check_clean(t);
	press_each(t, "r Down Down Enter r A ^U");
	tty_keys(t, "Esc");
	press_each(t, "r Enter ? ^U");
	tty_keys(t, "Esc");
	check_clean(t);
	apptty_quit(t);
}

static void
test_hostile_ascii(void **state)
{
	static const char *const env[] = {"LC_ALL=C", NULL};
	struct tty *t = apptty_start(
	    &(struct apptty){.catalog = poisoned_catalog(), .env = env, .rows = 50, .cols = 120});
	size_t len;
	const char *out;

	(void)state;
	for (int i = 0; i < 40; i++)
		press_each(t, "J Right");
	tty_keys(t, "2");
	for (int i = 0; i < 60; i++)
		tty_keys(t, "J");
	apptty_written(t, "hostile programs in ASCII");
	check_clean(t);
	out = tty_output(t, &len);
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)out[i] >= 0x80)
			fail_msg("byte %02x was written", (unsigned char)out[i]);
	apptty_quit(t);
}

/* Pasted, typed into prompts, given as commands. */
static void
test_hostile_input(void **state)
{
	struct tty *t = apptty_start(&(struct apptty){.catalog = apptty_small(), .cols = 100});

	(void)state;
	if (npayloads == 0)
		skip();
	for (size_t i = 0; i < npayloads; i += 3) {
		/* What ends the paste, and the key that asks for SIGQUIT, are the terminal's part to leave out. */
		if (payload[i].len > 2000 || strstr(payload[i].text, "\033[201~") != NULL
		    || strchr(payload[i].text, '\034') != NULL)
			continue;
		tty_type(t, i % 2 ? "/" : ":select ");
		tty_paste(t, payload[i].text);
		tty_keys(t, "Enter");
		tty_keys(t, "^C");
		tty_keys(t, "^C");
	}
	check_clean(t);
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_hostile_roles),
	    cmocka_unit_test(test_hostile_programs),
	    cmocka_unit_test(test_hostile_values),
	    cmocka_unit_test(test_hostile_ascii),
	    cmocka_unit_test(test_hostile_input),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
