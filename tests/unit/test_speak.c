/* Amounts as one reads them aloud. */
#include "career/page/speak.h"
#include "check.h"

static const struct {
	const char *text, *said;
} cases[] = {
    {"", ""},
    {"about $120K-160K salary", "about 120 to 160 thousand dollars salary"},
    {"$120K-$160K", "120 to 160 thousand dollars"},
    {"$300K+", "300 thousand dollars or more"},
    {"$300K-500K+, base", "300 to 500 thousand dollars or more, base"},
    {"$900K-1.2M", "900 thousand to 1.2 million dollars"},
    {"$70-95K", "70 to 95 thousand dollars"},
    {"at least $239,200.", "at least 239,200 dollars."},
    {"$1", "1 dollar"},
    {"$1,200 in total", "1,200 dollars in total"},
    {"$76.4K-148K", "76.4 to 148 thousand dollars"},
    {"GBP 6,900 and EUR 620", "6,900 pounds and 620 euros"},
    {"XYZ 620", "XYZ 620"},
    {"8.19K (currency not said)", "8.19 thousand (currency not said)"},
    {"24-48 months, 3-5 years", "24 to 48 months, 3 to 5 years"},
    {"8+ years of it", "8 years or more of it"},
    {"16-32%", "16 to 32%"},
    {"15-1299.08, 2024-34, 2020-2030", "15-1299.08, 2024-34, 2020-2030"},
    {"100-119 jobs, p25-75", "100-119 jobs, p25-75"},
    {"\"$140K-$280K\" Average", "\"$140K-$280K\" Average"},
    {"\"$140K and $5K", "\"$140K and $5K"},
    {"it says \"over $200K\", $5K", "it says \"over $200K\", 5 thousand dollars"},
    {"a $100-a-day job, $5Kx, v1.5K-beta", "a $100-a-day job, $5Kx, v1.5K-beta"},
    {"$", "$"},
    {"$K", "$K"},
    {"caf\303\251 24-48 months", "caf\303\251 24 to 48 months"},
};

static void
test_cases(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf b = BUF_INIT;

		speak(&b, cases[i].text);
		assert_string_equal(b.data, cases[i].said);
		buf_free(&b);
	}
}

/* A page may speak a text when it is added and when it is wrapped. */
static void
test_twice_is_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf b = BUF_INIT;

		speak(&b, cases[i].said);
		assert_string_equal(b.data, cases[i].said);
		buf_free(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_twice_is_once),
	};

	return cmocka_run_group_tests_name("speak", tests, NULL, NULL);
}
