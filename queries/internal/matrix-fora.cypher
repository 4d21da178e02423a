// Fora for a table of who is in which: those shown, and those that our side is in with at least two other countries.
MATCH (f:Forum)
WHERE f.id IN $ids
   OR (EXISTS { MATCH (:Entity {id: $own})-[m:MEMBER_OF]->(f) WHERE m.holds_from <= $as_of AND $as_of < m.holds_to }
       AND COUNT { MATCH (f)<-[:MEMBER_OF]-(p:Party) WHERE p.kind IN ['Country', 'Union'] } >= 3)
RETURN f.id AS id, f.name_ja AS name_ja, f.name_en AS name_en, f.names_abbreviation_en AS abbreviations
ORDER BY f.name_en, id
