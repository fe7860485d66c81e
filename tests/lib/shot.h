/* shot.h - a kept screen over the small national catalog (national.h): how it is reached, and its comparison. */
#ifndef CAREER_TESTS_SHOT_H
#define CAREER_TESTS_SHOT_H

#include <stdbool.h>

struct shot {
	const char *name;
	int cols, rows;
	const char *keys; /* see app_press */
	bool ascii;
};

/* A cmocka test; *state is a struct shot. UPDATE=1 writes the screen anew. */
void shot_test(void **state);
/* The same over the catalog in this file; NULL: the bundled packs. */
void shot_on(const char *catalog, void **state);

#endif
