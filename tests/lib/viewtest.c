#include "viewtest.h"

#include <stdio.h>
#include <stdlib.h>

/* Results are told by the place of a row here, from 0. */
static const char *const programs[] = {
    "school=Georgia Tech|program=Computer Science|field=computer science|award=master|"
    "mode=online|state=GA|country=US|months=24|months_max=60|cost=7000|currency=USD|"
    "cost_basis=total|source=[\"guide\",\"site\"]|price=0-10K|role=[\"ml-engineer\"]",
    "school=Stanford|program=Data Science|field=data science|award=master|mode=on-campus|"
    "state=CA|country=US|months=18|cost=80000|currency=unstated|source=[\"site\"]|price=80K+",
    "school=Stanford|program=AI Certificate|field=data science|award=certificate|"
    "mode=online|state=CA|country=US|cost=20000|currency=USD|source=[\"guide\"]|price=20-40K",
    "school=\303\211cole Polytechnique|program=Data Science|field=data science|"
    "award=master|mode=on-campus|country=FR|months=12|cost=15000|currency=EUR|debt=-2147483632",
    "school=Oxford|program=Advanced Computer Science|field=computer science|award=master|"
    "country=GB|months=12|cost=30000|currency=GBP|debt=2147483647",
    "school=Data College|program=Nursing|field=nursing|award=bachelor|mode=online|state=NY|"
    "country=US|cost=m4|cost_per_year=9000|currency=USD|earnings=60000",
    "school=New York College|program=Data Science|field=data science|award=bachelor|"
    "state=NY|country=US|months=48|cost=19999|earnings=m1",
};

static const char *const roles[] = {
    "slug=a|title=Research Engineer, Data|kind=role|growth=31",
    "slug=b|title=Database Administrator|aliases=[\"DBA\"]|growth=-5",
    "slug=c|title=Data|growth=0",
    "slug=d|title=Machine Learning Engineer|aliases=[\"MLE\",\"Data Engineer (ML)\"]|growth=32",
    "slug=e|title=Meta\346\225\260data Librarian|growth=30",
    "slug=f|title=Data Engineer|aliases=[\"Big Data Engineer\"]|growth=9999",
    "slug=g|title=Engineer of Big Data|kind=role",
};

void
viewtest_make(struct viewtest *x, const struct list *l, const char *const *rows, size_t n)
{
	struct err e;

	if (!listframe_make(&x->lf, l, rows, n, &e)) {
		fprintf(stderr, "viewtest: %s\n", e.text);
		exit(1);
	}
	view_init(&x->view, l, &x->lf.frame);
}

void
viewtest_programs(struct viewtest *x)
{
	viewtest_make(x, &list_programs, programs, sizeof programs / sizeof *programs);
}

void
viewtest_roles(struct viewtest *x)
{
	viewtest_make(x, &list_roles, roles, sizeof roles / sizeof *roles);
}

void
viewtest_free(struct viewtest *x)
{
	view_free(&x->view);
	listframe_free(&x->lf);
}

void
viewtest_rows(struct view *v, const char *text, bool typing, struct buf *out)
{
	view_set(v, text, typing);
	buf_clear(out);
	for (uint32_t i = 0; i < v->nrows; i++)
		buf_addf(out, "%s%u", i ? " " : "", v->rows[i]);
}
