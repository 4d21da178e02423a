// Instruments of one side that are in force on a day, with each country or union on the other side; `counts`, as in
// headline-counts, is whether it is a document of two sides alone, signed or operative, and no declaration.
MATCH (:Entity {id: $party})-[:PARTY_TO]->(a:Agreement)<-[:PARTY_TO]-(side:Party)
WHERE a.level IN $levels AND a.scope IN $scopes AND a.stage IN $stages
  AND a.holds_from <= $as_of AND $as_of < a.holds_to
OPTIONAL MATCH (side)-[:LOCATED_IN]->(home:Party)
WITH a, collect(DISTINCT coalesce(home.id, side.id)) AS sides
WITH a, size([side IN sides WHERE side <> $party]) = 1 AND a.stage IN ['signed', 'operative']
     AND NOT a.type IN ['leaders_statement', 'joint_declaration', 'vision_principles'] AS counts
MATCH (a)<-[:PARTY_TO]-(p:Party)
WHERE p.kind IN ['Country', 'Union'] AND p.id <> $party
RETURN DISTINCT a.id AS instrument, a.type AS type, counts AS counts, a.event_on_max AS day, p.id AS partner, p.name_en AS name_en
ORDER BY day, instrument, name_en, partner
