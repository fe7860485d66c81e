/* zipped.h - a zip in memory, its entries stored as they are: what is mutated is read, not refused for a checksum. */
#ifndef CAREER_FUZZ_ZIPPED_H
#define CAREER_FUZZ_ZIPPED_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

struct zipped_entry {
	const char *name;
	const void *bytes;
	size_t len;
};

static void
zipped_add(zip_t *zip, const struct zipped_entry *x)
{
	zip_source_t *source = zip_source_buffer(zip, x->bytes, x->len, 0);
	zip_int64_t at = zip_file_add(zip, x->name, source, ZIP_FL_ENC_UTF_8);

	if (source == NULL || at < 0
	    || zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0) != 0)
		abort();
}

/* The zip's bytes; free them. */
static char *
zipped(const struct zipped_entry *entries, size_t n, size_t *len)
{
	zip_error_t why;
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, &why);
	zip_t *zip = out != NULL ? zip_open_from_source(out, ZIP_TRUNCATE, &why) : NULL;
	zip_stat_t st;
	char *bytes;

	if (zip == NULL)
		abort();
	zip_source_keep(out);
	for (size_t i = 0; i < n; i++)
		zipped_add(zip, &entries[i]);
	if (zip_close(zip) != 0 || zip_source_stat(out, &st) != 0 || zip_source_open(out) != 0)
		abort();
	bytes = malloc((size_t)st.size + 1);
	if (bytes == NULL || zip_source_read(out, bytes, st.size) != (zip_int64_t)st.size)
		abort();
	zip_source_close(out);
	zip_source_free(out);
	*len = (size_t)st.size;
	return bytes;
}

#endif
