-- A view over the lines of `goalsheet diff ... --format ndjson`, run once with --against midterm and once with
-- --against final, for DuckDB. Set the files first:
--   SET VARIABLE files = ['midterm.ndjson', 'final.ndjson'];
CREATE OR REPLACE VIEW progress AS
SELECT * FROM read_json(getvariable('files'), format = 'newline_delimited', columns = {
    'city_code': 'VARCHAR', 'sheet_id': 'VARCHAR', 'measure_id': 'VARCHAR', 'indicator_id': 'VARCHAR',
    'fiscal_year': 'INTEGER', 'department': 'VARCHAR', 'goal': 'VARCHAR', 'indicator': 'VARCHAR', 'target': 'DOUBLE',
    'unit': 'VARCHAR', 'result': 'DOUBLE', 'rate': 'DOUBLE', 'status': 'VARCHAR', 'report_text': 'VARCHAR',
    'against': 'VARCHAR'});
