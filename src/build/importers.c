/* importers.c - the sets that can be imported. A set keeps its position: its source's id is made from it. */
#include "career/build/import.h"
#include "career/import/importers.h"

const struct importer *const importers[] = {
    &importer_onet,
    &importer_oews,
    &importer_projections,
    &importer_scorecard,
    &importer_crosswalk,
    &importer_jobs,
    &importer_esco,
};
const size_t nimporters = sizeof importers / sizeof *importers;

_Static_assert(sizeof importers / sizeof *importers <= IMPORT_KINDS, "one result per set");
