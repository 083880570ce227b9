// 编写规则: what the composer needs beside the editions: what rules may read, the rules in force, items to pick, a rule's own list.
import { frameworkClasses, ruleSchema } from '@hengjian/catalog';
import { chargedCodes, codesOfPoint, knowledgeStoreOf, namedItems, subjectsOfCodes } from '@hengjian/store';
import { importKnowledge, treeAsSet } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { taken } from '../refusal.ts';
import { rulePortsOf } from '../rule-ports.ts';
import * as shapes from '../schemas/composer.ts';
import type { Services } from '../services.ts';

const SHOWN = 40;
const LOCAL = '本地规则';
const ruleParams = z.object({ rule: z.string() });
/** The knowledge row of a rule's own list. */
const listId = (rule: string) => `${rule}-list`;

export function composerRoutes(app: App, { home, lake, now }: Services): void {
  const ports = rulePortsOf(home);
  app.get('/api/composer', { config: { may: 'rule.read' }, schema: { response: { 200: shapes.workbench } } }, async () => ({
    schema: ruleSchema as unknown as z.input<typeof shapes.schema>,
    inForce: (await ports.book.all())
      .filter(({ state }) => state === 'live')
      .map(({ edition, tree, parameters }) => ({ edition, tree: treeAsSet(tree, parameters) })),
    categories: [LOCAL, ...Object.values(frameworkClasses).map(({ title }) => title)],
  }));

  app.get(
    '/api/composer/items',
    {
      config: { may: 'rule.read' },
      schema: { querystring: z.object({ text: z.string().max(100).default('') }), response: { 200: shapes.items } },
    },
    async ({ query: { text } }) => {
      const named = await namedItems(home.db, text.trim(), SHOWN);
      const known = new Set(named.map(({ code }) => code));
      const charged = (await lake.read((connection) => chargedCodes(connection, text.trim(), SHOWN))).filter((code) => !known.has(code));
      return [...named, ...charged.map((code) => ({ code, name: code }))].slice(0, SHOWN);
    },
  );

  app.get(
    '/api/composer/lists/:rule',
    { config: { may: 'rule.read' }, schema: { params: ruleParams, response: { 200: shapes.lists } } },
    async ({ params }) => {
      const codes = await codesOfPoint(home.db, listId(params.rule));
      const subjects = await subjectsOfCodes(
        home.db,
        codes.map(({ code }) => code),
      );
      const of = (role: string) => codes.filter((one) => one.role === role).map(({ code }) => ({ code, name: subjects.get(code) ?? code }));
      const point = await home.db
        .selectFrom('knowledgePoint')
        .select('subject')
        .where('pointId', '=', listId(params.rule))
        .orderBy('version', 'desc')
        .executeTakeFirst();
      return { name: point?.subject ?? null, items: of('code'), otherItems: of('counter') };
    },
  );

  // A list is knowledge: it is imported like any other row, each change a version of it.
  app.post(
    '/api/composer/lists',
    { config: { may: 'rule.draft' }, schema: { body: shapes.listRow, response: { 200: shapes.listKept } } },
    async (request) => {
      const { body } = request;
      const account = taken(
        await importKnowledge(knowledgeStoreOf(home.db), {
          files: [{ file: '控制台', rows: [{ row: 1, fields: { ...body, batch: LOCAL } }], issues: [], damaged: false }],
          by: operatorOf(request),
          now: now(),
        }),
      );
      return { codes: body.codes.length, changed: account.added + account.changed > 0 };
    },
  );
}
