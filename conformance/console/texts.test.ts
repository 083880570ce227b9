// What people read stands in one table, in both languages.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BureauParameterName, bureauParameters, parameterGroup } from '@hengjian/domain';
import { expect, test } from 'vitest';
import { parameters } from '../../apps/console/src/texts/parameters.ts';

const source = fileURLToPath(new URL('../../apps/console/src/', import.meta.url));

test('no Chinese stands outside the table of texts', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) => !file.startsWith('texts/') && !file.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((file) =>
    readFileSync(`${source}${file}`, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const code = line.replace(/\/\/.*$|^\s*\/?\*.*$/g, '');
        return /\p{Script=Han}/u.test(code) ? [`${file}:${index + 1} ${line.trim()}`] : [];
      }),
  );
  expect(found).toEqual([]);
});

test('no signs of Chinese stand outside the table of texts: an English page would show them', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) => !file.startsWith('texts/') && !file.endsWith('.test.ts'));
  const found = files.flatMap((file) =>
    readFileSync(`${source}${file}`, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        // patterns read what people type in either language
        const code = line.replace(/\/\/.*$|^\s*\/?\*.*$/g, '').replace(/\/(\^|\[|\().*?\/[dgimsuvy]*/g, '');
        return /[，。：；（）？！～]/.test(code) ? [`${file}:${index + 1} ${line.trim()}`] : [];
      }),
  );
  expect(found).toEqual([]);
});

test('days and months are chosen in fields of the product: those of the browser speak the language of the browser', () => {
  const files = globSync('**/*.tsx', { cwd: source });
  const native = files.filter((file) =>
    /\btype=["{][^>]*["'](date|month|week|time|datetime-local)["']/.test(readFileSync(`${source}${file}`, 'utf8')),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(native).toEqual([]);
});

test('every text has both languages', () => {
  const files = globSync('texts/*.ts', { cwd: source }).filter((file) => !/\/(index|text)\.ts$/.test(file));
  const empty = files.flatMap((file) =>
    [...readFileSync(`${source}${file}`, 'utf8').matchAll(/^ {2}\S+: \[(''|'[^']*', '')\]/gm)].map(([line]) => line),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(empty).toEqual([]);
});

test('every group of parameters has a name', () => {
  const groups = [...new Set((Object.keys(bureauParameters) as BureauParameterName[]).map(parameterGroup))];
  expect(groups.filter((group) => !(`group.${group}` in parameters))).toEqual([]);
});
