// Which of some entities are tied to one another on a day, and how.
MATCH (a:Entity)-[t]->(b:Entity)
WHERE a.id IN $ids AND b.id IN $ids AND type(t) IN $types
  AND (t.holds_from IS NULL OR (t.holds_from <= $as_of AND $as_of < t.holds_to))
RETURN DISTINCT a.id AS start_id, type(t) AS type, b.id AS end_id
ORDER BY start_id, type, end_id
