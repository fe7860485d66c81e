/* server.c - a web server that behaves as a test wants. */
#include "server.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "temp.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct server {
	pid_t pid;
	int log;  /* read end */
	int life; /* write end: the child ends with it */
	struct buf text;
	char address[64];
};

/* The child's. */
struct serving {
	const struct served *rows;
	size_t n;
	unsigned long long done; /* rows that were for one request */
	int log;
	const char *address;
	/* the connection */
	int fd;
	char request[8192];
	struct buf body;
	unsigned long long from; /* of the range that is answered */
	int status;
};

/* --- bytes ----------------------------------------------------------------------------------- */

static bool
put(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = send(fd, bytes, len, MSG_NOSIGNAL);

		if (n <= 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

/* Until the other side closes. */
static void
wait_close(int fd)
{
	char byte;

	while (recv(fd, &byte, 1, 0) > 0)
		;
}

static bool
read_request(struct serving *v)
{
	size_t len = 0;

	for (;;) {
		ssize_t n = recv(v->fd, v->request + len, sizeof v->request - 1 - len, 0);

		if (n <= 0)
			return false;
		len += (size_t)n;
		v->request[len] = '\0';
		if (strstr(v->request, "\r\n\r\n") != NULL)
			return true;
		if (len == sizeof v->request - 1)
			return false;
	}
}

/* A header's value, "" when there is none. */
static const char *
header(const struct serving *v, const char *name, char *to, size_t size)
{
	size_t n = strlen(name);

	to[0] = '\0';
	for (const char *at = v->request; (at = strstr(at, "\r\n")) != NULL;) {
		at += 2;
		if (strncasecmp(at, name, n) == 0 && at[n] == ':')
			snprintf(to, size, "%.*s", (int)strcspn(at + n + 2, "\r"), at + n + 2);
	}
	return to;
}

static void
note(struct serving *v)
{
	static const char *const names[] = {
	    "range", "if-range", "if-none-match", "if-modified-since", "user-agent"};
	struct buf line = BUF_INIT;
	char value[512];

	buf_add(&line, v->request, strcspn(v->request, " ") + 1);
	buf_add(&line, v->request + line.len, strcspn(v->request + line.len, " "));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		buf_addf(&line, " [%s]", header(v, names[i], value, sizeof value));
	buf_addc(&line, '\n');
	if (write(v->log, line.data, line.len) < 0)
		_exit(1);
	buf_free(&line);
}

/* --- an answer ------------------------------------------------------------------------------- */

static void
load(struct serving *v, const struct served *row)
{
	buf_clear(&v->body);
	if (row->file != NULL) {
		size_t len;
		char *bytes = temp_read(row->file, &len);

		buf_add(&v->body, bytes, len);
		free(bytes);
	} else if (row->body != NULL) {
		buf_add(&v->body, row->body, row->len > 0 ? row->len : strlen(row->body));
	}
}

static void
choose_status(struct serving *v, const struct served *row)
{
	char range[128], condition[128];

	v->status = row->status != 0 ? row->status : 200;
	v->from = 0;
	header(v, "if-none-match", condition, sizeof condition);
	if ((row->does & SERVE_CONDITIONS) != 0 && row->etag != NULL
	    && strcmp(condition, row->etag) == 0) {
		v->status = 304;
		buf_clear(&v->body);
	}
	header(v, "range", range, sizeof range);
	header(v, "if-range", condition, sizeof condition);
	if ((row->does & SERVE_RANGES) == 0 || range[0] == '\0')
		return;
	if (condition[0] != '\0' && (row->etag == NULL || strcmp(row->etag, condition) != 0)
	    && (row->modified == NULL || strcmp(row->modified, condition) != 0))
		return;
	v->from = strtoull(range + strlen("bytes="), NULL, 10);
	v->status = v->from < v->body.len ? 206 : 416;
	if (v->status == 416) {
		buf_clear(&v->body);
		v->from = 0;
	}
}

static bool
put_head(struct serving *v, const struct served *row)
{
	struct buf head = BUF_INIT;
	unsigned long long whole = v->body.len, said = v->from;
	bool ok;

	buf_addf(&head, "HTTP/1.1 %d made up\r\nConnection: close\r\n", v->status);
	if (row->location != NULL && row->location[0] == '*')
		buf_addf(&head, "Location: %s%s\r\n", v->address, row->location + 1);
	else if (row->location != NULL)
		buf_addf(&head, "Location: %s\r\n", row->location);
	if (row->etag != NULL)
		buf_addf(&head, "ETag: %s\r\n", row->etag);
	if (row->modified != NULL)
		buf_addf(&head, "Last-Modified: %s\r\n", row->modified);
	if ((row->does & SERVE_WRONG_RANGE) != 0 && v->status == 206)
		said++;
	if (v->status == 206)
		buf_addf(&head, "Content-Range: bytes %llu-%llu/%llu\r\n", said, whole - 1, whole);
	if ((row->does & (SERVE_NO_LENGTH | SERVE_ENDLESS)) == 0 && v->status != 304)
		buf_addf(&head, "Content-Length: %llu\r\n", whole - v->from);
	if ((row->does & SERVE_HEADERS) == 0)
		buf_adds(&head, "\r\n");
	ok = put(v->fd, head.data, head.len);
	buf_free(&head);
	return ok;
}

static void
put_for_ever(struct serving *v, const char *line)
{
	while (put(v->fd, line, strlen(line)))
		;
}

static void
put_body(struct serving *v, const struct served *row)
{
	const char *bytes = v->body.data + v->from;
	size_t len = v->body.len - v->from, half = v->body.len / 2;

	if ((row->does & SERVE_STALL) != 0) {
		put(v->fd, bytes, len < half ? len : half);
		wait_close(v->fd);
	} else if ((row->does & SERVE_DRIP) != 0) {
		put(v->fd, bytes, len < 1000 ? len : 1000);
	} else if ((row->does & SERVE_CUT) != 0 && len > half) {
		put(v->fd, bytes, half);
	} else if ((row->does & SERVE_CUT_AT_ONCE) == 0) {
		put(v->fd, bytes, len);
	}
	if ((row->does & SERVE_ENDLESS) != 0)
		put_for_ever(
		    v, "and so on, and so on, and so on, and so on, and so on, and so on\n");
}

static const struct served *
row_of(struct serving *v)
{
	static const struct served none = {.status = 404, .body = "<html>no such page</html>"};
	const char *path = strchr(v->request, ' ');

	for (size_t i = 0; path != NULL && i < v->n; i++) {
		size_t len = strlen(v->rows[i].path);

		if (strncmp(path + 1, v->rows[i].path, len) != 0
		    || strchr(" ?", path[1 + len]) == NULL || (v->done >> i & 1) != 0)
			continue;
		if ((v->rows[i].does & SERVE_ONCE) != 0)
			v->done |= 1ull << i;
		return &v->rows[i];
	}
	return &none;
}

static void
answer(struct serving *v)
{
	const struct served *row;

	if (!read_request(v))
		return;
	note(v);
	row = row_of(v);
	if ((row->does & SERVE_SILENT) != 0) {
		wait_close(v->fd);
		return;
	}
	load(v, row);
	choose_status(v, row);
	if (!put_head(v, row))
		return;
	if ((row->does & SERVE_HEADERS) != 0)
		put_for_ever(v, "X-More: headers, and still more headers, and more of them\r\n");
	else
		put_body(v, row);
}

static void __attribute__((noreturn)) serve(struct serving *v, int listening, int life)
{
	struct pollfd fds[2] = {{listening, POLLIN, 0}, {life, POLLIN, 0}};

	while (poll(fds, 2, -1) > 0 && fds[1].revents == 0) {
		v->fd = accept(listening, NULL, NULL);
		if (v->fd < 0)
			break;
		answer(v);
		shutdown(v->fd, SHUT_WR);
		wait_close(v->fd);
		close(v->fd);
	}
	_exit(0);
}

/* --- the parent's ---------------------------------------------------------------------------- */

static int
listen_somewhere(struct server *s)
{
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t len = sizeof a;
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof a) != 0 || listen(fd, 16) != 0
	    || getsockname(fd, (struct sockaddr *)&a, &len) != 0) {
		perror("a server for the test");
		exit(1);
	}
	snprintf(s->address, sizeof s->address, "http://127.0.0.1:%d", ntohs(a.sin_port));
	return fd;
}

struct server *
server_start(const struct served *rows, size_t n)
{
	struct server *s = mem_zero(1, sizeof *s);
	int listening = listen_somewhere(s), ends[2], life[2];
	struct serving v = {.rows = rows, .n = n, .address = s->address};

	buf_init(&s->text);
	if (pipe(ends) != 0 || pipe(life) != 0 || (s->pid = fork()) < 0) {
		perror("a server for the test");
		exit(1);
	}
	if (s->pid == 0) {
		close(ends[0]);
		close(life[1]);
		v.log = ends[1];
		buf_init(&v.body);
		serve(&v, listening, life[0]);
	}
	close(ends[1]);
	close(life[0]);
	close(listening);
	s->log = ends[0];
	s->life = life[1];
	/* Programs that the test starts do not keep it alive. */
	if (fcntl(s->log, F_SETFL, O_NONBLOCK) != 0 || fcntl(s->life, F_SETFD, FD_CLOEXEC) != 0) {
		perror("a server for the test");
		exit(1);
	}
	return s;
}

void
server_stop(struct server *s)
{
	if (s == NULL)
		return;
	kill(s->pid, SIGKILL);
	waitpid(s->pid, NULL, 0);
	close(s->log);
	close(s->life);
	buf_free(&s->text);
	free(s);
}

const char *
server_address(const struct server *s)
{
	return s->address;
}

void
server_wait(const struct server *s)
{
	struct pollfd fd = {s->log, POLLIN, 0};

	while (poll(&fd, 1, -1) < 0)
		;
}

const char *
server_log(struct server *s)
{
	char bytes[16384];
	ssize_t n;

	/* What was answered was noted before, so that one reading has it all. */
	buf_clear(&s->text);
	n = read(s->log, bytes, sizeof bytes);
	if (n > 0)
		buf_add(&s->text, bytes, (size_t)n);
	return s->text.data;
}
