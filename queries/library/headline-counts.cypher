// ---
// id: headline-counts
// title: {ja: 件数の概要, en: Headline counts}
// question:
//   ja: 結局、我が方の協力文書は何件、何か国・地域とか。どう数えたか。ある日からどう変わったか。
//   en: How many documents does our side have, with how many countries, how are they counted, and what has changed since a day?
// answer:
//   ja: "{party}の{level}協力文書（{scope}）：{documents}、{partners}（{as_of}時点、収録資料の範囲）"
//   en: "{party} ({level}; {scope}): {documents} documents with {partners} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{party}の{level}協力文書（{scope}）を示す収録資料なし（{as_of}時点）"
//   en: "No source held shows a document of {party} ({level}; {scope}; as of {as_of})"
// tags: [counts, instruments, partners]
// params:
//   party: {ja: 我が方, en: our side, type: entity, kinds: [Country, Union], default: "setting:party", example: JP}
//   level:
//     ja: 当事者の別
//     en: between whom
//     type: words
//     vocabulary: Level
//     default: government
//     example: government
//     any: {ja: 当事者の別を問わない, en: between anyone}
//   scope:
//     ja: 量子の扱い
//     en: how far on quantum
//     type: up_to
//     vocabulary: Scope
//     default: dedicated
//     example: dedicated
//     any: {ja: 量子の扱いを問わない, en: on quantum or not}
//   compare: {ja: 比較する日, en: day to compare with, type: day, example: 2025-05-01}
// columns:
//   what: {ja: 数えたもの, en: what is counted, type: word, vocabulary: Headline InstrumentType, means: {ja: 何の数か, en: what the number counts}}
//   count: {ja: 数, en: number, type: int, means: {ja: 数, en: the number}}
//   definition: {ja: 数え方, en: definition, type: both, means: {ja: 何を数え、何を数えないか, en: "what is counted, and what is not"}}
//   ids: {ja: 該当するもの, en: which, type: ids, means: {ja: その数に含まれるもの, en: what is behind the number}}
//   documents: {ja: 協力文書, en: documents, type: among, means: {ja: 数えた協力文書, en: the documents counted}}
//   partners: {ja: 相手, en: partners, type: among, means: {ja: その相手の国・地域とEU等, en: "the countries, regions and unions on the other side"}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 2
// ---
MATCH (:Entity {id: $party})<-[:LOCATED_IN*0..1]-(:Party)-[:PARTY_TO]->(a:Agreement)
WHERE a.level IN $level AND a.scope IN $scope AND NOT a.stage IN ['in_negotiation', 'planned', 'not_confirmed']
WITH DISTINCT a
MATCH (a)<-[:PARTY_TO]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH a, collect(DISTINCT coalesce(home.id, p.id)) AS sides
// What was replaced or has ended counts until then, where it is known until when.
OPTIONAL MATCH (later:Agreement)-[:SUPERSEDES]->(a)
WITH a, sides, coalesce(max(later.holds_from), '') AS replaced
WITH a, [side IN sides WHERE side <> $party] AS others,
     CASE WHEN a.stage IN ['superseded', 'ended'] AND a.holds_to = '9999-12-31' THEN replaced ELSE a.holds_to END AS until
WITH a, others, a.holds_from <= $as_of AND $as_of < until AS now,
     $compare IS NOT NULL AND a.holds_from <= $compare AND $compare < until AS before
WITH a, others, now, before,
     size(others) = 1 AND NOT a.stage IN ['issued', 'announced']
     AND NOT a.type IN ['leaders_statement', 'joint_declaration', 'vision_principles'] AS counts
ORDER BY a.event_on_max, a.id
WITH collect({id: a.id, type: a.type, others: others, now: now, before: before, sources: a.sources, counts: counts,
              many: size(others) > 1 AND a.stage <> 'announced'}) AS all_documents
WITH [d IN all_documents WHERE d.counts AND d.now] AS documents,
     [d IN all_documents WHERE d.counts AND d.before] AS earlier,
     [d IN all_documents WHERE d.many AND d.now] AS plurilateral
WHERE size(documents) + size(earlier) + size(plurilateral) > 0
CALL (documents) {
  UNWIND documents AS d
  MATCH (partner:Entity {id: d.others[0]})
  WITH partner, d
  ORDER BY partner.name_en, partner.id
  RETURN collect(DISTINCT CASE WHEN partner.kind = 'Country' THEN partner.id END) AS countries,
         collect(DISTINCT CASE WHEN partner.kind = 'Union' THEN partner.id END) AS unions
}
CALL (documents) {
  UNWIND documents AS d
  WITH d.type AS type, collect(d) AS found
  ORDER BY size(found) DESC, type
  RETURN collect({what: type, place: 4, found: found, definition: {
    ja: '上の協力文書のうち、この種類のもの。種類は文書自身の呼称による',
    en: 'those of them that are of this kind, by what the document calls itself'}}) AS by_type
}
WITH documents, earlier, plurilateral, countries, unions, by_type,
     {ja: '二者間（機関はその所在国・地域として数える）で、署名済み又は実施中の文書。首脳の声明・共同宣言・共通ビジョンと3者以上の文書は数えない',
      en: 'signed or operative, between exactly two sides (a body counts by its country); statements of leaders, joint declarations, visions and documents of three sides or more are not counted'} AS counted
WITH [{what: 'documents', place: 1, found: documents, definition: counted},
      {what: 'countries', place: 2, found: documents, ids: countries, definition: {
        ja: '上の協力文書の相手である国・地域。EU等は含めない', en: 'countries or regions on the other side of those; the EU is no country'}},
      {what: 'unions', place: 3, found: [d IN documents WHERE d.others[0] IN unions], ids: unions, definition: {
        ja: '上の協力文書の相手であるEU等。加盟国は、それぞれの文書により別に数える',
        en: 'unions on the other side of those; their member states are counted apart, by documents of their own'}}]
     + by_type
     + [{what: 'plurilateral', place: 5, found: plurilateral, definition: {
         ja: '我が方を含む3者以上の文書で、署名済み、発表済み又は実施中のもの。上の件数には含まない',
         en: 'signed, issued or operative documents of three sides or more with ours among them; in none of the numbers above'}}]
     + CASE WHEN $compare IS NULL THEN [] ELSE [
        {what: 'documents_then', place: 6, found: earlier, definition: {
          ja: '同じ数え方による、比較日の協力文書', en: 'documents on the day compared with, counted alike'}},
        {what: 'added', place: 7, found: [d IN documents WHERE NOT d.before], definition: {
          ja: '比較日には該当せず、基準日に該当するもの', en: 'counted on the as-of day, but not on the day compared with'}},
        {what: 'no_longer', place: 8, found: [d IN earlier WHERE NOT d.now], definition: {
          ja: '比較日に該当し、基準日には該当しないもの', en: 'counted on the day compared with, but not on the as-of day'}}] END AS numbers,
     [d IN documents | d.id] AS documents, countries + unions AS partners
UNWIND numbers AS n
WITH n, documents, partners, coalesce(n.ids, [d IN n.found | d.id]) AS ids, reduce(cited = [], d IN n.found | cited + d.sources) AS cited
RETURN n.what AS what,
       size(ids) AS count,
       n.definition AS definition,
       ids AS ids,
       documents AS documents,
       partners AS partners,
       cited AS sources
ORDER BY n.place, count DESC, what
