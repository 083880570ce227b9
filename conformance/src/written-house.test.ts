// What the documents claim about the house is looked up in the house: libraries, links, cards of packages, commands and their options,
// and what pure means.
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { commands } from '../../apps/cli/src/commands.gen.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = globSync(
  ['*.md', 'docs/**/*.md', '{packages,apps}/*/README.md', 'packages/*/src/**/*.md', '{conformance,benches,scripts}/README.md'],
  {
    cwd: root,
  },
).sort();

test('every library stands in decision 0006 with its version', () => {
  const page = read('docs/decisions/0006-dependencies.md');
  const rows = page.split('\n').filter((line) => line.startsWith('| '));
  const lost: string[] = [];
  let seen = 0;
  for (const file of globSync(['package.json', '{packages,apps}/*/package.json', '{conformance,benches}/package.json'], { cwd: root })) {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(file)) as Record<string, Record<string, string>>;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
      if (name.startsWith('@hengjian/')) continue;
      seen += 1;
      if (name.startsWith('@types/')) continue;
      const short = name.replace(/^(@fastify|@tanstack)\//, '').replace(/-arm64$/, '');
      if (!rows.some((row) => row.includes(short) && row.includes(version))) lost.push(`${name} ${version} (${file})`);
    }
  }
  expect(seen).toBeGreaterThan(20);
  expect(lost).toEqual([]);
});

test('every link leads somewhere', () => {
  const broken: string[] = [];
  let seen = 0;
  for (const page of pages)
    for (const [, to] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(to as string)) continue;
      seen += 1;
      const file = path.join(root, path.dirname(page), decodeURI((to as string).replace(/#.*$/, '')));
      if (!existsSync(file)) broken.push(`${page}: ${to}`);
    }
  expect(seen).toBeGreaterThan(50);
  expect(broken).toEqual([]);
});

test('every path in the documents is there', () => {
  const lost: string[] = [];
  let seen = 0;
  for (const page of pages)
    for (const [, name] of read(page).matchAll(/`((?:packages|apps|docs|scripts|conformance|benches)\/[\w./-]+)`/g)) {
      seen += 1;
      if (!existsSync(path.join(root, name as string))) lost.push(`${page}: ${name}`);
    }
  expect(seen).toBeGreaterThan(25);
  expect(lost).toEqual([]);
});

test('every room has a card of about ten lines', () => {
  const rooms = [
    ...globSync('{packages,apps}/*/package.json', { cwd: root }).map((file) => path.dirname(file)),
    'conformance',
    'benches',
    'scripts',
  ];
  const long = rooms.filter((room) => !existsSync(path.join(root, room, 'README.md')) || read(`${room}/README.md`).split('\n').length > 20);
  expect(rooms.length).toBeGreaterThan(10);
  expect(long).toEqual([]);
});

const program = new Command('hengjian').option('--home <dir>').option('--lang <zh|en>');
const context = () => {
  throw new Error('no command is run here');
};
for (const load of Object.values(commands)) (await load()).default(program, context);

/** What is wrong with a printed command line; undefined when it names a verb and only options of that verb. */
function wrong(line: string): string | undefined {
  const words = line.split(/\s+/).filter(Boolean);
  let at = program;
  while (words[0] && at.commands.length > 0) {
    const next = at.commands.find((one) => one.name() === words[0]);
    if (!next) return `no command ${at.name()} ${words[0]}`;
    at = next;
    words.shift();
  }
  if (at === program) return words[0]?.startsWith('-') ? undefined : 'names no command';
  if (at.commands.length > 0) return undefined; // a noun alone: the sentence speaks of all its verbs
  const known = [...at.options, ...program.options].flatMap((option) => [option.long, option.short]);
  const odd = words.filter((word) => /^--?[a-z]/.test(word)).find((word) => !known.includes(word) && word !== '--help');
  return odd ? `${at.name()} has no ${odd}` : undefined;
}

test('every command line in the documents is one that the program takes', () => {
  const lines = pages.flatMap((page) =>
    [...read(page).matchAll(/npx hengjian ([a-z][^`\n|#…<]*)/g)].map((match) => ({ page, line: (match[1] as string).trim() })),
  );
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.map(({ page, line }) => ({ page, line, wrong: wrong(line) })).filter((one) => one.wrong)).toEqual([]);
});

test('the README and its Chinese twin speak of the same things', () => {
  const things = (file: string) => {
    const text = read(file);
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] as string).filter((to) => !/^README/.test(to));
    const verbs = [...text.matchAll(/^\| (`[^|]*`) \|/gm)].map((match) => (match[1] as string).replaceAll('、', ', '));
    return [...links, ...verbs, ...[...text.matchAll(/^npm \w+/gm)].map(String)];
  };
  expect(things('README.md').length).toBeGreaterThan(25);
  expect(things('README.zh-CN.md')).toEqual(things('README.md'));
});

/** Modules that a source file names, types included. */
const imported = (file: string): string[] =>
  [...read(file).matchAll(/(?:^|\n)(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g)].map(
    (match) => (match[1] ?? match[2] ?? match[3]) as string,
  );
const sourcesOf = (room: string) =>
  globSync(`${room}/src/**/*.{ts,tsx}`, { cwd: root, exclude: (name) => /(^|\/)testing$/.test(name) }).filter(
    (file) => !file.endsWith('.test.ts'),
  );

/** Libraries that are tables and arithmetic themselves: the official holidays. */
const pureLibraries = ['chinese-days'];

test('pure rooms touch no file, clock, network or process', () => {
  const touched: string[] = [];
  let seen = 0;
  for (const room of ['packages/domain', 'packages/language', 'packages/catalog'])
    for (const file of sourcesOf(room)) {
      seen += 1;
      for (const name of imported(file))
        if (!/^(\.|@hengjian\/)/.test(name) && !pureLibraries.includes(name)) touched.push(`${file}: ${name}`);
      const found = /\b(?:Date\.now\(|new Date\(\)|performance\.now\(|process\.|fetch\(|Math\.random\()/.exec(read(file));
      if (found) touched.push(`${file}: ${found[0]}`);
    }
  expect(seen).toBeGreaterThan(150);
  expect(touched).toEqual([]);
});

/** By room, what may be imported without being named, and why. */
const unnamed: Record<string, readonly string[]> = {
  // The server's schemas as types only (scripts/doors.ts); antd's dates are dayjs objects, and must be those of antd's own copy.
  'apps/console': ['@hengjian/server', 'dayjs'],
};

test('a room imports only the libraries that its package.json names', () => {
  const undeclared: string[] = [];
  const rooms = globSync('{packages,apps}/*/package.json', { cwd: root }).map((file) => path.dirname(file));
  let seen = 0;
  for (const room of rooms) {
    const { dependencies, devDependencies } = JSON.parse(read(`${room}/package.json`)) as Record<string, Record<string, string>>;
    const named = [...Object.keys({ ...dependencies, ...devDependencies }), ...(unnamed[room] ?? [])];
    for (const file of sourcesOf(room))
      for (const name of imported(file)) {
        if (/^(\.|node:)/.test(name)) continue;
        seen += 1;
        if (!named.some((one) => name === one || name.startsWith(`${one}/`))) undeclared.push(`${file}: ${name}`);
      }
  }
  expect(seen).toBeGreaterThan(200);
  expect(undeclared).toEqual([]);
});
