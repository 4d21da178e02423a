// Every forum: what it is, who takes part on a day, its newest meeting held by then, and whether a side takes part.
MATCH (f:Forum)
OPTIONAL MATCH (p:Party)-[m:MEMBER_OF]->(f)
WHERE m.holds_from <= $as_of AND $as_of < m.holds_to
WITH f, collect(DISTINCT p.id) AS members
OPTIONAL MATCH (x:Meeting)-[:EDITION_OF]->(f)
WHERE x.stage = 'held' AND x.event_on_max <= $as_of
WITH f, members, x
ORDER BY f.id, x.event_on_max DESC, x.id
WITH f, members, collect({id: x.id, day: x.event_on}) AS held
RETURN f.id AS id, f.name_ja AS name_ja, f.name_en AS name_en, f.names_abbreviation_en AS abbreviations, f.type AS type,
       members, any(e IN coalesce(f.evidence, []) WHERE e STARTS WITH 'members* ') AS complete, $party IN members AS ours, held[0].id AS latest, held[0].day AS latest_on
ORDER BY name_en, id
