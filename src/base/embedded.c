#include "career/base/embedded.h"

#include <string.h>

const char *
embedded_text(const char *name)
{
	for (size_t i = 0; i < embedded_file_count; i++)
		if (strcmp(embedded_file[i].name, name) == 0)
			return embedded_file[i].text;
	return NULL;
}
