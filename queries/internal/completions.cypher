// Entities whose id begins as was typed, or of which a folded name has it.
MATCH (n:Entity)
WHERE n.kind <> 'Source' AND n.name_en IS NOT NULL AND ($kinds IS NULL OR n.kind IN $kinds)
  AND (n.id STARTS WITH $typed OR any(name IN n.search WHERE name CONTAINS $key))
RETURN n.id AS id, n.name_ja AS name_ja, n.name_en AS name_en
ORDER BY id
