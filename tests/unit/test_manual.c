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
#include "career/cli/cmdline.h"
#include "career/cli/list.h"
#include "career/cli/out.h"
#include "career/cmd/commands.h"
#include "career/cmd/config.h"
#include "career/import/pack.h"
#include "career/query/field.h"
#include "check.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_WIDTH = 78, PAGE_BYTES = 1 << 20 };

/* --- making mdoc ----------------------------------------------------------------------------- */

/* Text that a formatter must not read as markup. */
static void
put_escaped(struct buf *out, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (i == 0 && (s[i] == '.' || s[i] == '\''))
			buf_adds(out, "\\&");
		if (s[i] == '\\')
			buf_adds(out, "\\e");
		else if (s[i] == '`')
			buf_adds(out, "\\(ga");
		else if (s[i] == '\'')
			buf_adds(out, "\\(aq");
		else
			buf_addc(out, s[i]);
	}
}

static void
put_sentence(struct buf *out, const char *s, size_t len)
{
	size_t next = 0;

	for (size_t at = 0; at < len; at += next) {
		size_t n = text_wrap(s + at, len - at, PAGE_WIDTH, &next);

		put_escaped(out, s + at, n);
		buf_addc(out, '\n');
	}
}

/* A table's help as sentences. Each begins a line, as manual pages want it. */
static void
put_text(struct buf *out, const char *help)
{
	size_t len = strlen(help);
	char *text = mem_alloc(len + 2), *s = text, *end;

	memcpy(text, help, len + 1);
	text[0] = (char)toupper((unsigned char)text[0]);
	if (len && text[len - 1] != '.')
		memcpy(text + len, ".", 2);
	for (; (end = strstr(s, ". ")); s = end + 2)
		put_sentence(out, s, (size_t)(end + 1 - s));
	put_sentence(out, s, strlen(s));
	free(text);
}

/* "[QUERY...]" as macros. */
static void
put_args(struct buf *out, const char *args)
{
	bool optional = args[0] == '[';
	size_t len = strcspn(args + optional, ".]");

	if (!args[0])
		return;
	buf_addf(out, "%s Ar %.*s%s", optional ? " Op" : "", (int)len, args + optional,
	    strstr(args, "...") ? " ..." : "");
}

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

/* A key or name as the argument of a macro. */
static void
put_word(struct buf *out, const char *s)
{
	if (strchr(".,:;()[]?!|", s[0]) && !s[1])
		buf_adds(out, "\\&");
	put_escaped(out, s, strlen(s));
}

static void
put_where(struct buf *out, unsigned where)
{
	static const struct {
		unsigned bit;
		const char *says;
	} places[] = {
	    {IN_LIST, "list"}, {IN_FACETS, "facets"}, {IN_DETAIL, "page"}, {IN_CHIPS, "chips"}};
	size_t n = 0;

	if ((where & IN_PANES) == IN_PANES)
		return;
	buf_adds(out, " Pq");
	for (size_t i = 0; i < COUNT(places); i++)
		if (where & places[i].bit)
			buf_addf(out, "%s %s", n++ ? " ," : "", places[i].says);
}

/* Whether key and command of a binding stand in one in front of it. */
static bool
said_before(size_t first, size_t at)
{
	for (size_t i = first; i < at; i++)
		if (strcmp(bindings[i].command, bindings[at].command) == 0
		    && strcmp(bindings[i].key, bindings[at].key) == 0)
			return true;
	return false;
}

/* The keys of one command, once each, where they work, and what it does. */
static void
put_binding(struct buf *out, size_t first)
{
	const char *line = bindings[first].command;
	size_t len = strcspn(line, " ");
	char *name = mem_ndup(line, len);
	const struct command *c = command_find(name);
	unsigned where = 0;

	assert_non_null(c);
	buf_adds(out, ".It");
	for (size_t i = first; i < nbindings; i++) {
		if (strcmp(bindings[i].command, line) != 0)
			continue;
		where |= bindings[i].where;
		if (said_before(first, i))
			continue;
		buf_adds(out, i > first ? " , Ic " : " Ic ");
		put_word(out, bindings[i].key);
	}
	put_where(out, where);
	buf_addc(out, '\n');
	put_text(out, line[len] ? line : c->help);
	free(name);
}

static void
make_keys(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < nbindings; i++) {
		size_t k = 0;

		while (k < i && strcmp(bindings[k].command, bindings[i].command) != 0)
			k++;
		if (k == i)
			put_binding(out, i);
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

/* --- comparing with the pages ---------------------------------------------------------------- */

static struct buf
read_page(const char *path)
{
	struct buf page = BUF_INIT;
	struct err e;

	assert_ok(file_read(path, PAGE_BYTES, &page, &e));
	return page;
}

/* The bytes between the two marks of a block. */
static void
find_block(const struct buf *page, const char *name, size_t *from, size_t *to)
{
	char mark[64];
	const char *at;

	snprintf(mark, sizeof mark, ".\\\" begin %s\n", name);
	at = strstr(page->data, mark);
	if (!at)
		fail_msg("no block '%s'", name);
	*from = (size_t)(at - page->data) + strlen(mark);
	snprintf(mark, sizeof mark, ".\\\" end %s\n", name);
	at = strstr(page->data + *from, mark);
	if (!at)
		fail_msg("no end of block '%s'", name);
	*to = (size_t)(at - page->data);
}

/* Shows the first line that differs. */
static void
fail_different(const char *path, const char *name, const char *is, const char *should)
{
	while (*is && *is == *should) {
		is++;
		should++;
	}
	fail_msg("%s, block %s: '%.60s' should be '%.60s'; UPDATE=1 writes it anew", path, name, is,
	    should);
}

static void
check_block(const char *path, const char *name, void (*make)(struct buf *out))
{
	struct buf page = read_page(path), should = BUF_INIT;
	struct err e;
	size_t from = 0, to = 0;
	char *is;

	find_block(&page, name, &from, &to);
	make(&should);
	assert_true(should.len > 40);
	is = mem_ndup(page.data + from, to - from);
	if (strcmp(is, should.data) != 0 && getenv("UPDATE")) {
		buf_remove(&page, from, to - from);
		buf_insert(&page, from, should.data, should.len);
		assert_ok(file_write_atomic(path, page.data, page.len, 0644, &e));
	} else if (strcmp(is, should.data) != 0) {
		fail_different(path, name, is, should.data);
	}
	free(is);
	buf_free(&page);
	buf_free(&should);
}

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
	    cmocka_unit_test(test_exits),
	    cmocka_unit_test(test_columns),
	    cmocka_unit_test(test_keys),
	    cmocka_unit_test(test_commands),
	    cmocka_unit_test(test_config),
	    cmocka_unit_test(test_sections),
	    cmocka_unit_test(test_mentions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
