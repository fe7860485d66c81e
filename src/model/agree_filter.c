/* agree_filter.c - what of the figures is asked for. */
#include "agree_parts.h"
#include "career/base/text.h"

#include <string.h>

/* Whether a word of the text, or the text itself, begins with what is wanted; both folded. */
static bool
begins(const char *text, const char *want)
{
	struct buf t = BUF_INIT, w = BUF_INIT;
	bool found = false;

	text_fold(&t, text, strlen(text));
	text_fold(&w, want, strlen(want));
	for (size_t at = 0; !found && at < t.len;) {
		found = strncmp(t.data + at, w.data, w.len) == 0;
		at += strcspn(t.data + at, " -");
		at += strspn(t.data + at, " -");
	}
	buf_free(&t);
	buf_free(&w);
	return found;
}

const char *
place_says(const char *place)
{
	static const char *const names[][2] = {{"AE", "United Arab Emirates"}, {"AR", "Argentina"},
	    {"AT", "Austria"}, {"AU", "Australia"}, {"BE", "Belgium"}, {"BR", "Brazil"},
	    {"CA", "Canada"}, {"CH", "Switzerland"}, {"CL", "Chile"}, {"CN", "China"},
	    {"CO", "Colombia"}, {"CZ", "Czechia"}, {"DE", "Germany"}, {"DK", "Denmark"},
	    {"EE", "Estonia"}, {"EG", "Egypt"}, {"ES", "Spain"}, {"FI", "Finland"},
	    {"FR", "France"}, {"GB", "United Kingdom"}, {"GR", "Greece"}, {"HK", "Hong Kong"},
	    {"HR", "Croatia"}, {"HU", "Hungary"}, {"IE", "Ireland"}, {"IL", "Israel"},
	    {"IN", "India"}, {"IT", "Italy"}, {"JP", "Japan"}, {"KE", "Kenya"},
	    {"KR", "South Korea"}, {"LT", "Lithuania"}, {"LU", "Luxembourg"}, {"LV", "Latvia"},
	    {"MX", "Mexico"}, {"MY", "Malaysia"}, {"NG", "Nigeria"}, {"NL", "Netherlands"},
	    {"NO", "Norway"}, {"NZ", "New Zealand"}, {"PH", "Philippines"}, {"PK", "Pakistan"},
	    {"PL", "Poland"}, {"PT", "Portugal"}, {"RO", "Romania"}, {"SA", "Saudi Arabia"},
	    {"SE", "Sweden"}, {"SG", "Singapore"}, {"SI", "Slovenia"}, {"TR", "Turkey"},
	    {"TW", "Taiwan"}, {"UA", "Ukraine"}, {"VN", "Vietnam"}, {"ZA", "South Africa"}};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(place, names[i][0]) == 0)
			return names[i][1];
	return place;
}

static bool
wants(const char *want, const char *said, const char *words)
{
	if (want == NULL)
		return true;
	if (strcmp(want, "none") == 0)
		return !agree_says(said) && !agree_says(words);
	return begins(said, want) || begins(words, want);
}

bool
pay_filter_passes(const struct pay_filter *want, const struct figure *f)
{
	return (!want->by_basis || f->basis == want->basis)
	    && wants(want->place, agree_place_said(f), place_says(f->place))
	    && wants(want->employer, f->employer, f->employer_words);
}
