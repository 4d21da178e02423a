// All ties of some types between entities of the kinds that are drawn, on whichever day.
MATCH (a:Entity)-[t]->(b:Entity)
WHERE a.kind IN $kinds AND b.kind IN $kinds AND type(t) IN $types
RETURN DISTINCT a.id AS start_id, type(t) AS type, b.id AS end_id
ORDER BY start_id, type, end_id
