/*
 * fetch_say.c - why a fetch did not end well, in words.
 */
#include "fetch_work.h"

#include "career/base/num.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* "ADDRESS: reason", with the way that led there. */
enum outcome
fetch_failed(const struct fetch *f, struct err *e, const char *reason)
{
	struct buf text = BUF_INIT;

	fetch_show(f->w->address, &text);
	if (strcmp(f->address, f->w->address) != 0) {
		buf_adds(&text, " led to ");
		fetch_show(f->address, &text);
	}
	err_set(e, ERR_DATA, "%.600s: %.380s", text.data, reason);
	buf_free(&text);
	return FAILED;
}

enum outcome
fetch_bad_status(const struct fetch *f, struct err *e)
{
	static const struct {
		long status;
		const char *words;
	} known[] = {
	    {401, "wants a password"},
	    {403, "refuses it"},
	    {404, "has no such file (any more)"},
	    {410, "has the file no more"},
	    {429, "wants fewer requests: try again later"},
	};
	const char *words =
	    f->status >= 500 ? "is in trouble: try again later" : "does not give the file";
	char text[128];

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].status == f->status)
			words = known[i].words;
	snprintf(text, sizeof text, "the server %s (status %ld)", words, f->status);
	return fetch_failed(f, e, text);
}

static void
put_bytes(struct buf *out, uint64_t n)
{
	num_full(out, (double)n);
	buf_adds(out, n == 1 ? " byte" : " bytes");
}

enum outcome
fetch_bad_size(const struct fetch *f, bool large, struct err *e)
{
	struct buf text = BUF_INIT;

	fetch_drop_part(f);
	if (large) {
		buf_adds(&text, "more than the ");
		put_bytes(&text, f->w->most);
		buf_adds(&text, " that such a file has at most");
	} else {
		buf_adds(&text, "only ");
		put_bytes(&text, f->at);
		buf_adds(&text, " came, such a file has at least ");
		put_bytes(&text, f->w->least);
	}
	fetch_failed(f, e, text.data);
	buf_free(&text);
	return FAILED;
}

/* Keeps what came. */
enum outcome
fetch_late(const struct fetch *f, struct err *e, const char *reason)
{
	struct buf text = BUF_INIT;

	buf_adds(&text, reason);
	if (f->at > 0) {
		buf_adds(&text, " (");
		put_bytes(&text, f->at);
		buf_adds(&text, " are there: the next call goes on behind them)");
	}
	fetch_failed(f, e, text.data);
	buf_free(&text);
	return FAILED;
}

enum outcome
fetch_stopped(struct fetch *f, struct err *e)
{
	switch (f->stop) {
	case STOP_ASKED:
		err_set(e, ERR_INTERRUPTED, "interrupted");
		return FAILED;
	case STOP_STALLED:
		return fetch_late(f, e, f->begun ? "too slow: given up" : "no answer in time");
	case STOP_LARGE:
		return fetch_bad_size(f, true, e);
	case STOP_HEADERS:
		return fetch_failed(f, e, "the answer's headers have no end");
	case STOP_WRITE:
		err_set(e, ERR_DATA, "%s: %s", f->w->part, strerror(errno));
		return FAILED;
	case STOP_TAG:
		*e = f->stop_err;
		return FAILED;
	case STOP_RANGE:
		return ANEW;
	case STOP_UNWANTED:
	case STOP_NONE:
		break;
	}
	return f->status == 416 && f->at > 0 ? ANEW : fetch_bad_status(f, e);
}

/* libcurl gave up. */
enum outcome
fetch_broken(struct fetch *f, CURLcode code, struct err *e)
{
	const char *words = f->words[0] != '\0' ? f->words : curl_easy_strerror(code);

	if (code == CURLE_OPERATION_TIMEDOUT)
		return fetch_late(
		    f, e, f->begun ? "not done in time: given up" : "no answer in time");
	return f->begun || code == CURLE_PARTIAL_FILE ? CUT : fetch_failed(f, e, words);
}
