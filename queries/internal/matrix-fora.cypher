// Fora for a table of who is in which: those held by a page, and those that our side is in with at least two others.
MATCH (f:Forum)
WITH f, COUNT { MATCH (:Entity {id: $own})-[m:MEMBER_OF]->(f) WHERE m.holds_from <= $as_of AND $as_of < m.holds_to } > 0
        AND COUNT { MATCH (f)<-[:MEMBER_OF]-(p:Party) WHERE p.kind IN ['Country', 'Union'] } >= 3 AS ours
WHERE ours OR f.id IN $ids
RETURN f.id AS id, f.name_ja AS name_ja, f.name_en AS name_en, f.names_abbreviation_en AS abbreviations, ours
ORDER BY f.name_en, id
