// ---
// id: technology-choices
// title: {ja: 重要技術の選定, en: Technologies chosen as critical}
// question:
//   ja: 各国・地域はどの技術を、どの文書で重要技術に選んでいるか。比較表で空欄の分野はどこか。
//   en: Which technologies did each country choose as critical, in which document? Which columns of the comparison are blank?
// answer:
//   ja: "{countries}の重要技術の選定：{count}件（{as_of}時点、収録資料の範囲。空欄は比較表のもので、文書にないことを示さない）"
//   en: "Technologies that {countries} chose as critical: {count} (as of {as_of}, within the sources held; a blank is that of the comparison, and does not prove that the document leaves the area out)"
// nothing:
//   ja: "{countries}の重要技術の選定の収録資料なし（{as_of}時点）"
//   en: "No source held gives technologies that {countries} chose as critical (as of {as_of})"
// tags: [policy]
// params:
//   countries:
//     ja: 国・地域
//     en: countries
//     type: entities
//     kinds: [Country, Union]
//     default: "setting:party"
//     example: "US, CN, EU, UK, DE, FR, KR"
//   field: {ja: 技術領域, en: technology area, type: entity, kinds: [Field], example: quantum-technology}
// columns:
//   country: {ja: 国・地域, en: country or region, type: id, means: {ja: 選定した国・地域, en: who chose it}}
//   area:
//     ja: 比較表の分野
//     en: column of the comparison
//     type: word
//     vocabulary: CriticalArea
//     means: {ja: 各国を比べる表の分野, en: column of the comparison of countries}
//   choice: {ja: 選定された分野, en: area chosen, type: id, means: {ja: 選定された分野, en: the area}}
//   wording:
//     ja: 資料の文言
//     en: wording
//     type: both
//     means: {ja: 選定の文言（資料の表記）。比較表で空欄ならその旨, en: "what was chosen, as printed; or that the comparison is blank"}
//   list: {ja: 選定の一覧, en: list, type: both, means: {ja: 一つの文書に複数の一覧がある場合の一覧, en: "which list, where a document has several"}}
//   document: {ja: 文書, en: document, type: id, unknown: true, means: {ja: 選定した文書, en: document in which it was chosen}}
//   date: {ja: 決定・公表, en: decided or issued, type: date, unknown: true, means: {ja: 文書の決定又は公表の日, en: when that was decided or issued}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (c:Entity)
WHERE c.id IN $countries
CALL (c) {
  MATCH (c)<-[k:CONCERNS]-(t:TechnologyChoice)
  WHERE $field IS NULL OR EXISTS { MATCH (t)-[:COVERS]->(:Field)-[:BROADER*0..4]->(:Entity {id: $field}) }
  OPTIONAL MATCH (t)-[p:PART_OF]->(s:Strategy)
  RETURN t.area AS area, t.id AS choice, t.choice_of_ja AS list_ja, t.choice_of_en AS list_en, t.wording_ja AS wording_ja,
         t.wording_en AS wording_en, s, t.sources + k.sources + coalesce(p.sources, []) AS sources
  UNION ALL
  MATCH (c)-[i:ISSUED]->(s:Strategy)
  WHERE $field IS NULL
  UNWIND coalesce(s.blank_areas, []) AS area
  RETURN area, null AS choice, null AS list_ja, null AS list_en, '（比較表で空欄）' AS wording_ja, '(blank in the comparison)' AS wording_en, s,
         s.sources + i.sources AS sources
}
WITH c, area, choice, list_ja, list_en, wording_ja, wording_en, s, sources
WHERE s IS NULL OR s.event_on_min IS NULL OR s.event_on_min <= $as_of
RETURN c.id AS country,
       area AS area,
       choice AS choice,
       CASE WHEN coalesce(wording_ja, wording_en) IS NOT NULL
            THEN {ja: coalesce(wording_ja, wording_en), en: coalesce(wording_en, wording_ja)} END AS wording,
       CASE WHEN coalesce(list_ja, list_en) IS NOT NULL
            THEN {ja: coalesce(list_ja, list_en), en: coalesce(list_en, list_ja)} END AS list,
       s.id AS document,
       s.event_on AS date,
       sources AS sources
ORDER BY c.name_en, c.id, coalesce(s.event_on_min, ''), coalesce(list_en, list_ja, ''),
         CASE area WHEN 'ai_digital_ict' THEN 0 WHEN 'quantum' THEN 1 WHEN 'semiconductors' THEN 2 WHEN 'bio_healthcare' THEN 3
                   WHEN 'space' THEN 4 WHEN 'environment_energy' THEN 5 WHEN 'aviation' THEN 6 WHEN 'ocean' THEN 7 WHEN 'agriculture' THEN 8
                   WHEN 'mobility' THEN 9 WHEN 'robotics' THEN 10 WHEN 'other' THEN 11 ELSE 12 END,
         coalesce(choice, '')
