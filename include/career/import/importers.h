/* importers.h - the importers, one a file; build/importers.c lists them. */
#ifndef CAREER_IMPORT_IMPORTERS_H
#define CAREER_IMPORT_IMPORTERS_H

#include "career/import/importer.h"

extern const struct importer importer_crosswalk, importer_esco, importer_jobs, importer_oews,
    importer_onet, importer_projections, importer_scorecard;

#endif
