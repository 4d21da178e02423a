// Meetings, instruments, calls and projects of a timeline: those shown, editions of the fora shown and of the fora of
// two shown sides, what led to them or followed from them, and what was announced together with them; each with the
// countries and unions taking part and the fora that it is an edition of.
CALL () {
  MATCH (x:Entity)
  WHERE x.id IN $ids AND x.kind IN ['Meeting', 'Agreement', 'Call', 'Project']
  RETURN x
  UNION
  MATCH (f:Forum)<-[:EDITION_OF]-(x:Meeting)
  WHERE f.id IN $ids
  RETURN x
  UNION
  MATCH (own:Entity {id: $own})-[:MEMBER_OF]->(f:Forum)<-[:MEMBER_OF]-(p:Party)
  WHERE p.id IN $ids AND p.id <> $own AND COUNT { (f)<-[:MEMBER_OF]-(:Party) } = 2
  MATCH (f)<-[:EDITION_OF]-(x:Meeting)
  RETURN x
  UNION
  MATCH (x:Entity)-[:LED_TO*1..8]->(shown:Entity)
  WHERE shown.id IN $ids AND shown.kind IN ['Meeting', 'Agreement']
  RETURN x
  UNION
  MATCH (shown:Entity)-[:LED_TO*1..8]->(x:Entity)
  WHERE shown.id IN $ids AND shown.kind IN ['Meeting', 'Agreement'] AND x.kind IN ['Meeting', 'Agreement', 'Call', 'Project']
  RETURN x
  UNION
  MATCH (shown:Entity)-[:CO_ANNOUNCED]-(x:Agreement)
  WHERE shown.id IN $ids
  RETURN x
}
WITH DISTINCT x
WHERE x.event_on_min IS NULL OR x.event_on_min <= $as_of OR x.event_mood = 'planned'
CALL (x) {
  OPTIONAL MATCH (p:Party)-[:PARTY_TO|ATTENDED|HOSTED|PARTICIPATES_IN]->(x)
  OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
  WITH coalesce(home, p) AS side
  ORDER BY side.name_en, side.id
  RETURN collect(DISTINCT CASE WHEN side.kind IN ['Country', 'Union'] THEN side.id END) AS taking_part
}
CALL (x) {
  OPTIONAL MATCH (x)-[:EDITION_OF]->(f:Forum)
  OPTIONAL MATCH (f)<-[:MEMBER_OF]-(p:Party)
  WITH f, p
  ORDER BY f.id, p.name_en, p.id
  WITH f, collect(p.id) AS members
  RETURN collect({id: f.id, members: members}) AS fora
}
RETURN x.id AS id, x.kind AS kind, x.name_ja AS name_ja, x.name_en AS name_en, x.event_on AS event_on,
       x.event_on_min AS event_on_min, x.event_on_max AS event_on_max, x.event_mood AS event_mood,
       CASE WHEN x.kind IN ['Meeting', 'Agreement', 'Call', 'Project'] THEN x.stage END AS stage,
       CASE WHEN x.kind IN ['Call', 'Project'] THEN x.announced_on END AS announced_on,
       CASE WHEN x.kind = 'Call' THEN x.closes_on END AS closes_on,
       x.conflicts AS conflicts, x.sources AS sources,
       CASE WHEN x.kind = 'Agreement' THEN x.type END AS type,
       CASE WHEN x.kind = 'Agreement' THEN x.level END AS level,
       CASE WHEN x.kind IN ['Agreement', 'Call', 'Project'] THEN x.scope END AS scope,
       taking_part, fora
ORDER BY coalesce(x.event_on_min, '9999'), id
