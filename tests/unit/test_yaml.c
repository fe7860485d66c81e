#include "career/base/yaml.h"

#include "career/base/buf.h"
#include "career/base/file.h"
#include "check.h"
#include "temp.h"

#include <stdlib.h>

static const struct yaml_limits small = {1000, 20, 4};

/* "key=" before a value, text as it is, [list] and {map}; quoted scalars in quotes. */
static void
show(struct buf *out, const struct ynode *n)
{
	const struct ynode *c;

	if (n->key)
		buf_addf(out, "%s=", n->key);
	if (n->kind == Y_SCALAR) {
		buf_addf(out, n->quoted ? "\"%s\"" : "%s", n->text);
		assert_int_equal(n->text[n->len], 0);
		return;
	}
	buf_addc(out, n->kind == Y_LIST ? '[' : '{');
	for (c = n->child; c; c = c->next) {
		show(out, c);
		if (c->next)
			buf_addc(out, ' ');
	}
	buf_addc(out, n->kind == Y_LIST ? ']' : '}');
}

struct read_case {
	const char *yaml, *expected;
};

static const struct read_case good[] = {
    {"", ""},
    {"# only a comment\n", ""},
    {"a: 1\nb: two words\n", "{a=1 b=two words}"},
    {"- a\n- b: c\n  d: e\n- [x, y]\n", "[a {b=c d=e} [x y]]"},
    {"a:\n  - b\n  -\n", "{a=[b ]}"},
    {"a: 'q'\nb: \"x\\ty\"\nc: |\n  text\n  more\nd: >\n  folded\n  line\n",
	"{a=\"q\" b=\"x\ty\" c=\"text\nmore\n\" d=\"folded line\n\"}"},
    {"text: |\n  [[[[[[[[[[ brackets {{{{{{\n", "{text=\"[[[[[[[[[[ brackets {{{{{{\n\"}"},
    {"text: a (b) [c] {d\n", "{text=a (b) [c] {d}"},
    {"--- \na: b\n...\n", "{a=b}"},
    {"%YAML 1.1\n---\na: b\n", "{a=b}"},
    {"\xef\xbb\xbf"
     "a: b\n",
	"{a=b}"},
    {"a: b\r\nc: d\r\n", "{a=b c=d}"},
    {"a: &x one\nb: *x\n*x : two\n", "{a=one b=one one=two}"},
    {"&k key: *k\n", "{key=key}"},
    {"a: &x one\nb: &x two\nc: *x\n", "{a=one b=two c=two}"},
    {"a: !!str 5\nb: ! 6\nc: !!int 7\nd: !!map {}\ne: !!seq []\n",
	"{a=\"5\" b=\"6\" c=7 d={} e=[]}"},
    {"a: {a: {a: 1}}\n", "{a={a={a=1}}}"},
    {"[[[[]]]]", "[[[[]]]]"},
};

static void
test_good(void **state)
{
	struct buf b = BUF_INIT;
	struct yaml_doc doc;
	struct err e;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(good); i++) {
		buf_clear(&b);
		assert_ok(
		    yaml_read_bytes(&doc, "t", good[i].yaml, strlen(good[i].yaml), &small, &e));
		if (doc.root)
			show(&b, doc.root);
		assert_string_equal(b.data, good[i].expected);
		yaml_doc_free(&doc);
	}
	buf_free(&b);
}

static const struct read_case bad[] = {
    {"a: 1\nb: 2\na: 3\n", "t:3:1: key 'a' stands in this map already, in line 1"},
    {"x: {b: 1, a: 1, b: 2, a: 2}\n", "t:1:17: key 'b' stands"},
    {"\"a\": 1\na: 2\n", "t:2:1: key 'a' stands"},
    {"é: 1\nzé: 2\nzé: 3", "t:3:1: key 'zé' stands"},
    {"a: 1\n--- \nb: 2\n", "t:2:1: a second document"},
    {"? [a]\n: b\n", "t:1:3: a list or a map as a key"},
    {"{a: 1}: b\n", "t:1:1: a list or a map as a key"},
    {"a: &x [1]\nb: *x\n", "t:2:4: alias *x means a list"},
    {"a: &x {b: *x}\n", "t:1:11: alias *x means a list"},
    {"a: *nope\n", "t:1:4: alias *nope has no anchor"},
    {"a: !thing 5\n", "t:1:4: tag '!thing' is not used here"},
    {"a: !!map 5\n", "tag 'tag:yaml.org,2002:map' is not used"},
    {"a: !!int [5]\n", "tag 'tag:yaml.org,2002:int' is not used"},
    {"a: !!str {b: c}\n", "tag 'tag:yaml.org,2002:str' is not used"},
    {"[[[[[]]]]]", "t:1:5: nested deeper than the 4 levels"},
    {"a:\n b:\n  c:\n   d:\n    e: 1\n", "t:5:5: nested deeper than the 4 levels"},
    {"- - - - - x\n", "t:1:9: nested deeper"},
    {"[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]", "t:1:50: more than 20 values"},
    {"\"a\\0b\": c\n", "t:1:1: a key holds a NUL"},
    {"a: b\n\tc: d\n", "t:2:1: "},
    {"a: [1, 2\n", "',' or ']' was expected"},
    {"a: 'x\n", "closing quote was expected"},
    {"a: b: c\n", "t:1:5: a ':' where no key can stand"},
    {"key\nkey: a\n", "t:2:4: "},
    {"a: \"\\z\"\n", "unknown escape"},
    {"a: @x\n", "t:1:4: a value cannot start"},
    {"a: x\xff\n", "t:1:5: byte 0xff is not valid UTF-8"},
    {"# é\n# é\xc3\n", "t:2:4: byte 0xc3 is not valid UTF-8"},
    {"a: x\x01y\n", "t:1:5: character U+0001 may not stand"},
    {"a: x\177\n", "t:1:5: character U+007F"},
    {"\xff\xfe"
     "a",
	"t:1:1: the file is UTF-16"},
    {"\xfe\xff", "t:1:1: the file is UTF-16"},
    {"\r\n\r\r\n\n  \x02", "t:5:3: character U+0002"},
};

static void
test_bad(void **state)
{
	struct yaml_doc doc;
	struct err e;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++) {
		if (yaml_read_bytes(&doc, "t", bad[i].yaml, strlen(bad[i].yaml), &small, &e))
			fail_msg("accepted: %s", bad[i].yaml);
		assert_int_equal(e.code, ERR_DATA);
		assert_contains(e.text, bad[i].expected);
		assert_memory_equal(e.text, "t:", 2);
		yaml_doc_free(&doc);
		assert_null(doc.root);
	}
}

static void
test_limits(void **state)
{
	struct buf b = BUF_INIT;
	struct yaml_doc doc;
	struct err e;
	int i;

	(void)state;
	buf_pad(&b, '#', small.bytes);
	assert_ok(yaml_read_bytes(&doc, "t", b.data, b.len, &small, &e));
	yaml_doc_free(&doc);
	buf_addc(&b, '#');
	assert_false(yaml_read_bytes(&doc, "t", b.data, b.len, &small, &e));
	assert_string_equal(e.text, "t:1:1: the file has 1001 bytes, at most 1000 are read");
	yaml_doc_free(&doc);

	buf_clear(&b);
	for (i = 0; i < 300; i++)
		buf_addf(&b, "- &a%d x\n", i);
	assert_false(yaml_read_bytes(&doc, "t", b.data, b.len, &yaml_limits_pack, &e));
	assert_contains(e.text, "t:257:3: more than 256 anchors");
	yaml_doc_free(&doc);

	buf_clear(&b);
	for (i = 0; i < 17; i++)
		buf_addf(&b, "%%TAG !a%d! tag:x\n", i);
	assert_false(yaml_read_bytes(&doc, "t", b.data, b.len, &yaml_limits_pack, &e));
	assert_contains(e.text, "t:17:1: more than 16 lines start with '%'");
	yaml_doc_free(&doc);
	buf_free(&b);
}

/* One unit repeated up to the size limit, with `open` in front: each is refused or kept small. */
struct repeated {
	const char *open, *unit;
};

static const struct repeated repeats[] = {
    {"", "["},
    {"[", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],"},
    {"[", "{a: {a: {a: {a: {a: {a: {a: {a: }}}}}}}},"},
    {"", "{"},
    {"", "- "},
    {"", "? "},
    {"[", ","},
    {"[", "a,"},
    {"{", "a: b, "},
    {"", "- &a a\n- *a\n"},
    {"", "%TAG !a! x\n"},
    {"", "---\n"},
    {"", "...\n"},
    {"", "\n"},
    {"", "\r"},
    {"a:", " "},
    {"a:", "\t"},
    {"", "#\n"},
    {"\"", "\\x41"},
    {"'", "'' "},
    {"", "a"},
    {"", "a b\n"},
    {"a: |\n", " x\n\n"},
    {"a: >\n", " x\n\n"},
    {"", "!!str "},
    {"", "- !!str a\n"},
    {"!", "a"},
    {"&", "a"},
    {"*", "a"},
    {"", "\xe6\x97\xa5 "},
};

static void
test_repeats(void **state)
{
	struct buf bytes = BUF_INIT;
	struct yaml_doc doc;
	struct err e;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(repeats); i++) {
		const struct repeated *r = &repeats[i];

		buf_clear(&bytes);
		buf_adds(&bytes, r->open);
		while (bytes.len + strlen(r->unit) <= yaml_limits_pack.bytes)
			buf_adds(&bytes, r->unit);
		err_clear(&e);
		if (!yaml_read_bytes(&doc, "t", bytes.data, bytes.len, &yaml_limits_pack, &e))
			assert_memory_equal(e.text, "t:", 2);
		assert_in_range(doc.arena.used, 0, 16 << 20);
		yaml_doc_free(&doc);
	}
	buf_free(&bytes);
}

/* The end of a long file name is what tells files apart. */
static void
test_long_name(void **state)
{
	struct buf name = BUF_INIT;
	struct yaml_doc doc;
	struct err e;

	(void)state;
	buf_pad(&name, 'd', 3000);
	buf_adds(&name, "/roles.yaml");
	assert_false(yaml_read_bytes(&doc, name.data, "a: *b", 5, &small, &e));
	assert_contains(e.text, "/roles.yaml:1:4: alias *b has no anchor");
	yaml_doc_free(&doc);
	buf_free(&name);
}

static void
test_places(void **state)
{
	static const char yaml[] = "role:\n  title: x\n  \"é\": [a, \"b\\0c\"]\n";
	const struct ynode *role, *title, *list;
	struct yaml_doc doc;
	struct err e;

	(void)state;
	assert_ok(yaml_read_bytes(&doc, "t", yaml, sizeof yaml - 1, &small, &e));
	assert_string_equal(doc.name, "t");
	assert_int_equal(doc.root->count, 1);
	assert_null(doc.root->key);
	role = ynode_get(doc.root, "role");
	assert_int_equal(role->kind, Y_MAP);
	assert_int_equal(role->key_line, 1);
	assert_int_equal(role->line, 2);
	assert_int_equal(role->column, 3);
	assert_int_equal(role->count, 2);
	title = ynode_get(role, "title");
	assert_int_equal(title->line, 2);
	assert_int_equal(title->column, 10);
	list = ynode_get(role, "é");
	assert_int_equal(list->key_line, 3);
	assert_int_equal(list->key_column, 3);
	assert_int_equal(list->column, 8);
	assert_int_equal(list->child->next->column, 12);
	assert_int_equal(list->child->next->len, 3);
	assert_memory_equal(list->child->next->text, "b\0c", 4);
	assert_null(ynode_get(role, "none"));
	assert_null(ynode_get(list, "a"));
	assert_null(ynode_get(title, "a"));
	assert_null(ynode_get(NULL, "a"));
	yaml_doc_free(&doc);
}

static void
test_null(void **state)
{
	static const char yaml[] = "[~, null, '', 'null', nul, []]";
	static const bool expected[] = {true, true, false, false, false, false};
	const struct ynode *n;
	struct yaml_doc doc;
	struct err e;
	size_t i = 0;

	(void)state;
	assert_ok(yaml_read_bytes(&doc, "t", yaml, sizeof yaml - 1, &small, &e));
	for (n = doc.root->child; n; n = n->next)
		assert_int_equal(ynode_is_null(n), expected[i++]);
	assert_int_equal(i, COUNT(expected));
	yaml_doc_free(&doc);
	assert_ok(yaml_read_bytes(&doc, "t", "a:\n", 3, &small, &e));
	assert_true(ynode_is_null(doc.root->child));
	yaml_doc_free(&doc);
}

static void
test_file(void **state)
{
	char *dir = temp_dir();
	const char *path = temp_path(dir, "x.yaml");
	struct yaml_doc doc;
	struct err e;

	(void)state;
	temp_write(path, "a: b", 4);
	assert_ok(yaml_read_file(&doc, path, &small, &e));
	assert_string_equal(doc.name, path);
	assert_string_equal(ynode_get(doc.root, "a")->text, "b");
	yaml_doc_free(&doc);
	temp_write(path, "a: *b", 5);
	assert_false(yaml_read_file(&doc, path, &small, &e));
	assert_contains(e.text, path);
	yaml_doc_free(&doc);
	assert_false(yaml_read_file(&doc, temp_path(dir, "none"), &small, &e));
	assert_contains(e.text, "No such file");
	yaml_doc_free(&doc);
	assert_false(yaml_read_file(&doc, dir, &small, &e));
	yaml_doc_free(&doc);
	temp_remove(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_good),
	    cmocka_unit_test(test_bad),
	    cmocka_unit_test(test_limits),
	    cmocka_unit_test(test_repeats),
	    cmocka_unit_test(test_long_name),
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_null),
	    cmocka_unit_test(test_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
