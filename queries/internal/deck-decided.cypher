// What meetings of some fora led to, as a source states: other meetings.
MATCH (f:Forum)<-[:EDITION_OF]-(x:Meeting)-[l:LED_TO]->(y:Meeting)
WHERE f.id IN $fora AND l.basis = 'stated' AND x.event_on_min <= $as_of AND y.event_on IS NOT NULL
RETURN f.id AS forum, x.id AS cause, x.name_ja AS cause_ja, x.name_en AS cause_en, x.event_on AS cause_on, y.id AS id, y.name_ja AS name_ja,
       y.name_en AS name_en, y.event_on AS event_on, l.sources + y.sources + x.sources AS sources
ORDER BY forum, event_on, id, cause
