/*
 * options.h - what the command line says, for both front ends.
 *
 * Made by cli/ from the option table; cmd/config adds what the person's settings say. Read by everything
 * right of it. Strings are borrowed from argv.
 */
#ifndef CAREER_CMD_OPTIONS_H
#define CAREER_CMD_OPTIONS_H

#include <stdbool.h>

enum option_color { OPTION_COLOR_AUTO, OPTION_COLOR_ALWAYS, OPTION_COLOR_NEVER };
enum screen {
	SCREEN_START,
	SCREEN_ROLES,
	SCREEN_PROGRAMS,
	SCREEN_COMPARE,
	SCREEN_SKILLS,
	SCREEN_PLAN,
	SCREEN_GUIDE,
	SCREEN_DATA,
	SCREEN_COVERAGE,
	SCREEN_PAYBACK,
	SCREEN_CONFLICTS,
	SCREEN_PLANS,
	SCREEN_COUNT,
};

struct options {
	const char *catalog;   /* --catalog, NULL: search */
	const char *profile;   /* --profile */
	const char *script;    /* --script FILE: one command per line */
	const char *tour;      /* `career tour NAME`: a tour to start with; NULL: none */
	const char *tour_step; /* at which step; NULL: where it was left */
	const char *keys;      /* --keys: preset of the keymap; NULL: as the settings say */
	const char *keys_set;  /* preset of the settings; NULL: none */
	const char *keymap;    /* the person's keymap.yaml; NULL: none */
	const char *theme;     /* --theme; NULL: as the settings say */
	char theme_set[32];    /* theme of the settings; "": none */
	const char *source;    /* --source: only what these state counts (model/switch.h) */
	const char *kind;      /* --kind: and what sources of these kinds state */
	const char *without;   /* --without: but not what these state */
	bool guest;            /* profile in memory only */
	bool ascii;            /* --ascii, or no UTF-8 locale (set by main) */
	bool plain;            /* linear sentences */
	bool no_mouse;
	bool braille; /* --braille: pictures in dots */
	bool large;   /* --large: fewer things, more room, for a projector */
	enum option_color color;
	bool color_said;    /* by --color */
	enum screen screen; /* which comes first */
};

#endif
