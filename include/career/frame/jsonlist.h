/*
 * jsonlist.h - JSON arrays of text, as SQL's json_group_array writes them.
 *
 * Only what a list column needs: one array whose elements are strings or null (skipped). Anything
 * else is an error.
 */
#ifndef CAREER_FRAME_JSONLIST_H
#define CAREER_FRAME_JSONLIST_H

#include "career/base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* Calls each(ctx, text, len) per string, unescaped; `tmp` holds it. U+0000 becomes U+FFFD, as does
 * half a surrogate pair. False when the text is no such array (some calls may have been made). */
bool jsonlist_each(const char *json, struct buf *tmp,
    void (*each)(void *ctx, const char *text, size_t len), void *ctx);

#endif
