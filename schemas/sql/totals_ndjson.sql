-- The same totals as totals_csv.sql, from the view of load_ndjson.sql.
WITH reported AS (
    SELECT fiscal_year,
           count(DISTINCT CASE WHEN against = 'midterm' AND trim(report_text) <> '' THEN measure_id END) AS midterm,
           count(DISTINCT CASE WHEN against = 'final' AND trim(report_text) <> '' THEN measure_id END) AS final
    FROM progress GROUP BY ALL
), stage AS (
    SELECT fiscal_year, CASE WHEN final > 0 AND final * 2 >= midterm THEN 'final' ELSE 'midterm' END AS chosen
    FROM reported
), joined AS (
    SELECT p.*, s.chosen, p.against = s.chosen AS counts FROM progress p JOIN stage s USING (fiscal_year)
)
SELECT fiscal_year, any_value(chosen) AS against, count(CASE WHEN counts THEN 1 END) AS indicators,
       count(CASE WHEN counts AND status = 'achieved' THEN 1 END) AS achieved,
       count(CASE WHEN counts AND status = 'on-track' THEN 1 END) AS on_track,
       count(CASE WHEN counts AND status = 'behind' THEN 1 END) AS behind,
       count(CASE WHEN counts AND status = 'not-reported' THEN 1 END) AS not_reported,
       count(CASE WHEN against = 'midterm' AND status <> 'unclear' THEN rate END) AS midterm_n,
       round(avg(CASE WHEN against = 'midterm' AND status <> 'unclear' THEN rate END), 4) AS midterm_mean,
       count(CASE WHEN against = 'final' AND status <> 'unclear' THEN rate END) AS final_n,
       round(avg(CASE WHEN against = 'final' AND status <> 'unclear' THEN rate END), 4) AS final_mean
FROM joined GROUP BY fiscal_year ORDER BY fiscal_year DESC;
