// All parties to some instruments, with the bodies that acted for them.
MATCH (a:Agreement)<-[t:PARTY_TO]-(p:Party)
WHERE a.id IN $ids
RETURN a.id AS instrument, p.id AS party, p.name_en AS name_en, t.through AS through
ORDER BY instrument, name_en, party
