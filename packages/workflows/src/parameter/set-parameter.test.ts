import { describe, expect, test } from 'vitest';
import { type BureauParameterRow, type NewParameter, setParameter } from './set-parameter.ts';

const good: NewParameter = { name: 'finding.panelSize', region: '*', fromDay: null, toDay: null, value: 5 };
const act = { by: '甲', why: '案情复杂', at: 1_800_000_000 };
const kept: BureauParameterRow[] = [];
const book = { set: async (row: BureauParameterRow) => void kept.push(row) };

describe('a parameter is set', () => {
  test('a row more is kept, with who and why', async () => {
    kept.length = 0;
    expect((await setParameter(book, good, act)).ok).toBe(true);
    expect(kept).toEqual([{ ...good, ...act }]);
  });

  test.each<[string, Partial<NewParameter>, Partial<typeof act>, string[]]>([
    ['no such name', { name: 'finding.panel' }, {}, ['parameter.unknown']],
    ['a name of every object', { name: 'toString' }, {}, ['parameter.unknown']],
    ['an even panel', { value: 4 }, {}, ['parameter.even']],
    ['nobody on the panel', { value: 0 }, {}, ['parameter.tooSmall']],
    ['half an expert', { value: 3.5 }, {}, ['parameter.notWhole']],
    ['not a number', { value: Number.NaN }, {}, ['parameter.tooSmall']],
    ['no division', { region: '61' }, {}, ['rule.badRegion']],
    ['days that end before they begin', { fromDay: 20_000, toDay: 19_999 }, {}, ['parameter.reversed']],
    ['nobody, for no reason', {}, { by: ' ', why: '' }, ['rule.noName', 'rule.noReason']],
  ])('%s: refused, and nothing is kept', async (_, given, who, codes) => {
    kept.length = 0;
    const outcome = await setParameter(book, { ...good, ...given }, { ...act, ...who });
    expect(outcome.issues.map((issue) => issue.code)).toEqual(codes);
    expect(kept).toEqual([]);
  });

  test('parts of a whole where the parameter allows them', async () => {
    expect((await setParameter(book, { ...good, name: 'arrival.score', value: 4.5 }, act)).ok).toBe(true);
  });
});
