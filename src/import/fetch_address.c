/*
 * fetch_address.c - which addresses are asked, and what may be said of one.
 */
#include "fetch_work.h"

#include <arpa/inet.h>
#include <string.h>

static char *
part_of(CURLU *u, CURLUPart which)
{
	char *text = NULL;

	return curl_url_get(u, which, &text, 0) == CURLUE_OK ? text : NULL;
}

static bool
is_loopback(const char *host)
{
	struct in_addr a;

	return strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0
	    || (inet_pton(AF_INET, host, &a) == 1 && ntohl(a.s_addr) >> 24 == 127);
}

enum scheme
fetch_scheme(const char *address)
{
	CURLU *u = curl_url();
	enum scheme found = SCHEME_WRONG;
	char *scheme, *host;

	if (u == NULL || strlen(address) > FETCH_ADDRESS
	    || curl_url_set(u, CURLUPART_URL, address, 0) != CURLUE_OK) {
		curl_url_cleanup(u);
		return SCHEME_WRONG;
	}
	scheme = part_of(u, CURLUPART_SCHEME);
	host = part_of(u, CURLUPART_HOST);
	if (scheme != NULL && host != NULL) {
		if (strcmp(scheme, "https") == 0)
			found = SCHEME_HTTPS;
		else if (strcmp(scheme, "http") == 0 && is_loopback(host))
			found = SCHEME_LOOPBACK;
	}
	curl_free(scheme);
	curl_free(host);
	curl_url_cleanup(u);
	return found;
}

bool
fetch_allowed(const char *address, struct err *e)
{
	struct buf shown = BUF_INIT;
	bool ok = fetch_scheme(address) != SCHEME_WRONG;

	if (!ok) {
		fetch_show(address, &shown);
		err_set(e, ERR_USAGE, "%.200s: an address that begins with https:// was expected",
		    shown.data);
	}
	buf_free(&shown);
	return ok;
}

bool
fetch_may_lead(const char *from, const char *to)
{
	enum scheme scheme = fetch_scheme(to);

	return scheme == SCHEME_HTTPS
	    || (scheme == SCHEME_LOOPBACK && fetch_scheme(from) == SCHEME_LOOPBACK);
}

void
fetch_show(const char *address, struct buf *out)
{
	static const CURLUPart secrets[] = {
	    CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_QUERY, CURLUPART_FRAGMENT};
	CURLU *u = curl_url();
	char *text = NULL;

	if (u != NULL
	    && curl_url_set(u, CURLUPART_URL, address, CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK) {
		for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
			curl_url_set(u, secrets[i], NULL, 0);
		text = part_of(u, CURLUPART_URL);
	}
	buf_adds(out, text != NULL ? text : "an address that is none");
	curl_free(text);
	curl_url_cleanup(u);
}

void
fetch_name(const char *address, struct buf *out)
{
	static const char kept[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
	CURLU *u = curl_url();
	char *path = NULL;
	const char *name;

	if (u != NULL && curl_url_set(u, CURLUPART_URL, address, 0) == CURLUE_OK)
		path = part_of(u, CURLUPART_PATH);
	name = path != NULL && strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : "";
	for (name += strspn(name, "."); *name != '\0'; name++)
		buf_addc(out, strchr(kept, *name) != NULL ? *name : '_');
	curl_free(path);
	curl_url_cleanup(u);
}
