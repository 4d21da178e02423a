// The ties between some entities, whole.
MATCH (a:Entity)-[t]->(b:Entity)
WHERE a.id IN $ids AND b.id IN $ids
RETURN t
ORDER BY t.id
