// Meetings of some fora, the latest first, with the countries and unions that hosted them and that came.
MATCH (f:Forum)<-[t:EDITION_OF]-(x:Meeting)
WHERE f.id IN $fora AND x.event_on IS NOT NULL
OPTIONAL MATCH (x)<-[h:HOSTED]-(host:Party)
OPTIONAL MATCH (host)-[:LOCATED_IN]->(home:Party)
WITH f, t, x, h, coalesce(home.id, host.id) AS host
ORDER BY f.id, x.id, host
WITH f, t, x, collect(DISTINCT host) AS hosts
OPTIONAL MATCH (x)<-[a:ATTENDED]-(p:Party)
WHERE p.kind IN ['Country', 'Union']
WITH f, t, x, hosts, p, a
ORDER BY f.id, x.id, p.name_en, p.id
WITH f, t, x, hosts, collect({id: p.id, name_ja: p.name_ja, name_en: p.name_en, sources: a.sources}) AS came
RETURN f.id AS forum, x.id AS id, x.name_ja AS name_ja, x.name_en AS name_en, t.edition AS edition, x.event_on AS event_on,
       x.event_on_min AS event_on_min, x.event_on_max AS event_on_max, x.event_mood AS event_mood, x.stage AS stage,
       x.place_ja AS place_ja, x.place_en AS place_en, x.conflicts AS conflicts, x.evidence AS evidence,
       t.sources AS edition_by, hosts,
       [one IN came WHERE one.id IS NOT NULL] AS came, x.sources + t.sources AS sources
ORDER BY forum, event_on_max DESC, id
