// ---
// id: country-pairs
// title: {ja: 二者間の協力文書の組合せ, en: Pairs and their documents}
// question:
//   ja: どの国・地域とどの国・地域との間に、どの種類の二者間の協力文書が、何件あるか。
//   en: Between which two countries are there how many bilateral documents, of which kind?
// answer:
//   ja: "二者間の協力文書（{level}、{scope}）のある組合せと種類：{count}（{as_of}時点、収録資料の範囲）"
//   en: "Pairs with bilateral documents ({level}; {scope}), by kind: {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "条件に当てはまる二者間の協力文書の収録なし（{level}、{scope}、{as_of}時点）"
//   en: "No bilateral document ({level}; {scope}) between these is on record (as of {as_of})"
// tags: [partners, instruments, counts]
// params:
//   countries:
//     ja: 国・地域（指定がなければすべて。2以上なら互いの間に限る）
//     en: "countries (all, if none is given; of several, those between them)"
//     type: entities
//     kinds: [Country, Union]
//     example: "JP, UK, DK, EU"
//   level:
//     ja: 当事者の別
//     en: between whom
//     type: words
//     vocabulary: Level
//     default: government
//     example: any
//     any: {ja: 当事者の別を問わない, en: between anyone}
//   scope:
//     ja: 量子の扱い
//     en: how far on quantum
//     type: up_to
//     vocabulary: Scope
//     default: dedicated
//     example: includes
//     any: {ja: 量子の扱いを問わない, en: on quantum or not}
// columns:
//   country: {ja: 国・地域, en: country or region, type: id, means: {ja: 英語名の順で先の国・地域, en: the one that comes first by its English name}}
//   partner: {ja: 相手国・地域, en: partner, type: id, means: {ja: 他方の国・地域, en: the other one}}
//   kind: {ja: 文書の種類, en: kind, type: word, vocabulary: InstrumentType, means: {ja: 文書の種類, en: kind of document}}
//   count: {ja: 件数, en: number, type: int, means: {ja: その種類の文書の数, en: documents of that kind}}
//   instruments: {ja: 文書, en: documents, type: items, means: {ja: 該当する文書, en: which they are}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
// What was replaced or has ended counts until then, where it is known until when.
MATCH (a:Agreement)
WHERE a.level IN $level AND a.scope IN $scope AND NOT a.stage IN ['in_negotiation', 'planned', 'not_confirmed']
  AND a.holds_from <= $as_of AND $as_of < a.holds_to
  AND (NOT a.stage IN ['superseded', 'ended'] OR a.holds_to < '9999-12-31'
       OR EXISTS { MATCH (later:Agreement)-[:SUPERSEDES]->(a) WHERE later.holds_from > $as_of })
MATCH (a)<-[:PARTY_TO]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH a.id AS id, coalesce(home.id, p.id) AS side, coalesce(home.name_en, p.name_en) AS name, coalesce(home.kind, p.kind) AS kind
ORDER BY name, side
WITH id, collect(DISTINCT side) AS sides, collect(kind) AS kinds
WHERE size(sides) = 2 AND NOT 'Organisation' IN kinds
  AND ($countries IS NULL OR (size($countries) = 1 AND $countries[0] IN sides)
       OR (size($countries) > 1 AND all(side IN sides WHERE side IN $countries)))
MATCH (a:Entity {id: id})
WITH sides, a
ORDER BY a.event_on_max, a.id
WITH sides[0] AS country, sides[1] AS partner, a.type AS kind,
     collect({id: a.id, name_ja: a.name_ja, name_en: a.name_en, date: a.event_on}) AS instruments, collect(a.sources) AS proofs
MATCH (one:Entity {id: country})
MATCH (other:Entity {id: partner})
RETURN country AS country,
       partner AS partner,
       kind AS kind,
       size(instruments) AS count,
       instruments AS instruments,
       reduce(cited = [], p IN proofs | cited + p) AS sources
ORDER BY one.name_en, other.name_en, kind
