// Whom a source shows in an office, the latest first.
MATCH (p:Person)-[t:HOLDS]->(o:Office {id: $id})
WITH o, p, max(coalesce(t.valid_max, t.since_max, '')) AS shown, collect(t.sources) AS cited
RETURN o.id AS office, p.id AS person, p.name_ja AS name_ja, p.name_en AS name_en, shown,
       reduce(flat = [], one IN cited | flat + one) AS sources
ORDER BY shown DESC, name_en, person
