/* paths.c - `career paths`: which files are used, and which rule chose each. */
#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/build/build.h"
#include "career/cli/cli.h"
#include "career/out/out.h"
#include "career/store/catalog.h"
#include "career/store/profile.h"

#include <stdlib.h>
#include <string.h>

enum { UNCUT = 1 << 14 }; /* a path that is cut is of no use */

/* The variable when it says something. */
static const char *
env(const char *name)
{
	const char *value = getenv(name);

	return value && value[0] ? name : NULL;
}

/* The rule that led to a place of the XDG specification. */
static const char *
xdg(const char *name)
{
	const char *value = getenv(name);

	return value && value[0] == '/' ? name : "home folder";
}

static const char *
catalog_rule(const struct options *o, const char *path)
{
	char *own = catalog_default_path();
	bool is_own = own && strcmp(own, path) == 0;

	free(own);
	if (o->catalog)
		return "--catalog";
	if (env("CAREER_CATALOG"))
		return "CAREER_CATALOG";
	return is_own ? xdg("XDG_DATA_HOME") : "installed";
}

static const char *
profile_rule(const struct options *o)
{
	if (o->profile)
		return "--profile";
	return env("CAREER_PROFILE") ? "CAREER_PROFILE" : xdg("XDG_DATA_HOME");
}

static const char *
data_rule(const char *path)
{
	if (env("CAREER_DATA"))
		return "CAREER_DATA";
	return path && path[0] == '/' ? "installed" : "current folder";
}

/* Takes `path`, which may be NULL. */
static void
print_place(struct out *o, const char *name, char *path, const char *rule)
{
	const struct cell cells[] = {
	    {.kind = CELL_TEXT, .text = name},
	    {.kind = path ? CELL_TEXT : CELL_ABSENT, .text = path},
	    {.kind = CELL_TEXT, .text = rule},
	    {.kind = CELL_TEXT, .text = path && file_exists(path) ? "yes" : "no"},
	};

	out_row(o, cells);
	free(path);
}

bool
verb_paths(struct cli *c, struct err *e)
{
	static const struct out_column cols[] = {{"file", "File", false, 0},
	    {"path", "Path", false, 0}, {"chosen_by", "Chosen by", false, 0},
	    {"there", "There", false, 0}};
	const struct options *opts = &c->cmd->options;
	struct out o = cli_table(c, cols, sizeof cols / sizeof *cols, false);
	char *catalog = catalog_find(opts->catalog), *data = build_data_dir();

	(void)e;
	o.width = UNCUT;
	out_begin(&o);
	print_place(&o, "catalog", catalog, catalog_rule(opts, catalog));
	if (opts->guest)
		print_place(&o, "profile", NULL, "--guest");
	else
		print_place(&o, "profile", profile_find(opts->profile), profile_rule(opts));
	print_place(&o, "config", path_config("config.yaml"), xdg("XDG_CONFIG_HOME"));
	print_place(&o, "keymap", path_config("keymap.yaml"), xdg("XDG_CONFIG_HOME"));
	print_place(&o, "themes", path_config("themes.yaml"), xdg("XDG_CONFIG_HOME"));
	print_place(&o, "feeds", path_config("feeds.yaml"), xdg("XDG_CONFIG_HOME"));
	print_place(&o, "data", data, data_rule(data));
	print_place(&o, "fetched", path_cache("feeds"), xdg("XDG_CACHE_HOME"));
	out_end(&o);
	return true;
}
