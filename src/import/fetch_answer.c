/*
 * fetch_answer.c - an answer as it comes: its headers, where its body goes, and when enough is enough.
 */
#include "fetch_work.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

/* The value when the line is of this header, without the blanks around it. */
static bool
header_is(const char *line, size_t len, const char *name, char *to, size_t size)
{
	size_t n = strlen(name);

	if (len <= n || strncasecmp(line, name, n) != 0 || line[n] != ':')
		return false;
	for (line += n + 1, len -= n + 1; len > 0 && (*line == ' ' || *line == '\t'); line++)
		len--;
	while (len > 0 && strchr(" \t\r\n", line[len - 1]) != NULL)
		len--;
	to[0] = '\0';
	if (len < size && memchr(line, '\0', len) == NULL) {
		memcpy(to, line, len);
		to[len] = '\0';
	}
	return true;
}

/* Digits of less than 10^15, and the sign behind them: NULL for anything else. */
static const char *
read_digits(const char *s, char end, uint64_t *out)
{
	const int most = 15;
	int n = 0;

	for (*out = 0; n < most && s[n] >= '0' && s[n] <= '9'; n++)
		*out = *out * 10 + (uint64_t)(s[n] - '0');
	return n > 0 && s[n] == end ? s + n + 1 : NULL;
}

/* "bytes 100-199/200" */
static void
read_range(struct fetch *f, const char *value)
{
	static const char unit[] = "bytes ";
	uint64_t from, to, size;

	f->has_range = strncmp(value, unit, strlen(unit)) == 0
	    && (value = read_digits(value + strlen(unit), '-', &from)) != NULL
	    && (value = read_digits(value, '/', &to)) != NULL
	    && read_digits(value, '\0', &size) != NULL;
	if (f->has_range) {
		f->from = from;
		f->size = size;
	}
}

static size_t
on_header(char *line, size_t one, size_t len, void *ctx)
{
	struct fetch *f = ctx;
	char value[256] = {0};

	(void)one;
	f->headers += len;
	if (f->headers > FETCH_HEADERS) {
		f->stop = STOP_HEADERS;
		return 0;
	}
	if (len > 5 && strncmp(line, "HTTP/", 5) == 0) {
		f->seen = (struct fetch_tag){0};
		f->has_range = false;
		f->size = 0;
	} else if (header_is(line, len, "etag", value, sizeof value)) {
		snprintf(f->seen.etag, sizeof f->seen.etag, "%s", value);
	} else if (header_is(line, len, "last-modified", value, sizeof value)) {
		snprintf(f->seen.modified, sizeof f->seen.modified, "%.60s", value);
	} else if (header_is(line, len, "content-range", value, sizeof value)) {
		read_range(f, value);
	}
	return len;
}

/* The body of an answer begins: where does it go? */
bool
fetch_begin(struct fetch *f)
{
	curl_off_t length = -1;

	f->begun = true;
	curl_easy_getinfo(f->curl, CURLINFO_RESPONSE_CODE, &f->status);
	curl_easy_getinfo(f->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
	if (f->status == 206 && (f->at == 0 || !f->has_range || f->from != f->at))
		f->stop = STOP_RANGE;
	else if (f->status != 200 && f->status != 206)
		f->stop = STOP_UNWANTED;
	if (f->stop != STOP_NONE)
		return false;
	f->resumed = f->status == 206;
	if (f->status == 200) {
		/* In this order: a part without a byte is never taken for one of the new version. */
		f->at = 0;
		f->size = length > 0 ? (uint64_t)length : 0;
		if (ftruncate(f->fd, 0) != 0)
			f->stop = STOP_WRITE;
		else if (!fetch_write_tag(f, &f->stop_err))
			f->stop = STOP_TAG;
	}
	if (f->stop == STOP_NONE && f->size > f->w->most)
		f->stop = STOP_LARGE;
	return f->stop == STOP_NONE;
}

static size_t
on_body(char *bytes, size_t one, size_t len, void *ctx)
{
	struct fetch *f = ctx;

	(void)one;
	if (!f->begun)
		fetch_begin(f);
	if (f->stop == STOP_UNWANTED) {
		f->headers += len;
		return f->headers <= FETCH_HEADERS ? len : 0;
	}
	if (f->stop == STOP_NONE && f->at + len > f->w->most)
		f->stop = STOP_LARGE;
	else if (f->stop == STOP_NONE && !fetch_write(f, bytes, len))
		f->stop = STOP_WRITE;
	return f->stop == STOP_NONE ? len : 0;
}

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* libcurl's own measure is a mean of seconds past. */
static bool
stalled(struct fetch *f)
{
	const struct fetch_times *t = f->w->times;
	int64_t now = now_ms();

	if (f->at >= f->mark + (uint64_t)t->stall_bytes || f->at < f->mark || f->mark_ms == 0) {
		f->mark = f->at;
		f->mark_ms = now;
	}
	return now - f->mark_ms > t->stall_ms;
}

/* Called often, and at least once a second. */
static int
on_progress(void *ctx, curl_off_t size, curl_off_t at, curl_off_t up_size, curl_off_t up)
{
	struct fetch *f = ctx;

	(void)size, (void)at, (void)up_size, (void)up;
	if (f->w->progress != NULL && !f->w->progress(f->w->ctx, f->at, f->size))
		f->stop = STOP_ASKED;
	else if (stalled(f))
		f->stop = STOP_STALLED;
	else
		return 0;
	return 1;
}

void
fetch_read_answer(struct fetch *f)
{
	CURL *c = f->curl;

	curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(c, CURLOPT_HEADERDATA, f);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, f);
	curl_easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
	curl_easy_setopt(c, CURLOPT_XFERINFOFUNCTION, on_progress);
	curl_easy_setopt(c, CURLOPT_XFERINFODATA, f);
}
