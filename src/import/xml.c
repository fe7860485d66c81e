/* xml.c - expat, bounded. */
#include "xml.h"

#include "career/base/mem.h"

#include <expat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 15 };

struct xml {
	XML_Parser parser;
	struct stream *stream;
	const char *place;
	struct xml_events events;
	void *ctx;
	unsigned depth;
	bool stopped, done;
	char why[160];
	char chunk[CHUNK];
};

static const char *
bare(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon != NULL ? colon + 1 : name;
}

const char *
xml_attr(const char **attrs, const char *name)
{
	for (; *attrs != NULL; attrs += 2)
		if (strcmp(bare(*attrs), name) == 0)
			return attrs[1];
	return NULL;
}

void
xml_stop(struct xml *x, const char *why)
{
	if (x->stopped)
		return;
	x->stopped = true;
	snprintf(x->why, sizeof x->why, "%s", why);
	XML_StopParser(x->parser, XML_FALSE);
}

static void XMLCALL
on_start(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
	struct xml *x = ctx;

	if (++x->depth > XML_DEPTH)
		xml_stop(x, "more than 64 elements within one another: refused");
	else if (!x->stopped)
		x->events.start(x->ctx, bare(name), attrs);
}

static void XMLCALL
on_end(void *ctx, const XML_Char *name)
{
	struct xml *x = ctx;

	x->depth--;
	if (!x->stopped)
		x->events.end(x->ctx, bare(name));
}

static void XMLCALL
on_text(void *ctx, const XML_Char *s, int len)
{
	struct xml *x = ctx;

	if (!x->stopped)
		x->events.text(x->ctx, s, (size_t)len);
}

static void XMLCALL
on_doctype(
    void *ctx, const XML_Char *name, const XML_Char *sysid, const XML_Char *pubid, int internal)
{
	(void)name, (void)sysid, (void)pubid, (void)internal;
	xml_stop(ctx, "it declares a document type (DOCTYPE), which no workbook does: refused");
}

struct xml *
xml_open(struct input *in, size_t member, const struct xml_events *events, void *ctx, struct err *e)
{
	struct stream *s = stream_open(in, member, e);
	struct xml *x;

	if (s == NULL)
		return NULL;
	x = mem_zero(1, sizeof *x);
	x->stream = s;
	x->place = input_place(in, member);
	x->events = *events;
	x->ctx = ctx;
	x->parser = XML_ParserCreate(NULL);
	if (x->parser == NULL) {
		err_set(e, ERR_DATA, "%s: no memory for an XML parser", x->place);
		xml_close(x);
		return NULL;
	}
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_start, on_end);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	return x;
}

int
xml_more(struct xml *x, struct err *e)
{
	long n = x->done ? 0 : stream_read(x->stream, x->chunk, sizeof x->chunk, e);

	if (x->done)
		return 0;
	if (n < 0)
		return -1;
	x->done = n == 0;
	if (XML_Parse(x->parser, x->chunk, (int)n, x->done) == XML_STATUS_OK && !x->stopped)
		return x->done ? 0 : 1;
	err_set(e, ERR_DATA, "%s:%lu:%lu: %s", x->place,
	    (unsigned long)XML_GetCurrentLineNumber(x->parser),
	    (unsigned long)XML_GetCurrentColumnNumber(x->parser) + 1,
	    x->stopped ? x->why : XML_ErrorString(XML_GetErrorCode(x->parser)));
	return -1;
}

bool
xml_all(struct xml *x, struct err *e)
{
	int more = x != NULL ? 1 : -1;

	while (more == 1)
		more = xml_more(x, e);
	xml_close(x);
	return more == 0;
}

uint64_t
xml_at(const struct xml *x)
{
	return stream_at(x->stream);
}

void
xml_close(struct xml *x)
{
	if (x == NULL)
		return;
	if (x->parser != NULL)
		XML_ParserFree(x->parser);
	stream_close(x->stream);
	free(x);
}
