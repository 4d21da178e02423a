// Calls, projects and programmes that one side takes part in, pays for or administers, by itself or by bodies based in it, with all sides and
// the bodies of the other. A part of a project of both is told with the whole.
MATCH (:Entity {id: $id})<-[:LOCATED_IN*0..1]-(:Party)-[t:PARTICIPATES_IN|FUNDS|ADMINISTERS]->(x:Entity)
WHERE x.kind IN ['Call', 'Project', 'Programme']
  AND NOT EXISTS { MATCH (x)-[:PART_OF]->(:Project)<-[:PARTICIPATES_IN]-(:Entity {id: $id})
                   MATCH (x)-[:PART_OF]->(:Project)<-[:PARTICIPATES_IN]-(:Entity {id: $party}) }
WITH DISTINCT x
MATCH (x)<-[:PARTICIPATES_IN|FUNDS|ADMINISTERS]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH x, p, coalesce(home.id, p.id) AS side
ORDER BY p.name_en, p.id, side
WITH x, collect(DISTINCT side) AS sides,
     collect(DISTINCT CASE WHEN side = $party AND p.id <> $party THEN p.id END) AS bodies
RETURN x.id AS id, x.kind AS kind, x.name_ja AS name_ja, x.name_en AS name_en, x.event_on AS event_on,
       x.event_on_min AS event_on_min, x.event_on_max AS event_on_max, x.event_mood AS event_mood, x.sources AS sources,
       x.conflicts AS conflicts, sides, bodies, CASE WHEN x.kind = 'Call' THEN x.closes_on END AS closes_on,
       x.announced_on AS announced_on, CASE WHEN x.kind = 'Project' THEN x.stage END AS stage
ORDER BY coalesce(event_on_max, ''), id
