#include "payload.h"

#include "career/base/file.h"
#include "career/base/text.h"
#include "career/import/pack.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#define PAYLOADS "../shared/hostile/generated-hostile-text/payloads.tsv"

enum { MAX_PAYLOAD = 5000 };

/* A payload, and the YAML that is made with it. */
struct maker {
	const struct payload *p;
	struct buf *out;
	int depth;
};

/* --- YAML ----------------------------------------------------------------------------------------- */

/* A payload as a double-quoted scalar, everything escaped that could be anything. */
static void
put_scalar(struct buf *out, const char *s, size_t len)
{
	buf_addc(out, '"');
	while (len > 0) {
		int32_t cp;
		size_t n = text_decode(s, len, &cp);

		if (cp == '"' || cp == '\\')
			buf_addf(out, "\\%c", (int)cp);
		else if (cp >= 0x20 && cp < 0x7f)
			buf_addc(out, (char)cp);
		else
			buf_addf(out, "\\U%08x", (unsigned)cp);
		s += n;
		len -= n;
	}
	buf_addc(out, '"');
}

static void
indent(struct maker *m)
{
	buf_pad(m->out, ' ', (size_t)m->depth * 2);
}

static void put_entry(struct maker *m, enum pack_section_id id);

static bool
is(const struct pack_field *f, const char *name)
{
	return strcmp(f->name, name) == 0;
}

static size_t
words(const struct payload *p)
{
	struct buf fold = BUF_INIT;
	size_t n = 1;

	text_fold(&fold, p->bytes, p->len);
	for (size_t i = 0; i < fold.len; i++)
		n += fold.data[i] == ' ';
	buf_free(&fold);
	return n;
}

static int
cells(const struct payload *p)
{
	struct buf safe = BUF_INIT;
	int n;

	text_safe(&safe, p->bytes, p->len, false);
	n = text_width(safe.data);
	buf_free(&safe);
	return n;
}

static const char *
text_for(const struct payload *p, const struct pack_field *f)
{
	if ((is(f, "short") && cells(p) > 18) || ((f->flags & PACK_WORDS8) != 0 && words(p) > 8))
		return "too long";
	return p->scalar;
}

/* Left out: what would contradict the rest of its entry, and keys that are made from names. */
static bool
left_out(const struct maker *m, enum pack_section_id id, const struct pack_field *f)
{
	static const struct {
		enum pack_section_id section;
		const char *field;
	} out[] = {{SEC_ROLES, "serves"}, {SEC_PROGRAMS, "key"}, {SEC_PROGRAMS, "slug"},
	    {SEC_FIGURES, "value"}, {SEC_FIGURES, "p10"}, {SEC_FIGURES, "p25"},
	    {SEC_FIGURES, "p50"}, {SEC_FIGURES, "p75"}, {SEC_FIGURES, "p90"},
	    {SEC_FIGURES, "top_coded"}, {SEC_FIGURES, "missing"}, {SEC_LISTINGS, "programs"},
	    {SEC_SOURCES, "url"}};
	bool number = m->p->number % 2 == 0;

	for (size_t i = 0; i < COUNT(out); i++)
		if (out[i].section == id && is(f, out[i].field))
			return true;
	/* A range and a category in turn. */
	if (id == SEC_FIGURES && number)
		return is(f, "text");
	return id == SEC_FIGURES && (is(f, "low") || is(f, "high"));
}

static void
put_value(struct maker *m, enum pack_section_id id, const struct pack_field *f)
{
	switch (f->type) {
	case PACK_TEXT:
		buf_adds(m->out, text_for(m->p, f));
		break;
	case PACK_SLUG:
	case PACK_KEY:
		buf_addf(m->out, "h%zu", m->p->number);
		break;
	case PACK_ENUM:
		if (id == SEC_FIGURES && is(f, "statistic"))
			buf_adds(m->out, m->p->number % 2 == 0 ? "range" : "category");
		else
			buf_adds(m->out, is(f, "status") ? "withdrawn" : f->values[0]);
		break;
	case PACK_INT:
	case PACK_NUM:
		buf_adds(m->out, is(f, "share") ? "100" : "12");
		break;
	case PACK_SPAN:
		buf_adds(m->out, "1..2");
		break;
	case PACK_YEAR:
		buf_addf(m->out, "\"2026 %s", m->p->scalar + 1);
		break;
	case PACK_BOOL:
		buf_adds(m->out, "yes");
		break;
	case PACK_LIST:
		if (is(f, "leads_to"))
			buf_addf(m->out, "[h%zu]", m->p->number);
		else
			buf_addf(m->out, "[%s, x]", m->p->scalar);
		break;
	case PACK_UNIT:
		buf_adds(m->out, "USD");
		break;
	case PACK_CODE2:
		buf_adds(m->out, "US");
		break;
	case PACK_URL:
		buf_adds(m->out, "https://h.example/");
		break;
	case PACK_REF:
		if (is(f, "occupation") || is(f, "to"))
			buf_adds(m->out, "statisticians");
		else
			buf_addf(m->out, "h%zu", m->p->number);
		break;
	case PACK_ABOUT:
		buf_addf(m->out, "role:h%zu", m->p->number);
		break;
	case PACK_CHILD:
		buf_addc(m->out, '\n');
		put_entry(m, f->target);
		return;
	}
	buf_addc(m->out, '\n');
}

static void
put_entry(struct maker *m, enum pack_section_id id)
{
	const struct pack_section *sec = &pack_sections[id];

	m->depth++;
	indent(m);
	buf_adds(m->out, "-\n");
	m->depth++;
	for (size_t i = 0; i < sec->nfields; i++) {
		if (left_out(m, id, &sec->fields[i]))
			continue;
		indent(m);
		buf_addf(m->out, "%s: ", sec->fields[i].name);
		put_value(m, id, &sec->fields[i]);
	}
	m->depth -= 2;
}

void
payload_sections(const struct payload *p, struct buf *out)
{
	struct maker m = {p, out, 0};

	for (size_t s = 0; s < SEC_COUNT; s++) {
		if (pack_sections[s].parent != SEC_COUNT || s == SEC_PACK)
			continue;
		buf_addf(out, "%s:\n", pack_sections[s].name);
		put_entry(&m, (enum pack_section_id)s);
	}
}

/* --- payloads ------------------------------------------------------------------------------------- */

static void
unhex(struct buf *out, const char *hex)
{
	char pair[3] = {0};

	for (; hex[0] != '\0' && hex[1] != '\0'; hex += 2) {
		pair[0] = hex[0];
		pair[1] = hex[1];
		buf_addc(out, (char)strtol(pair, NULL, 16));
	}
}

/* YAML holds valid text only, and a pack wants text that says something. */
static bool
can_be_text(const struct buf *b)
{
	return b->len <= MAX_PAYLOAD && text_valid(b->data, b->len)
	    && memchr(b->data, '\0', b->len) == NULL && strspn(b->data, " \t\r\n") < b->len;
}

bool
payload_there(void)
{
	return file_exists(PAYLOADS);
}

size_t
payload_each(void (*each)(void *ctx, const struct payload *p), void *ctx)
{
	struct buf text = BUF_INIT, bytes = BUF_INIT, scalar = BUF_INIT;
	struct payload p = {0};
	struct err e;

	assert_ok(file_read(PAYLOADS, 64 << 20, &text, &e));
	for (char *line = strtok(text.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
		const char *tab = strrchr(line, '\t');

		buf_clear(&bytes);
		unhex(&bytes, tab != NULL ? tab + 1 : "");
		if (strncmp(line, "class\t", 6) == 0 || !can_be_text(&bytes))
			continue;
		buf_clear(&scalar);
		put_scalar(&scalar, bytes.data, bytes.len);
		p = (struct payload){bytes.data, bytes.len, p.number + 1, scalar.data};
		each(ctx, &p);
	}
	buf_free(&text);
	buf_free(&bytes);
	buf_free(&scalar);
	return p.number;
}
