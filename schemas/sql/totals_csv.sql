-- What `goalsheet summary --to json` says of each year, from the views of load_csv.sql. A year is held against its final
-- reports once half as many measures have one as have a midterm report.
WITH reported AS (
    SELECT CAST(fiscal_year AS INTEGER) AS fiscal_year,
           count(CASE WHEN midterm_text <> '' THEN 1 END) AS midterm,
           count(CASE WHEN final_text <> '' THEN 1 END) AS final
    FROM measures WHERE measure_id <> '' GROUP BY ALL
), stage AS (
    SELECT fiscal_year, CASE WHEN final > 0 AND final * 2 >= midterm THEN 'final' ELSE 'midterm' END AS against
    FROM reported
), judged AS (
    SELECT t.fiscal_year, s.against,
           CASE WHEN s.against = 'final' THEN t.final_status ELSE t.midterm_status END AS status,
           CASE WHEN t.midterm_status <> '判定保留' THEN t.midterm_rate END AS midterm_rate,
           CASE WHEN t.final_status <> '判定保留' THEN t.final_rate END AS final_rate
    FROM targets t JOIN stage s USING (fiscal_year)
)
SELECT fiscal_year, any_value(against) AS against, count(*) AS indicators,
       count(CASE WHEN status = '達成' THEN 1 END) AS achieved,
       count(CASE WHEN status = '順調' THEN 1 END) AS on_track,
       count(CASE WHEN status = '遅れ' THEN 1 END) AS behind,
       count(CASE WHEN status = '未報告' THEN 1 END) AS not_reported,
       count(midterm_rate) AS midterm_n, round(avg(midterm_rate) / 100, 4) AS midterm_mean,
       count(final_rate) AS final_n, round(avg(final_rate) / 100, 4) AS final_mean
FROM judged GROUP BY fiscal_year ORDER BY fiscal_year DESC;
