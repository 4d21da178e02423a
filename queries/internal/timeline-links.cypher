// Which of some meetings and instruments led to which, and which were announced together.
MATCH (a:Entity)-[t:LED_TO|CO_ANNOUNCED]->(b:Entity)
WHERE a.id IN $ids AND b.id IN $ids
RETURN t.id AS id, a.id AS start_id, b.id AS end_id, CASE WHEN type(t) = 'CO_ANNOUNCED' THEN 'co_announced' ELSE t.basis END AS link,
       t.sources AS sources
ORDER BY id
