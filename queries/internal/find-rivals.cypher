// Names and titles that some source gives and that are not the ones used.
MATCH (c:Claim)
WHERE NOT c.used AND c.property IN ['name@ja', 'name@en', 'title@ja', 'title@en']
RETURN c.subject AS id, c.value AS name
ORDER BY id, name
