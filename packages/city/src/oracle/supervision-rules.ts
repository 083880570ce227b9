/** Stock, trace codes, prescriptions, devices, scopes: what the policy pages say, by brute force over the registers. */
import { starters } from '@hengjian/catalog/starters.gen.ts';
import { formatDay, parseDay } from '@hengjian/domain';
import { type Encounter, type Facts, type Line, type Row, readPoints } from './facts.ts';
import { settled } from './group-rules.ts';
import { linesKey, type Oracle, pointsOn } from './line-rules.ts';

export const groupBy = <T>(list: readonly T[], key: (entry: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const k = key(entry);
    const found = groups.get(k);
    if (found) found.push(entry);
    else groups.set(k, [entry]);
  }
  return [...groups.values()];
};
const monthOf = (line: Line): string => formatDay(line.day).slice(0, 7);
const placeOf = (line: Line): string => `${line.encounter.providerNo},${line.code},${monthOf(line)}`;

const registers = new WeakMap<Facts, Map<string, Row>>();
/** Rows of the stock register by house, code and month; and, under house and month, that there is any. */
function stockOf(facts: Facts): Map<string, Row> {
  let found = registers.get(facts);
  if (!found) {
    found = new Map();
    for (const r of facts.raw('inv')) {
      found.set(`${r.fixmedins_code},${r.med_list_codg},${r.period}`, r);
      found.set(`${r.fixmedins_code},${r.period}`, r);
    }
    registers.set(facts, found);
  }
  return found;
}
const outOf = (r: Row): number => Number(r.begn_cnt) + Number(r.purc_cnt) - Number(r.end_cnt) - Number(r.loss_cnt);

const stock =
  (kind: string): Oracle =>
  (facts) =>
    groupBy(
      facts.lines.filter((l) => l.kind === kind && stockOf(facts).has(placeOf(l))),
      placeOf,
    )
      .filter((lines) => {
        const sold = lines.reduce((sum, l) => sum + l.quantity, 0);
        return sold > outOf(stockOf(facts).get(placeOf(lines[0] as Line)) as Row) * 1.05 + 1e-9;
      })
      .map(linesKey);

interface Trace {
  line: Line;
  code: string;
  split: boolean;
}
const traced = new WeakMap<Facts, Trace[]>();
/** Codes of lines that stand; a code that a refund brings back is gone. */
function tracesOf(facts: Facts): Trace[] {
  const known = traced.get(facts);
  if (known) return known;
  const standing = new Map(facts.lines.map((l) => [l.key, l]));
  const refunds = new Set(
    facts
      .raw('feedetl')
      .filter((r) => Number(r.cnt) < 0)
      .map((r) => `${r.mdtrt_id}:${r.feedetl_sn}`),
  );
  const rows = facts.raw('trac');
  const back = new Set(rows.filter((r) => refunds.has(`${r.mdtrt_id}:${r.feedetl_sn}`)).map((r) => `${r.mdtrt_id} ${r.drug_trac_codg}`));
  const traces = rows.flatMap((r): Trace[] => {
    const line = standing.get(`${r.mdtrt_id}:${r.feedetl_sn}`);
    if (!line || back.has(`${r.mdtrt_id} ${r.drug_trac_codg}`)) return [];
    return [{ line, code: r.drug_trac_codg as string, split: r.trdn_flag === '1' }];
  });
  traced.set(facts, traces);
  return traces;
}

const traceMissing: Oracle = (facts, points) => {
  const with_ = new Set(tracesOf(facts).map((t) => t.line.key));
  return facts.lines
    .filter((l) => l.encounter.setting !== 'inpatient' && pointsOn(points, l.code, l.day).length > 0 && !with_.has(l.key))
    .map((l) => linesKey([l]));
};
const traceRepeated: Oracle = (facts) =>
  groupBy(
    tracesOf(facts).filter((t) => !t.split),
    (t) => t.code,
  )
    .filter((list) => new Set(list.map((t) => t.line.key)).size > 1)
    .map((list) =>
      linesKey(
        list
          .map((t) => t.line)
          .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
          .slice(1),
      ),
    );
const traceNotPurchased: Oracle = (facts) =>
  [...new Set(tracesOf(facts).map((t) => t.line))]
    .filter((l) => {
      const row = stockOf(facts).get(placeOf(l));
      return row !== undefined && Number(row.begn_cnt) + Number(row.purc_cnt) <= 0;
    })
    .map((l) => linesKey([l]));
const notInStock: Oracle = (facts) =>
  facts.lines
    .filter((l) => l.kind === '101' && !stockOf(facts).has(placeOf(l)) && stockOf(facts).has(`${l.encounter.providerNo},${monthOf(l)}`))
    .map((l) => linesKey([l]));

const onList =
  (wrong: (line: Line, params: Record<string, unknown>) => boolean): Oracle =>
  (facts, points) =>
    facts.lines.filter((l) => pointsOn(points, l.code, l.day).some((p) => wrong(l, p.params))).map((l) => linesKey([l]));

const reused: Oracle = (facts) =>
  facts.lines
    .filter((l) => l.encounter.pharmacy && l.prescription !== '')
    .filter((l, _, all) =>
      all.some(
        (o) =>
          o.prescription === l.prescription &&
          o.encounter !== l.encounter &&
          (o.encounter.begins < l.encounter.begins || (o.encounter.begins === l.encounter.begins && o.encounter.id < l.encounter.id)),
      ),
    )
    .map((l) => linesKey([l]));

const unregistered: Oracle = (facts) => {
  const issued = new Map(facts.raw('rx').map((r) => [`${r.rx_no} ${r.med_list_codg}`, r]));
  const day = (text: string | undefined, otherwise: number) => (text ? (parseDay(text) as number) : otherwise);
  return facts.lines
    .filter((l) => l.encounter.pharmacy && l.prescription !== '')
    .filter((l) => {
      const r = issued.get(`${l.prescription} ${l.code}`);
      return !r || r.psn_no !== l.encounter.person.no || l.day < day(r.rx_date, -1e9) || l.day > day(r.vali_enddate, 1e9);
    })
    .map((l) => linesKey([l]));
};

const benefitGap: Oracle = (facts) => {
  const periods = groupBy(facts.raw('benefit'), (r) => r.psn_no as string);
  const of = new Map(periods.map((list) => [list[0]?.psn_no, list]));
  return facts.encounters
    .filter((e) => e.open || e.settlements.length > 0)
    .filter((e) => {
      const on = formatDay(Math.floor(e.begins / 86_400));
      return !(of.get(e.person.no) ?? []).some(
        (r) => r.trt_stas === '1' && (r.begndate as string) <= on && (r.enddate === '' || (r.enddate as string) >= on),
      );
    })
    .map((e) => settled([e]));
};

const approvalsOf = (facts: Facts) => Map.groupBy(facts.raw('opsp'), (r) => `${r.psn_no} ${r.opsp_dise_code}`);
const approvalLapsed: Oracle = (facts) => {
  const of = approvalsOf(facts);
  return facts.encounters
    .filter((e) => e.setting === 'chronic' && (e.open || e.settlements.length > 0))
    .filter((e) => {
      const on = formatDay(Math.floor(e.begins / 86_400));
      const own = of.get(`${e.person.no} ${e.disease}`);
      return own && !own.some((r) => (r.begndate as string) <= on && (r.enddate === '' || (r.enddate as string) >= on));
    })
    .map((e) => settled([e]));
};
const quotaUsed: Oracle = (facts) => {
  const of = approvalsOf(facts);
  const paid = facts.encounters.filter((e) => e.setting === 'chronic' && e.settlements.length > 0);
  return [
    ...Map.groupBy(
      paid,
      (e) => `${e.person.no} ${e.disease} ${formatDay(Math.floor((e.settlements[0]?.at ?? 0) / 86_400)).slice(0, 4)}`,
    ).values(),
  ]
    .filter((list) => {
      const quota = of.get(`${list[0]?.person.no} ${list[0]?.disease}`)?.[0]?.quot_amt ?? '';
      return quota !== '' && list.flatMap((e) => e.settlements).reduce((sum, s) => sum + s.fund, 0) >= 0.9 * Number(quota) - 1e-6;
    })
    .map(settled);
};

const scopes = new WeakMap<Facts, Map<string, string>>();
const scopeOf = (facts: Facts, doctor: string): string => {
  if (!scopes.has(facts)) scopes.set(facts, new Map(facts.raw('prac').map((r) => [r.prac_code as string, r.prac_scp as string])));
  return scopes.get(facts)?.get(doctor) ?? '';
};
const outOfScope: Oracle = (facts, points) =>
  onList((l, p) => scopeOf(facts, l.doctor) !== '' && !(p.scopes as string[]).includes(scopeOf(facts, l.doctor)))(facts, points);

const devicesOf = (facts: Facts): Map<string, Row> => new Map(facts.raw('equip').map((r) => [`${r.fixmedins_code} ${r.med_list_codg}`, r]));
const deviceAbsent: Oracle = (facts) => {
  const devices = devicesOf(facts);
  const houses = new Set(facts.raw('equip').map((r) => r.fixmedins_code));
  // both lists of the code, which name the same rule
  const points = ['equipment-absent', 'equipment-capacity'].flatMap((id) => readPoints(starters[id] as string));
  return onList((l) => {
    const r = devices.get(`${l.encounter.providerNo} ${l.code}`);
    const on = formatDay(l.day);
    return (
      houses.has(l.encounter.providerNo) &&
      (!r || (r.begndate !== '' && on < (r.begndate as string)) || (r.enddate !== '' && on > (r.enddate as string)))
    );
  })(facts, points);
};
const overCapacity: Oracle = (facts, points) => {
  const devices = devicesOf(facts);
  return groupBy(
    facts.lines.filter((l) => pointsOn(points, l.code, l.day).length > 0 && devices.has(`${l.encounter.providerNo} ${l.code}`)),
    (l) => `${l.encounter.providerNo} ${l.code} ${l.day}`,
  )
    .filter((lines) => {
      const [first] = lines as [Line];
      const units = Number(devices.get(`${first.encounter.providerNo} ${first.code}`)?.equip_cnt);
      const each = pointsOn(points, first.code, first.day)[0]?.params.dailyCapacity as number;
      return lines.reduce((sum, l) => sum + l.quantity, 0) > units * each + 1e-9;
    })
    .map(linesKey);
};

const fullHouse: Oracle = (facts) => {
  const beds = new Map(facts.raw('fixmedins').map((r) => [r.fixmedins_code, Number(r.aprv_bed_cnt)]));
  const nights = new Map<string, Encounter[]>();
  for (const e of facts.encounters) {
    if (e.setting !== 'inpatient' || e.open || e.settlements.length === 0) continue;
    const [first, last] = [Math.floor(e.begins / 86_400), Math.floor(e.ends / 86_400)];
    for (let day = first; day < Math.max(last, first + 1); day += 1) {
      const key = `${e.providerNo} ${day}`;
      nights.set(key, [...(nights.get(key) ?? []), e]);
    }
  }
  return [...nights.values()]
    .filter((list) => list.length > (beds.get((list[0] as Encounter).providerNo) || 1e9) * 1.1)
    .map((list) => settled(list));
};

const minutesOf = (l: Line, points: Parameters<Oracle>[1]): number => (pointsOn(points, l.code, l.day)[0]?.params.minutes as number) ?? 0;
const overloaded: Oracle = (facts, points) =>
  groupBy(
    facts.lines.filter((l) => l.doctor !== '' && minutesOf(l, points) > 0),
    (l) => `${l.doctor} ${l.day}`,
  )
    .filter((lines) => lines.reduce((sum, l) => sum + l.quantity * minutesOf(l, points), 0) > 960 + 1e-9)
    .map(linesKey);
const twoPlaces: Oracle = (facts) => {
  const points = readPoints(starters['practitioner-overload'] as string);
  return groupBy(
    facts.lines.filter((l) => l.doctor !== '' && minutesOf(l, points) > 0),
    (l) => l.doctor,
  ).flatMap((lines) => {
    lines.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
    return lines
      .filter((l, n) => {
        const before = lines[n - 1];
        return before && before.encounter.providerNo !== l.encounter.providerNo && l.at - before.at < 1800;
      })
      .map((l) => linesKey([l]));
  });
};

const yearOf = (day: number): string => formatDay(day).slice(0, 4);
const nonSelected: Oracle = (facts, points) => {
  const of = (l: Line) => pointsOn(points, l.code, l.day)[0]?.params;
  return groupBy(
    facts.lines.filter((l) => of(l)),
    (l) => `${l.encounter.providerNo} ${of(l)?.group} ${monthOf(l)}`,
  )
    .filter((lines) => {
      const total = lines.reduce((sum, l) => sum + l.quantity, 0);
      const others = lines.reduce((sum, l) => sum + (of(l)?.selected ? 0 : l.quantity), 0);
      return total >= 10 - 1e-9 && others * 100 > total * 40 + 1e-9;
    })
    .map(linesKey);
};

const emptySwipes: Oracle = (facts) =>
  facts.encounters
    .filter((e) => e.setting !== 'inpatient')
    .flatMap((e) => e.settlements.filter((s) => s.total > 0 && !facts.sentFen.has(s.id)).map((s) => `S${s.id}`));

/** Each settlement is asked with those before it that were not in question themselves. */
const swipes: Oracle = (facts) =>
  groupBy(
    facts.encounters.filter((e) => e.pharmacy).flatMap((e) => e.settlements.filter((s) => s.total > 0).map((s) => ({ e, s }))),
    ({ e, s }) => `${e.providerNo} ${s.total}`,
  ).flatMap((list) => {
    list.sort((a, b) => a.s.at - b.s.at || (a.s.id < b.s.id ? -1 : 1));
    const let_: number[] = [];
    const told: string[] = [];
    for (const { s } of list) {
      if (let_.filter((at) => at > s.at - 600).length + 1 >= 5) told.push(`S${s.id}`);
      else let_.push(s.at);
    }
    return told;
  });

const boughtInYear =
  (wrong: (list: Encounter[]) => boolean): Oracle =>
  (facts) =>
    groupBy(
      facts.encounters.filter((e) => e.pharmacy && e.settlements.length > 0),
      (e) => `${e.person.no} ${yearOf(Math.floor(e.begins / 86_400))}`,
    )
      .filter(wrong)
      .map((list) => settled(list));
const sumOf = (list: Encounter[]): number =>
  list.reduce((sum, e) => sum + e.settlements.reduce((t, s) => t + Math.round(s.total * 100), 0), 0);

const doctorShop: Oracle = (facts, points) => {
  const prescribed = facts.lines.filter((l) => l.encounter.pharmacy && l.doctor !== '');
  const all = new Map(
    groupBy(prescribed, (l) => `${l.doctor} ${yearOf(l.day)}`).map((list) => [
      `${list[0]?.doctor} ${yearOf(list[0]?.day as number)}`,
      list.length,
    ]),
  );
  return groupBy(
    prescribed.filter((l) => pointsOn(points, l.code, l.day).length > 0),
    (l) => `${l.doctor} ${l.encounter.providerNo} ${yearOf(l.day)}`,
  )
    .filter((lines) => {
      const [first] = lines as [Line];
      const people = new Set(lines.map((l) => l.encounter.person.no)).size;
      return people >= 10 && lines.length * 100 >= (all.get(`${first.doctor} ${yearOf(first.day)}`) as number) * 80;
    })
    .map(linesKey);
};

const pharmacyList: Oracle = (facts, points) =>
  facts.lines
    .filter((l) => {
      const disease = l.encounter.raw.dise_codg ?? '';
      if (!l.encounter.pharmacy || l.kind !== '101' || disease === '') return false;
      const lists = points.filter((p) => p.from <= l.day && l.day <= p.to && p.codes.some((code) => disease.startsWith(code)));
      return lists.length > 0 && !lists.some((p) => p.counterCodes.includes(l.code));
    })
    .map((l) => linesKey([l]));

export const supervisionOracles: Record<string, Oracle> = {
  'drug-stock': stock('101'),
  'consumable-stock': stock('301'),
  'trace-missing': traceMissing,
  'trace-repeated': traceRepeated,
  'trace-not-purchased': traceNotPurchased,
  'item-not-in-stock': notInStock,
  'prescription-missing': onList((l) => l.encounter.pharmacy && l.prescription === ''),
  'prescription-reused': reused,
  'prescription-unregistered': unregistered,
  'benefit-gap': benefitGap,
  'chronic-approval': approvalLapsed,
  'chronic-quota': quotaUsed,
  'practice-scope': outOfScope,
  'enlarged-unit': onList((l, p) => l.quantity > (p.max as number) + 1e-9),
  'equipment-absent': deviceAbsent,
  'equipment-capacity': overCapacity,
  'beds-exceeded': fullHouse,
  'practitioner-overload': overloaded,
  'practitioner-two-places': twoPlaces,
  'selected-price': onList((l, p) => p.selected === true && p.maxPrice !== undefined && l.price > (p.maxPrice as number) + 1e-9),
  'non-selected-share': nonSelected,
  'empty-swipe': emptySwipes,
  'swipes-in-minutes': swipes,
  'frequent-card-year': boughtInYear((list) => list.length > 50),
  'large-mean-purchase': boughtInYear((list) => list.length >= 6 && sumOf(list) > list.length * 50_000),
  'doctor-shop': doctorShop,
  'chronic-drug-pharmacy': pharmacyList,
};
