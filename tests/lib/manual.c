#include "manual.h"

#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "check.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

enum { PAGE_WIDTH = 78, PAGE_BYTES = 1 << 20 };

/* Text that a formatter must not read as markup. */
void
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
void
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
void
put_args(struct buf *out, const char *args)
{
	bool first = true;

	while (args[strspn(args, " ")] != '\0') {
		bool optional;
		size_t len;

		args += strspn(args, " ");
		optional = *args == '[';
		args += optional;
		len = strcspn(args, ".] ");
		buf_addf(out, "%s%s %.*s", optional ? " Op" : "", optional || first ? " Ar" : "",
		    (int)len, args);
		args += len;
		buf_adds(out, *args == '.' ? " ..." : "");
		args += strspn(args, ".]");
		first = false;
	}
}

/* A key or name as the argument of a macro. */
void
put_word(struct buf *out, const char *s)
{
	if (strchr(".,:;()[]?!|", s[0]) && !s[1])
		buf_adds(out, "\\&");
	put_escaped(out, s, strlen(s));
}

/* --- comparing with the pages ---------------------------------------------------------------- */

struct buf
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

void
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
