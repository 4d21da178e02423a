// Instruments of one side that are in force on a day, with each country or union on the other side.
MATCH (:Entity {id: $party})-[:PARTY_TO]->(a:Agreement)<-[:PARTY_TO]-(p:Party)
WHERE a.level IN $levels AND a.scope IN $scopes AND a.stage IN $stages
  AND a.holds_from <= $as_of AND $as_of < a.holds_to
  AND p.kind IN ['Country', 'Union'] AND p.id <> $party
RETURN DISTINCT a.id AS instrument, a.type AS type, a.event_on_max AS day, p.id AS partner, p.name_en AS name_en
ORDER BY day, instrument, name_en, partner
