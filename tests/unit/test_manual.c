/*
 * test_manual.c - the manual says what the tables say.
 *
 * Between `.\" begin NAME` and `.\" end NAME` a page holds what is made here from a table of the
 * program. UPDATE=1 writes it anew.
 */
#include "career/base/buf.h"
#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/build/import.h"
#include "career/cli/cmdline.h"
#include "career/cli/list.h"
#include "career/out/out.h"
#include "career/cmd/commands.h"
#include "career/cmd/config.h"
#include "career/import/pack.h"
#include "career/query/field.h"
#include "career/store/profile.h"
#include "check.h"
#include "manual.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- making mdoc ----------------------------------------------------------------------------- */

static void
make_verbs(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 1; i < nverbs; i++) {
		buf_addf(out, ".It Cm %s", verbs[i].name);
		put_args(out, verbs[i].args);
		buf_addc(out, '\n');
		put_text(out, verbs[i].help);
		if (verbs[i].more && verbs[i].takes != TAKES_QUERY) {
			buf_adds(out, ".Pp\n");
			put_text(out, verbs[i].more);
		}
	}
	buf_adds(out, ".El\n");
}

/* The verbs that take an option, "any verb" when all do. */
static void
put_takers(struct buf *out, enum option_id id)
{
	struct buf names = BUF_INIT;
	size_t n = 0;

	for (size_t i = 0; i < nverbs; i++) {
		if (!(verbs[i].options & OPT_BIT(id)))
			continue;
		buf_addf(
		    &names, "%s%s", n ? ", " : "", verbs[i].name[0] ? verbs[i].name : "the screen");
		n++;
	}
	if (n < nverbs)
		buf_addf(out, "Taken by %s.\n", names.data);
	buf_free(&names);
}

static void
make_options(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < OPT_COUNT; i++) {
		const struct cli_option *o = &cli_options[i];

		buf_adds(out, ".It");
		if (o->letter)
			buf_addf(out, " Fl %c%s%s ,", o->letter, o->value ? " Ar " : "",
			    o->value ? o->value : "");
		buf_addf(out, " Fl Fl %s", o->name);
		for (size_t k = 0; o->word && o->word(k); k++)
			buf_addf(out, "%s Cm %s", k ? " |" : "", o->word(k));
		if (o->value && !o->word)
			buf_addf(out, " Ar %s", o->value);
		buf_addc(out, '\n');
		put_text(out, o->help);
		put_takers(out, (enum option_id)i);
	}
	buf_adds(out, ".El\n");
}

/* The keymap that all are born with. */
static struct keymap keys;

static int
load_keys(void **state)
{
	struct err e;

	(void)state;
	return keymap_load(&keys, &(struct keymap_want){0}, &e) ? 0 : -1;
}

static int
free_keys(void **state)
{
	(void)state;
	keymap_free(&keys);
	return 0;
}

/* Whether key and command of a row stand in one in front of it. */
static bool
said_before(const struct binding *first, const struct binding *at)
{
	for (const struct binding *b = first; b < at; b++)
		if (strcmp(b->command, at->command) == 0 && strcmp(b->key, at->key) == 0)
			return true;
	return false;
}

/* The keys of one command, once each, where they work, and what it does. */
static void
put_binding(struct buf *out, const struct binding *first)
{
	const char *line = first->command;
	size_t len = strcspn(line, " ");
	char *name = mem_ndup(line, len);
	const struct command *c = command_find(name);
	struct buf where = BUF_INIT;
	unsigned places = 0;

	assert_non_null(c);
	buf_adds(out, ".It");
	for (const struct binding *b = first; b < keys.all + keys.n; b++) {
		if (strcmp(b->command, line) != 0)
			continue;
		places |= b->where & IN_PLACES;
		if (said_before(first, b))
			continue;
		buf_adds(out, b > first ? " , Ic " : " Ic ");
		put_word(out, b->key);
	}
	if ((places & IN_PANES) != IN_PANES) {
		context_say(places, &where);
		buf_addf(out, " Pq %s", where.data);
	}
	buf_addc(out, '\n');
	put_text(out, line[len] ? line : c->help);
	buf_free(&where);
	free(name);
}

static void
make_keys(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (const struct binding *b = keys.all; b < keys.all + keys.n; b++) {
		const struct binding *a = keys.all;

		while (a < b && strcmp(a->command, b->command) != 0)
			a++;
		if (a == b)
			put_binding(out, b);
	}
	buf_adds(out, ".El\n");
}

static void
make_commands(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < ncommands; i++) {
		buf_addf(out, ".It Ic %s", commands[i].name);
		put_args(out, commands[i].arg ? commands[i].arg : "");
		buf_addc(out, '\n');
		put_text(out, commands[i].help);
	}
	buf_adds(out, ".El\n");
}

static void
make_config(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < nconfig_keys; i++) {
		buf_addf(out, ".It Cm %s :", config_keys[i].name);
		for (size_t k = 0; config_keys[i].words[k]; k++)
			buf_addf(out, "%s Cm %s", k ? " |" : "", config_keys[i].words[k]);
		buf_addc(out, '\n');
		put_text(out, config_keys[i].help);
	}
	buf_adds(out, ".El\n");
}

static void
make_formats(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < nout_formats; i++) {
		buf_addf(out, ".It Cm %s\n", out_formats[i].name);
		put_text(out, out_formats[i].help);
	}
	buf_adds(out, ".El\n");
}

static void
make_sets(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < nimporters; i++) {
		if (importers[i] == NULL)
			continue;
		buf_addf(out, ".It Cm %s\n", importers[i]->kind);
		put_text(out, importers[i]->about);
		buf_addf(out, ".br\n%s, of %s:\n.Lk %s\n", importers[i]->title,
		    importers[i]->publisher, importers[i]->url);
	}
	buf_adds(out, ".El\n");
}

static void
make_exits(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < nexit_codes; i++) {
		buf_addf(out, ".It %d\n", exit_codes[i].code);
		put_text(out, exit_codes[i].help);
	}
	buf_adds(out, ".El\n");
}

static void
put_columns(struct buf *out, const struct list *l)
{
	buf_addf(out, ".Ss %c%s\n.Bl -tag -width Ds\n", toupper(l->name[0]), l->name + 1);
	for (size_t i = 0; i < l->nfields; i++) {
		const struct field *f = &l->fields[i];

		buf_addf(out, ".It Cm %s", f->name);
		if (f->aka)
			buf_addf(out, " , %s", f->aka);
		buf_adds(out, f->flags & FIELD_EXPORT ? "\n" : " Pq by name only\n");
		put_text(out, f->help);
	}
	buf_adds(out, ".El\n.Pp\nOn a terminal, as far as they fit:\n");
	for (const char *s = list_brief(l); *s; s += *s == ',') {
		size_t n = strcspn(s, ",");

		buf_addf(out, ".Cm %.*s%s\n", (int)n, s, s[n] ? " ," : " .");
		s += n;
	}
}

static void
make_columns(struct buf *out)
{
	for (size_t i = 0; i < nlists; i++)
		put_columns(out, lists[i]);
}

static void
put_type(struct buf *out, const struct pack_field *f)
{
	static const char *const words[] = {
	    [PACK_TEXT] = "text",
	    [PACK_SLUG] = "slug",
	    [PACK_KEY] = "key",
	    [PACK_ENUM] = "word",
	    [PACK_INT] = "whole number",
	    [PACK_NUM] = "number",
	    [PACK_SPAN] = "span",
	    [PACK_YEAR] = "date",
	    [PACK_BOOL] = "yes or no",
	    [PACK_LIST] = "list",
	    [PACK_UNIT] = "unit",
	    [PACK_CODE2] = "two letters",
	    [PACK_URL] = "address",
	    [PACK_REF] = "reference to",
	    [PACK_ABOUT] = "reference",
	    [PACK_CHILD] = "list of entries",
	};

	buf_adds(out, words[f->type]);
	if (f->type == PACK_REF)
		buf_addf(out, " %s", pack_sections[f->target].name);
}

static void
put_pack_field(struct buf *out, const struct pack_field *f)
{
	struct buf text = BUF_INIT;

	buf_addf(out, ".It Cm %s Pq %s", f->name, f->flags & PACK_REQUIRED ? "required " : "");
	put_type(out, f);
	buf_addc(out, '\n');
	buf_adds(&text, f->help);
	for (size_t i = 0; f->values && f->values[i]; i++)
		buf_addf(&text, "%s%s", i ? ", " : ": ", f->values[i]);
	put_text(out, text.data);
	buf_free(&text);
}

static void
make_sections(struct buf *out)
{
	for (size_t i = 0; i < SEC_COUNT; i++) {
		const struct pack_section *s = &pack_sections[i];

		if (s->parent == SEC_COUNT)
			buf_addf(out, ".Ss %s\n", s->name);
		else
			buf_addf(out, ".Ss %s, of an entry in %s\n", s->name,
			    pack_sections[s->parent].name);
		put_text(out, s->help);
		buf_adds(out, ".Bl -tag -width Ds\n");
		for (size_t k = 0; k < s->nfields; k++)
			put_pack_field(out, &s->fields[k]);
		buf_adds(out, ".El\n");
	}
}

/* --- the pages --------------------------------------------------------------------------------- */

static void
test_verbs(void **state)
{
	(void)state;
	check_block("man/career.1", "verbs", make_verbs);
}

static void
test_options(void **state)
{
	(void)state;
	check_block("man/career.1", "options", make_options);
}

static void
test_formats(void **state)
{
	(void)state;
	check_block("man/career.1", "formats", make_formats);
}

static void
test_sets(void **state)
{
	(void)state;
	check_block("man/career.1", "sets", make_sets);
}

static void
test_exits(void **state)
{
	(void)state;
	check_block("man/career.1", "exits", make_exits);
}

static void
test_columns(void **state)
{
	(void)state;
	check_block("man/career.1", "columns", make_columns);
}

static void
test_keys(void **state)
{
	(void)state;
	check_block("man/career.1", "keys", make_keys);
}

static void
test_config(void **state)
{
	(void)state;
	check_block("man/career.1", "config", make_config);
}

static void
test_commands(void **state)
{
	(void)state;
	check_block("man/career.1", "commands", make_commands);
}

static void
test_sections(void **state)
{
	(void)state;
	check_block("man/career-pack.5", "sections", make_sections);
}

static void
make_profile_tables(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < nprofile_tables; i++) {
		const struct profile_table *t = &profile_tables[i];

		buf_addf(out, ".It Cm %s\n%c%s:\n", t->name, toupper((unsigned char)t->says[0]),
		    t->says + 1);
		for (size_t k = 0; k < PROFILE_COLUMNS && t->columns[k]; k++)
			buf_addf(out, ".Cm %s %c\n", t->columns[k],
			    k + 1 < PROFILE_COLUMNS && t->columns[k + 1] ? ',' : '.');
	}
	buf_adds(out, ".El\n");
}

static void
test_profile(void **state)
{
	(void)state;
	check_block("man/career-profile.5", "tables", make_profile_tables);
}

/* Every option that the page speaks of exists. */
static void
test_mentions(void **state)
{
	struct buf page = read_page("man/career.1");
	size_t seen = 0;

	(void)state;
	for (const char *at = page.data; (at = strstr(at, "Fl Fl ")); seen++) {
		size_t len, i = 0;

		at += strlen("Fl Fl ");
		len = strcspn(at, " \n");
		while (i < OPT_COUNT
		    && (strlen(cli_options[i].name) != len
			|| strncmp(cli_options[i].name, at, len) != 0))
			i++;
		if (i == OPT_COUNT)
			fail_msg("career.1 speaks of --%.*s", (int)len, at);
	}
	assert_true(seen > OPT_COUNT);
	buf_free(&page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_verbs),
	    cmocka_unit_test(test_options),
	    cmocka_unit_test(test_formats),
	    cmocka_unit_test(test_sets),
	    cmocka_unit_test(test_exits),
	    cmocka_unit_test(test_columns),
	    cmocka_unit_test(test_keys),
	    cmocka_unit_test(test_commands),
	    cmocka_unit_test(test_config),
	    cmocka_unit_test(test_sections),
	    cmocka_unit_test(test_profile),
	    cmocka_unit_test(test_mentions),
	};

	return cmocka_run_group_tests(tests, load_keys, free_keys);
}
