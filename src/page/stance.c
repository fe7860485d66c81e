#include "stance.h"

#include "say.h"

#include <string.h>

static const struct stance {
	const char *topic, *title;
	enum role_section section;
} stances[] = {
    {"definition", "What the job is", ROLE_SUMMARY},
    {"engineer-or-scientist", "Engineer or scientist?", ROLE_SUMMARY},
    {"best-payers", "Who pays best", ROLE_PAY},
    {"ceiling", "How far pay goes", ROLE_PAY},
    {"geography", "Does the place matter?", ROLE_PAY},
    {"premium-15-25", "Who earns 15-25% more", ROLE_PAY},
    {"age-of-role", "How old the job is", ROLE_GROWTH},
    {"frameworks", "Which frameworks", ROLE_SKILLS},
    {"kaggle", "Kaggle: useful or a waste of time?", ROLE_SKILLS},
    {"languages", "Which languages beside Python", ROLE_SKILLS},
    {"mathematics", "How much mathematics", ROLE_SKILLS},
    {"specialise", "Specialize or stay broad?", ROLE_SKILLS},
    {"sql", "How much SQL", ROLE_SKILLS},
    {"theory", "How much theory", ROLE_SKILLS},
    {"degree", "Which degree", ROLE_BREAK_IN},
    {"online-degree", "Does an online degree count?", ROLE_BREAK_IN},
    {"certifications", "Do certificates count?", ROLE_BREAK_IN},
    {"entry-level", "Is it a first job?", ROLE_BREAK_IN},
    {"year-of-the-figures", "Which year the figures are of", ROLE_SOURCES},
};

static const struct stance *
stance_of(const char *topic)
{
	for (size_t i = 0; i < sizeof stances / sizeof *stances; i++)
		if (strcmp(stances[i].topic, topic) == 0)
			return &stances[i];
	return NULL;
}

void
stance_title(struct buf *out, const char *topic)
{
	const struct stance *s = stance_of(topic);

	if (s != NULL)
		buf_adds(out, s->title);
	else
		say_slug(out, topic);
}

enum role_section
stance_section(const char *topic)
{
	const struct stance *s = stance_of(topic);

	return s != NULL ? s->section : ROLE_BREAK_IN;
}
