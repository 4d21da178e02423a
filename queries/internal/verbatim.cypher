// What is given as it stands: titles of sources, and every name of everything of some kinds.
MATCH (n:Entity)
WHERE n.kind = 'Source' OR n.kind IN $kinds
RETURN n.id AS id, n.kind AS kind, n.name_en AS name_en,
       CASE n.kind WHEN 'Source' THEN [n.title_ja, n.title_en]
       ELSE [n.name_ja, n.name_en] + coalesce(n.names_official_ja, []) + coalesce(n.names_official_en, [])
            + coalesce(n.names_variant_ja, []) + coalesce(n.names_variant_en, []) + coalesce(n.names_short_ja, [])
            + coalesce(n.names_short_en, []) + coalesce(n.names_former_ja, []) + coalesce(n.names_former_en, []) END AS said
ORDER BY id
