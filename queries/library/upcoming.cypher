// ---
// id: upcoming
// title: {ja: 今後の予定, en: What is coming}
// question:
//   ja: 今後、我が方が関わる会合、署名、公募、事業などの日程に何があるか。どこまで確かか。
//   en: Which dates of meetings, signings, calls and programmes lie ahead for our side, and how sure are they?
// answer:
//   ja: "{parties}が関わる今後{months}か月の日程と、開催・実施を確認できない日程：{count}件（{as_of}時点、収録資料の範囲）"
//   en: "Dates of the next {months} months with {parties} taking part, and dates that cannot be confirmed: {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{parties}が関わる今後{months}か月の日程：確認済みの予定なし（{as_of}時点、収録資料の範囲）"
//   en: "No date of the next {months} months with {parties} taking part is on record (as of {as_of}, within the sources held)"
// tags: [meetings, instruments, programmes]
// params:
//   from: {ja: 起点の日, en: from this day, type: day, example: 2025-05-01}
//   months: {ja: 何か月先まで, en: months ahead, type: number, default: "6", example: "12"}
//   parties: {ja: 関わる国・地域, en: sides taking part, type: entities, kinds: [Country, Union], default: "setting:party", example: "JP, UK"}
//   partner: {ja: 相手国・枠組み, en: partner or forum, type: entity, kinds: [Country, Union, Forum], example: UK}
// columns:
//   id: {ja: ID, en: id, type: id, means: {ja: 日程のある会合、文書、公募、事業等。見込みでは枠組み, en: "what has the date; of what is expected, the forum"}}
//   date:
//     ja: 日程
//     en: date
//     type: date
//     means:
//       ja: 資料にある日付のまま。見込みは間隔から計算した月（既に過ぎていれば空欄）
//       en: as its source gives it; of what is expected, the month by its rhythm (empty where that has passed)
//   certainty:
//     ja: 確かさ
//     en: certainty
//     type: word
//     vocabulary: Certainty
//     means:
//       ja: 確認済み＝日程又は実施を示す資料がある。予定＝資料が予定とする。見込み＝例年の間隔からの計算で、記録にはない。確認できない＝「年」だけの日程、又は過去12か月以内の予定で実施を示す資料がない
//       en: "confirmed: a source reports or fixes it; planned: a source says so; expected: by its rhythm, never on record; not confirmed: only a year is given, or it lies in the last 12 months and no source says that it took place"
//   kind: {ja: 種類, en: kind, type: word, vocabulary: Occasion, means: {ja: 何の日程か, en: what it is the date of}}
//   name_ja: {ja: 名称, en: in Japanese, means: {ja: 日本語名, en: its Japanese name}}
//   name_en: {ja: 英語名, en: name, means: {ja: 英語名, en: its English name}}
//   place: {ja: 場所, en: place, type: both, means: {ja: 資料にある場所, en: place as its source gives it}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
WITH coalesce($from, $as_of) AS first
WITH first, toString(date(first) + duration({months: $months})) AS last,
     toString(date(first) - duration({months: 12})) AS back
// All dates on record; none is an answer, too, beside which something may be expected.
CALL (first, last, back) {
  CALL (first, last, back) {
    MATCH (home:Entity)<-[:LOCATED_IN*0..1]-(:Party)-[:ATTENDED|HOSTED]->(x:Meeting)
    WHERE home.id IN $parties AND back <= x.event_on_max AND x.event_on_min < last
    RETURN x
    UNION
    MATCH (home:Entity)-[m:MEMBER_OF]->(:Forum)<-[:EDITION_OF]-(x:Meeting)
    WHERE home.id IN $parties AND back <= x.event_on_max AND x.event_on_min < last
      AND m.holds_from <= x.event_on_max AND x.event_on_min < m.holds_to
    RETURN x
    UNION
    MATCH (home:Entity)<-[:LOCATED_IN*0..1]-(:Party)-[:PARTY_TO]->(x:Agreement)
    WHERE home.id IN $parties AND back <= x.event_on_max AND x.event_on_min < last
      AND coalesce(x.scope, 'not classified yet') <> 'context'
    RETURN x
    UNION
    MATCH (home:Entity)<-[:LOCATED_IN*0..1]-(:Party)-[:PARTICIPATES_IN|FUNDS|ADMINISTERS]->(x:Entity)
    WHERE home.id IN $parties AND x.kind IN ['Call', 'Programme', 'Project']
    RETURN x
    UNION
    MATCH (home:Entity)<-[:LOCATED_IN*0..1]-(:Party)-[:PARTICIPATES_IN|FUNDS|ADMINISTERS]->(:Programme)<-[:CALLS_UNDER]-(x:Call)
    WHERE home.id IN $parties
    RETURN x
    UNION
    MATCH (x:Commitment)
    WHERE any(holder IN coalesce(x.holders, []) WHERE holder IN $parties) AND back <= x.due_on_max AND x.due_on_min < last
      AND x.delivery <> 'delivered'
    RETURN x
  }
  // Each date of it: whether a source reports or fixes it (`sure`), and whether one says that it has come (`come`); what is
  // cancelled has none.
  WITH first, last, back, x,
    CASE x.kind
      WHEN 'Meeting' THEN [{kind: 'meeting', date: x.held_on, min: x.held_on_min, max: x.held_on_max,
                            sure: x.stage = 'held' OR (x.stage = 'planned' AND x.event_mood = 'actual'), come: x.stage = 'held'}]
      WHEN 'Agreement' THEN [{kind: CASE WHEN x.event_on IN [x.signed_on, x.reported_on] THEN 'signing' ELSE 'issue' END, date: x.event_on,
                              min: x.event_on_min, max: x.event_on_max,
                              sure: x.event_mood = 'actual' AND NOT coalesce(x.stage, '') IN ['planned', 'in_negotiation', 'not_confirmed'],
                              come: x.event_mood = 'actual' AND NOT coalesce(x.stage, '') IN ['planned', 'in_negotiation', 'not_confirmed']}]
      WHEN 'Call' THEN [{kind: 'call_opens', date: x.opens_on, min: x.opens_on_min, max: x.opens_on_max,
                         sure: NOT x.stage IN ['announced', 'not_confirmed'], come: NOT x.stage IN ['announced', 'not_confirmed']},
                        {kind: 'call_closes', date: x.closes_on, min: x.closes_on_min, max: x.closes_on_max,
                         sure: NOT x.stage IN ['announced', 'not_confirmed'], come: NOT x.stage IN ['announced', 'open', 'not_confirmed']},
                        {kind: 'call_selected', date: x.selected_on, min: x.selected_on_min, max: x.selected_on_max,
                         sure: x.stage IN ['selected', 'contracted', 'started', 'ended'],
                         come: x.stage IN ['selected', 'contracted', 'started', 'ended']},
                        {kind: 'call_starts', date: x.starts_on, min: x.starts_on_min, max: x.starts_on_max,
                         sure: x.stage IN ['started', 'ended'], come: x.stage IN ['started', 'ended']}]
      WHEN 'Commitment' THEN [{kind: 'commitment_due', date: x.due_on, min: x.due_on_min, max: x.due_on_max, sure: false, come: false}]
      ELSE [{kind: 'programme_starts', date: x.started_on, min: x.started_on_min, max: x.started_on_max,
             sure: (x.event_mood = 'actual' AND x.event_on = x.started_on) OR (x.kind = 'Project' AND x.stage IN ['running', 'ended']),
             come: x.kind = 'Project' AND x.stage IN ['running', 'ended']}]
    END AS dates
  UNWIND CASE WHEN x.stage = 'cancelled' THEN [] ELSE dates END AS d
  // What a source says has come is not ahead once a coarse date of it has begun; a range of days is while it lasts.
  WITH first, last, back, x, d,
       CASE WHEN d.max < first THEN CASE WHEN d.sure THEN 'over' ELSE 'not_confirmed' END
            WHEN d.come AND d.min <= first AND NOT size(d.date) IN [10, 21] THEN 'over'
            WHEN size(d.date) = 4 AND NOT d.come THEN 'not_confirmed'
            WHEN d.sure THEN 'confirmed'
            ELSE 'planned' END AS certainty
  WHERE back <= d.max AND d.min < last AND certainty <> 'over'
  RETURN collect({
    date: d.date, certainty: certainty, kind: d.kind, name_ja: x.name_ja, name_en: x.name_en, sources: x.sources, id: x.id,
    place: CASE WHEN x.kind = 'Meeting' AND coalesce(x.place_ja, x.place_en) IS NOT NULL
                THEN {ja: coalesce(x.place_ja, x.place_en), en: coalesce(x.place_en, x.place_ja)} END}) AS known
}
// What a rhythm lets expect: six or twelve months after the last edition held, where none is on record since.
CALL (first, last) {
  MATCH (home:Entity)-[m:MEMBER_OF]->(f:Forum)
  WHERE home.id IN $parties AND f.rhythm IN ['half_yearly', 'yearly']
    AND m.holds_from <= first AND first < m.holds_to
  WITH DISTINCT first, last, f
  MATCH (x:Meeting)-[:EDITION_OF]->(f)
  WITH first, last, f, x
  ORDER BY x.event_on_max DESC, x.id
  WITH first, last, f, collect(x) AS editions
  WITH first, last, f, [x IN editions WHERE x.stage = 'held' AND x.event_on_max < first][0] AS held,
       size([x IN editions WHERE x.event_on_max >= first OR (x.stage <> 'held' AND x.event_mood = 'planned'
                                  AND toString(date(x.event_on_max) + duration({months: 12})) >= first)]) AS ahead
  WHERE held IS NOT NULL AND ahead = 0 AND toString(date(held.event_on_max) + duration({months: 24})) >= first
  WITH first, last, f, held,
       toString(date(held.event_on_max) + duration({months: CASE f.rhythm WHEN 'yearly' THEN 12 ELSE 6 END})) AS next
  WHERE next < last
  RETURN collect({
    date: CASE WHEN substring(next, 0, 7) >= substring(first, 0, 7) THEN substring(next, 0, 7) + '~' END,
    certainty: 'expected', kind: 'meeting', id: f.id, place: null, sources: f.sources + held.sources,
    name_ja: f.name_ja + '（次回。' + CASE f.rhythm WHEN 'yearly' THEN '毎年' ELSE '半年に一度' END + '、収録の直近は'
             + held.name_ja + '）',
    name_en: f.name_en + ' (next; ' + CASE f.rhythm WHEN 'yearly' THEN 'yearly' ELSE 'half-yearly' END
             + ', last on record: ' + held.name_en + ')'}) AS expected
}
UNWIND known + expected AS row
// Of one partner or forum: what it is a party to, takes part in or hosts, or what is an edition of a forum in which it is.
MATCH (x:Entity {id: row.id})
WHERE $partner IS NULL
   OR x.id = $partner OR $partner IN coalesce(x.holders, [])
   OR EXISTS { MATCH (x)-[:EDITION_OF]->(:Forum {id: $partner}) }
   OR EXISTS { MATCH (:Entity {id: $partner})-[:MEMBER_OF]->(x) }
   OR EXISTS { MATCH (:Entity {id: $partner})-[m:MEMBER_OF]->(:Forum)<-[:EDITION_OF]-(x)
               WHERE m.holds_from <= x.event_on_max AND x.event_on_min < m.holds_to }
   OR EXISTS { MATCH (:Entity {id: $partner})<-[:LOCATED_IN*0..1]-(:Party)-[:PARTY_TO|ATTENDED|HOSTED|PARTICIPATES_IN|FUNDS|ADMINISTERS]->(x) }
   OR EXISTS { MATCH (:Entity {id: $partner})<-[:LOCATED_IN*0..1]-(:Party)-[:PARTICIPATES_IN|FUNDS|ADMINISTERS]->(:Programme)<-[:CALLS_UNDER]-(x) }
WITH row,
     CASE row.certainty WHEN 'expected' THEN 1 WHEN 'not_confirmed' THEN 2 ELSE 0 END AS block
RETURN row.id AS id,
       row.date AS date,
       row.certainty AS certainty,
       row.kind AS kind,
       row.name_ja AS name_ja,
       row.name_en AS name_en,
       row.place AS place,
       row.sources AS sources
ORDER BY block, coalesce(date, '9999'), kind, row.id
