/*
 * xml.h - a member of an archive through expat, as events.
 *
 * Refused: DOCTYPE (so no entities, no external files), more than XML_DEPTH elements within one another, text or attributes beyond
 * expat's own limits, and what is not XML. A handler stops the reading by xml_stop with its own message.
 */
#ifndef CAREER_IMPORT_XML_H
#define CAREER_IMPORT_XML_H

#include "career/import/input.h"

enum { XML_DEPTH = 64 };

struct xml;
struct xml_events {
	/* Names without their namespace. attrs: name, value, ..., NULL. */
	void (*start)(void *ctx, const char *name, const char **attrs);
	void (*end)(void *ctx, const char *name);
	void (*text)(void *ctx, const char *s, size_t len);
};

struct xml *xml_open(
    struct input *in, size_t member, const struct xml_events *events, void *ctx, struct err *e);
/* Reads on, some bytes: 1 when there is more, 0 at the end, -1 on an error. */
int xml_more(struct xml *x, struct err *e);
bool xml_all(struct xml *x, struct err *e); /* to the end, then closes */
void xml_stop(struct xml *x, const char *why);
uint64_t xml_at(const struct xml *x);
void xml_close(struct xml *x);

/* An attribute's value by its name (a prefix is left out), NULL when absent. */
const char *xml_attr(const char **attrs, const char *name);

#endif
