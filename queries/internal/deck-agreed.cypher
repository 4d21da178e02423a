// What was agreed in some instruments and meetings, with the fields of each item.
MATCH (x:Entity)-[t:AGREED]->(c:Commitment)
WHERE x.id IN $ids
OPTIONAL MATCH (c)-[:COVERS]->(f:Field)
WHERE f.type = 'cooperation_area'
WITH x, t, c, f
ORDER BY x.id, c.id, f.name_en, f.id
WITH x, t, c, collect({ja: f.name_ja, en: f.name_en}) AS fields
RETURN x.id AS agreed_in, c.id AS id, c.name_ja AS name_ja, c.name_en AS name_en, [f IN fields WHERE f.ja IS NOT NULL] AS fields,
       t.cites AS cites, t.sources AS sources
ORDER BY agreed_in, id
