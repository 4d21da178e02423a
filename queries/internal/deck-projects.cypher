// Projects of two sides alone, by themselves or by bodies based in them, with their dates.
MATCH (x:Project)<-[:PARTICIPATES_IN|FUNDS|ADMINISTERS]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH x, collect(DISTINCT coalesce(home.id, p.id)) AS sides
WHERE size(sides) = 2 AND $id IN sides AND $party IN sides
RETURN x.id AS id, x.name_ja AS name_ja, x.name_en AS name_en, x.announced_on AS published_on,
       x.announced_on_min AS published_on_min, x.announced_on_max AS published_on_max, x.started_on AS started_on,
       x.started_on_min AS started_on_min, x.started_on_max AS started_on_max, x.event_on_min AS event_on_min,
       x.event_on_max AS event_on_max, x.event_mood AS event_mood, x.stage AS stage, x.evidence AS evidence, x.sources AS sources
ORDER BY coalesce(event_on_min, ''), id
