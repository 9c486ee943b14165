/* Finding the files of the pages. */
#include "page/assets.h"

#include <stddef.h>
#include <string.h>

const char *sandbox_asset_text(const char *name)
{
	for (const struct sandbox_asset *asset = sandbox_assets; asset->name; asset++) {
		if (strcmp(asset->name, name) == 0) {
			return asset->text;
		}
	}
	return NULL;
}
