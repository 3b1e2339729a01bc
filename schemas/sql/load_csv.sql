-- Views over the CSV of `goalsheet export ... --to csv --header physical -o DIR` for DuckDB. Set the folder first:
--   SET VARIABLE folder = 'DIR';            one set
--   SET VARIABLE folder = 'DIR/*/*';        --partition-by year,city
-- Codes are text: they begin with zeros.
CREATE OR REPLACE VIEW sheets AS
SELECT * FROM read_csv(getvariable('folder') || '/sheets.csv', header = true, union_by_name = true,
                       types = {'city_code': 'VARCHAR', 'fiscal_year': 'INTEGER', 'source_sha256': 'VARCHAR'});
CREATE OR REPLACE VIEW measures AS
SELECT * FROM read_csv(getvariable('folder') || '/measures.csv', header = true, union_by_name = true, all_varchar = true);
CREATE OR REPLACE VIEW targets AS
SELECT * REPLACE (CAST(fiscal_year AS INTEGER) AS fiscal_year,
                  CAST(target_value AS DOUBLE) AS target_value,
                  CAST(midterm_rate AS DOUBLE) AS midterm_rate,
                  CAST(final_rate AS DOUBLE) AS final_rate)
FROM read_csv(getvariable('folder') || '/targets.csv', header = true, union_by_name = true, all_varchar = true);
