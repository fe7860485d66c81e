/*
 * feeds.c - the table of publishers' addresses, from YAML.
 */
#include "career/build/feeds.h"

#include "career/base/embedded.h"
#include "career/base/file.h"
#include "career/base/num.h"
#include "career/base/text.h"
#include "career/base/yaml_check.h"
#include "career/build/import.h"
#include "career/import/fetch.h"

#include <stdlib.h>
#include <string.h>

#define BUILT_IN "data/feeds.yaml"

_Static_assert(FEEDS_MOST <= 64, "one bit a feed");

const struct feed_content feed_contents[] = {
    {"zip", "PK\3\4", "a zip"},
    {"xlsx", "PK\3\4", "a workbook"},
    {"csv", NULL, "a table with commas between its cells"},
    {"text", NULL, "another text"},
};
const size_t nfeed_contents = sizeof feed_contents / sizeof *feed_contents;

/* --- keys ------------------------------------------------------------------------------------ */

enum {
	K_TITLE,
	K_KIND,
	K_GROUP,
	K_PUBLISHER,
	K_PAGE,
	K_LICENCE,
	K_BY_HAND,
	K_FILES,
	K_ADDRESS,
	K_CONTENT,
	K_MEMBER,
	K_LEAST,
	K_MOST,
	KEYS
};

const struct feed_key feed_keys[] = {
    [K_TITLE] = {"title", "what people call the set", true, false},
    [K_KIND] = {"kind", "which importer reads it: a name of `career import --help`", true, false},
    [K_GROUP] = {"group", "a name for several feeds: `career get us`", false, false},
    [K_PUBLISHER] = {"publisher", "who offers it", true, false},
    [K_PAGE] = {"page", "address of the page where a person finds it", true, false},
    [K_LICENCE] = {"licence", "under which terms", true, false},
    [K_BY_HAND] = {"by-hand", "what a person does on the page; instead of files", false, false},
    [K_FILES] = {"files", "list of the files that are fetched, at most 8", false, false},
    [K_ADDRESS] = {"address", "where it is: https, or http on the machine itself", true, true},
    [K_CONTENT] = {"content", "what it is: zip, xlsx, csv or text", true, true},
    [K_MEMBER] = {"member",
	"pattern of the members of a zip that are taken; the zip as it is when "
	"absent",
	false, true},
    [K_LEAST] = {"least", "bytes that it has at least: 100k, 2m", false, true},
    [K_MOST] = {"most", "bytes that it has at most", true, true},
};
const size_t nfeed_keys = sizeof feed_keys / sizeof *feed_keys;

/* --- reading --------------------------------------------------------------------------------- */

static bool
wrong(const struct feeds *f, const struct ynode *n, struct err *e, const char *what)
{
	return yaml_fail(e, (struct yaml_place){f->doc.name, n->line, n->column}, "%s", what);
}

/* The name in front of `n` is wrong. */
static bool
wrong_key(const struct feeds *f, const struct ynode *n, struct err *e, const char *what)
{
	return yaml_fail(e, (struct yaml_place){f->doc.name, n->key_line, n->key_column},
	    "'%.60s': %s", n->key, what);
}

/* Position in feed_keys; -1: no such key there. */
static int
key_of(const struct ynode *n, bool of_file)
{
	for (int i = 0; i < KEYS; i++)
		if (feed_keys[i].of_file == of_file && strcmp(feed_keys[i].name, n->key) == 0)
			return i;
	return -1;
}

static bool
take_text(const struct feeds *f, const struct ynode *n, const char **to, struct err *e)
{
	if (n->kind != Y_SCALAR || n->len == 0 || strlen(n->text) != n->len)
		return wrong(f, n, e, "a text was expected");
	*to = n->text;
	return true;
}

static bool
take_address(const struct feeds *f, const struct ynode *n, const char **to, struct err *e)
{
	struct err why;

	if (!take_text(f, n, to, e))
		return false;
	return fetch_allowed(*to, &why) || wrong(f, n, e, why.text);
}

static bool
take_kind(const struct feeds *f, const struct ynode *n, const char **to, struct err *e)
{
	if (!take_text(f, n, to, e))
		return false;
	for (size_t i = 0; i < nimporters; i++)
		if (importers[i] != NULL && strcmp(importers[i]->kind, *to) == 0)
			return true;
	return wrong(f, n, e, "no importer is called so: `career import --help` lists them");
}

static bool
take_bytes(const struct feeds *f, const struct ynode *n, uint64_t *to, struct err *e)
{
	const double most = 4e9;
	double v;

	if (n->kind != Y_SCALAR || !num_parse_short(n->text, &v) || v < 0 || v > most)
		return wrong(f, n, e, "a number of bytes was expected, such as 100k or 2m");
	*to = (uint64_t)v;
	return true;
}

static bool
take_content(
    const struct feeds *f, const struct ynode *n, const struct feed_content **to, struct err *e)
{
	for (size_t i = 0; n->kind == Y_SCALAR && i < nfeed_contents; i++)
		if (strcmp(feed_contents[i].name, n->text) == 0) {
			*to = &feed_contents[i];
			return true;
		}
	return wrong(f, n, e, "zip, xlsx, csv or text was expected");
}

static bool
read_file_key(const struct feeds *f, const struct ynode *n, struct feed_file *to, unsigned *seen,
    struct err *e)
{
	int key = key_of(n, true);

	if (key < 0)
		return wrong_key(f, n, e, "a file has no such key");
	*seen |= 1u << key;
	switch (key) {
	case K_ADDRESS:
		return take_address(f, n, &to->address, e);
	case K_CONTENT:
		return take_content(f, n, &to->content, e);
	case K_MEMBER:
		return take_text(f, n, &to->member, e);
	case K_LEAST:
		return take_bytes(f, n, &to->least, e);
	default:
		return take_bytes(f, n, &to->most, e);
	}
}

static bool
is_complete(
    const struct feeds *f, const struct ynode *n, bool of_file, unsigned seen, struct err *e)
{
	struct yaml_place at = {f->doc.name, n->line, n->column};

	for (int i = 0; i < KEYS; i++)
		if (feed_keys[i].of_file == of_file && feed_keys[i].required && !(seen & 1u << i))
			return yaml_fail(e, at, "the key '%s' is missing: %s", feed_keys[i].name,
			    feed_keys[i].help);
	return true;
}

static bool
read_file_entry(const struct feeds *f, const struct ynode *map, struct feed_file *to, struct err *e)
{
	unsigned seen = 0;

	if (map->kind != Y_MAP)
		return wrong(f, map, e, "a file was expected: `- address: ...`");
	for (const struct ynode *n = map->child; n != NULL; n = n->next)
		if (!read_file_key(f, n, to, &seen, e))
			return false;
	if (!is_complete(f, map, true, seen, e))
		return false;
	if (to->least > to->most)
		return wrong(f, map, e, "'least' is more than 'most'");
	return to->member == NULL || strcmp(to->content->name, "zip") == 0
	    || wrong(f, map, e, "'member' is for a zip");
}

static bool
read_files(const struct feeds *f, const struct ynode *list, struct feed *to, struct err *e)
{
	if (list->kind != Y_LIST || list->count == 0 || list->count > FEED_FILES)
		return wrong(f, list, e, "a list of one to 8 files was expected");
	for (const struct ynode *n = list->child; n != NULL; n = n->next)
		if (!read_file_entry(f, n, &to->file[to->nfiles++], e))
			return false;
	return true;
}

static bool
read_key(const struct feeds *f, const struct ynode *n, struct feed *to, int key, struct err *e)
{
	switch (key) {
	case K_TITLE:
		return take_text(f, n, &to->title, e);
	case K_KIND:
		return take_kind(f, n, &to->kind, e);
	case K_GROUP:
		return take_text(f, n, &to->group, e);
	case K_PUBLISHER:
		return take_text(f, n, &to->publisher, e);
	case K_PAGE:
		return take_address(f, n, &to->page, e);
	case K_LICENCE:
		return take_text(f, n, &to->licence, e);
	case K_BY_HAND:
		return take_text(f, n, &to->by_hand, e);
	case K_FILES:
		return read_files(f, n, to, e);
	default:
		return wrong_key(f, n, e, "a feed has no such key; career-feeds(5) has them");
	}
}

/* It becomes a folder's name. */
static bool
is_name(const char *s)
{
	return s[0] != '\0' && strlen(s) <= 40
	    && s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0' && s[0] != '-';
}

static bool
read_feed(struct feeds *f, const struct ynode *map, struct err *e)
{
	struct feed *to = &f->feed[f->n];
	unsigned seen = 0;

	*to = (struct feed){.name = map->key, .group = ""};
	if (!is_name(map->key))
		return wrong_key(f, map, e, "small letters, digits and - were expected");
	if (map->kind != Y_MAP)
		return wrong(f, map, e, "a feed was expected: `title:`, `kind:`, ...");
	for (const struct ynode *n = map->child; n != NULL; n = n->next) {
		int key = key_of(n, false);

		if (!read_key(f, n, to, key, e))
			return false;
		seen |= 1u << key;
	}
	if (!is_complete(f, map, false, seen, e))
		return false;
	if ((to->nfiles == 0) != (to->by_hand != NULL))
		return wrong(f, map, e, "either 'files' or 'by-hand' was expected");
	f->n++;
	return true;
}

static bool
read_all(struct feeds *f, struct err *e)
{
	const struct ynode *root = f->doc.root,
			   *list = root != NULL ? ynode_get(root, "feeds") : NULL;

	if (root == NULL || ynode_is_null(root))
		return true;
	if (list == NULL || list->kind != Y_MAP || root->count != 1)
		return wrong(f, root, e, "`feeds:` was expected, with a feed a name below it");
	if (list->count > FEEDS_MOST)
		return wrong(f, list, e, "more than 64 feeds");
	for (const struct ynode *n = list->child; n != NULL; n = n->next)
		if (!read_feed(f, n, e))
			return false;
	for (size_t i = 0; i < f->n; i++)
		for (size_t k = 0; k < f->n; k++)
			if (strcmp(f->feed[i].name, f->feed[k].group) == 0)
				return err_set(e, ERR_USAGE,
				    "%s: '%s' is the name of a feed and of a group", f->doc.name,
				    f->feed[i].name);
	return true;
}

bool
feeds_read(struct feeds *f, const char *name, const char *bytes, size_t len, struct err *e)
{
	bool ok;

	memset(f, 0, sizeof *f);
	ok = yaml_read_bytes(&f->doc, name, bytes, len, &yaml_limits_config, e) && read_all(f, e);
	if (!ok)
		e->code = ERR_USAGE;
	return ok;
}

bool
feeds_load(struct feeds *f, struct err *e)
{
	char *path = path_config("feeds.yaml");
	const char *built_in = embedded_text(BUILT_IN);
	struct buf bytes = BUF_INIT;
	bool ok;

	if (path != NULL && file_exists(path)) {
		memset(f, 0, sizeof *f);
		ok = file_read(path, yaml_limits_config.bytes, &bytes, e)
		    && feeds_read(f, path, bytes.data, bytes.len, e);
	} else {
		ok = feeds_read(f, BUILT_IN, built_in, strlen(built_in), e);
	}
	buf_free(&bytes);
	free(path);
	return ok;
}

void
feeds_free(struct feeds *f)
{
	yaml_doc_free(&f->doc);
	memset(f, 0, sizeof *f);
}

/* --- names ----------------------------------------------------------------------------------- */

uint64_t
feeds_named(const struct feeds *f, const char *name)
{
	uint64_t found = 0;

	bool all = strcmp(name, "all") == 0;

	for (size_t i = 0; i < f->n && name[0] != '\0'; i++)
		if (all || strcmp(f->feed[i].name, name) == 0
		    || strcmp(f->feed[i].group, name) == 0)
			found |= UINT64_C(1) << i;
	return found;
}

const char *
feeds_nearest(const struct feeds *f, const char *name)
{
	const char *names[FEEDS_MOST * 2 + 1] = {"all"};
	size_t n = 1;

	for (size_t i = 0; i < f->n; i++) {
		names[n++] = f->feed[i].name;
		if (f->feed[i].group[0] != '\0')
			names[n++] = f->feed[i].group;
	}
	return text_nearest(name, names, n);
}
