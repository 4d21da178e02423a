// Who hosted, led, chaired and attended some meetings, and on whose side.
MATCH (w:Entity)-[t:HOSTED|LED|CHAIRED|ATTENDED]->(x:Meeting)
WHERE x.id IN $ids
OPTIONAL MATCH (w)-[:LOCATED_IN]->(home:Party)
WITH w, t, x, home
ORDER BY x.id, w.id, home.id
WITH w, t, x, collect(home.id) AS homes
RETURN x.id AS meeting, type(t) AS act, w.id AS id, w.kind AS kind, w.name_ja AS name_ja, w.name_en AS name_en,
       w.names_short_ja AS short_ja, w.names_short_en AS short_en, w.names_abbreviation_ja AS abbreviations_ja, w.names_abbreviation_en AS abbreviations_en,
       CASE WHEN type(t) = 'HOSTED' THEN coalesce(homes[0], w.id) ELSE coalesce(t.side, homes[0], w.id) END AS side,
       CASE WHEN type(t) IN ['LED', 'CHAIRED'] THEN t.as_office END AS office,
       CASE WHEN type(t) = 'CHAIRED' THEN t.role END AS role,
       CASE WHEN type(t) = 'ATTENDED' THEN t.count END AS count, t.cites AS cites, t.sources AS sources
ORDER BY meeting, act, name_en, id
