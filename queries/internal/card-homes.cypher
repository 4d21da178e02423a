// The country or union that bodies are based in.
MATCH (p:Party)-[:LOCATED_IN]->(home:Party)
WHERE p.id IN $ids
RETURN p.id AS id, home.id AS home
ORDER BY id, home
