/* profile_place.c - where a profile stands: by path, by name, on which file system. */
#include "career/base/file.h"
#include "career/base/mem.h"
#include "profile_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>

bool
profile_network_type(unsigned long type)
{
	/* Numbers of statfs(2); 9P, FUSE and Ceph are shared as well as the network folders proper. */
	static const unsigned long shared[] = {
	    0x6969,     /* NFS */
	    0x517b,     /* SMB */
	    0xff534d42, /* CIFS */
	    0xfe534d42, /* SMB2 */
	    0x65735546, /* FUSE: sshfs and the like */
	    0x01021997, /* 9P */
	    0x5346414f, /* AFS */
	    0x6b414653, /* AFS of the kernel */
	    0x73757245, /* Coda */
	    0x564c,     /* NCP */
	    0x00c36400, /* Ceph */
	    0x0bd00bd0, /* Lustre */
	    0x7461636f, /* OCFS2 */
	    0x01161970, /* GFS2 */
	    0x786f4256, /* a folder of a virtual machine's host */
	};

	for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
		if (shared[i] == (type & 0xffffffff))
			return true;
	return false;
}

bool
profile_on_network(const char *path)
{
	struct statfs st;

	return statfs(path, &st) == 0 && profile_network_type((unsigned long)st.f_type);
}

bool
profile_is_name(const char *text)
{
	static const char allowed[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
	size_t len = strlen(text);

	return len > 0 && len <= PROFILE_NAME_MAX && strspn(text, allowed) == len;
}

char *
profile_find(const char *option)
{
	const char *named = option ? option : getenv("CAREER_PROFILE");
	char leaf[PROFILE_NAME_MAX + 16];

	if (!named || !named[0])
		return path_data("profile.db");
	if (!profile_is_name(named))
		return mem_dup(named);
	snprintf(leaf, sizeof leaf, "profiles/%s.db", named);
	return path_data(leaf);
}

bool
profile_names(void (*each)(void *ctx, const char *name), void *ctx, struct err *e)
{
	char *dir = path_data("profiles"), **names = NULL;
	size_t n = 0;
	bool ok = !dir || !file_is_dir(dir) || file_list(dir, ".db", &names, &n, e);

	for (size_t i = 0; ok && i < n; i++) {
		names[i][strlen(names[i]) - 3] = '\0';
		if (profile_is_name(names[i]))
			each(ctx, names[i]);
	}
	file_list_free(names, n);
	free(dir);
	return ok;
}
