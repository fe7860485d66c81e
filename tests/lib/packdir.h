/*
 * packdir.h - packs written for one test, and what reading them says.
 *
 * packdir_base makes the pack "a": a source s, roles engineer (role), statisticians (occupation) and
 * learning (specialization), skill python, school u, program u/ms/master, route study.
 */
#ifndef CAREER_TESTS_PACKDIR_H
#define CAREER_TESTS_PACKDIR_H

#include "career/build/build.h"
#include "career/import/pack.h"

enum { PACKDIR_PACKS = 8 };

struct packdir {
	char *dir; /* the packs' folders stand in it */
	const char *pack[PACKDIR_PACKS];
	size_t npacks;
	const char *glossary; /* path, NULL: none */
	struct pack_set set;  /* of the last packdir_read */
	bool was_read;
	struct buf errors;
	struct err e;
};

void packdir_init(struct packdir *d);
void packdir_free(struct packdir *d);

/* Writes a file of a pack, whose folder is made when it is the pack's first. */
void packdir_file(struct packdir *d, const char *pack, const char *leaf, const char *yaml);
void packdir_bytes(
    struct packdir *d, const char *pack, const char *leaf, const void *bytes, size_t len);
/* A pack with the section 'pack' only. */
void packdir_pack(struct packdir *d, const char *pack);
void packdir_base(struct packdir *d);
void packdir_glossary(struct packdir *d, const char *yaml);

/* Reads all packs; false when there were errors. */
bool packdir_read(struct packdir *d);
/* The errors of the last reading, without the folder in front of the files. */
const char *packdir_errors(struct packdir *d);
/* Reads, and stores what must be right, as a catalog in memory with its derived columns. */
struct db *packdir_catalog(struct packdir *d);

/* First column of the query's first row as text, "(none)" without a row. Borrowed until the next. */
const char *packdir_ask(struct db *db, const char *sql);
int64_t packdir_count(struct db *db, const char *sql);

#endif
