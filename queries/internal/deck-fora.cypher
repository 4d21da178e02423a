// Some fora: what each is, and the body that it belongs to.
MATCH (f:Forum)
WHERE f.id IN $fora
OPTIONAL MATCH (f)-[:PART_OF]->(o:Organisation)
WITH f, o
ORDER BY f.id, o.id
WITH f, collect(o.id) AS bodies
RETURN f.id AS id, f.name_ja AS name_ja, f.name_en AS name_en, f.names_abbreviation_ja AS abbreviations_ja, f.names_abbreviation_en AS abbreviations_en,
       f.names_short_ja AS short_ja, f.names_short_en AS short_en, f.type AS type, f.participant_rank AS rank,
       f.rhythm AS rhythm, f.summary_ja AS summary_ja, f.summary_en AS summary_en, f.conflicts AS conflicts,
       f.evidence AS evidence,       f.sources AS sources, bodies[0] AS body
ORDER BY id
