#include "career/ui/editor.h"

#include "career/base/file.h"
#include "career/base/text.h"
#include "career/ui/guard.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *
editor_name(void)
{
	const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");

	return visual != NULL && *visual != '\0' ? visual
	    : editor != NULL && *editor != '\0'  ? editor
						 : "vi";
}

/* In the person's own folder for such files, which nobody else can read, where there is one. */
static char *
make_file(const char *text, struct err *e)
{
	static const char *const places[] = {"XDG_RUNTIME_DIR", "TMPDIR", NULL};
	const char *dir = NULL;
	struct buf whole = BUF_INIT;
	size_t done = 0;
	char *path;
	int fd;

	for (size_t i = 0; places[i] != NULL && dir == NULL; i++) {
		dir = getenv(places[i]);
		if (dir != NULL && (*dir != '/' || access(dir, W_OK) != 0))
			dir = NULL;
	}
	path = path_join(dir != NULL ? dir : "/tmp", "career-note-XXXXXX.md");
	fd = mkstemps(path, 3); /* mode 0600 */
	buf_adds(&whole, text);
	if (whole.len > 0 && text[whole.len - 1] != '\n')
		buf_addc(&whole, '\n'); /* as editors want their last line */
	while (fd >= 0 && done < whole.len) {
		ssize_t n = write(fd, whole.data + done, whole.len - done);

		if (n < 0 && errno != EINTR)
			break;
		done += n > 0 ? (size_t)n : 0;
	}
	if (fd >= 0 && close(fd) == 0 && done == whole.len) {
		buf_free(&whole);
		return path;
	}
	err_set(e, ERR_DATA, "%s: %s", path, strerror(errno));
	buf_free(&whole);
	if (fd >= 0)
		unlink(path);
	free(path);
	return NULL;
}

/* Its name may hold options: the shell takes it apart. */
static void
run_child(const char *path)
{
	static const int usual[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGPIPE};
	struct buf line = BUF_INIT;

	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		signal(usual[i], SIG_DFL);
	buf_addf(&line, "%s \"$1\"", editor_name());
	execl("/bin/sh", "sh", "-c", line.data, "sh", path, (char *)NULL);
	_exit(127);
}

/* ^Z in the editor stops this program with it; what goes on then is the editor. */
static bool
wait_for(pid_t pid, int *status)
{
	for (;;) {
		if (waitpid(pid, status, WUNTRACED) < 0) {
			if (errno != EINTR)
				return false;
		} else if (WIFSTOPPED(*status)) {
			guard_stop_job();
			kill(pid, SIGCONT);
		} else {
			return true;
		}
	}
}

static bool
run(const char *path, struct err *e)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		run_child(path);
	if (pid < 0 || !wait_for(pid, &status))
		return err_set(e, ERR_DATA, "%s: %s", editor_name(), strerror(errno));
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return err_set(
		    e, ERR_DATA, "no editor '%s': VISUAL or EDITOR names one", editor_name());
	return err_set(e, ERR_DATA, "%s did not end well: the note is as it was", editor_name());
}

static bool
take_back(const char *path, size_t limit, struct buf *out, struct err *e)
{
	if (!file_read(path, limit, out, e))
		return err_set(e, ERR_DATA,
		    "longer than %zu bytes, or not to be read: it stays in %s", limit, path);
	if (memchr(out->data, '\0', out->len) != NULL || !text_valid(out->data, out->len))
		return err_set(e, ERR_DATA, "not valid UTF-8 text: it stays in %s", path);
	return true;
}

bool
editor_run(struct term *t, const char *text, size_t limit, struct buf *out, struct err *e)
{
	char *path = make_file(text, e);
	bool ended, ok;

	if (path == NULL)
		return false;
	term_release(t);
	ended = run(path, e);
	term_retake(t);
	ok = ended && take_back(path, limit, out, e);
	if (ok || !ended)
		unlink(path);
	free(path);
	return ok;
}
