// Every case of every operator, aggregate and fold: evaluator and SQL must give what the case says.

import { openWorld } from '@hengjian/store/rule/case-world.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

let duck: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  duck = await openWorld();
});
afterAll(() => duck.close());

describe.each(operatorList)('operator $name', (operator) => {
  test('has cases', () => expect(operatorCases(operator.name).length).toBeGreaterThan(2));
  test.each(operatorCases(operator.name))('$args → $gives', async (one) => {
    expect(operator.strict && one.args.includes(null) ? null : operator.evaluate(...one.args)).toEqual(one.gives);
    expect(await operatorBySql(duck, operator, one)).toEqual(one.gives);
  });
});

describe.each(aggregateList)('aggregate $name', (aggregate) => {
  test('has cases', () => expect(aggregateCases(aggregate.name).length).toBeGreaterThan(2));
  test.each(aggregateCases(aggregate.name))('$rows → $gives', async (one) => {
    expect(aggregate.evaluate(one.rows.map(([scope, ...args]) => ({ scope, args })))).toEqual(one.gives);
    expect(await aggregateBySql(duck, aggregate, one)).toEqual(one.gives);
    if (aggregate.bound) expect(await boundHolds(duck, aggregate, one), 'its bound').toBe(true);
  });
});

describe.each(foldList)('fold $name', (fold) => {
  test('has cases', () => expect(foldCases(fold.name).length).toBeGreaterThan(0));
  test.each(foldCases(fold.name))('$rows → $gives', async (one) => {
    const walk = fold.walk();
    const walked = one.rows.map(([at, scope, ...args], i) => {
      const value = walk.value({ at, scope, args });
      walk.accept({ at, scope, args }, one.answers?.[i] ?? false);
      return value;
    });
    expect(walked).toEqual(one.gives);
    expect(fold.exact || one.sql !== undefined, 'a fold that is no exact one says what SQL may answer').toBe(true);
    expect(await foldBySql(duck, fold, one)).toEqual(one.sql ?? one.gives);
  });
});
