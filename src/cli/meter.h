/* meter.h - how far a long verb is, on one line of stderr, and whether the person wants it to end. */
#ifndef CLI_METER_H
#define CLI_METER_H

#include <stdbool.h>

/* One line on a terminal, written over again. */
struct meter {
	bool shows, ascii;
	int width;          /* cells of the line that stands there */
	double begun, said; /* seconds: of the thing at hand, and of the line */
	char thing[256];    /* whose time is taken */
};

void meter_init(struct meter *m, bool ascii);
/* Seconds since some time. */
double meter_now(void);
/* Whether a line is due: not too often. The time of another thing begins anew. */
bool meter_due(struct meter *m, const char *thing, double now);
/* Any text: it is made safe and cut. */
void meter_line(struct meter *m, const char *text);
void meter_clear(struct meter *m);

/* Signals that end the program only set a flag, or act as ever again. */
void meter_catch(bool on);
bool meter_interrupted(void);

#endif
