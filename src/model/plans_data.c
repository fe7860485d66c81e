/* plans_data.c - prices of programs, and which field of study leads to which role: read once. */
#include "plans_parts.h"

#include "career/frame/parts.h"
#include "career/model/price.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- prices ------------------------------------------------------------------------------------ */

/* Columns of programs that a price is read from. */
enum { C_AWARD, C_MODE, C_BASIS, C_CURRENCY, C_STATUS };
enum { C_COST, C_MONTHS, C_IN, C_OUT };
static const char *const texts[PLANS_TEXTS] = {"award", "mode", "cost_basis", "currency", "status"};
static const char *const numbers[PLANS_NUMBERS] = {"cost", "months", "tuition_in", "tuition_out"};

static const struct column *
column_of(const struct frame *f, const char *name)
{
	return column_ready(&f->cols[frame_col(f->spec, name)]);
}

static const char *
text_at(const struct column *c, uint32_t row)
{
	uint32_t code = column_code(c, row);

	return code != 0 ? dict_text(&c->dict, code) : NULL;
}

static double
number_at(const struct column *c, uint32_t row)
{
	return frame_is_missing(c->num[row]) ? (double)NAN : (double)c->num[row];
}

static void
read_price(struct plans_price *out, const struct plans_data *d, uint32_t row)
{
	const char *status = text_at(d->text[C_STATUS], row);
	struct price_said said = {.award = text_at(d->text[C_AWARD], row),
	    .mode = text_at(d->text[C_MODE], row),
	    .basis = text_at(d->text[C_BASIS], row),
	    .currency = text_at(d->text[C_CURRENCY], row),
	    .cost = number_at(d->number[C_COST], row),
	    .months = number_at(d->number[C_MONTHS], row),
	    .tuition_in = number_at(d->number[C_IN], row),
	    .tuition_out = number_at(d->number[C_OUT], row)};
	struct price p;

	price_read(&p, &said, NULL);
	*out = (struct plans_price){.total = p.total,
	    .months = (float)p.months,
	    .assumed = p.assumed & 0xffffu,
	    .read = true,
	    .job_kept = p.job_kept,
	    .rank = plans_rank_of_award(said.award) & 15u,
	    .withdrawn = status != NULL && strcmp(status, "withdrawn") == 0};
}

const struct plans_price *
plans_price(struct plans_data *d, uint32_t row)
{
	if (!d->price[row].read)
		read_price(&d->price[row], d, row);
	return &d->price[row];
}

/* Price and lost pay. */
static double
reckon(struct plans_data *d, const struct plans_price *price)
{
	struct finance_value net, lost;

	d->in.cost = price->total;
	d->in.months = price->months;
	d->in.job_kept = price->job_kept;
	net = finance_value(FM_NET_PRICE, &d->in);
	lost = finance_value(FM_FORGONE, &d->in);
	return net.told == FIN_TOLD && lost.told == FIN_TOLD ? net.value + lost.value : (double)NAN;
}

/* Programs of one school stand together, and most of them cost the same. */
const struct plans_price *
plans_outlay(struct plans_data *d, uint32_t row)
{
	struct plans_price *price = &d->price[row];
	struct plans_reckoned *last;

	plans_price(d, row);
	if (price->reckoned)
		return price;
	last =
	    &d->last[(unsigned)(isnan(price->months) ? 1 : (double)price->months) % PLANS_RECKONED];
	if (!last->known || last->total != price->total || last->months != price->months
	    || last->job_kept != price->job_kept)
		*last = (struct plans_reckoned){
		    price->total, price->months, reckon(d, price), price->job_kept, true};
	price->outlay = last->outlay;
	price->reckoned = true;
	return price;
}

static void
forget_prices(struct plans_data *d, const struct plans *p)
{
	free(d->price);
	d->price = mem_zero((size_t)p->programs->rows + 1, sizeof *d->price);
	d->baseline = p->baseline;
	memset(d->last, 0, sizeof d->last);
	finance_init(&d->in);
	d->in.baseline = p->baseline;
}

/* The frame may have read its columns anew. */
static void
look_at_columns(struct plans_data *d, const struct frame *f)
{
	for (size_t i = 0; i < PLANS_TEXTS; i++)
		d->text[i] = column_of(f, texts[i]);
	for (size_t i = 0; i < PLANS_NUMBERS; i++)
		d->number[i] = column_of(f, numbers[i]);
}

/* --- links ------------------------------------------------------------------------------------- */

struct by_id {
	int32_t id;
	uint32_t row;
};

static int
by_id(const void *a, const void *b)
{
	const struct by_id *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static struct by_id *
rows_by_id(const struct frame *f)
{
	struct by_id *rows = mem_alloc(((size_t)f->rows + 1) * sizeof *rows);

	for (uint32_t i = 0; i < f->rows; i++)
		rows[i] = (struct by_id){f->id[i], i};
	qsort(rows, f->rows, sizeof *rows, by_id);
	return rows;
}

static uint32_t
row_of(const struct by_id *rows, uint32_t n, int64_t id)
{
	struct by_id key = {(int32_t)id, 0};
	const struct by_id *found = bsearch(&key, rows, n, sizeof *rows, by_id);

	return found != NULL && !(id > INT32_MAX) ? found->row : UINT32_MAX;
}

/* Roles in the order of the list. */
static int
by_field(const void *a, const void *b)
{
	const struct plans_link *x = a, *y = b;

	if (x->field != y->field)
		return x->field < y->field ? -1 : 1;
	return (x->role > y->role) - (x->role < y->role);
}

/* A row that says so; further ones of the pair are added to it. */
static void
take_link(struct plans_data *d, uint32_t field, uint32_t role, bool official, int64_t row)
{
	struct plans_link *last = d->nlinks > 0 ? &d->link[d->nlinks - 1] : NULL;

	if (last == NULL || last->field != field || last->role != role) {
		d->link = mem_reserve(d->link, &d->links_cap, d->nlinks + 1, sizeof *d->link);
		last = &d->link[d->nlinks++];
		*last = (struct plans_link){.field = field, .role = role, .row = row};
	}
	if (official && !last->official)
		last->row = row;
	last->official |= official;
	last->rule |= !official;
}

static bool
read_links(struct plans_data *d, const struct plans *p, const struct by_id *rows, struct err *e)
{
	struct stmt *st = db_query(p->db, "plan_links", e);
	int col = frame_col(p->programs->spec, "field"), step = -1;
	struct buf last = BUF_INIT;
	uint32_t code = 0;

	d->nlinks = 0;
	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		const char *field = stmt_str(st, 0);
		uint32_t role = row_of(rows, p->roles->rows, stmt_int(st, 1));

		if (strcmp(field, last.data) != 0) {
			buf_clear(&last);
			buf_adds(&last, field);
			code = frame_code(p->programs, col, field);
		}
		if (code != 0 && role != UINT32_MAX)
			take_link(d, code, role, stmt_int(st, 2) != 0, stmt_int(st, 3));
	}
	if (st != NULL)
		stmt_reset(st);
	if (d->nlinks > 0)
		qsort(d->link, d->nlinks, sizeof *d->link, by_field);
	buf_free(&last);
	return step == 0;
}

static bool
read_asked(struct plans_data *d, const struct plans *p, const struct by_id *rows, struct err *e)
{
	struct stmt *st = db_query(p->db, "plan_asked", e);
	int step = -1;

	free(d->asked);
	d->asked = mem_zero((size_t)p->roles->rows + 1, 1);
	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		uint32_t role = row_of(rows, p->roles->rows, stmt_int(st, 0));

		if (role != UINT32_MAX)
			d->asked[role] = (unsigned char)stmt_int(st, 1);
	}
	if (st != NULL)
		stmt_reset(st);
	return step == 0;
}

/* What the tables say of roles. */
static bool
read_roles(struct plans_data *d, const struct plans *p, struct err *e)
{
	struct by_id *rows = rows_by_id(p->roles);
	bool ok = read_links(d, p, rows, e) && read_asked(d, p, rows, e);

	free(rows);
	return ok;
}

bool
plans_data_read(struct plans_data *d, const struct plans *p, struct err *e)
{
	unsigned turn = db_sources_turn(p->db);
	bool same = d->read && d->turn == turn && d->programs_turn == p->programs->turn
	    && d->roles_turn == p->roles->turn;

	look_at_columns(d, p->programs);
	d->read = false;
	if (!same && !read_roles(d, p, e))
		return false;
	if (!same || d->baseline != p->baseline)
		forget_prices(d, p);
	d->turn = turn;
	d->programs_turn = p->programs->turn;
	d->roles_turn = p->roles->turn;
	d->read = true;
	return true;
}

void
plans_data_free(struct plans_data *d)
{
	free(d->price);
	free(d->link);
	free(d->asked);
	memset(d, 0, sizeof *d);
}
