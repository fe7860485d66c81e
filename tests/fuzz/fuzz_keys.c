/* The key decoder and the names of keys: whatever comes, they end, and what they give is sound. */
#include "career/base/text.h"
#include "career/ui/input.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

static void
require(bool ok)
{
	if (!ok)
		abort();
}

/* The name of a key is the key's. */
static void
check_name(const struct key *k)
{
	struct buf name = BUF_INIT;
	struct key again;

	key_to_name(k, &name);
	require(text_valid(name.data, name.len));
	if (name.len > 0) {
		require(key_from_name(name.data, &again));
		require(again.kind == k->kind && again.ch == k->ch && again.meta == k->meta);
		require(k->kind != KEYK_NAMED || again.named == k->named);
	}
	buf_free(&name);
}

static void
check_key(const struct key *k)
{
	require(k->kind != KEYK_NONE && k->kind != KEYK_RESIZE && k->kind != KEYK_HANGUP);
	if (k->kind == KEYK_CHAR || k->kind == KEYK_PASTE)
		require(k->ch >= 0x20 && k->ch != 0x7f && (k->ch < 0x80 || k->ch >= 0xa0));
	if (k->kind == KEYK_MOUSE)
		require(k->y >= 0 && k->x >= 0);
	if (k->kind == KEYK_NAMED)
		require(k->named < KEYN_COUNT);
	check_name(k);
}

/* The same bytes in pieces of `step`, each late or not: returns the number of keys. */
static size_t
decode(const uint8_t *data, size_t size, size_t step, bool late)
{
	struct decoder d;
	struct key k;
	size_t i, n, keys = 0;

	decoder_init(&d, true);
	for (i = 0; i < size; i += n) {
		n = size - i < step ? size - i : step;
		n = decoder_feed(&d, (const char *)data + i, n);
		require(n > 0);
		if (late)
			decoder_late(&d);
		for (; decoder_next(&d, &k); keys++)
			check_key(&k);
	}
	while (decoder_wait(&d) > 0) {
		decoder_late(&d);
		for (; decoder_next(&d, &k); keys++)
			check_key(&k);
	}
	return keys;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *name = malloc(size + 1);
	struct key k;

	require(decode(data, size, 1, false) == decode(data, size, 1000, false));
	decode(data, size, 3, true);
	memcpy(name, data, size);
	name[size] = '\0';
	if (key_from_name(name, &k))
		check_name(&k);
	free(name);
	return 0;
}
