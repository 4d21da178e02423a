// Fields that some instruments and meetings are about.
MATCH (x:Entity)-[t:COVERS]->(f:Field)
WHERE x.id IN $ids
RETURN x.id AS covered_by, f.id AS id, f.name_ja AS name_ja, f.name_en AS name_en, f.type AS scheme, t.cites AS cites,
       t.sources AS sources
ORDER BY covered_by, name_en, id
