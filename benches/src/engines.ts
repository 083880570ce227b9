// Row rules on a sample of charge items, by the closures of this product and by two public JavaScript rule engines. The engines are
// given what suits them: the item's knowledge rows are looked up for them, unknown values are left out of the sample, nothing is
// explained or priced, and each rule is written as each engine's manual says. `node benches/src/engines.ts`
import { ruleSchema, rules } from '@hengjian/catalog';
import { compileRule, type Row, type RuleTree } from '@hengjian/language';

const ITEMS = 20_000;

interface Sample {
  readonly t: Row;
  readonly p: { readonly [name: string]: number | string | readonly string[] };
}
type Logic = object;
interface Case {
  readonly id: 'drug-sex' | 'drug-provider-level' | 'drug-setting' | 'service-sex';
  readonly params: (i: number) => Sample['p'];
  /** json-logic: true is a violation. */
  readonly logic: Logic;
  /** json-rules-engine: conditions over facts named as the columns, parameters as `p_…`. */
  readonly conditions: object;
}

const of = (name: string) => ({ var: `t.${name}` });
const param = (name: string) => ({ var: `p.${name}` });
const settings = ['inpatient', 'outpatient', 'emergency', 'chronic'];
const cases: readonly Case[] = [
  {
    id: 'drug-sex',
    params: (i) => ({ sex: 1 + (i % 2) }),
    logic: { and: [{ in: [of('kind'), ['drug', 'herb']] }, { '!==': [of('sex'), param('sex')] }] },
    conditions: {
      all: [
        { fact: 'kind', operator: 'in', value: ['drug', 'herb'] },
        { fact: 'sex', operator: 'notEqual', value: { fact: 'p_sex' } },
      ],
    },
  },
  {
    id: 'service-sex',
    params: (i) => ({ sex: 1 + ((i >> 1) % 2) }),
    logic: { '!==': [of('sex'), param('sex')] },
    conditions: { all: [{ fact: 'sex', operator: 'notEqual', value: { fact: 'p_sex' } }] },
  },
  {
    id: 'drug-provider-level',
    params: (i) => ({ minLevel: 1 + (i % 3) }),
    logic: { and: [{ '!==': [of('providerKind'), 'pharmacy'] }, { '<': [of('level'), param('minLevel')] }] },
    conditions: {
      all: [
        { fact: 'providerKind', operator: 'notEqual', value: 'pharmacy' },
        { fact: 'level', operator: 'lessThan', value: { fact: 'p_minLevel' } },
      ],
    },
  },
  {
    id: 'drug-setting',
    params: (i) => ({ settings: settings.slice(i % 3, 1 + (i % 3)) }),
    logic: { '!': [{ in: [of('setting'), param('settings')] }] },
    conditions: { all: [{ fact: 'setting', operator: 'notIn', value: { fact: 'p_settings' } }] },
  },
];

/** Charge items without unknown values; every one meets one knowledge row of each rule. */
const samples = Array.from(
  { length: ITEMS },
  (_, i): Row => ({
    line: i,
    kind: ['drug', 'herb', 'service', 'consumable'][i % 4] as string,
    sex: 1 + ((i * 7) % 2),
    providerKind: i % 9 === 0 ? 'pharmacy' : 'medical',
    level: i % 4,
    setting: settings[(i * 3) % 4] as string,
    insurance: i % 5 === 0 ? 'maternity' : 'employee',
    day: 20_000 + (i % 365),
  }),
);
const asked = cases.map(({ id, params }) => ({ id, sample: samples.map((t, i): Sample => ({ t, p: params(i) })) }));

async function timed(work: () => number | Promise<number>): Promise<{ seconds: number; hits: number }> {
  await work(); // warm
  const cpu = process.cpuUsage();
  const hits = await work();
  const used = process.cpuUsage(cpu);
  return { seconds: (used.user + used.system) / 1e6, hits };
}

const point = { index: 0, pointId: '', lineage: '', subject: '', constraint: '', basis: '', from: 0, to: 99_999, codes: {} };
const byClosures = () => {
  let hits = 0;
  for (const { id, sample } of asked) {
    const compiled = compileRule((rules as unknown as { [id: string]: RuleTree })[id] as RuleTree, ruleSchema);
    for (const { t, p } of sample) {
      const context = { record: t, point: { ...point, params: p } };
      if (compiled.scope(context) === true && compiled.when(context) === true) hits += 1;
    }
  }
  return hits;
};

/** Engines are development dependencies of this workspace alone; where one is not installed the row says so. */
const engine = async (name: string): Promise<{ [key: string]: unknown } | undefined> => {
  try {
    return (await import(name)) as { [key: string]: unknown };
  } catch {
    return undefined;
  }
};

async function byJsonLogic(): Promise<(() => number) | undefined> {
  const found = await engine('json-logic-js');
  if (!found) return undefined;
  const { apply } = found.default as { apply: (logic: Logic, data: unknown) => unknown };
  return () => {
    let hits = 0;
    for (const [i, { sample }] of asked.entries()) for (const data of sample) if (apply((cases[i] as Case).logic, data) === true) hits += 1;
    return hits;
  };
}

/** One engine holds all rules; one run an item, as its manual says. */
async function byJsonRules(): Promise<(() => Promise<number>) | undefined> {
  const found = await engine('json-rules-engine');
  if (!found) return undefined;
  const { Engine } = found as { Engine: new () => { addRule(rule: object): void; run(facts: object): Promise<{ events: unknown[] }> } };
  return async () => {
    let hits = 0;
    for (const [i, { id, sample }] of asked.entries()) {
      const one = new Engine();
      one.addRule({ conditions: (cases[i] as Case).conditions, event: { type: id } });
      for (const { t, p } of sample) {
        const params = Object.fromEntries(Object.entries(p).map(([name, value]) => [`p_${name}`, value]));
        hits += (await one.run({ ...t, ...params })).events.length;
      }
    }
    return hits;
  };
}

const rows: string[] = [];
const own = await timed(byClosures);
const asks = ITEMS * cases.length;
const row = (name: string, m: { seconds: number; hits: number } | undefined) =>
  rows.push(
    m
      ? `| ${name} | ${m.hits} | ${((m.seconds * 1e6) / asks).toFixed(2)} | ${(asks / m.seconds / 1e6).toFixed(3)} | ${(m.seconds / own.seconds).toFixed(1)} |`
      : `| ${name} | not installed here | | | |`,
  );
row('closures', own);
const [jsonLogic, jsonRules] = [await byJsonLogic(), await byJsonRules()];
row('json-logic-js 2.0.5', jsonLogic && (await timed(jsonLogic)));
row('json-rules-engine 7.3.1', jsonRules && (await timed(jsonRules)));
process.stdout.write(
  `${[
    `${ITEMS} charge items, ${cases.length} row rules (${cases.map(({ id }) => id).join(', ')}), one knowledge row each`,
    '',
    '| engine | violations | µs a question (CPU) | million questions a second | × closures |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`,
);
