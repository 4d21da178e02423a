// Instruments between one side and exactly one other, by themselves or by bodies based in them.
MATCH (a:Agreement)<-[t:PARTY_TO]-(p:Party)
WHERE a.level IN $level AND a.scope IN $scope
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH a, p, t, coalesce(home.id, p.id) AS side
ORDER BY a.id, p.name_en, p.id, side
WITH a, collect(DISTINCT side) AS sides, collect({id: p.id, side: side, through: t.through}) AS parties
WHERE size(sides) = 2 AND $party IN sides
WITH a, parties, [side IN sides WHERE side <> $party][0] AS partner
WHERE $partners IS NULL OR partner IN $partners
MATCH (c:Party {id: partner})
RETURN a.id AS id, partner, c.name_ja AS partner_ja, c.name_en AS partner_en, a.name_ja AS name_ja, a.name_en AS name_en,
       a.type AS type, a.level AS level, a.scope AS scope, a.stage AS stage, a.event_on AS event_on,
       a.event_on_min AS event_on_min, a.event_on_max AS event_on_max, a.event_mood AS event_mood,
       a.signed_on AS signed_on, a.issued_on AS issued_on, a.names_variant_ja AS variants_ja, a.conflicts AS conflicts, a.evidence AS evidence,
       a.sources AS sources, parties
ORDER BY event_on_max DESC, id
