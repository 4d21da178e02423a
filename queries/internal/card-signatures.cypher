// Who signed some instruments, in which office and for which side.
MATCH (p:Person)-[t:SIGNED]->(a:Agreement)
WHERE a.id IN $ids
RETURN a.id AS instrument, a.event_on_max AS day, p.id AS person, p.name_ja AS name_ja, p.name_en AS name_en,
       t.as_office AS office, t.side AS side, t.sources AS sources
ORDER BY instrument, name_en, person
