/*
 * sink.h - bytes to a file descriptor or into memory, with the first error kept.
 *
 * Output is added to `buf` (any buf_* call) and goes out when sink_spill finds enough of it. After
 * an error everything is dropped: writers may look at `error` to stop early, and sink_close says
 * what happened. The descriptor is borrowed; SINK_MEMORY in its place keeps everything in `buf`.
 */
#ifndef CAREER_OUT_SINK_H
#define CAREER_OUT_SINK_H

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdbool.h>

enum { SINK_MEMORY = -1 };

struct sink {
	int fd;
	int error; /* errno of the first failed write, else 0 */
	struct buf buf;
};

void sink_init(struct sink *s, int fd);
void sink_spill(struct sink *s); /* writes when a block has gathered */
void sink_flush(struct sink *s); /* writes what there is */
/* Flushes and frees. False when a write failed: ERR_DATA with the reason. A closed pipe is no
 * failure: the reader has seen enough. */
bool sink_close(struct sink *s, struct err *e);

#endif
