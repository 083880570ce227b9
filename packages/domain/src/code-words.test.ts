import { expect, test } from 'vitest';
import { departmentWords } from './code-words.ts';

test('every department has a name in both languages, a part that says nothing alone with its whole', () => {
  expect(departmentWords['A03.07']).toEqual({ zh: '内分泌专业', en: 'endocrinology' });
  // 其他 under 内科, 针灸 under 中医科, and the pharmacy, whose name has a bracket of its own
  expect(departmentWords['A03.11']).toEqual({ zh: '内科（其他）', en: 'internal medicine (other)' });
  expect(departmentWords['A50.13']).toEqual({ zh: '中医科（针灸科专业）', en: 'Chinese medicine (acupuncture)' });
  expect(departmentWords.D72).toEqual({ zh: '药剂科（药房）', en: 'pharmacy' });
  for (const [code, { zh, en }] of Object.entries(departmentWords)) {
    expect(code).toMatch(/^[AD]\d\d(\.\d\d){0,2}$/);
    expect(zh).toMatch(/^[\p{Script=Han}XCT、（）]+$/u);
    expect(en).toMatch(/^[A-Za-z][A-Za-z ,’()-]*$/);
  }
  // no two departments that somebody could take for each other
  for (const language of ['zh', 'en'] as const)
    expect(new Set(Object.values(departmentWords).map((words) => words[language])).size).toBe(Object.keys(departmentWords).length);
});
