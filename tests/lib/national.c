/* national.c - rows of all sets as importers leave them, made up. */
#include "national.h"

#include "career/build/build.h"
#include "career/build/import.h"
#include "check.h"
#include "pagecat.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* clang-format off */
static const char *const rows[] = {
	"INSERT INTO source (id, pack, key, title, short, publisher, url, period, kind, licence, attribution) VALUES"
	" (1000000, 'import', 'onet', 'O*NET Database', 'O*NET 29.0', 'U.S. Department of Labor',"
	"  'https://onet.example', '2004 to 2024', 'official', 'CC BY 4.0', 'O*NET is named here.'),"
	" (1000001, 'import', 'oews', 'Occupational Employment and Wage Statistics', 'OEWS May 2024',"
	"  'U.S. Bureau of Labor Statistics', 'https://oews.example', 'May 2024', 'official', 'Public domain', NULL),"
	" (1000002, 'import', 'projections', 'Employment Projections', 'BLS proj. 2024-34',"
	"  'U.S. Bureau of Labor Statistics', 'https://ep.example', '2024 to 2034', 'official', 'Public domain', NULL),"
	" (1000003, 'import', 'scorecard', 'College Scorecard', 'Scorecard 2014-16', 'U.S. Department of Education',"
	"  'https://scorecard.example', '2014-15 and 2015-16 pooled', 'official', 'Public domain', NULL),"
	" (1000004, 'import', 'crosswalk', 'CIP 2020 to SOC 2018 Crosswalk', 'CIP-SOC 2018',"
	"  'National Center for Education Statistics', 'https://cip.example', 'codes of 2020 and 2018', 'official',"
	"  'Public domain', NULL),"
	" (1000005, 'import', 'jobs', 'ai-jobs.net salary index', 'ai-jobs 2025-01-19', 'ai-jobs.net',"
	"  'https://jobs.example', '2020-2025', 'postings', 'CC0 1.0', NULL),"
	" (1000006, 'import', 'esco', 'ESCO classification', 'ESCO 1.1.1', 'European Commission',"
	"  'https://esco.example', '2022', 'official', 'CC BY 4.0', 'This uses ESCO.');",

	"INSERT INTO import (source_id, kind, release, files, rows_read, rows_kept, rows_rejected, repairs, absent)"
	" VALUES (1000000, 'onet', '29.0', '[\"onet.zip\"]', 70, 70, 0, 0, '[]'),"
	" (1000001, 'oews', 'May 2024', '[\"national.xlsx\"]', 11, 11, 0, 0, '[]'),"
	" (1000002, 'projections', '2024-34', '[\"ep.csv\"]', 6, 6, 0, 0, '[]'),"
	" (1000003, 'scorecard', '2014-16', '[\"field.csv\"]', 16, 15, 1, 2, '[]'),"
	" (1000004, 'crosswalk', 'CIP 2020 - SOC 2018', '[\"cip.csv\"]', 9, 8, 1, 0, '[]'),"
	" (1000005, 'jobs', '2025-01-19', '[\"salaries.csv\"]', 900, 890, 10, 0, '[]'),"
	" (1000006, 'esco', '1.1.1', '[\"esco.zip\"]', 9, 9, 0, 0, '[]');",

	"INSERT INTO series (id, source_id, relation, name, measure, statistic, unit, per, basis, horizon_lo,"
	" horizon_hi, period, place, audience, locator, words) VALUES"
	" (1, 1000000, 'onet_education', 'percent', 'share', 'point', 'percent', NULL, NULL, NULL, NULL,"
	"  '2004 to 2024', 'US', 'workers', 'Education: scale RL', 'Required Level Of Education'),"
	" (2, 1000000, 'onet_interest', 'value', 'interest', 'point', 'scale 1-7', NULL, NULL, NULL, NULL,"
	"  '2004 to 2024', 'US', NULL, 'Interests: scale OI', 'Occupational Interests'),"
	" (3, 1000000, 'onet_rating', 'importance', 'importance', 'mean', 'scale 1-5', NULL, NULL, NULL, NULL,"
	"  '2004 to 2024', 'US', NULL, 'Skills: scale IM', 'Importance'),"
	" (4, 1000000, 'onet_rating', 'level', 'level', 'mean', 'scale 0-7', NULL, NULL, NULL, NULL,"
	"  '2004 to 2024', 'US', NULL, 'Skills: scale LV', 'Level'),"
	" (5, 1000001, 'oews', 'employment', 'employment', 'point', 'people', NULL, NULL, NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column TOT_EMP', 'Estimated total employment'),"
	" (6, 1000001, 'oews', 'hourly_mean', 'pay', 'mean', 'USD', 'hour', 'base', NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column H_MEAN', 'Mean hourly wage'),"
	" (7, 1000001, 'oews', 'hourly_p50', 'pay', 'median', 'USD', 'hour', 'base', NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column H_MEDIAN', 'Hourly median wage'),"
	" (8, 1000001, 'oews', 'mean', 'pay', 'mean', 'USD', 'year', 'base', NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column A_MEAN', 'Mean annual wage'),"
	" (9, 1000001, 'oews', 'p10', 'pay', 'p10', 'USD', 'year', 'base', NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column A_PCT10', 'Annual 10th percentile wage'),"
	" (10, 1000001, 'oews', 'p25', 'pay', 'p25', 'USD', 'year', 'base', NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column A_PCT25', 'Annual 25th percentile wage'),"
	" (11, 1000001, 'oews', 'p50', 'pay', 'median', 'USD', 'year', 'base', NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column A_MEDIAN', 'Annual median wage'),"
	" (12, 1000001, 'oews', 'p75', 'pay', 'p75', 'USD', 'year', 'base', NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column A_PCT75', 'Annual 75th percentile wage'),"
	" (13, 1000001, 'oews', 'p90', 'pay', 'p90', 'USD', 'year', 'base', NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column A_PCT90', 'Annual 90th percentile wage'),"
	" (14, 1000001, 'oews', 'share', 'share', 'point', 'percent', NULL, NULL, NULL, NULL,"
	"  'May 2024', 'US', 'employees', 'sheet 1, column PCT_TOTAL', 'Percent of industry employment'),"
	" (15, 1000002, 'projection', 'change', 'employment', 'point', 'people', NULL, NULL, 2024, 2034,"
	"  '2024', 'US', NULL, 'Employment Change, 2024-2034', 'change in jobs over all years'),"
	" (16, 1000002, 'projection', 'employment', 'employment', 'point', 'people', NULL, NULL, NULL, NULL,"
	"  '2024', 'US', NULL, 'Employment 2024', 'jobs in the first year'),"
	" (17, 1000002, 'projection', 'employment_to', 'employment', 'point', 'people', NULL, NULL, NULL, NULL,"
	"  '2034', 'US', NULL, 'Employment 2034', 'jobs projected for the last year'),"
	" (18, 1000002, 'projection', 'median', 'pay', 'median', 'USD', 'year', 'base', NULL, NULL,"
	"  '2024', 'US', NULL, 'Median Annual Wage 2024', 'Median Annual Wage'),"
	" (19, 1000002, 'projection', 'openings', 'openings', 'mean', 'people', 'year', NULL, 2024, 2034,"
	"  '2024', 'US', NULL, 'Occupational Openings, 2024-2034 Annual Average',"
	"  'Occupational Openings, Annual Average'),"
	" (20, 1000002, 'projection', 'percent', 'growth', 'point', 'percent', NULL, NULL, 2024, 2034,"
	"  '2024', 'US', NULL, 'Employment Percent Change, 2024-2034', 'Employment Percent Change');",
	"INSERT INTO series (id, source_id, relation, name, measure, statistic, unit, per, basis, horizon_lo,"
	" horizon_hi, period, place, audience, locator, words) VALUES"
	" (21, 1000003, 'sc_institution', 'earnings', 'earnings', 'median', 'USD', 'year', NULL, 10, 10,"
	"  NULL, 'US', 'students with federal aid', 'MD_EARN_WNE_P10', '10 years after entry, working, not enrolled'),"
	" (22, 1000003, 'sc_institution', 'tuition_in', 'cost', 'point', 'USD', 'year', NULL, NULL, NULL,"
	"  NULL, 'US', 'in-state', 'TUITIONFEE_IN', 'in-state tuition and fees'),"
	" (23, 1000003, 'sc_institution', 'tuition_out', 'cost', 'point', 'USD', 'year', NULL, NULL, NULL,"
	"  NULL, 'US', 'out-of-state', 'TUITIONFEE_OUT', 'out-of-state tuition and fees'),"
	" (24, 1000003, 'sc_institution', 'tuition_program', 'cost', 'point', 'USD', 'year', NULL, NULL, NULL,"
	"  NULL, 'US', 'all', 'TUITIONFEE_PROG', 'tuition and fees, program-year institutions'),"
	" (25, 1000003, 'sc_program', 'debt', 'debt', 'median', 'USD', 'once', NULL, NULL, NULL,"
	"  '2014-15 and 2015-16 pooled', 'US', 'graduates of 2014-16', 'DEBTMEDIAN', 'federal loans at this institution'),"
	" (26, 1000003, 'sc_program', 'debt_mean', 'debt', 'mean', 'USD', 'once', NULL, NULL, NULL,"
	"  '2014-15 and 2015-16 pooled', 'US', 'graduates of 2014-16', 'DEBTMEAN', 'federal loans at this institution'),"
	" (27, 1000003, 'sc_program', 'earnings', 'earnings', 'median', 'USD', 'year', NULL, 1, 1,"
	"  '2014-15 and 2015-16 pooled', 'US', 'graduates of 2014-16', 'MD_EARN_WNE',"
	"  '1 year after, working and not enrolled'),"
	" (28, 1000003, 'sc_program', 'payment', 'debt', 'median', 'USD', 'month', NULL, NULL, NULL,"
	"  '2014-15 and 2015-16 pooled', 'US', 'graduates of 2014-16', 'DEBTPAYMENT10YR', 'payment over ten years'),"
	" (29, 1000005, 'jobs', 'large', 'share', 'point', 'percent', NULL, NULL, NULL, NULL, NULL, NULL,"
	"  'full-time', 'company_size', 'company size L'),"
	" (30, 1000005, 'jobs', 'p10', 'pay', 'p10', 'USD', 'year', 'unstated', NULL, NULL, NULL, NULL,"
	"  'full-time', 'salary_in_usd', 'salary in USD'),"
	" (31, 1000005, 'jobs', 'p25', 'pay', 'p25', 'USD', 'year', 'unstated', NULL, NULL, NULL, NULL,"
	"  'full-time', 'salary_in_usd', 'salary in USD'),"
	" (32, 1000005, 'jobs', 'p50', 'pay', 'median', 'USD', 'year', 'unstated', NULL, NULL, NULL, NULL,"
	"  'full-time', 'salary_in_usd', 'salary in USD'),"
	" (33, 1000005, 'jobs', 'p75', 'pay', 'p75', 'USD', 'year', 'unstated', NULL, NULL, NULL, NULL,"
	"  'full-time', 'salary_in_usd', 'salary in USD'),"
	" (34, 1000005, 'jobs', 'p90', 'pay', 'p90', 'USD', 'year', 'unstated', NULL, NULL, NULL, NULL,"
	"  'full-time', 'salary_in_usd', 'salary in USD'),"
	" (35, 1000005, 'jobs', 'remote', 'share', 'point', 'percent', NULL, NULL, NULL, NULL, NULL, NULL,"
	"  'full-time', 'remote_ratio', 'remote ratio 100');",

	"INSERT INTO onet_occupation (code, soc, title, description, job_zone, riasec, source_id) VALUES"
	" ('15-2051.00', '15-2051', 'Data Scientists', 'They find out what data say.', 5, 'ICR', 1000000),"
	" ('15-2051.01', '15-2051', 'Business Intelligence Analysts', 'They report.', 4, 'CEI', 1000000),"
	" ('19-1099.00', '19-1099', 'Marine Biologists', 'They watch the sea.', NULL, NULL, 1000000),"
	" ('27-2011.00', '27-2011', 'Actors', 'They play parts.', 2, 'AE', 1000000),"
	" ('29-1141.00', '29-1141', 'Registered Nurses', 'They care for the sick.', 3, 'SIC', 1000000),"
	" ('29-1211.00', '29-1211', 'Anesthesiologists', 'They put to sleep and wake up.', 5, 'IRS', 1000000),"
	" ('47-2152.00', '47-2152', 'Plumbers', 'They lay pipes.', 3, 'RC', 1000000);",
	"INSERT INTO onet_title (id, code, title, short, source_id) VALUES"
	" (1, '15-2051.00', 'ML Ops Engineer', 'ML Ops', 1000000),"
	" (2, '15-2051.00', 'Data Miner', NULL, 1000000),"
	" (3, '29-1141.00', 'Staff Nurse', 'RN', 1000000),"
	" (4, '47-2152.00', 'Pipe Fitter', NULL, 1000000),"
	" (5, '27-2011.00', 'Stage Player', NULL, 1000000);",
	"INSERT INTO onet_task (id, code, task, text, kind, source_id) VALUES"
	" (1, '15-2051.00', 11, 'Clean data until they can be used.', 'Core', 1000000),"
	" (2, '15-2051.00', 12, 'Draw what was found.', 'Supplemental', 1000000),"
	" (3, '29-1141.00', 13, 'Watch over patients by day and by night.', 'Core', 1000000),"
	" (4, '47-2152.00', 14, 'Join pipes.', 'Core', 1000000);",
	"INSERT INTO onet_commodity (commodity, title, source_id) VALUES"
	" (43232402, 'Development environment software', 1000000),"
	" (43232304, 'Data base user interface and query software', 1000000),"
	" (43232110, 'Spreadsheet software', 1000000);",
	"INSERT INTO onet_technology (id, code, example, commodity, hot, in_demand, source_id) VALUES"
	" (1, '15-2051.00', 'Python', 43232402, 1, 1, 1000000),"
	" (2, '15-2051.00', 'Structured query language SQL', 43232304, 1, 0, 1000000),"
	" (3, '15-2051.00', 'Tally sheets', 43232110, 0, 0, 1000000),"
	" (4, '29-1141.00', 'Tally sheets', 43232110, 0, 1, 1000000);",
	"INSERT INTO onet_element (element, name, kind, source_id) VALUES"
	" ('2.A.1.a', 'Reading Comprehension', 'skill', 1000000), ('2.A.1.e', 'Mathematics', 'skill', 1000000),"
	" ('2.C.1.a', 'Administration', 'knowledge', 1000000), ('2.C.7.a', 'English Language', 'knowledge', 1000000);",
	"INSERT INTO onet_rating (code, element, importance, level, importance_why, level_why, n, source_id) VALUES"
	" ('29-1141.00', '2.A.1.a', 4.0, 4.25, 0, 0, 8, 1000000), ('29-1141.00', '2.A.1.e', 3.12, 3.0, 0, 6, 8, 1000000),"
	" ('29-1141.00', '2.C.7.a', 4.5, NULL, 0, 4, 20, 1000000), ('47-2152.00', '2.A.1.e', 2.88, 2.5, 0, 0, 8, 1000000),"
	" ('15-2051.00', '2.C.1.a', 2.1, 2.0, 0, 0, 21, 1000000);",
	"INSERT INTO onet_related (code, rank, other, tier, source_id) VALUES"
	" ('15-2051.00', 1, '15-2051.01', 'Primary-Short', 1000000),"
	" ('15-2051.00', 2, '19-1099.00', 'Supplemental', 1000000),"
	" ('29-1141.00', 1, '29-1211.00', 'Primary-Short', 1000000);",
	"INSERT INTO onet_interest (code, letter, value, source_id) VALUES"
	" ('15-2051.00', 'I', 6.5, 1000000), ('15-2051.00', 'C', 5.0, 1000000), ('15-2051.00', 'R', 3.1, 1000000),"
	" ('15-2051.00', 'A', 2.6, 1000000), ('15-2051.00', 'S', 1.7, 1000000), ('15-2051.00', 'E', 1.9, 1000000),"
	" ('29-1141.00', 'S', 6.9, 1000000), ('29-1141.00', 'I', 5.2, 1000000), ('29-1141.00', 'C', 4.1, 1000000),"
	" ('47-2152.00', 'R', 6.8, 1000000), ('47-2152.00', 'C', 4.0, 1000000);",
	"INSERT INTO onet_education (code, category, title, percent, percent_why, n, source_id) VALUES"
	" ('15-2051.00', 6, 'Bachelor''s Degree', 40.5, 0, 31, 1000000),"
	" ('15-2051.00', 8, 'Master''s Degree', 59.5, 0, 31, 1000000),"
	" ('29-1141.00', 5, 'Associate''s Degree', 30, 0, 40, 1000000),"
	" ('29-1141.00', 6, 'Bachelor''s Degree', 70, 0, 40, 1000000),"
	" ('27-2011.00', 1, 'Less than a High School Diploma', NULL, 6, 4, 1000000);",
	"INSERT INTO onet_zone (zone, name, experience, education, training, source_id) VALUES"
	" (1, 'Job Zone One: Little or No Preparation Needed', 'None.', 'None.', 'Days.', 1000000),"
	" (2, 'Job Zone Two: Some Preparation Needed', 'Some.', 'High school.', 'Months.', 1000000),"
	" (3, 'Job Zone Three: Medium Preparation Needed', 'Years.', 'Vocational school.', 'A year.', 1000000),"
	" (4, 'Job Zone Four: Considerable Preparation Needed', 'Years.', 'A bachelor''s degree.', 'Years.', 1000000),"
	" (5, 'Job Zone Five: Extensive Preparation Needed', 'Many years.', 'Graduate school.', 'Some.', 1000000);",

	"INSERT INTO oews (id, soc, title, level, naics, industry, employment, employment_why, share, share_why,"
	" mean, mean_why, p10, p10_why, p25, p25_why, p50, p50_why, p75, p75_why, p90, p90_why, hourly_mean,"
	" hourly_mean_why, hourly_p50, hourly_p50_why, annual_only, hourly_only, source_id) VALUES"
	" (1, '00-0000', 'All Occupations', 'total', '000000', 'Cross-industry', 150000000, 0, NULL, 4, 65000, 0,"
	"  30000, 0, 35000, 0, 49000, 0, 77000, 0, 120000, 0, 31.2, 0, 23.5, 0, 0, 0, 1000001),"
	" (2, '15-2051', 'Data Scientists', 'detailed', '000000', 'Cross-industry', 200000, 0, NULL, 4, 125000, 0,"
	"  64000, 0, 83000, 0, 113000, 0, 156000, 0, 194000, 0, 60.1, 0, 54.3, 0, 0, 0, 1000001),"
	" (3, '29-1141', 'Registered Nurses', 'detailed', '000000', 'Cross-industry', 3200000, 0, NULL, 4, 98000, 0,"
	"  66000, 0, 78000, 0, 93000, 0, 107000, 0, 135000, 0, 47.1, 0, 44.7, 0, 0, 0, 1000001),"
	" (4, '29-1141', 'Registered Nurses', 'detailed', '62', 'Health Care and Social Assistance', 2800000, 0, 12.5, 0,"
	"  97000, 0, 65000, 0, 77000, 0, 92000, 0, 106000, 0, 134000, 0, 46.6, 0, 44.2, 0, 0, 0, 1000001),"
	" (5, '29-1141', 'Registered Nurses', 'detailed', '61', 'Educational Services', 90000, 0, 0.6, 0,"
	"  80000, 0, 50000, 0, 60000, 0, 75000, 0, 90000, 0, 110000, 0, 38.5, 0, 36, 0, 0, 0, 1000001),"
	" (6, '47-2152', 'Plumbers', 'detailed', '000000', 'Cross-industry', 440000, 0, NULL, 4, 70000, 0,"
	"  40000, 0, 50000, 0, 63000, 0, 82000, 0, 105000, 0, 33.7, 0, 30.3, 0, 0, 0, 1000001),"
	" (7, '27-2011', 'Actors', 'detailed', '000000', 'Cross-industry', 57000, 0, NULL, 4, NULL, 4,"
	"  NULL, 4, NULL, 4, NULL, 4, NULL, 4, NULL, 4, 42.1, 0, 23.3, 0, 0, 1, 1000001),"
	" (8, '29-1211', 'Anesthesiologists', 'detailed', '000000', 'Cross-industry', 33000, 0, NULL, 4, 337000, 0,"
	"  90000, 0, 190000, 0, 239200, 5, 239200, 5, 239200, 5, 162, 0, 115, 5, 0, 0, 1000001),"
	" (9, '19-1099', 'Marine Biologists', 'detailed', '000000', 'Cross-industry', NULL, 3, NULL, 4, NULL, 3,"
	"  NULL, 3, NULL, 3, NULL, 3, NULL, 3, NULL, 3, NULL, 3, NULL, 3, 0, 0, 1000001),"
	" (10, '49-9999', 'Riggers, All Other', 'detailed', '000000', 'Cross-industry', 1200, 0, NULL, 4, 51000, 0,"
	"  31000, 0, 40000, 0, 50000, 0, 60000, 0, 72000, 0, 24.5, 0, 24, 0, 0, 0, 1000001);",

	"INSERT INTO projection (id, soc, title, aliases, year_from, year_to, employment, employment_to, change, percent,"
	" openings, median, median_why, education, experience, training, source_id) VALUES"
	" (1, '15-2051', 'Data scientists', '[\"Data Mining Analyst\"]', 2024, 2034, 210000, 280000, 70000, 33.3,"
	"  21000, 113000, 0, 'Bachelor''s degree', 'None', 'None', 1000002),"
	" (2, '29-1141', 'Registered nurses', '[\"RN\",\"Triage Nurse\"]', 2024, 2034, 3300000, 3465000, 165000, 5,"
	"  190000, 93000, 0, 'Bachelor''s degree', 'None', 'None', 1000002),"
	" (3, '47-2152', 'Plumbers', NULL, 2024, 2034, 500000, 520000, 20000, 4, 44000, 63000, 0,"
	"  'High school diploma or equivalent', 'None', 'Apprenticeship', 1000002),"
	" (4, '27-2011', 'Actors', NULL, 2024, 2034, 60000, 57000, -3000, -5, 7000, NULL, 4,"
	"  'Some college, no degree', 'None', 'Long-term on-the-job training', 1000002),"
	" (5, '29-1211', 'Anesthesiologists', NULL, 2024, 2034, 40000, 41000, 1000, 2.5, 1500, 239200, 5,"
	"  'Doctoral or professional degree', 'None', 'Internship/residency', 1000002),"
	" (6, '49-9999', 'Riggers, all other', NULL, 2024, 2034, 1300, 1300, 0, 0, 100, 50000, 0,"
	"  'No formal educational credential', 'None', 'Short-term on-the-job training', 1000002);",

	"INSERT INTO cip (cip, title, source_id) VALUES (307001, 'Data Science, General', 1000004),"
	" (307099, 'Data Science, Other', 1000004), (513801, 'Registered Nursing', 1000004),"
	" (513802, 'Nursing Administration', 1000004), (460503, 'Plumbing Technology', 1000004);",
	"INSERT INTO crosswalk (cip, soc, source_id) VALUES (307001, '15-2051', 1000004), (307099, '15-2051', 1000004),"
	" (513801, '29-1141', 1000004), (513802, '29-1141', 1000004), (460503, '47-2152', 1000004);",

	"INSERT INTO jobs (id, title, level, year, country, n, p10, p25, p50, p75, p90, remote, large, source_id) VALUES"
	" (1, 'Data Scientist', 'entry', 2024, 'US', 355, 70000, 85000, 105000, 130000, 165000, 20, 5, 1000005),"
	" (2, 'Data Scientist', 'entry', 2023, 'US', 48, 60000, 80000, 100000, 120000, 150000, 30, 6, 1000005),"
	" (3, 'Data Scientist', 'senior', 2025, 'US', 174, 100000, 120000, 160000, 200000, 240000, 18, 1, 1000005),"
	" (4, 'Data Scientist', 'mid', 2024, 'GB', 77, 50000, 60000, 75000, 95000, 120000, 10, 9, 1000005),"
	" (5, 'Fortune Teller', 'mid', 2024, 'US', 31, 20000, 25000, 30000, 35000, 40000, 90, 0, 1000005);",

	"INSERT INTO sc_level (credlev, award, title, source_id) VALUES"
	" (1, 'certificate', 'Undergraduate Certificate or Diploma', 1000003),"
	" (3, 'bachelor', 'Bachelor''s Degree', 1000003), (5, 'master', 'Master''s Degree', 1000003);",
	"INSERT INTO sc_field (id, cip4, title, source_id) VALUES (1, 3070, 'Data Science', 1000003),"
	" (2, 5138, 'Registered Nursing, Nursing Administration', 1000003), (3, 4605, 'Plumbing', 1000003);",
	"INSERT INTO sc_school (id, opeid6, unitid, name, control, source_id) VALUES"
	" (1, 1001, 100001, 'Alpha State University', 'public', 1000003),"
	" (2, 1002, 100002, 'Beta College', 'private-nonprofit', 1000003),"
	" (3, 1003, 100003, 'Gamma Trade School', 'private-for-profit', 1000003),"
	" (4, 1004, NULL, 'Delta University Abroad', 'foreign', 1000003);",
	"INSERT INTO sc_institution (unitid, opeid6, name, city, state, control, tuition_in, tuition_in_why, tuition_out,"
	" tuition_out_why, tuition_program, tuition_program_why, earnings, earnings_why, source_id) VALUES"
	" (100001, 1001, 'Alpha State University', 'Alphaville', 'CA', 'public', 9000, 0, 24000, 0, NULL, 3, 52000, 0,"
	"  1000003),"
	" (100002, 1002, 'Beta College', 'Betaburg', 'NY', 'private-nonprofit', 41000, 0, 41000, 0, NULL, 3, NULL, 2,"
	"  1000003),"
	" (100003, 1003, 'Gamma Trade School', 'Gammatown', 'TX', 'private-for-profit', NULL, 3, NULL, 3, 15000, 0,"
	"  31000, 0, 1000003);",
	"INSERT INTO sc_program (id, school_id, field_id, credlev, awards, earnings, earnings_why, earnings_n, later,"
	" later_why, later_n, debt, debt_why, debt_mean, debt_mean_why, debt_n, payment, source_id) VALUES"
	" (1, 1, 1, 3, 40, 61000, 0, 35, NULL, 1, NULL, 21000, 0, 22500, 0, 30, 233, 1000003),"
	" (2, 1, 1, 5, 25, 91000, 0, 22, NULL, 1, NULL, 38000, 0, 41000, 0, 20, 422, 1000003),"
	" (3, 1, 2, 3, 120, 68000, 0, 110, NULL, 1, NULL, 19500, 0, 20000, 0, 96, 216, 1000003),"
	" (4, 2, 1, 5, 8, NULL, 2, NULL, NULL, 1, NULL, NULL, 2, NULL, 2, NULL, NULL, 1000003),"
	" (5, 2, 2, 3, 60, 71000, 0, 52, NULL, 1, NULL, NULL, 2, NULL, 2, NULL, NULL, 1000003),"
	" (6, 3, 3, 1, 90, 33000, 0, 80, NULL, 1, NULL, 9500, 0, 9900, 0, 71, 106, 1000003),"
	" (7, 3, 2, 1, 15, NULL, 3, NULL, NULL, 1, NULL, 12000, 0, 12500, 0, 12, 133, 1000003),"
	" (8, 4, 1, 5, NULL, NULL, 2, NULL, NULL, 1, NULL, NULL, 2, NULL, 2, NULL, NULL, 1000003);",

	"INSERT INTO esco_group (code, title, source_id) VALUES ('2', 'Professionals', 1000006),"
	" ('6', 'Skilled agricultural, forestry and fishery workers', 1000006), ('25', 'ICT professionals', 1000006);",
	"INSERT INTO esco_occupation (id, uri, code, isco, title, aliases, description, source_id) VALUES"
	" (1, 'http://esco.example/occupation/1', '2511.3', '2511', 'data scientist esco',"
	"  '[\"data expert\",\"research data scientist\"]', 'Finds patterns in data.', 1000006),"
	" (2, 'http://esco.example/occupation/2', '6123.1', '6123', 'beekeeper', '[\"apiarist\"]', 'Keeps bees.', 1000006);",
	"INSERT INTO esco_skill (id, uri, title, kind, reuse, aliases, description, source_id) VALUES"
	" (1, 'http://esco.example/skill/1', 'query databases', 'skill/competence', 'cross-sector',"
	"  '[\"ask databases\"]', 'Get answers out of tables.', 1000006),"
	" (2, 'http://esco.example/skill/2', 'statistics', 'knowledge', 'cross-sector', NULL, 'Study of numbers.', 1000006),"
	" (3, 'http://esco.example/skill/3', 'handle bees', 'skill/competence', 'occupation-specific', NULL,"
	"  'Calmly.', 1000006);",
	"INSERT INTO esco_link (occupation_id, skill_id, essential, source_id) VALUES (1, 1, 1, 1000006),"
	" (1, 2, 0, 1000006), (2, 3, 1, 1000006);",
};
/* clang-format on */

static void
run(struct db *db, const char *sql)
{
	struct err e;

	err_clear(&e);
	if (!db_exec(db, sql, &e))
		fail_msg("%s: %.200s", e.text, sql);
}

void
national_add(struct db *db)
{
	struct err e;

	err_clear(&e);
	assert_ok(db_begin(db, &e));
	for (size_t i = 0; i < COUNT(rows); i++)
		run(db, rows[i]);
	assert_ok(build_link(db, &e));
	assert_ok(stmt_run(db_query(db, "derive_aside", &e), &e));
	assert_ok(stmt_run(db_query(db, "derive_aside_away", &e), &e));
	assert_ok(build_finish(db, &e));
	assert_ok(db_commit(db, &e));
}

struct db *
national_small(void)
{
	struct db *db = pagecat_small();

	run(db,
	    "INSERT INTO role (id, pack, slug, title, kind, family, codes) VALUES"
	    " (4, 't', 'data-scientists', 'Data Scientists', 'occupation', 'Science',"
	    " '[\"soc:15-2051\"]')");
	run(db,
	    "INSERT INTO nearest (id, pack, role_id, occupation_id, why, source_id, locator) VALUES"
	    " (1, 't', 3, 4, 'An alternate title of it.', 3, 'Titles')");
	national_add(db);
	return db;
}

struct db *
national_bundled(void)
{
	struct db *db = pagecat_bundled();

	national_add(db);
	return db;
}

void
national_file(struct db *db, const char *path)
{
	struct err e;
	struct stmt *st;

	err_clear(&e);
	unlink(path);
	st = db_prepare(db, "VACUUM INTO ?1", &e);
	assert_ok(st != NULL);
	stmt_bind_text(st, 1, path);
	assert_ok(stmt_run(st, &e));
	stmt_finalize(st);
}

static char *folder;

static void
remove_folder(void)
{
	temp_remove(folder);
	folder = NULL;
}

const char *
national_path(void)
{
	static char path[4096];
	struct db *db;

	if (folder != NULL)
		return path;
	folder = temp_dir();
	atexit(remove_folder);
	snprintf(path, sizeof path, "%s/national.db", folder);
	db = national_bundled();
	national_file(db, path);
	db_close(db);
	return path;
}
