// ---
// id: standing-and-choices
// title: {ja: 順位・指標と重要技術の選定, en: Standing and chosen technologies}
// question:
//   ja: ある国・地域は量子技術の順位・シェアなどでどこに位置し、どの技術を重要技術に選んでいるか。その数字はどう測られたか。
//   en: Where does a country stand in rankings and shares of quantum technology, and which technologies did it choose as critical? How was each number measured?
// answer:
//   ja: "{countries}の順位・指標（世界全体の指標を含む）：{count}件（{as_of}時点、収録資料の範囲。測り方の異なる数字は比べられない）"
//   en: "Rankings and other indicators of {countries}, with those of the world: {count} (as of {as_of}, within the sources held; numbers measured in different ways do not compare)"
// nothing:
//   ja: "{countries}の順位・指標の収録資料なし（{as_of}時点）"
//   en: "No source held gives a ranking or other indicator of {countries} (as of {as_of})"
// nothing_with:
//   technology-choices:
//     ja: "{countries}の順位・指標の収録資料なし（{as_of}時点）。重要技術の選定は下表"
//     en: "No source held gives a ranking or other indicator of {countries} (as of {as_of}); chosen technologies stand below"
// companions: [technology-choices]
// tags: [policy]
// params:
//   countries:
//     ja: 国・地域
//     en: countries
//     type: entities
//     kinds: [Country, Union]
//     default: "setting:party"
//     example: "JP, UK"
//   field: {ja: 技術領域, en: technology area, type: entity, kinds: [Field], example: quantum-computing}
// columns:
//   measure: {ja: 指標, en: measure, type: word, vocabulary: IndicatorType, means: {ja: 何を測ったか, en: what is measured}}
//   indicator: {ja: 指標の名称, en: indicator, type: id, means: {ja: 指標, en: the indicator}}
//   field: {ja: 技術領域, en: technology area, type: ids, means: {ja: 測った技術領域, en: of which technology}}
//   country: {ja: 国・地域, en: country or region, type: id, means: {ja: 対象の国・地域（世界全体の指標では空欄）, en: "whose it is (blank for the world)"}}
//   when:
//     ja: 期間
//     en: period
//     type: when
//     unknown: true
//     means: {ja: 測った期間。資料に年がない場合は、比べた二つの時点のいずれか, en: "time that was measured; where no year is given, which of two readings"}
//   position: {ja: 順位, en: position, type: int, means: {ja: その国・地域の順位, en: its position}}
//   share: {ja: 割合（％）, en: share (per cent), type: text, means: {ja: その国・地域の割合, en: its share}}
//   value:
//     ja: 値
//     en: value
//     type: money
//     means: {ja: 資料にある値・金額, en: value or amount as published}
//   first: {ja: 5位まで, en: first five, type: items, means: {ja: 5位までの国・地域のうち収録したもの, en: "those of the first five places that are on record"}}
//   leading: {ja: 主な機関, en: leading bodies, type: ids, means: {ja: 資料がその国・地域の主な機関として挙げる機関, en: bodies that the source names as its strongest}}
//   method:
//     ja: 測り方・留意点
//     en: method and caveat
//     type: both
//     unknown: true
//     means: {ja: 測った者、測り方、資料の注記, en: "who measured it and how, and what the source warns of"}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 2
// ---
MATCH (i:Indicator)
WHERE (i.period_min IS NULL OR i.period_min <= $as_of OR i.type IN ['foresight', 'market_forecast'])
  AND ($field IS NULL OR EXISTS { MATCH (i)-[:COVERS]->(:Field)-[:BROADER*0..4]->(:Entity {id: $field}) })
OPTIONAL MATCH (i)-[m:MEASURES]->(c:Party)
WHERE c.id IN $countries
WITH i, m, c
WHERE c IS NOT NULL OR NOT EXISTS { MATCH (i)-[:MEASURES]->(:Party) }
// Those of the world stand beside those of the countries, and not where there are none.
WITH collect({i: i, m: m, c: c}) AS found
WHERE any(f IN found WHERE f.c IS NOT NULL)
UNWIND found AS f
WITH f.i AS i, f.m AS m, f.c AS c
CALL (i) {
  OPTIONAL MATCH (i)-[r:MEASURES]->(p:Party)
  WHERE r.position <= 5
  WITH r, p
  ORDER BY r.position, p.name_en, p.id
  RETURN [f IN collect({id: p.id, name_ja: toString(r.position) + '位 ' + p.name_ja, name_en: toString(r.position) + ' ' + p.name_en})
          WHERE f.id IS NOT NULL] AS first,
         collect(r.sources) AS proofs
}
CALL (i) {
  OPTIONAL MATCH (i)-[:COVERS]->(f:Field)
  WITH f
  ORDER BY f.name_en, f.id
  RETURN collect(f.id) AS fields, min(f.name_en) AS field_name
}
WITH i, c, m, first, proofs, fields, field_name,
     [s IN [coalesce(i.publisher_ja, i.publisher_en), coalesce(i.method_ja, i.method_en), coalesce(i.caveat_ja, i.caveat_en)] WHERE s IS NOT NULL] AS ja,
     [s IN [coalesce(i.publisher_en, i.publisher_ja), coalesce(i.method_en, i.method_ja), coalesce(i.caveat_en, i.caveat_ja)] WHERE s IS NOT NULL] AS en
RETURN i.type AS measure,
       i.id AS indicator,
       fields AS field,
       c.id AS country,
       CASE WHEN i.period IS NOT NULL OR i.reading IS NOT NULL THEN {date: i.period, reading: i.reading} END AS when,
       m.position AS position,
       m.share AS share,
       CASE WHEN i.type IN ['score', 'foresight', 'market_forecast']
            THEN {printed: coalesce(i.printed, []), amount: i.amount, whole: null, currency: i.currency, bound: null, marks: []} END AS value,
       first AS first,
       coalesce(m.leading, []) AS leading,
       CASE WHEN size(ja) > 0
            THEN {ja: reduce(said = '', s IN ja | said + CASE said WHEN '' THEN '' ELSE '。' END + s),
                  en: reduce(said = '', s IN en | said + CASE said WHEN '' THEN '' ELSE '; ' END + s)} END AS method,
       reduce(cited = i.sources, p IN proofs + [coalesce(m.sources, [])] | cited + p) AS sources
ORDER BY CASE i.type WHEN 'tracker_rank' THEN 0 WHEN 'papers' THEN 1 WHEN 'top_papers' THEN 2 WHEN 'patents' THEN 3 WHEN 'score' THEN 4
                     WHEN 'foresight' THEN 5 ELSE 6 END,
         field_name, c.name_en, coalesce(i.period_min, i.reading, ''), i.id
