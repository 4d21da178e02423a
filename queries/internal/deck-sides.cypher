// What sides are called where two stand together: their form in lists, and their abbreviation.
MATCH (n:Entity)
WHERE n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.name_ja AS name_ja, n.name_en AS name_en, n.names_list_form_ja AS list_form,
       n.names_abbreviation_en AS abbreviations
ORDER BY id
