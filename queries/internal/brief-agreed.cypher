// What was agreed in some instruments and meetings, item by item, and what sources say of its delivery.
MATCH (a:Entity)-[t:AGREED]->(c:Commitment)
WHERE a.id IN $ids
RETURN a.id AS document, c.id AS id, c.name_ja AS name_ja, c.name_en AS name_en, c.delivery AS delivery, c.sources AS sources,
       t.sources AS agreed
ORDER BY document, id
