// Instruments to which two sides are parties, by themselves or by a body based in them, with all their parties.
MATCH (c:Entity {id: $id})
CALL (c) {
  MATCH (c)-[:PARTY_TO]->(a:Agreement)
  RETURN a
  UNION
  MATCH (c)<-[:LOCATED_IN]-(:Organisation)-[:PARTY_TO]->(a:Agreement)
  RETURN a
}
WITH DISTINCT a
MATCH (a)<-[t:PARTY_TO]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH a, p, t, coalesce(home.id, p.id) AS side
ORDER BY p.name_en, p.id, side
WITH a, collect(DISTINCT side) AS sides, collect({id: p.id, side: side, through: t.through}) AS parties
WHERE $party IN sides
RETURN a.id AS id, a.name_ja AS name_ja, a.name_en AS name_en, a.type AS type, a.level AS level, a.scope AS scope,
       a.stage AS stage, a.event_on AS event_on, a.event_on_min AS event_on_min, a.event_on_max AS event_on_max,
       a.event_mood AS event_mood, a.signed_on AS signed_on, a.issued_on AS issued_on, a.sources AS sources,
       a.conflicts AS conflicts, sides, parties
ORDER BY coalesce(event_on_max, ''), id
