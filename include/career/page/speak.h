/*
 * speak.h - amounts as one reads them aloud.
 *
 * "$120K-160K" becomes "120 to 160 thousand dollars", "$300K+" "300 thousand dollars or more", "GBP 6,900"
 * "6,900 pounds", "24-48 months" "24 to 48 months". What stands in double quotes is somebody's own words
 * and stays. Plain pages pass all their text through here.
 */
#ifndef CAREER_PAGE_SPEAK_H
#define CAREER_PAGE_SPEAK_H

#include "career/base/buf.h"

/* Appends `text`. Spoken text stays as it is. */
void speak(struct buf *out, const char *text);

#endif
