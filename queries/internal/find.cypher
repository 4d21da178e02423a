MATCH (n:Entity)
WHERE n.kind IN $kinds AND (n.id = $id OR $key IN n.search)
RETURN n.id AS id, n.name_ja AS name_ja, n.name_en AS name_en, n.kind AS kind
ORDER BY id
