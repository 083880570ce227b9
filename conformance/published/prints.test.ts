// One form, published in a dozen ways: the linter says the same of all of them, and lays a mutation bare in all of them.
import { checks, runChecks } from '@hengjian/catalog';
import { readDocument } from '@hengjian/documents';
import { describe, expect, it } from 'vitest';
import { type FormModel, madeUp } from '../../packages/documents/src/reading/testing/forms.ts';
import { docxOf, htmlOf, type Manner, textForms, xlsxOf } from '../../packages/documents/src/reading/testing/render.ts';

const columns: Record<keyof typeof madeUp, Manner['columns']> = {
  overall: ['level1', 'level2', 'name', 'value', 'weight'],
  project: ['level1', 'level2', 'name', 'operator', 'value', 'unit', 'weight'],
  transfer: ['level1', 'level2', 'name', 'value'],
  selfEvaluation: ['level1', 'level2', 'name', 'value', 'actual', 'weight', 'score'],
};
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Office files only with symbols: how a sign is written has nothing to do with the file it stands in. */
async function prints(model: FormModel, manner: Manner): Promise<[string, Uint8Array][]> {
  return [
    ...Object.entries(textForms).map(([name, print]): [string, Uint8Array] => [`${name}.txt`, utf8(print(model, manner))]),
    ['page.html', utf8(htmlOf(model, manner))],
    ...(manner.sign === 'symbol'
      ? ([
          ['form.docx', await docxOf(model, manner)],
          ['form.xlsx', await xlsxOf(model, manner)],
        ] as [string, Uint8Array][])
      : []),
  ];
}

async function said(bytes: Uint8Array, file: string): Promise<string[]> {
  const outcome = await readDocument(bytes, file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return runChecks(checks, outcome.value.document, outcome.value.source)
    .map((finding) => `${finding.severity} ${finding.code} ${finding.message}`)
    .sort();
}

/** The first row with this name, changed. */
const changed = (model: FormModel, at: number, change: Partial<FormModel['rows'][number]>): FormModel => ({
  ...model,
  rows: model.rows.map((row, index) => (index === at ? { ...row, ...change } : row)),
});
const mutations: [string, keyof typeof madeUp, FormModel, string][] = [
  ['a share over 100 %', 'project', changed(madeUp.project, 2, { value: 120 }), 'error SHARE_OVER_100'],
  ['weights of 80', 'project', changed(madeUp.project, 3, { weight: 10 }), 'error WEIGHT_SUM'],
  ['a fraction for a rate', 'project', changed(madeUp.project, 6, { value: 0.9, unit: null }), 'error RATIO_AS_FRACTION'],
  [
    'effects under outputs',
    'transfer',
    changed(changed(madeUp.transfer, 4, { level1: '产出指标' }), 5, { level1: '产出指标' }),
    'warning LEVEL_TREE',
  ],
  [
    'a row twice',
    'transfer',
    { ...madeUp.transfer, rows: [...madeUp.transfer.rows.slice(0, 2), ...madeUp.transfer.rows.slice(1)] },
    'warning DUPLICATE_ROW',
  ],
  ['full marks below the target', 'selfEvaluation', changed(madeUp.selfEvaluation, 1, { actual: '80%', score: 20 }), 'error SCORE_FIT'],
  ['more points than there are', 'selfEvaluation', changed(madeUp.selfEvaluation, 0, { score: 25 }), 'error SCORE_FIT'],
];

describe.each(Object.entries(madeUp))('%s', (kind, model) => {
  it.each(['symbol', 'words', 'after'] as const)('is told the same in every print, signs as %s', async (sign) => {
    const all = await prints(model, { columns: columns[kind as keyof typeof madeUp], words: {}, sign });
    const [[, first] = ['', new Uint8Array()]] = all;
    const wanted = await said(first, 'a.txt');
    expect(wanted.filter((finding) => finding.startsWith('error'))).toEqual([]);
    for (const [name, bytes] of all) expect([name, await said(bytes, name)]).toEqual([name, wanted]);
  });
});

describe.each(mutations)('%s', (_, kind, model, wanted) => {
  it('is found in every print', async () => {
    for (const [name, bytes] of await prints(model, { columns: columns[kind], words: {}, sign: 'symbol' }))
      expect([name, (await said(bytes, name)).filter((finding) => finding.startsWith(wanted)).length]).toEqual([name, 1]);
  });
});
