// Programmes that an instrument joins, each with the sides that run or administer it.
MATCH (a:Programme)-[t:JOINT_WITH]->(b:Programme)
WHERE t.under = $id
UNWIND [a, b] AS x
OPTIONAL MATCH (x)<-[:ADMINISTERS|FUNDS|PARTICIPATES_IN]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH x, t, coalesce(home.id, p.id) AS side
ORDER BY x.id, side
WITH x, t, collect(DISTINCT side) AS sides
RETURN x.id AS id, x.name_ja AS name_ja, x.name_en AS name_en, x.names_abbreviation_en AS abbreviations, sides, t.sources AS sources
ORDER BY id
