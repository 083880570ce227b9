// The server of the bench of rule engines: one HTTP server, one way of reading a message, the engine by the path. `HOME` is its argument.
import { createHash, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import { readEnvelope, writeAnswer } from '@hengjian/catalog/interfaces/envelope.ts';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { national } from '@hengjian/catalog/regions/national.ts';
import { noPoint } from '@hengjian/language';
import { auditMessage } from '@hengjian/server/interface/audit-bytes.ts';
import { readBody } from '@hengjian/server/interface/body.ts';
import { xTifSignature } from '@hengjian/server/interface/signature.ts';
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import { historyPath, openHome, readHistoryFile } from '@hengjian/store';
import { audit, historyFrom, historyTables, openAuditBook, type RequestRecords, requestRecords, withHistory } from '@hengjian/workflows';
import { SECRET } from './audit-home.ts';
import { type Engine, jsonLogic, jsonRules } from './other-engines.ts';

const folder = process.argv[2] ?? '';
const home = await openHome(folder);
const ports = await reviewPortsOf(home);
// what such an engine can be asked: one record by itself, beside a row of knowledge
const rules = {
  live: async () =>
    (await ports.rules.live()).filter(
      ({ rule: { shape, knowledge, exemptions } }) =>
        shape.kind === 'row' && knowledge?.mode !== 'list' && knowledge?.mode !== 'alternatives' && exemptions.length === 0,
    ),
};
const book = await openAuditBook({ rules, knowledge: ports.knowledge });
const history = readHistoryFile(historyPath(folder));

type Asked = (person: RequestRecords) => ReadonlySet<string> | Promise<ReadonlySet<string>>;
const idOf = ({ compiled }: (typeof book.rules)[number]): string => compiled.rule.id;

const byClosures: Asked = (person) => new Set(audit(book, person).hits.map(({ rule }) => idOf(rule)));

/** Each record of the encounter in hand with each row of knowledge that is in force for it. */
const byEngine = (engine: Engine): Asked =>
  async function ask({ tables, encounterNo }) {
    const hits = new Set<string>();
    for (const [table, finder] of book.concerned)
      for (const record of tables[table] ?? []) {
        if (record.encounterNo !== encounterNo || record.current === false) continue;
        const due: (boolean | Promise<boolean>)[] = [];
        finder.each(record, (rule, found) => {
          const day = rule.compiled.on({ record, point: noPoint });
          if (typeof day !== 'number') return;
          for (const point of rule.compiled.rule.knowledge ? found : rule.points.parameters) {
            if (point.from > day || day > point.to) continue;
            const said = engine.violates(rule, record, point);
            if (said === true) hits.add(idOf(rule));
            else if (said !== false) due.push(said.then((yes) => yes && hits.add(idOf(rule)) !== undefined));
          }
        });
        if (due.length > 0) await Promise.all(due);
      }
    return hits;
  };

const ways = new Map<string, Asked>([
  ['no rules: the message read, the history, the answer', () => new Set()],
  ['closures', byClosures],
]);
for (const engine of [await jsonLogic(book.rules), await jsonRules(book.rules)]) if (engine) ways.set(engine.name, byEngine(engine));

const head = { area: '000000', serial: 1, receivedAt: 0, respondedAt: 0, receivedMs: 0, respondedMs: 0 };
async function answer(ask: Asked, headers: http.IncomingHttpHeaders, bytes: Buffer): Promise<string> {
  const one = (name: string) => String(headers[name] ?? '');
  const expected = xTifSignature(one('x-tif-timestamp'), SECRET, one('x-tif-nonce'));
  const [x, y] = [expected, one('x-tif-signature')].map((text) => createHash('sha256').update(text).digest());
  if (!x || !y || !timingSafeEqual(x, y)) return JSON.stringify(writeAnswer(head, { error: 'signature' }));
  const { nodes } = readInput(auditMessage('3101'), readEnvelope(readBody(bytes).json)?.input);
  const data = nodes.data?.[0];
  const hits: string[] = [];
  for (const person of data ? requestRecords(data, national) : []) {
    const past = historyTables(person.personNo, history.read(person.personNo, historyFrom(person, 731)));
    hits.push(...(await ask(withHistory(person, past))));
  }
  return JSON.stringify(writeAnswer(head, { output: { result: hits.sort().map((rule_id) => ({ rule_id })) } }));
}

const server = http.createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', async () => {
    const ask = ways.get(decodeURIComponent((request.url ?? '').slice(1)));
    const text = ask ? await answer(ask, request.headers, Buffer.concat(pieces)) : '{}';
    const body = Buffer.from(text);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ ready: typeof address === 'object' ? address?.port : 0, ways: [...ways.keys()], rules: book.rules.length });
});
process.on('message', (asked) => {
  if (asked === 'use') process.send?.({ cpu: process.cpuUsage() });
  if (asked === 'end') {
    server.closeAllConnections();
    server.close();
    history.close();
    home.close().then(() => process.exit(0));
  }
});
