-- Reads of one occupation, or of one skill, in the publishers' sets.

CREATE INDEX onet_title_code ON onet_title(code);
CREATE INDEX onet_task_code ON onet_task(code);
CREATE INDEX onet_technology_code ON onet_technology(code, commodity);
CREATE INDEX crosswalk_soc ON crosswalk(soc);
CREATE INDEX onet_technology_example ON onet_technology(example);
CREATE INDEX onet_rating_element ON onet_rating(element, importance);
CREATE INDEX esco_link_skill ON esco_link(skill_id, essential);

-- Which skill an element of O*NET (scheme onet), a technology (technology: its name) or a skill of ESCO (esco: its
-- row) is: one of a pack by its name, else one made of it. Made by linking, like role_code.
CREATE TABLE skill_code (
  scheme TEXT NOT NULL, code TEXT NOT NULL, skill_id INTEGER NOT NULL REFERENCES skill(id),
  PRIMARY KEY (scheme, code)
) WITHOUT ROWID;
-- The few that have tools, among many of the sets.
CREATE INDEX skill_tools ON skill(name) WHERE tools IS NOT NULL;
CREATE INDEX skill_code_skill ON skill_code(skill_id);
