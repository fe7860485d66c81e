/* Any bytes end in a tree that keeps its promises, or in one message with a place. */
#include "career/base/yaml.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool holds)
{
	if (!holds)
		abort();
}

/* Returns the nodes below and including n. */
static size_t
check_node(const struct ynode *n, unsigned depth)
{
	const struct ynode *c;
	size_t nodes = 1;
	uint32_t count = 0;

	require(n->line > 0 && n->column > 0);
	if (n->kind == Y_SCALAR) {
		require(n->text && n->text[n->len] == '\0' && !n->child && n->count == 0);
		return 1;
	}
	require(depth < yaml_limits_config.depth);
	for (c = n->child; c; c = c->next) {
		count++;
		require((c->key != NULL) == (n->kind == Y_MAP));
		if (c->key)
			require(c->key_line > 0 && ynode_get(n, c->key) == c);
		nodes += check_node(c, depth + 1);
	}
	require(count == n->count);
	return nodes;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct yaml_doc doc;
	struct err e;

	err_clear(&e);
	if (yaml_read_bytes(&doc, "f.yaml", (const char *)data, size, &yaml_limits_config, &e)) {
		require(e.code == ERR_NONE);
		if (doc.root)
			require(check_node(doc.root, 0) <= yaml_limits_config.nodes);
	} else {
		require(e.code == ERR_DATA && strncmp(e.text, "f.yaml:", 7) == 0);
		require(!strchr(e.text, '\n'));
	}
	yaml_doc_free(&doc);
	return 0;
}
