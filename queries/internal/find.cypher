UNWIND $asked AS asked
MATCH (n:Entity)
WHERE n.kind IN asked.kinds AND (n.id = asked.id OR asked.key IN n.search)
RETURN asked.number AS number, n.id AS id, n.name_ja AS name_ja, n.name_en AS name_en, n.kind AS kind
ORDER BY number, id
