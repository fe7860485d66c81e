#include "harmless.h"

#include <stdint.h>

/* Written down without the program's own decoder and tables. */
static const struct {
	uint32_t first, last;
} forbidden[] = {
    {0x00, 0x09},
    {0x0b, 0x1f},
    {0x7f, 0x9f}, /* controls but line feed */
    {0xad, 0xad},
    {0x034f, 0x034f},
    {0x061c, 0x061c},
    {0x180b, 0x180f},
    {0x200b, 0x200f},
    {0x2028, 0x202e},
    {0x2060, 0x206f},
    {0xd800, 0xf8ff},
    {0xfdd0, 0xfdef},
    {0xfe00, 0xfe0f},
    {0xfeff, 0xfeff},
    {0xfff0, 0xfffb},
    {0xfffe, 0xffff},
    {0xe0000, 0x10ffff},
};

/* One character; 0 for what is not valid UTF-8. */
static size_t
decode(const unsigned char *s, size_t len, uint32_t *cp)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t n = s[0] < 0x80 ? 1 : s[0] < 0xc2 ? 0 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;

	if (n == 0 || n > len || s[0] > 0xf4)
		return 0;
	*cp = n == 1 ? s[0] : s[0] & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		*cp = *cp << 6 | (s[i] & 0x3f);
	}
	return *cp >= least[n] ? n : 0;
}

size_t
harmless_until(const char *s, size_t len)
{
	size_t at = 0;

	while (at < len) {
		uint32_t cp;
		size_t n = decode((const unsigned char *)s + at, len - at, &cp);

		if (n == 0)
			return at;
		for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
			if (cp >= forbidden[i].first && cp <= forbidden[i].last)
				return at;
		at += n;
	}
	return len;
}

size_t
harmless_ascii_until(const char *s, size_t len)
{
	size_t at = 0;

	while (at < len && (s[at] == '\n' || (s[at] >= 0x20 && s[at] <= 0x7e)))
		at++;
	return at;
}
