MATCH (s:Source)
WHERE s.id IN $ids
RETURN s.id AS id, s.title_ja AS title_ja, s.title_en AS title_en, s.publisher_ja AS publisher_ja,
       s.publisher_en AS publisher_en, s.url AS url, s.published AS published, s.type AS type, s.language AS language
ORDER BY id
