// Fields that some instruments cover.
MATCH (a:Agreement)-[t:COVERS]->(f:Field)
WHERE a.id IN $ids
RETURN a.id AS instrument, f.id AS field, f.name_ja AS name_ja, f.name_en AS name_en, f.type AS scheme, t.sources AS sources
ORDER BY instrument, scheme, name_en, field
