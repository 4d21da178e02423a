// Some entities, whole.
MATCH (n:Entity)
WHERE n.id IN $ids
RETURN n
ORDER BY n.id
