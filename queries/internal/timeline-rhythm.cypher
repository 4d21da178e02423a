// Fora with a rhythm, the last edition held before a day, and whether a later one is on record; as the saved query
// `upcoming` counts.
MATCH (:Entity {id: $own})-[m:MEMBER_OF]->(f:Forum)
WHERE f.id IN $fora AND f.rhythm IN ['half_yearly', 'yearly'] AND m.holds_from <= $as_of AND $as_of < m.holds_to
WITH DISTINCT f
MATCH (x:Meeting)-[:EDITION_OF]->(f)
WITH f, x
ORDER BY x.event_on_max DESC, x.id
WITH f, collect(x) AS editions
WITH f, [x IN editions WHERE x.stage = 'held' AND x.event_on_max < $as_of][0] AS held,
     size([x IN editions WHERE x.event_on_max >= $as_of OR (x.stage <> 'held' AND x.event_mood = 'planned'
                                AND toString(date(x.event_on_max) + duration({months: 12})) >= $as_of)]) AS ahead
WHERE held IS NOT NULL AND ahead = 0 AND toString(date(held.event_on_max) + duration({months: 24})) >= $as_of
RETURN f.id AS forum, f.name_ja AS name_ja, f.name_en AS name_en, f.rhythm AS rhythm, held.id AS held,
       toString(date(held.event_on_max) + duration({months: CASE f.rhythm WHEN 'yearly' THEN 12 ELSE 6 END})) AS next,
       f.sources + held.sources AS sources
ORDER BY forum
