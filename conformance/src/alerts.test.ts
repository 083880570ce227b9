// Every alert's cases: found by SQL, and every cell the same for the closures; and every tree is sound.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { alerts, ruleSchema, rules } from '@hengjian/catalog';
import { alertPages } from '@hengjian/catalog/alert-pages.gen.ts';
import { alertPagesEn } from '@hengjian/catalog/alert-pages-en.gen.ts';
import { alertPlants } from '@hengjian/catalog/alert-plants.gen.ts';
import { watchedByRules } from '@hengjian/catalog/watched-by-rules.ts';
import { parseDay, parseInstant } from '@hengjian/domain';
import { type AlertTree, checkAlert, readCells, sharedByPeers, standardParameters, windowOf } from '@hengjian/language';
import { type AlertCaseEngine, openAlertCases } from '@hengjian/store';
import { type AlertCase, alertWorld, findSignals, windowsOf } from '@hengjian/workflows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = path.resolve(import.meta.dirname, '../../packages/catalog/src/alerts');
const all = Object.entries(alerts as Record<string, AlertTree>);
const casesOf = (id: string) => parse(readFileSync(path.join(folder, id, 'cases.yaml'), 'utf8')) as AlertCase[];
const headings = ['查什么', '依据', '怎么判', '需要的数据', '不适用的情形', '已知局限'];
const headingsEn = ['What it looks for', 'Basis', 'How it judges', 'Data it needs', 'Where it does not apply', 'Known limits'];
/** Numbers of the section that says how an alert judges; :00 is how English writes an hour. */
const numbersOf = (page: string, heading: string) =>
  new Set((page.split(`## ${heading}`)[1]?.split('## ')[0] ?? '').replaceAll(':00', '').match(/\d+(\.\d+)?/g));

let engine: AlertCaseEngine;
beforeAll(async () => {
  engine = await openAlertCases();
});
afterAll(() => engine.close());

describe.each(all)('%s', (id, alert) => {
  test('is sound, and has cases, a page and plants', () => {
    expect(alert.id).toBe(id);
    expect(checkAlert(alert, ruleSchema)).toEqual([]);
    expect(existsSync(path.join(folder, id, 'cases.yaml'))).toBe(true);
    expect([...(alertPages[id] as string).matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(headings);
    const { signals, lookAlikes } = (alertPlants as Record<string, { signals: readonly unknown[]; lookAlikes: readonly unknown[] }>)[
      id
    ] ?? { signals: [], lookAlikes: [] };
    expect(signals.length).toBeGreaterThan(0);
    expect(lookAlikes.length).toBeGreaterThan(0);
    expect(new Set(casesOf(id).map(({ kind }) => kind))).toEqual(new Set(['clean', 'violating', 'edge']));
  });

  test('its page says the same in English', () => {
    const [page, english] = [alertPages[id] as string, alertPagesEn[id] as string];
    expect([page, english].map((text) => text.split('\n')[0])).toEqual([`# ${alert.title.zh}`, `# ${alert.title.en}`]);
    expect([...english.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(headingsEn);
    expect(english).not.toMatch(/\p{Script=Han}|[，。；：（）]/u);
    expect(numbersOf(english, 'How it judges')).toEqual(numbersOf(page, '怎么判'));
  });

  test.each(casesOf(id).map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const world = alertWorld(one);
    const lake = await engine.lake(world);
    const parameters = { ...standardParameters(alert), ...one.parameters };
    const days = { from: parseDay(one.period[0]) as number, to: parseDay(one.period[1]) as number };
    const found = await findSignals(lake, alert, parameters, days);
    if (alert.kind === 'cells') {
      // cell by cell the same, whatever is made of them
      const windows = { from: windowsOf(alert.window.unit, days).from - 400, to: windowsOf(alert.window.unit, days).to };
      const records = world.tables[alert.reads] ?? [];
      const sql = await lake.cells(
        { ...alert, against: alert.against.kind === 'limit' ? { ...alert.against } : alert.against },
        parameters,
        windows,
      );
      const closures = readCells(alert, records, parameters).filter(({ window }) => window >= windows.from && window <= windows.to);
      const named = new Map(closures.map((cell) => [JSON.stringify([cell.key, cell.window]), cell]));
      for (const cell of sql.cells) expect(cell).toEqual(named.get(JSON.stringify([cell.key, cell.window])));
      expect(sql.all).toBe(closures.length);
      // who asks for one gets all that it is held against, and nothing of another item
      if (alert.against.kind === 'peers')
        for (const { key, window, peers } of sql.cells) {
          const { cells } = await lake.cells(alert, parameters, { from: window, to: window }, [{ key, first: window }]);
          expect(cells).toEqual(expect.arrayContaining(sql.cells.filter((other) => other.window === window && other.peers === peers)));
          for (const part of sharedByPeers(alert)) expect(new Set(cells.map((other) => other.key[part]))).toEqual(new Set([key[part]]));
        }
    }
    const told = found.signals.map((signal) => {
      const start = signal.hour === null ? signal.fromDay * 86_400 : signal.fromDay * 86_400 + signal.hour * 3600;
      return { ...signal, key: [signal.subjectNo, ...signal.part].map((part) => (/^\d+$/.test(part) ? Number(part) : part)), start };
    });
    expect(told.map(({ signalId }) => signalId).sort()).toHaveLength(one.expect.signals.length);
    for (const want of one.expect.signals) {
      const unit = alert.kind === 'cells' ? alert.window.unit : 'day';
      const at =
        want.at === undefined
          ? undefined
          : unit === 'hour'
            ? parseInstant(want.at)
            : windowOf(unit, parseDay(want.at.slice(0, 10)) as number);
      const hit = told.find(
        (signal) =>
          (want.key === undefined || JSON.stringify(signal.key) === JSON.stringify(want.key)) &&
          (at === undefined || (unit === 'hour' ? signal.start === at : windowOf(unit, signal.fromDay) === at)),
      );
      expect(hit, JSON.stringify({ want, told: told.map(({ key, start, value }) => ({ key, start, value })) })).toBeDefined();
      for (const name of ['value', 'expected', 'score'] as const)
        if (want[name] !== undefined) expect({ [name]: hit?.[name] }).toEqual({ [name]: want[name] });
      if (want.facts) expect(hit?.facts).toMatchObject(want.facts);
      if (want.members) expect(hit?.graph?.nodes.map(({ no }) => no).sort()).toEqual(want.members.map(String).sort());
      if (want.ties !== undefined) expect(hit?.graph?.ties).toHaveLength(want.ties);
    }
    if (one.expect.asked !== undefined) expect(found.asked).toBe(one.expect.asked);
    if (one.expect.unasked) expect(found.unasked).toMatchObject(one.expect.unasked);
  });
});

test('what a monitor leaves to rules is on their shelf', () => {
  for (const [monitor, ids] of Object.entries(watchedByRules)) {
    expect(
      ids.filter((id) => !(id in rules)),
      monitor,
    ).toEqual([]);
    expect(new Set(ids).size, monitor).toBe(ids.length);
  }
});

test('an institution that was merged is not held against what it was alone: counted, not signalled', async () => {
  const compared = all.flatMap(([, alert]) =>
    alert.kind === 'cells' && alert.subject === 'provider' && ['own', 'growth'].includes(alert.against.kind) ? [alert] : [],
  );
  expect(compared.map(({ id }) => id)).toEqual(expect.arrayContaining(['department-growth', 'admissions-surge', 'sales-surge']));
  for (const alert of compared) {
    const one = casesOf(alert.id).find(({ kind }) => kind === 'violating') as AlertCase;
    const lake = await engine.lake(alertWorld(one));
    const parameters = { ...standardParameters(alert), ...one.parameters };
    const days = { from: parseDay(one.period[0]) as number, to: parseDay(one.period[1]) as number };
    const alone = await findSignals(lake, alert, parameters, days);
    expect(alone.signals.length, alert.id).toBeGreaterThan(0);
    const on = Math.min(...alone.signals.map(({ fromDay }) => fromDay));
    const merged = await findSignals(
      lake,
      alert,
      parameters,
      days,
      alone.signals.map(({ subjectNo: providerNo }) => ({ providerNo, on })),
    );
    expect(merged, alert.id).toMatchObject({ signals: [], unasked: { merged: alone.signals.length } });
    // another one's merger, or one before all that is compared, changes nothing
    const others = [{ providerNo: 'another', on }, ...alone.signals.map(({ subjectNo: providerNo }) => ({ providerNo, on: on - 4000 }))];
    expect((await findSignals(lake, alert, parameters, days, others)).signals).toEqual(alone.signals);
  }
});
