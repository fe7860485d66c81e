#include "career/base/yaml.h"

#include "career/base/file.h"
#include "career/base/yaml_tree.h"

#include <string.h>
#include <yaml.h>

#define MAX_SHOWN 60 /* bytes of the file's own text in a message */

const struct yaml_limits yaml_limits_pack = {(size_t)4 << 20, 200000, 64};
const struct yaml_limits yaml_limits_config = {(size_t)256 << 10, 10000, 16};

struct reader {
	struct yaml_tree tree;
	unsigned documents;
};

static struct yaml_place
place(const struct reader *r, yaml_mark_t mark)
{
	struct yaml_place at = {r->tree.doc->name, mark.line + 1, mark.column + 1};

	return at;
}

struct core_tag {
	const char *tag;
	enum ynode_kind kind;
	bool string; /* the text is text, whatever it looks like */
};

static const struct core_tag core_tags[] = {
    {"!", Y_SCALAR, true},
    {YAML_STR_TAG, Y_SCALAR, true},
    {YAML_INT_TAG, Y_SCALAR, false},
    {YAML_FLOAT_TAG, Y_SCALAR, false},
    {YAML_BOOL_TAG, Y_SCALAR, false},
    {YAML_NULL_TAG, Y_SCALAR, false},
    {"!", Y_LIST, false},
    {YAML_SEQ_TAG, Y_LIST, false},
    {"!", Y_MAP, false},
    {YAML_MAP_TAG, Y_MAP, false},
};

/* The row of a tag that may stand at such a node, else NULL. */
static const struct core_tag *
core_tag(const char *tag, enum ynode_kind kind)
{
	size_t i;

	for (i = 0; i < sizeof core_tags / sizeof *core_tags; i++)
		if (core_tags[i].kind == kind && strcmp(core_tags[i].tag, tag) == 0)
			return &core_tags[i];
	return NULL;
}

static bool
fail_tag(struct reader *r, const char *tag, struct yaml_place at)
{
	return yaml_fail(r->tree.e, at,
	    "tag '%.*s' is not used here; write the value without a tag", MAX_SHOWN, tag);
}

static bool
on_scalar(struct reader *r, const yaml_event_t *ev)
{
	const char *tag = (const char *)ev->data.scalar.tag;
	const char *text = (const char *)ev->data.scalar.value;
	const struct core_tag *core = tag ? core_tag(tag, Y_SCALAR) : NULL;
	struct yaml_place at = place(r, ev->start_mark);
	struct ynode n = {.kind = Y_SCALAR};

	if (tag && !core)
		return fail_tag(r, tag, at);
	n.quoted = ev->data.scalar.style != YAML_PLAIN_SCALAR_STYLE || (core && core->string);
	n.len = (uint32_t)ev->data.scalar.length;
	n.text = arena_ndup(&r->tree.doc->arena, text, n.len);
	return ytree_scalar(&r->tree, &n, (const char *)ev->data.scalar.anchor, at);
}

static bool
on_alias(struct reader *r, const yaml_event_t *ev)
{
	return ytree_alias(&r->tree, (const char *)ev->data.alias.anchor, place(r, ev->start_mark));
}

static bool
on_list(struct reader *r, const yaml_event_t *ev)
{
	const char *tag = (const char *)ev->data.sequence_start.tag;
	struct yaml_place at = place(r, ev->start_mark);

	if (tag && !core_tag(tag, Y_LIST))
		return fail_tag(r, tag, at);
	return ytree_open(&r->tree, Y_LIST, (const char *)ev->data.sequence_start.anchor, at);
}

static bool
on_map(struct reader *r, const yaml_event_t *ev)
{
	const char *tag = (const char *)ev->data.mapping_start.tag;
	struct yaml_place at = place(r, ev->start_mark);

	if (tag && !core_tag(tag, Y_MAP))
		return fail_tag(r, tag, at);
	return ytree_open(&r->tree, Y_MAP, (const char *)ev->data.mapping_start.anchor, at);
}

static bool
on_close(struct reader *r, const yaml_event_t *ev)
{
	(void)ev;
	return ytree_close(&r->tree);
}

static bool
on_document(struct reader *r, const yaml_event_t *ev)
{
	if (r->documents++ == 0)
		return true;
	return yaml_fail(r->tree.e, place(r, ev->start_mark),
	    "a second document starts here; one per file was expected");
}

typedef bool event_fn(struct reader *r, const yaml_event_t *ev);

/* Events without a row say nothing to us. */
static event_fn *const handlers[] = {
    [YAML_DOCUMENT_START_EVENT] = on_document,
    [YAML_ALIAS_EVENT] = on_alias,
    [YAML_SCALAR_EVENT] = on_scalar,
    [YAML_SEQUENCE_START_EVENT] = on_list,
    [YAML_SEQUENCE_END_EVENT] = on_close,
    [YAML_MAPPING_START_EVENT] = on_map,
    [YAML_MAPPING_END_EVENT] = on_close,
};

struct reword {
	const char *theirs, *ours;
};

/* libyaml's words for what people get wrong most, in words that say what to do. */
static const struct reword rewords[] = {
    {"mapping values are not allowed in this context",
	"a ':' where no key can stand; quote the text or check the indentation"},
    {"could not find expected ':'", "a key without ':'; 'key: value' was expected"},
    {"did not find expected key", "a key was expected here; check the indentation"},
    {"did not find expected '-' indicator", "'- ' was expected here; check the indentation"},
    {"did not find expected ',' or ']'", "',' or ']' was expected"},
    {"did not find expected ',' or '}'", "',' or '}' was expected"},
    {"did not find expected node content", "a value was expected"},
    {"did not find expected <document start>",
	"more text behind the end of the value; one value per file was expected"},
    {"found character that cannot start any token",
	"a value cannot start with this character; quote it (indent with spaces, never tabs)"},
    {"found unexpected end of stream",
	"the file ends inside quotes; the closing quote was expected"},
    {"found unexpected document indicator",
	"'---' or '...' inside quotes; the closing quote was "
	"expected"},
    {"found unknown escape character", "unknown escape after '\\' in double quotes"},
    {"block sequence entries are not allowed in this context",
	"a '- ' where no list can stand; put it on a line of its own"},
    {"found a tab character that violates indentation", "a tab in the indentation; use spaces"},
    {"found a tab character where an indentation space is expected",
	"a tab in the indentation; use spaces"},
};

static bool
fail_syntax(struct reader *r, const yaml_parser_t *p)
{
	const char *problem = p->problem ? p->problem : "not readable as YAML";
	struct yaml_place at = place(r, p->problem_mark);
	size_t i;

	if (p->error == YAML_MEMORY_ERROR)
		return yaml_fail(r->tree.e, at, "out of memory");
	for (i = 0; i < sizeof rewords / sizeof *rewords; i++)
		if (strcmp(problem, rewords[i].theirs) == 0)
			return yaml_fail(r->tree.e, at, "%s", rewords[i].ours);
	return yaml_fail(
	    r->tree.e, at, "%s%s%s", problem, p->context ? " " : "", p->context ? p->context : "");
}

static bool
read_events(struct reader *r, yaml_parser_t *p)
{
	bool ok = true, end = false;
	yaml_event_t ev;

	while (ok && !end) {
		if (!yaml_parser_parse(p, &ev))
			return fail_syntax(r, p);
		end = ev.type == YAML_STREAM_END_EVENT;
		if ((size_t)ev.type < sizeof handlers / sizeof *handlers && handlers[ev.type])
			ok = handlers[ev.type](r, &ev);
		yaml_event_delete(&ev);
	}
	return ok;
}

static void
doc_init(struct yaml_doc *doc, const char *name)
{
	arena_init(&doc->arena);
	doc->name = arena_dup(&doc->arena, name);
	doc->root = NULL;
}

static bool
read_checked(struct yaml_doc *doc, const char *bytes, size_t len, const struct yaml_limits *lim,
    struct err *e)
{
	struct reader r = {.documents = 0};
	yaml_parser_t p;
	bool ok;

	if (!yaml_check_bytes(doc->name, bytes, len, lim, e))
		return false;
	if (!yaml_parser_initialize(&p))
		return err_set(e, ERR_DATA, "%s: out of memory", doc->name);
	yaml_parser_set_encoding(&p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&p, (const unsigned char *)bytes, len);
	ytree_init(&r.tree, doc, lim, e);
	ok = read_events(&r, &p);
	ytree_free(&r.tree);
	yaml_parser_delete(&p);
	return ok;
}

bool
yaml_read_bytes(struct yaml_doc *doc, const char *name, const char *bytes, size_t len,
    const struct yaml_limits *lim, struct err *e)
{
	doc_init(doc, name);
	return read_checked(doc, bytes, len, lim, e);
}

bool
yaml_read_file(struct yaml_doc *doc, const char *path, const struct yaml_limits *lim, struct err *e)
{
	struct buf bytes = BUF_INIT;
	bool ok;

	doc_init(doc, path);
	ok = file_read(path, lim->bytes, &bytes, e)
	    && read_checked(doc, bytes.data, bytes.len, lim, e);
	buf_free(&bytes);
	return ok;
}

void
yaml_doc_free(struct yaml_doc *doc)
{
	arena_free(&doc->arena);
	doc->name = NULL;
	doc->root = NULL;
}

struct ynode *
ynode_get(const struct ynode *map, const char *key)
{
	struct ynode *n;

	if (!map || map->kind != Y_MAP)
		return NULL;
	for (n = map->child; n; n = n->next)
		if (strcmp(n->key, key) == 0)
			return n;
	return NULL;
}

bool
ynode_is_null(const struct ynode *n)
{
	return n->kind == Y_SCALAR && !n->quoted
	    && (n->len == 0 || strcmp(n->text, "~") == 0 || strcmp(n->text, "null") == 0);
}
