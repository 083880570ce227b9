// Which room may import which. Fails on a forbidden import, and when it looked at too little to mean anything.
import { globSync, readdirSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

const doors: Record<string, string[]> = {
  domain: [],
  language: [],
  catalog: ['domain', 'language'],
  workflows: ['domain', 'language', 'catalog'],
  store: ['domain', 'language', 'catalog', 'workflows'],
  documents: ['domain', 'catalog', 'workflows'],
  city: ['domain', 'catalog'],
  server: ['domain', 'catalog', 'workflows', 'store', 'documents'],
  cli: ['domain', 'catalog', 'workflows', 'store', 'documents', 'city', 'server'],
  console: ['domain', 'language', 'server'],
};
const rooms = ['packages', 'apps'].flatMap((folder) => readdirSync(folder).map((room) => ({ room, path: `${folder}/${room}/` })));
const forbidden = rooms.map(({ room, path }) => {
  const open = doors[room];
  if (!open) throw new Error(`${path}: name its doors in scripts/doors.ts`);
  return {
    name: `doors-of-${room}`,
    comment: `${room} may import only ${open.join(', ') || 'nothing of ours'}`,
    severity: 'error' as const,
    from: { path: `^${path}` },
    to: { path: '^(packages|apps)/', pathNot: [`^${path}`, ...open.map((name) => `^(packages|apps)/${name}/`)] },
  };
});

const { output } = await cruise(
  ['packages', 'apps'],
  {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    preserveSymlinks: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    validate: true,
    ruleSet: {
      forbidden: [
        ...forbidden,
        {
          name: 'console-takes-types-only',
          comment: 'the console imports types of server, nothing that runs',
          severity: 'error',
          from: { path: '^apps/console/' },
          to: { path: '^apps/server/', dependencyTypesNot: ['type-only'] },
        },
        { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
        { name: 'circle', severity: 'error', from: {}, to: { circular: true } },
      ],
    },
  },
  { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.json'] },
);
const { modules, summary } = output as ICruiseResult;
const ours = modules.filter((module) => /^(packages|apps)\/.*\.tsx?$/.test(module.source));
const between = ours.flatMap((m) =>
  m.dependencies.filter((d) => d.module.startsWith('@hengjian/') && /^(packages|apps)\//.test(d.resolved)),
);
for (const v of summary.violations)
  console.error(
    `${v.rule.name}: ${v.from} → ${v.to}${v.rule.name.startsWith('doors') ? `: ${doors[v.rule.name.slice(9)]?.join(', ') || 'nothing of ours'} only` : ''}`,
  );
console.log(`doors: ${ours.length} modules, ${between.length} imports between rooms, ${summary.violations.length} violations`);
const seen = new Set(ours.map((m) => m.source));
const unseen = globSync('{packages,apps}/**/*.{ts,tsx}', {
  exclude: (name) => name.endsWith('.d.ts') || /(^|\/)(node_modules|dist)$/.test(name),
}).filter((file) => !seen.has(file));
if (unseen.length)
  throw new Error(`doors: not read: ${unseen.slice(0, 5).join(', ')}${unseen.length > 5 ? ' …' : ''}; is @swc/core installed?`);
if (between.length === 0) throw new Error('doors: no import between rooms was followed; is @swc/core installed?');
process.exitCode = summary.violations.length ? 1 : 0;
