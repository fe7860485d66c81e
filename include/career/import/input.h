/*
 * input.h - what a person names for an import: files, a folder, a zip; seen as members to read.
 *
 * A member is a regular file, a file directly in a folder, or an entry of a zip, which is read in place through
 * libzip: nothing is ever unpacked to disk. Everything is bounded before it is read: number of members,
 * bytes of a member as the archive states them, and bytes that really come out of it. An entry whose name leads
 * outside ("..", "/", a drive letter), a link in a zip and an encrypted entry are refused.
 */
#ifndef CAREER_IMPORT_INPUT_H
#define CAREER_IMPORT_INPUT_H

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct input_limits {
	size_t members;  /* entries of a zip, files of a folder */
	uint64_t member; /* bytes of one, unpacked */
	uint64_t total;  /* bytes of all that is read, unpacked */
};
extern const struct input_limits input_limits_data; /* for the publishers' sets */

struct input;
struct stream;

/* Adds one path to an input that starts empty. Errors name the path. */
struct input *input_new(const struct input_limits *lim);
bool input_add(struct input *in, const char *path, struct err *e);
/* A zip in memory (a workbook within a zip); the bytes are borrowed until input_free. */
bool input_add_bytes(
    struct input *in, const char *name, const void *bytes, size_t len, struct err *e);
/* One member in memory, whatever it is; borrowed as well. */
bool input_add_member(
    struct input *in, const char *name, const void *bytes, size_t len, struct err *e);
void input_free(struct input *in);

size_t input_count(const struct input *in);
const char *input_name(const struct input *in, size_t i); /* last part of its path */
const char *input_place(
    const struct input *in, size_t i); /* "set.zip: dir/file.csv", for messages */
uint64_t input_size(const struct input *in, size_t i);
/* By name, upper and lower case alike; -1 when there is none. */
int input_find(const struct input *in, const char *name);

/* Path of the file or zip that a member is read from; NULL for one in memory. */
const char *input_path(const struct input *in, size_t i);
bool input_in_zip(const struct input *in, size_t i);
/* When the file was last changed, in seconds since 1970; of a member of a zip that of the zip. 0: in memory. */
int64_t input_time(const struct input *in, size_t i);
/* Forgets a member; those behind it move up. */
void input_drop(struct input *in, size_t i);
/* Whether a member was opened since the last input_forget, which also gives back what may be read in all. */
bool input_used(const struct input *in, size_t i);
void input_forget(struct input *in);
/* For who has only looked at a member: as it was before. */
void input_set_used(struct input *in, size_t i, bool used);
/* Copies the files of all used members into a folder that is there: a zip as it is, another file into a zip of its own, with
 * the file's time, a number in front of each name and (of a file in a folder) the folder's name: releases are told by it. All is
 * on the disk at the end. Read from that folder, they are the same members. */
bool input_keep(const struct input *in, const char *dir, struct err *e);
/* One file to a new one of the same time, on the disk at the end. */
bool input_copy(const char *path, const char *to, struct err *e);

/* The bytes of a member, one after the other. One stream of a zip may be open at a time with others. */
struct stream *stream_open(struct input *in, size_t i, struct err *e);
/* Up to `size` bytes: 0 at the end, -1 on an error or beyond the limits. */
long stream_read(struct stream *s, void *into, size_t size, struct err *e);
uint64_t stream_at(const struct stream *s); /* bytes read so far */
void stream_close(struct stream *s);

/* A whole member, at most `limit` bytes. */
bool input_read(struct input *in, size_t i, size_t limit, struct buf *out, struct err *e);

#endif
