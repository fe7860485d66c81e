/* doc_parts.h - what the writers of documents share. */
#ifndef CAREER_PAGE_DOC_PARTS_H
#define CAREER_PAGE_DOC_PARTS_H

#include "career/page/chart.h"
#include "career/page/doc.h"

/* Text as XML has it. */
void doc_xml(struct buf *out, const char *text);
/* A chart as an element of its own (doc_svg.c). */
void doc_svg(const struct doc_chart *c, struct buf *out);
/* An axis over all bars of a chart, `w` cells or points wide; false: there is nothing to draw. */
bool doc_axis(struct axis *ax, const struct doc_chart *c, int w);

#endif
