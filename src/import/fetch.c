/*
 * fetch.c - a file over HTTP: requests, redirects, going on where it was cut, until it is whole.
 */
#include "fetch_work.h"

#include "career/base/file.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const struct fetch_times fetch_times_usual = {.connect_ms = 30 * 1000,
    .stall_ms = 30 * 1000,
    .stall_bytes = 6000,
    .total_ms = 2 * 60 * 60 * 1000};

/* --- a request ------------------------------------------------------------------------------- */

static struct curl_slist *
add_header(struct curl_slist *list, const char *name, const char *value)
{
	struct buf line = BUF_INIT;
	struct curl_slist *longer;

	buf_addf(&line, "%s: %s", name, value);
	longer = curl_slist_append(list, line.data);
	buf_free(&line);
	return longer != NULL ? longer : list;
}

/* Goes on behind what is there, or asks whether the whole file was changed; weak validators tell nothing of
 * bytes. */
static struct curl_slist *
conditions(const struct fetch *f, bool fresh)
{
	const struct fetch_tag *t = &f->tag;
	bool strong = t->etag[0] == '"';
	struct curl_slist *list = NULL;
	char from[64];

	if (f->at > 0) {
		snprintf(from, sizeof from, "bytes=%llu-", (unsigned long long)f->at);
		list = add_header(list, "Range", from);
		list = add_header(list, "If-Range", strong ? t->etag : t->modified);
	} else if (fresh && file_exists(f->w->path)) {
		if (t->etag[0] != '\0')
			list = add_header(list, "If-None-Match", t->etag);
		else if (t->modified[0] != '\0')
			list = add_header(list, "If-Modified-Since", t->modified);
	}
	return list;
}

static void
set_protocol(CURL *c, enum scheme scheme)
{
#if LIBCURL_VERSION_NUM >= 0x075500
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, scheme == SCHEME_LOOPBACK ? "http" : "https");
#else
	curl_easy_setopt(c, CURLOPT_PROTOCOLS,
	    (long)(scheme == SCHEME_LOOPBACK ? CURLPROTO_HTTP : CURLPROTO_HTTPS));
#endif
	if (scheme == SCHEME_LOOPBACK)
		curl_easy_setopt(c, CURLOPT_PROXY, "");
}

static void
set_up(struct fetch *f, struct curl_slist *headers)
{
	const struct fetch_times *t = f->w->times;
	CURL *c = f->curl;

	set_protocol(c, fetch_scheme(f->address));
	curl_easy_setopt(c, CURLOPT_URL, f->address);
	curl_easy_setopt(c, CURLOPT_USERAGENT, f->w->agent);
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, t->connect_ms);
	curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, t->total_ms);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, f->words);
	fetch_read_answer(f);
}

/* --- what came of it ------------------------------------------------------------------------- */

/* Where a redirect leads; the hop's address is that one then. */
static bool
redirect(struct fetch *f, struct err *e)
{
	char *url = NULL;

	curl_easy_getinfo(f->curl, CURLINFO_REDIRECT_URL, &url);
	if (url == NULL) {
		fetch_bad_status(f, e);
		return false;
	}
	if (!fetch_may_lead(f->address, url)) {
		struct buf text = BUF_INIT;

		buf_adds(&text, "it leads to ");
		fetch_show(url, &text);
		buf_adds(&text, ", which is not https");
		fetch_failed(f, e, text.data);
		buf_free(&text);
		return false;
	}
	snprintf(f->address, sizeof f->address, "%s", url);
	return true;
}

static bool
is_redirect(long status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static enum outcome
answered(struct fetch *f, struct err *e)
{
	curl_easy_getinfo(f->curl, CURLINFO_RESPONSE_CODE, &f->status);
	if (f->status == 304)
		return UNCHANGED;
	if (!f->begun && !fetch_begin(f))
		return fetch_stopped(f, e);
	return f->size > 0 && f->at < f->size ? CUT : DONE;
}

/* One request and its answer; *led: it was a redirect. */
static enum outcome
hop(struct fetch *f, struct curl_slist *headers, bool *led, struct err *e)
{
	enum outcome o;
	CURLcode code;

	f->begun = f->has_range = false;
	f->stop = STOP_NONE;
	f->headers = f->size = 0;
	f->mark_ms = 0;
	f->words[0] = '\0';
	f->curl = curl_easy_init();
	if (f->curl == NULL)
		return fetch_failed(f, e, "libcurl cannot be used");
	set_up(f, headers);
	code = curl_easy_perform(f->curl);
	curl_easy_getinfo(f->curl, CURLINFO_RESPONSE_CODE, &f->status);
	f->r->status = f->status;
	*led = is_redirect(f->status) && (code == CURLE_OK || f->stop == STOP_UNWANTED);
	if (*led)
		o = redirect(f, e) ? DONE : FAILED;
	else if (f->stop != STOP_NONE)
		o = fetch_stopped(f, e);
	else
		o = code == CURLE_OK ? answered(f, e) : fetch_broken(f, code, e);
	curl_easy_cleanup(f->curl);
	return o;
}

/* Follows redirects to the answer. */
static enum outcome
ask(struct fetch *f, bool fresh, struct err *e)
{
	struct curl_slist *headers = conditions(f, fresh);
	enum outcome o = DONE;
	bool led = true;

	snprintf(f->address, sizeof f->address, "%s", f->w->address);
	for (int n = 0; led && o == DONE; n++)
		o = n <= FETCH_REDIRECTS
		    ? hop(f, headers, &led, e)
		    : fetch_failed(f, e, "one redirect after the other: more than 5");
	curl_slist_free_all(headers);
	return o;
}

/* The whole file is there. */
static enum outcome
finish(struct fetch *f, struct err *e)
{
	if (f->at < f->w->least)
		return fetch_bad_size(f, false, e);
	if (f->w->check != NULL && !f->w->check(f->w->ctx, f->w->part, e)) {
		char words[sizeof e->text];

		fetch_drop_part(f);
		snprintf(words, sizeof words, "%s", e->text);
		return fetch_failed(f, e, words);
	}
	if (!fetch_put_in_place(f, e))
		return FAILED;
	f->r->how = f->resumed ? FETCH_RESUMED : FETCH_WHOLE;
	f->r->size = f->at;
	return DONE;
}

static enum outcome
unchanged(struct fetch *f, struct err *e)
{
	struct stat st;

	if (stat(f->w->path, &st) != 0)
		return fetch_failed(
		    f, e, "the server says that it was not changed, but it is not there");
	fetch_drop_part(f);
	f->r->how = FETCH_UNCHANGED;
	f->r->size = (uint64_t)st.st_size;
	return DONE;
}

/* Goes on while the server cuts the connection, as long as each time something came. */
static enum outcome
get(struct fetch *f, struct err *e)
{
	bool anew = false, fresh = f->fresh;

	for (int tries = 1;; tries++) {
		uint64_t before = f->at;
		enum outcome o = ask(f, fresh, e);

		fresh = fresh && f->at == 0;
		if (o == DONE)
			return finish(f, e);
		if (o == UNCHANGED)
			return unchanged(f, e);
		if (o == FAILED)
			return FAILED;
		if (o == ANEW && anew)
			return fetch_failed(
			    f, e, "the server gives another part than was asked for");
		if (o == CUT && (f->at <= before || tries == FETCH_TRIES))
			return fetch_late(f, e, "the connection was cut");
		if (o == ANEW) {
			anew = true;
			f->at = 0;
			fresh = false;
		}
	}
}

bool
fetch_file(const struct fetch_want *w, struct fetch_result *r, struct err *e)
{
	struct fetch f = {.w = w, .r = r, .fd = -1};
	bool ok;

	*r = (struct fetch_result){0};
	if (!fetch_allowed(w->address, e))
		return false;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return err_set(e, ERR_DATA, "libcurl cannot be used");
	snprintf(f.tag_path, sizeof f.tag_path, "%s.tag", w->part);
	ok = fetch_open_part(&f, e);
	if (ok) {
		ok = get(&f, e) == DONE;
		if (!ok && f.at == 0)
			fetch_drop_part(&f);
	}
	if (f.fd >= 0)
		close(f.fd);
	curl_global_cleanup();
	return ok;
}
