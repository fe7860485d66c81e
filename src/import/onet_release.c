/* onet_release.c - which release of the O*NET database each of its tables is of. */
#include "onet.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* "29.0" of "O*NET 29.0 Database", of "db_29_0_text.zip" and of "onet-29.3/": two digits, a
 * mark, one digit. */
static bool
find_release(const char *s, char out[8])
{
	bool found = false;

	for (; strlen(s) >= 4; s++) {
		if (!isdigit((unsigned char)s[0]) || !isdigit((unsigned char)s[1])
		    || (s[2] != '.' && s[2] != '_') || !isdigit((unsigned char)s[3])
		    || isdigit((unsigned char)s[4]))
			continue;
		snprintf(out, 8, "%.2s.%c", s, s[3]);
		found = true;
	}
	return found;
}

static bool
release_of_read_me(struct input *in, char out[8])
{
	enum { READ_ME = 1 << 16 };
	int member = input_find(in, "Read Me.txt");
	struct buf text = BUF_INIT;
	struct err ignored = {0};
	bool found = false;

	if (member >= 0 && input_read(in, (size_t)member, READ_ME, &text, &ignored)) {
		char *end = strpbrk(text.data, "\r\n");

		if (end != NULL)
			*end = '\0';
		found = strstr(text.data, "O*NET") != NULL && find_release(text.data, out);
	}
	buf_free(&text);
	return found;
}

/* The Read Me's release; tables whose folder or zip is named after another one are told apart. */
void
onet_put_release(struct onet *o)
{
	struct import_run *r = o->r;
	char whole[8] = "";

	release_of_read_me(r->in, whole);
	for (size_t p = 0; p < onet_nparts; p++) {
		struct import_done *d = &r->done[p];
		struct err ignored;
		size_t member;
		char own[8] = "";

		if (onet_find_part(r->in, &onet_parts[p], &member, &ignored) != 1)
			continue;
		find_release(input_place(r->in, member), own);
		if (own[0] == '\0' || (p == 0 && whole[0] != '\0'))
			memcpy(own, whole, sizeof own);
		memcpy(d->release, own, sizeof own);
	}
}
