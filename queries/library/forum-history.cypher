// ---
// id: forum-history
// title: {ja: 枠組みの開催の経過, en: History of a forum}
// question:
//   ja: ある枠組みはこれまで何回、いつ、だれの主催で開かれ、だれが出席し、何を決め、何につながったか。
//   en: How often has a forum met, when, hosted by whom, with whom present, with what outcome, and what did it lead to?
// answer:
//   ja: "{forum}の開催の経過：資料から分かる{count}回のうち、開催を確認できるもの{edition[held]}回（{as_of}時点、収録資料の範囲）"
//   en: "Editions of the {forum} known from sources: {count}, of which confirmed as held: {edition[held]} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{forum}の開催を示す収録資料なし（{as_of}時点）"
//   en: "No source held shows an edition of {forum} (as of {as_of})"
// tags: [history, fora, meetings]
// params:
//   forum: {ja: 枠組み, en: forum, type: entity, kinds: [Forum], required: true, example: MDQ}
// columns:
//   edition:
//     ja: 開催回
//     en: edition
//     type: item
//     means:
//       ja: 会合。開催を示す資料がないものは、その旨を付す。資料により異なる点があるものは▲を付す。番号だけが分かる回は、番号のみを示す
//       en: the meeting, marked where no source says that it was held, and with ▲ where sources differ on it; where only its number is known, the number
//   date: {ja: 開催日, en: date, type: date, unknown: true, means: {ja: 資料にある開催日, en: when it was held by its source}}
//   host: {ja: 主催, en: host, type: ids, unknown: true, means: {ja: 主催した国・地域又は機関, en: who hosted or convened it}}
//   participants:
//     ja: 出席した国・地域
//     en: participants
//     type: ids
//     unknown: true
//     means: {ja: 資料にある出席国・地域（機関はその所在国・地域）, en: "countries that were present, a body by its country"}
//   outcome: {ja: 成果, en: outcome, type: ids, unknown: true, means: {ja: 会合で合意した事項, en: what was agreed at it}}
//   led_to: {ja: その後の段階, en: led to, type: ids, unknown: true, means: {ja: 資料が続くものとして示す段階, en: what followed from it by a source}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 2
// ---
MATCH (f:Entity {id: $forum})<-[e:EDITION_OF]-(x:Meeting)
WHERE x.stage <> 'cancelled' AND (x.event_on_min IS NULL OR x.event_on_min <= $as_of)
WITH f, x, e.edition AS number, x.sources + e.sources AS sources
// What has no day was before the next number.
CALL (f, number) {
  OPTIONAL MATCH (f)<-[l:EDITION_OF]-(later:Meeting)
  WHERE l.edition > number
  RETURN min(later.event_on_min) AS next
}
WITH x, number, sources, next
WHERE x.event_on_min IS NOT NULL OR next IS NULL OR next <= $as_of
CALL (x) {
  OPTIONAL MATCH (host:Party)-[h:HOSTED]->(x)
  WITH host, h
  ORDER BY host.name_en, host.id
  RETURN collect(host.id) AS hosts, collect(h.sources) AS hosted_by
}
CALL (x) {
  OPTIONAL MATCH (p:Party)-[a:ATTENDED]->(x)
  OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
  WITH coalesce(home, p) AS side, a
  ORDER BY side.name_en, side.id, a.id
  RETURN collect(DISTINCT side.id) AS participants, collect(a.sources) AS attended_by
}
CALL (x) {
  OPTIONAL MATCH (x)-[g:AGREED]->(c:Commitment)
  WITH c, g
  ORDER BY c.name_en, c.id
  RETURN collect(c.id) AS outcome, collect(g.sources) AS agreed_by
}
CALL (x) {
  OPTIONAL MATCH (x)-[l:LED_TO]->(next:Entity)
  WHERE next.event_on_min IS NULL OR next.event_on_min <= $as_of
  WITH next, l
  ORDER BY next.event_on_min, next.id
  RETURN collect(next.id) AS led_to, collect(l.sources) AS led_by
}
WITH x, number, next, hosts, participants, outcome, led_to,
     reduce(cited = sources, s IN hosted_by + attended_by + agreed_by + led_by | cited + s) AS sources, hosted_by
ORDER BY coalesce(x.event_on_min, next, '9999'), coalesce(number, 0), x.id
WITH collect({number: number, date: x.held_on, day: coalesce(x.event_on_min, next), host: hosts, participants: participants, outcome: outcome,
              led_to: led_to, sources: sources,
              edition: {id: x.id, stage: CASE WHEN x.stage = 'held' THEN 'held' ELSE 'past_unconfirmed' END,
                        name_ja: x.name_ja + CASE WHEN x.stage = 'held' THEN '' ELSE '（開催未確認）' END,
                        name_en: x.name_en + CASE WHEN x.stage = 'held' THEN '' ELSE ' (not confirmed as held)' END,
                        disputed: size(coalesce(x.conflicts, [])) > 0, hosted_by: hosted_by}}) AS known
// A number between those on record of which nothing else is known: the next one's sources imply it. Where an edition before the
// next one has no number, it may be the one.
WITH known, [k IN known WHERE k.number IS NOT NULL | k.number] AS numbers
WITH known, numbers, reduce(most = 0, n IN numbers | CASE WHEN n > most THEN n ELSE most END) AS highest
WITH known, [n IN range(1, highest) WHERE NOT n IN numbers | {number: n, next: [k IN known WHERE k.number > n][0]}] AS missing
UNWIND known + [m IN missing WHERE none(k IN known WHERE k.number IS NULL AND coalesce(k.day, '') < coalesce(m.next.day, '9999')) |
  {number: m.number, date: null, day: m.next.day, host: [], participants: [], outcome: [], led_to: [], sources: m.next.sources,
   edition: {id: null, stage: 'past_unconfirmed', name_ja: '第' + toString(m.number) + '回（開催未確認）',
             name_en: 'edition ' + toString(m.number) + ' (not confirmed as held)', disputed: false, hosted_by: []}}] AS row
RETURN row.edition AS edition,
       row.date AS date,
       row.host AS host,
       row.participants AS participants,
       row.outcome AS outcome,
       row.led_to AS led_to,
       row.sources AS sources
ORDER BY coalesce(row.day, '9999'), coalesce(row.number, 0), row.edition.name_en
