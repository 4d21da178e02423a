// What meetings of some fora led to, as a source states: other meetings.
MATCH (f:Forum)<-[:EDITION_OF]-(x:Meeting)-[l:LED_TO]->(y:Meeting)
WHERE f.id IN $fora AND l.basis = 'stated' AND x.event_on_min <= $as_of AND y.event_on IS NOT NULL
OPTIONAL MATCH (y)-[:EDITION_OF]->(g:Forum)
WITH f, x, l, y, g
ORDER BY f.id, y.id, g.id
WITH f, x, l, y, collect(g.summary_ja) AS said_ja, collect(g.summary_en) AS said_en, collect(g.sources) AS said_by
RETURN f.id AS forum, x.id AS cause, x.name_ja AS cause_ja, x.name_en AS cause_en, x.event_on AS cause_on, y.id AS id, y.name_ja AS name_ja,
       y.name_en AS name_en, y.event_on AS event_on, said_ja[0] AS summary_ja, said_en[0] AS summary_en,
       reduce(flat = [], s IN said_by | flat + s) AS said_by, l.sources + y.sources + x.sources AS sources
ORDER BY forum, event_on, id, cause
