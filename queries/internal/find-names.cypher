// Every name of everything of some kinds; of instruments also what tells how near one is to the reader's side.
MATCH (n:Entity)
WHERE n.kind IN $kinds
RETURN n.id AS id, n.kind AS kind, n.name_ja AS name_ja, n.name_en AS name_en, n.search AS search,
       n.names_official_ja AS official_ja, n.names_official_en AS official_en,
       n.names_short_ja AS short_ja, n.names_short_en AS short_en,
       n.names_list_form_ja AS list_form_ja, n.names_list_form_en AS list_form_en,
       n.names_variant_ja AS variant_ja, n.names_variant_en AS variant_en,
       n.names_former_ja AS former_ja, n.names_former_en AS former_en,
       n.names_abbreviation_ja AS abbreviation_ja, n.names_abbreviation_en AS abbreviation_en,
       n.names_descriptive_ja AS descriptive_ja, n.names_descriptive_en AS descriptive_en,
       CASE WHEN n.kind = 'Agreement' THEN n.type END AS type,
       CASE WHEN n.kind = 'Agreement' THEN n.level = 'government' END AS government,
       CASE WHEN n.kind = 'Agreement' THEN n.scope = 'dedicated' END AS dedicated,
       EXISTS { MATCH (:Entity {id: $party})-[:PARTY_TO]->(n) } AS ours
ORDER BY id
