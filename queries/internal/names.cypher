MATCH (n:Entity)
WHERE n.id IN $ids OR n.kind IN $kinds
RETURN n.id AS id, n.name_ja AS name_ja, n.name_en AS name_en, n.kind AS kind, n.names_abbreviation_en AS abbreviations,
       CASE WHEN n.kind = 'Country' THEN n.status END AS status
ORDER BY id
