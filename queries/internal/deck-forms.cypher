// Short forms of countries for lists (米, 豪).
MATCH (c:Country)
WHERE c.names_list_form_ja IS NOT NULL
RETURN c.id AS id, c.names_list_form_ja AS forms
ORDER BY id
