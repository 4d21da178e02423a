// What some entities are about, and what was agreed in them. A property that a kind does not have is left unread:
// engines differ on it.
MATCH (n:Entity)-[t]->(m:Entity)
WHERE n.id IN $ids AND type(t) IN ['AGREED', 'COVERS']
RETURN n.id AS id, type(t) AS type, m.id AS item, m.name_ja AS name_ja, m.name_en AS name_en,
       CASE WHEN m.kind = 'Field' THEN m.type END AS scheme,
       CASE WHEN m.kind = 'Commitment' THEN m.delivery END AS delivery, t.sources AS sources
ORDER BY id, type, scheme, name_en, item
