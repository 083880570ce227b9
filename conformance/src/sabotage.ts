// `npm run sabotage`: puts a wrong SQL in the place of each operator's, aggregate's and fold's, and demands a case that notices.
import { openWorld } from '@hengjian/store/rule/case-world.ts';
import {
  aggregateBySql,
  aggregateCases,
  aggregateList,
  boundHolds,
  foldBySql,
  foldCases,
  foldList,
  operatorBySql,
  operatorCases,
  operatorList,
} from './operator-cases.ts';

const duck = await openWorld();
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const unnoticed: string[] = [];
let noticed = 0;

/** A case that gives something else than expected has noticed; a wrong SQL that does not even run proves nothing and is a fault. */
async function demand(name: string, cases: { ask: () => Promise<unknown>; wants: unknown; says: string }[]): Promise<void> {
  for (const { ask, wants, says } of cases) {
    const got = await ask();
    if (same(got, wants)) continue;
    noticed += 1;
    console.log(`${name}: noticed by ${says} (${JSON.stringify(got)} instead of ${JSON.stringify(wants)})`);
    return;
  }
  unnoticed.push(name);
}

for (const o of operatorList)
  await demand(
    `operator ${o.name}`,
    operatorCases(o.name).map((c) => ({ ask: () => operatorBySql(duck, o, c, o.sabotage), wants: c.gives, says: JSON.stringify(c.args) })),
  );
for (const a of aggregateList)
  await demand(
    `aggregate ${a.name}`,
    aggregateCases(a.name).map((c) => ({
      ask: () => aggregateBySql(duck, a, c, a.sabotage),
      wants: c.gives,
      says: JSON.stringify(c.rows),
    })),
  );
const bounded = aggregateList.filter(({ bound }) => bound);
for (const a of bounded)
  await demand(
    `bound of ${a.name}`,
    aggregateCases(a.name).map((c) => ({
      ask: () => boundHolds(duck, a, c, (...args) => `${a.bound?.(...args)} - 1`),
      wants: true,
      says: JSON.stringify(c.rows),
    })),
  );
for (const f of foldList)
  await demand(
    `fold ${f.name}`,
    foldCases(f.name).map((c) => ({ ask: () => foldBySql(duck, f, c, f.sabotage), wants: c.sql ?? c.gives, says: JSON.stringify(c.rows) })),
  );
duck.close();

const total = operatorList.length + aggregateList.length + bounded.length + foldList.length;
console.log(`sabotage: ${noticed} of ${total} noticed`);
for (const name of unnoticed) console.error(`${name}: no case notices its wrong SQL`);
process.exitCode = unnoticed.length > 0 || noticed !== total ? 1 : 0;
