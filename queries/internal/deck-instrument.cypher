// One instrument, with its parties and the bodies that signed for them.
MATCH (a:Agreement {id: $id})<-[t:PARTY_TO]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH a, p, t, coalesce(home.id, p.id) AS side
ORDER BY p.name_en, p.id, side
WITH a, collect({id: p.id, side: side, through: t.through, sources: t.sources}) AS parties
RETURN a.id AS id, a.name_ja AS name_ja, a.name_en AS name_en, a.type AS type, a.level AS level, a.scope AS scope,
       a.stage AS stage, a.event_on AS event_on, a.event_on_min AS event_on_min, a.event_on_max AS event_on_max,
       a.event_mood AS event_mood, a.signed_on AS signed_on, a.issued_on AS issued_on, a.announced_on AS announced_on,
       a.place_ja AS place_ja, a.place_en AS place_en, a.summary_ja AS summary_ja, a.summary_en AS summary_en,
       a.names_variant_ja AS variants_ja, a.conflicts AS conflicts, a.evidence AS evidence, a.sources AS sources, parties
ORDER BY id
