#include "career/base/buf.h"

#include "career/base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Shared by every empty buffer and never written to. */
char buf_empty[1];

void
buf_init(struct buf *b)
{
	b->data = buf_empty;
	b->len = 0;
	b->cap = 0;
}

void
buf_free(struct buf *b)
{
	if (b->cap > 0)
		free(b->data);
	buf_init(b);
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	if (b->cap > 0)
		b->data[0] = '\0';
}

char *
buf_take(struct buf *b)
{
	char *data = b->cap > 0 ? b->data : mem_ndup("", 0);

	buf_init(b);
	return data;
}

/* Room for `more` bytes and the NUL. */
static void
room(struct buf *b, size_t more)
{
	size_t need = more <= SIZE_MAX / 2 ? b->len + more + 1 : SIZE_MAX;

	if (need <= b->cap)
		return;
	b->data = mem_reserve(b->cap > 0 ? b->data : NULL, &b->cap, need < 32 ? 32 : need, 1);
	b->data[b->len] = '\0';
}

void
buf_add(struct buf *b, const void *bytes, size_t len)
{
	if (len == 0)
		return;
	room(b, len);
	memcpy(b->data + b->len, bytes, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_addc(struct buf *b, char c)
{
	room(b, 1);
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

void
buf_pad(struct buf *b, char c, size_t count)
{
	if (count == 0)
		return;
	room(b, count);
	memset(b->data + b->len, c, count);
	b->len += count;
	b->data[b->len] = '\0';
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_addv(b, fmt, ap);
	va_end(ap);
}

void
buf_addv(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n > 0) {
		room(b, (size_t)n);
		vsnprintf(b->data + b->len, (size_t)n + 1, fmt, again);
		b->len += (size_t)n;
	}
	va_end(again);
}

void
buf_insert(struct buf *b, size_t at, const void *bytes, size_t len)
{
	if (len == 0)
		return;
	if (at > b->len)
		at = b->len;
	room(b, len);
	memmove(b->data + at + len, b->data + at, b->len - at + 1);
	memcpy(b->data + at, bytes, len);
	b->len += len;
}

void
buf_remove(struct buf *b, size_t at, size_t len)
{
	if (at >= b->len || len == 0)
		return;
	if (len > b->len - at)
		len = b->len - at;
	memmove(b->data + at, b->data + at + len, b->len - at - len + 1);
	b->len -= len;
}
