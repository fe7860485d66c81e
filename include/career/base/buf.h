/*
 * buf.h - a growing byte string.
 *
 * Invariant: `data` is never NULL after buf_init and data[len] is NUL. The bytes may hold NULs.
 * Embedded: buf_init / buf_free; buf_take gives the bytes away and leaves an empty buffer.
 */
#ifndef CAREER_BASE_BUF_H
#define CAREER_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct buf {
	char *data;
	size_t len;
	size_t cap; /* 0 while data is the shared empty string */
};

#define BUF_INIT                                                                                   \
	{                                                                                          \
		buf_empty, 0, 0                                                                    \
	}
extern char buf_empty[1];

void buf_init(struct buf *b);
void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* length 0, memory kept */
char *buf_take(struct buf *b); /* caller frees with free() */

void buf_add(struct buf *b, const void *bytes, size_t len);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
void buf_pad(struct buf *b, char c, size_t count);
void buf_addf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_addv(struct buf *b, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));
void buf_insert(struct buf *b, size_t at, const void *bytes, size_t len);
void buf_remove(struct buf *b, size_t at, size_t len);

#endif
