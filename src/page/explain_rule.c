/*
 * explain_rule.c - `i` on a number of the dated rules (career-rules(5)): what it is, from when, and who says so.
 */
#include "career/base/num.h"
#include "career/model/rules.h"
#include "explain.h"
#include "say.h"

#include <math.h>
#include <string.h>

static void
say_values(struct page *p, const struct rule *rule)
{
	for (size_t i = 0; i < rule->n; i++) {
		struct buf b = BUF_INIT;

		if (rule->value[i].value >= 1000)
			num_full(&b, rule->value[i].value);
		else
			num_plain(&b, rule->value[i].value);
		buf_addf(&b, " %s", rule->unit);
		if (rule->value[i].of[0] != '\0')
			buf_addf(&b, " (%s)", rule->value[i].of);
		say_pair(p, i == 0 ? "Value" : "", STYLE_VALUE, b.data);
		buf_free(&b);
	}
}

static void
say_rule(struct page *p, const struct rule *rule)
{
	say_title(p, rule->title);
	say_values(p, rule);
	say_pair(p, "From", STYLE_TEXT, rule->from);
	say_pair(p, "Source", STYLE_TEXT, rule->source);
	say_pair(p, "Page", STYLE_LINK, rule->url);
	say_pair(p, "Note", STYLE_TEXT, rule->note);
	say_wrapf(p, STYLE_NOTE,
	    "A dated rule of this program, not of a source in the catalog: rules.yaml in your settings "
	    "folder stands in for it.");
}

bool
explain_rule(struct page *p, struct reader *r, const char *key, struct err *e)
{
	struct rules rules;
	bool found = false, ok = rules_load(&rules, e);

	(void)r;
	for (int i = 0; ok && i < RULE_COUNT && !found; i++) {
		found = strcmp(rule_keys[i].key, key) == 0;
		if (found)
			say_rule(p, &rules.rule[i]);
	}
	rules_free(&rules);
	return found || (ok && err_set(e, ERR_NOTFOUND, "no rule '%s'", key));
}
