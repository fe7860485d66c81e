#include "career/out/sink.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { SINK_BLOCK = 1 << 16 };

void
sink_init(struct sink *s, int fd)
{
	s->fd = fd;
	s->error = 0;
	buf_init(&s->buf);
}

/* One write; 0 when it is to be tried again, -1 when it failed for good. */
static ssize_t
write_some(int fd, const char *bytes, size_t len)
{
	struct pollfd p = {.fd = fd, .events = POLLOUT};
	ssize_t n = write(fd, bytes, len);

	if (n >= 0 || errno == EINTR)
		return n < 0 ? 0 : n;
	if (errno != EAGAIN)
		return -1;
	(void)poll(&p, 1, -1);
	return 0;
}

void
sink_flush(struct sink *s)
{
	size_t at = 0;

	if (s->fd == SINK_MEMORY)
		return;
	while (at < s->buf.len && !s->error) {
		ssize_t n = write_some(s->fd, s->buf.data + at, s->buf.len - at);

		if (n < 0)
			s->error = errno;
		else
			at += (size_t)n;
	}
	buf_clear(&s->buf);
}

void
sink_spill(struct sink *s)
{
	if (s->buf.len >= SINK_BLOCK)
		sink_flush(s);
}

bool
sink_close(struct sink *s, struct err *e)
{
	sink_flush(s);
	buf_free(&s->buf);
	if (!s->error || s->error == EPIPE)
		return true;
	return err_set(e, ERR_DATA, "cannot write to standard output: %s", strerror(s->error));
}
