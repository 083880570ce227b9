// Chinese sentences have the signs of Chinese (GB/T 15834: ，；：（） and not , ; : ( )).
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCsv } from '@hengjian/catalog/knowledge/csv.ts';
import { starters } from '@hengjian/catalog/starters.gen.ts';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sentences = [
  'apps/*/src/**/*.{ts,tsx}',
  'packages/{catalog/src/{rules,measures,registers,alerts},domain/src,language/src/sentence,workflows/src,documents/src/{evaluation,case-file}}/**/*.ts',
  'packages/catalog/src/{rules,alerts,measures,checks}/*/*.md',
  'docs/handbook/*.md',
  'README.zh-CN.md',
];
// words to look for in texts of others, in whatever signs they are written
const looksForWords = /\.test\.|\.gen\.|\/plan\/(target|draft)\.ts$|\/plant\.ts$/;

test('Chinese sentences have Chinese signs', () => {
  const files = globSync(sentences, { cwd: root }).filter((file) => !looksForWords.test(file));
  expect(files.length).toBeGreaterThan(900);
  const found = files.flatMap((file) => {
    const ofCode = /\.tsx?$/.test(file);
    let fenced = false;
    return readFileSync(`${root}${file}`, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        if (/^\s*```/.test(line)) fenced = !fenced;
        if (/[.](test|includes|exec|split)\(/.test(line)) return [];
        const said = ofCode
          ? line.replace(/(^|\s)\/\/.*$|^\s*\/?\*.*$|\/\*.*?\*\/|\/(?![/*\s])(?:[^/\\\n]|\\.)+\/[dgimsuvy]*/g, '')
          : fenced
            ? ''
            : line.replace(/`[^`]*`/g, '');
        return /[\p{Script=Han}」][,;!?](?![[\]])|[\p{Script=Han}」]:(?=[\p{Script=Han}「]|\$\{)/u.test(said)
          ? [`${file}:${index + 1} ${line.trim().slice(0, 120)}`]
          : [];
      });
  });
  expect(found).toEqual([]);
});

test('what shipped knowledge says, and what it rests on, is said in Chinese signs', () => {
  expect(Object.keys(starters).length).toBeGreaterThan(60);
  // names of items and of rules keep the signs of their catalogue
  const said = Object.entries(starters).flatMap(([rule, csv]) => {
    const [head, ...rows] = readCsv(csv).records;
    const columns = ['constraint', 'logic', 'basis'].map((name) => head?.cells.indexOf(name) ?? -1);
    return rows.flatMap(({ cells }) => columns.map((column) => `${rule} ${cells[column]}`));
  });
  expect(said.length).toBeGreaterThan(1500);
  expect(said.filter((text) => /[,;:()]/.test(text))).toEqual([]);
});
