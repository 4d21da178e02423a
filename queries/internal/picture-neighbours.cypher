// What is tied to some entities on a day, of the kinds that are drawn; what is planned counts too. A property that a
// kind does not have is left unread: engines differ on it.
MATCH (n:Entity)-[t]-(m:Entity)
WHERE n.id IN $ids AND m.kind IN $kinds AND type(t) IN $types
  AND (t.holds_from IS NULL OR (t.holds_from <= $as_of AND $as_of < t.holds_to))
  AND (m.event_mood = 'planned'
       OR ((m.holds_from IS NULL OR (m.holds_from <= $as_of AND $as_of < m.holds_to))
           AND (m.event_on_min IS NULL OR m.event_on_min <= $as_of)))
RETURN DISTINCT m.id AS id, m.kind AS kind, m.name_ja AS name_ja, m.name_en AS name_en, m.event_on_max AS day,
       CASE WHEN m.kind IN ['Agreement', 'Call', 'Project'] THEN m.scope END AS scope,
       CASE WHEN m.kind = 'Agreement' THEN m.level END AS level
ORDER BY kind, name_en, id
