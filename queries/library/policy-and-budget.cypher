// ---
// id: policy-and-budget
// title: {ja: 戦略と予算, en: Strategies and budgets}
// question:
//   ja: ある国・地域は量子技術についてどの戦略・政策文書をいつ決め、どの予算を付けているか。金額は何を含むか。
//   en: Which strategies and policy documents on quantum technology has a country set down, and what money? What does each amount include?
// answer:
//   ja: "{countries}の量子技術に関する戦略・政策文書と予算：{count}件（{as_of}時点、収録資料の範囲。金額は資料の表記で、換算も合算もしていない）"
//   en: "Strategies, policy documents and budget lines of {countries} on quantum technology: {count} (as of {as_of}, within the sources held; amounts as published, neither converted nor added up)"
// nothing:
//   ja: "{countries}の量子技術に関する戦略・予算の収録資料なし（{as_of}時点）"
//   en: "No source held speaks of strategies or budgets of {countries} on quantum technology (as of {as_of})"
// tags: [policy]
// params:
//   countries:
//     ja: 国・地域
//     en: countries
//     type: entities
//     kinds: [Country, Union]
//     default: "setting:party"
//     example: "JP, UK"
//   scope:
//     ja: 文書の量子の扱い
//     en: how far the documents are on quantum
//     type: up_to
//     vocabulary: Scope
//     default: includes
//     example: dedicated
//     any: {ja: 量子の扱いを問わない, en: on quantum or not}
// columns:
//   country: {ja: 国・地域, en: country or region, type: id, means: {ja: 戦略・予算の国・地域, en: whose strategy or money it is}}
//   policy: {ja: 戦略・予算, en: strategy or budget, type: id, means: {ja: 戦略・政策文書、又は予算, en: the document or the budget line}}
//   kind:
//     ja: 種類
//     en: kind
//     type: word
//     vocabulary: StrategyType BudgetType
//     means: {ja: 文書の種類、又は当初・補正等の別, en: "kind of document, or which budget it stands in"}
//   scope: {ja: 量子の扱い, en: scope, type: word, vocabulary: Scope, means: {ja: 文書が量子に特化するか、量子を含むか, en: how far the document is about quantum technology}}
//   when:
//     ja: 決定日・年度
//     en: day or fiscal year
//     type: when
//     unknown: true
//     means:
//       ja: 文書の決定又は公表の日。予算の年度（日本は4月から翌年3月）又は対象期間
//       en: "when the document was decided or issued; fiscal year (in Japan April to March) or period of the money"
//   amount:
//     ja: 金額
//     en: amount
//     type: money
//     means:
//       ja: 資料にある金額。内数は、全体の額だけが示され、量子分の額は示されていない
//       en: the amount as published; of a part of a larger grant only the whole is known
//   previous: {ja: 前年度, en: year before, type: money, means: {ja: 資料にある前年度の額, en: the amount of the year before as published beside it}}
//   includes: {ja: 内容・留意点, en: what it includes, type: both, means: {ja: 使途と資料の注記, en: what the money is for and what the source says beside it}}
//   under: {ja: 上位の文書・総額, en: under, type: ids, means: {ja: その資料が属させる戦略又は総額, en: strategy or total under which its source lists it}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (c:Entity)
WHERE c.id IN $countries
CALL (c) {
  MATCH (c)<-[:LOCATED_IN*0..1]-(:Party)-[i:ISSUED]->(s:Strategy)
  WHERE (s.scope IS NULL OR s.scope IN $scope)
    AND (s.event_on_min IS NULL OR s.event_on_min <= $as_of OR s.event_mood = 'planned')
  WITH DISTINCT s
  RETURN s AS x, s.type AS kind, null AS year, s.event_on AS date, s.event_on_max AS day, 0 AS block,
         CASE s.scope WHEN 'dedicated' THEN 0 WHEN 'includes' THEN 1 ELSE 2 END AS line
  UNION ALL
  MATCH (c)<-[:CONCERNS]-(b:Budget)
  WHERE (b.fiscal_year IS NULL OR b.fiscal_year <= toInteger(substring($as_of, 0, 4)) + 1)
    AND (b.period_min IS NULL OR b.period_min <= $as_of)
  RETURN b AS x, b.type AS kind, b.fiscal_year AS year, b.period AS date, coalesce(toString(b.fiscal_year), b.period_min) AS day, 1 AS block,
         CASE WHEN EXISTS { MATCH (b)-[:PART_OF]->(:Budget) } THEN 1 ELSE 0 END AS line
}
CALL (x) {
  OPTIONAL MATCH (x)-[p:PART_OF]->(whole:Entity)
  WITH p, whole
  ORDER BY whole.name_en, whole.id
  RETURN collect(whole.id) AS under, collect(p.sources) AS proofs
}
CALL (c, x) {
  MATCH (c)<-[:LOCATED_IN*0..1]-(:Party)-[t:ISSUED|CONCERNS]-(x)
  WITH t
  ORDER BY t.id
  RETURN collect(t.sources) AS ties
}
RETURN c.id AS country,
       x.id AS policy,
       kind AS kind,
       CASE WHEN block = 0 THEN x.scope END AS scope,
       CASE WHEN year IS NOT NULL OR date IS NOT NULL THEN {fiscal_year: year, date: date} END AS when,
       CASE WHEN block = 1
            THEN {printed: coalesce(x.printed, []), amount: x.amount, whole: x.whole_amount, currency: x.currency, bound: x.bound,
                  marks: coalesce(x.marks, [])} END AS amount,
       CASE WHEN block = 1 AND (x.previous_amount IS NOT NULL OR x.previous_whole_amount IS NOT NULL)
            THEN {printed: coalesce(x.previous_printed, []), amount: x.previous_amount, whole: x.previous_whole_amount,
                  currency: x.currency, bound: null, marks: CASE WHEN x.previous_whole_amount IS NULL THEN [] ELSE ['share_of'] END}
            END AS previous,
       CASE WHEN block = 1 AND (x.purpose_ja IS NOT NULL OR x.purpose_en IS NOT NULL OR x.caveat_ja IS NOT NULL OR x.caveat_en IS NOT NULL)
            THEN {ja: reduce(said = '', s IN [s IN [coalesce(x.purpose_ja, x.purpose_en), coalesce(x.caveat_ja, x.caveat_en)] WHERE s IS NOT NULL] |
                             said + CASE said WHEN '' THEN '' ELSE '。' END + s),
                  en: reduce(said = '', s IN [s IN [coalesce(x.purpose_en, x.purpose_ja), coalesce(x.caveat_en, x.caveat_ja)] WHERE s IS NOT NULL] |
                             said + CASE said WHEN '' THEN '' ELSE '; ' END + s)} END AS includes,
       under AS under,
       reduce(cited = x.sources, p IN ties + proofs | cited + p) AS sources
ORDER BY c.name_en, c.id, block, CASE block WHEN 0 THEN line ELSE 0 END, coalesce(day, '') DESC, line, x.name_en, x.id
