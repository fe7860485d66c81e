/* harmless.h - text that a terminal may get. */
#ifndef CAREER_TESTS_HARMLESS_H
#define CAREER_TESTS_HARMLESS_H

#include <stddef.h>

/* Bytes before the first one that may not go to a terminal (len: all may): controls but line feed,
 * invalid UTF-8, characters that cannot be seen or turn the direction of writing. */
size_t harmless_until(const char *s, size_t len);
/* The same for ASCII output: 0x20 to 0x7e and line feed. */
size_t harmless_ascii_until(const char *s, size_t len);

#endif
