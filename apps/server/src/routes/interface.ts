// 接口: what hospitals send and hear, and a place where their engineers see what we understand.
import { readEnvelope } from '@hengjian/catalog/interfaces/envelope.ts';
import type { Message } from '@hengjian/catalog/interfaces/message.ts';
import { understand } from '@hengjian/catalog/interfaces/understand.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { intakeMessages, type Language, interfaceMessages as say } from '@hengjian/domain';
import { alarmStoreOf, callShelfOf, feedMessages, interfaceTraffic, turnedAwayStoreOf } from '@hengjian/store';
import type { Problem, SaidThen } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../api.ts';
import { interfaceDocument } from '../interface/document.ts';
import { replayOf } from '../interface/replay.ts';
import { languageOf, refuse } from '../refusal.ts';
import * as shapes from '../schemas/interface.ts';
import type { Services } from '../services.ts';

const messages = interfaces as Readonly<Record<string, Message>>;
const messageOf = (infno: string): Message | undefined => (Object.hasOwn(messages, infno) ? messages[infno] : undefined);

const HOUR = 3600;
/** Rows of one page; the next begins before the last number shown. */
const PAGE = 100;
/** Alarms of the page, those that stand first. */
const ALARMS = 50;
/** How far back a period reaches, and what one point of its plot stands for. */
const periods = {
  hour: [HOUR, 60],
  day: [24 * HOUR, HOUR / 2],
  week: [7 * 24 * HOUR, 6 * HOUR],
  month: [30 * 24 * HOUR, 24 * HOUR],
} as const;

export function interfaceConsoleRoutes(app: App, { home, names, now }: Services): void {
  app.get(
    '/api/interface/traffic',
    { config: { may: 'interface.read' }, schema: { querystring: shapes.trafficQuery, response: { 200: shapes.traffic } } },
    async (request) => {
      const { period, provider, rule } = request.query;
      const [length, step] = periods[period];
      const to = now() + 1;
      const from = Math.floor((to - length) / step) * step;
      const [said, rules, providers, turnedAway] = await Promise.all([
        interfaceTraffic(home.db, { from, to, step, providerNo: provider, ruleId: rule }),
        names.liveRules(),
        names.providers(),
        turnedAwayStoreOf(home.db).since(from, provider),
      ]);
      const language = languageOf(request);
      const titleOf = (ruleId: string) => rules.find((live) => live.rule.id === ruleId)?.rule.title[language] ?? ruleId;
      return {
        from,
        to,
        step,
        total: said.total,
        points: [...said.points],
        byMessage: said.byMessage.map((row) => ({ ...row, title: messageOf(row.infno)?.zh ?? '' })),
        byProvider: said.byProvider.map((row) => ({ ...row, name: providers.get(row.providerNo)?.name ?? null })),
        byRule: said.byRule.map((row) => ({ ...row, title: titleOf(row.ruleId) })),
        reasons: [...said.reasons],
        turnedAway: turnedAway.map((row) => ({ ...row, name: providers.get(row.providerNo)?.name ?? null })),
      };
    },
  );
  app.get('/api/interface/alarms', { config: { may: 'interface.read' }, schema: { response: { 200: shapes.alarms } } }, () =>
    alarmStoreOf(home.db).stand(ALARMS),
  );
  app.post(
    '/api/interface/check',
    { config: { may: 'interface.check' }, schema: { body: shapes.checkBody, response: { 200: shapes.check } } },
    (request) => checked(request.body.text, languageOf(request)),
  );
  interfaceCallRoutes(app, { home, names });
  app.get('/api/interface/openapi.json', { config: { may: 'interface.check' }, schema: { hide: true } }, () => interfaceDocument());
}

/** Calls one by one, asked again; messages of the feed and what became of them. */
function interfaceCallRoutes(app: App, { home, names }: Pick<Services, 'home' | 'names'>): void {
  const shelf = callShelfOf(home);
  const calledAs = async (request: FastifyRequest) => {
    const [rules, providers, language] = [await names.liveRules(), await names.providers(), languageOf(request)];
    const titleOf = (ruleId: string) => rules.find((live) => live.rule.id === ruleId)?.rule.title[language] ?? ruleId;
    return {
      called: <R extends { infno: string; providerNo: string }>(row: R) => ({
        ...row,
        title: messageOf(row.infno)?.zh ?? '',
        provider: providers.get(row.providerNo)?.name ?? null,
      }),
      // whose order it was stands in the hospital's records: here nobody needs it
      said: ({ ruleId, edition, lineNos, amountFen, sentence }: SaidThen) => ({
        ruleId,
        title: titleOf(ruleId),
        edition,
        lineNos: [...lineNos],
        amountFen,
        sentence,
      }),
    };
  };
  const serial = z.object({ serial: z.coerce.number() });
  app.get(
    '/api/interface/calls',
    { config: { may: 'interface.read' }, schema: { querystring: shapes.callQuery, response: { 200: shapes.callList } } },
    async (request) => {
      const { provider, ...query } = request.query;
      const { called } = await calledAs(request);
      return (await shelf.list({ ...query, providerNo: provider, limit: PAGE })).map(called);
    },
  );
  app.get(
    '/api/interface/calls/:serial',
    { config: { may: 'interface.read' }, schema: { params: serial, response: { 200: shapes.callPage } } },
    async (request) => {
      const found = await shelf.find(request.params.serial);
      if (!found) return refuse('interface.noCall', {}, 404);
      const { called, said } = await calledAs(request);
      return {
        call: called(found.row),
        reminders: found.reminders.map((one) => ({
          ...said(one),
          reminderId: one.reminderId,
          severity: one.severity,
          disposition: one.disposition,
          reason: one.reason,
        })),
        recheck: found.recheck?.findings.map(said) ?? null,
      };
    },
  );
  app.post(
    '/api/interface/calls/:serial/replay',
    { config: { may: 'interface.read' }, schema: { params: serial, body: shapes.replayBody, response: { 200: shapes.replay } } },
    async (request) => {
      const replayed = await replayOf(home, request.params.serial, request.body.as);
      if ('refused' in replayed) return refuse(`interface.${replayed.refused === 'unknown' ? 'noCall' : replayed.refused}`, {}, 422);
      const { said } = await calledAs(request);
      return {
        historyChanged: replayed.historyChanged,
        lines: replayed.lines.map(({ mark, before, after }) => ({ mark, before: before && said(before), after: after && said(after) })),
      };
    },
  );
  app.get(
    '/api/interface/messages',
    { config: { may: 'interface.read' }, schema: { querystring: shapes.feedQuery, response: { 200: shapes.feed } } },
    async (request) => {
      const { provider, ...query } = request.query;
      const { called } = await calledAs(request);
      const rows = await feedMessages(home.db, { ...query, providerNo: provider, limit: PAGE });
      const language = languageOf(request);
      const words = (problem: string) => intakeMessages[problem as Problem]?.[language]({}) ?? problem;
      return rows.map((row) => ({ ...called(row), problems: row.problems.map(words) }));
    },
  );
}

/** The head's fields as the table has them: name, 中文, most characters, required (reference §1.1). */
const head = [
  ['infno', '交易编号', 6, true],
  ['msgid', '发送方报文ID', 30, true],
  ['mdtrtarea_admvs', '就医地医保区划', 6, true],
  ['insuplc_admdvs', '参保地医保区划', 6, false],
  ['recer_sys_code', '接收方系统代码', 10, true],
  ['signtype', '签名类型', 10, false],
  ['cainfo', '数字签名信息', 1024, false],
  ['infver', '接口版本号', 6, true],
  ['opter_type', '经办人类别', 3, true],
  ['opter', '经办人', 30, true],
  ['opter_name', '经办人姓名', 50, true],
  ['inf_time', '交易时间', 19, true],
  ['fixmedins_code', '定点医药机构编号', 30, true],
  ['fixmedins_name', '定点医药机构名称', 200, true],
  ['sign_no', '交易签到流水号', 30, false],
] as const;

function checked(text: string, language: Language): shapes.CheckJson {
  const nothing = { infno: '', title: '', envelope: [], rows: [], moreRows: 0, absent: [], unknownKeys: [], remarks: [] };
  let body: unknown;
  try {
    body = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return { ...nothing, problem: notJson(text, language) };
  }
  const envelope = readEnvelope(body);
  if (!envelope) return { ...nothing, problem: say.noInfno[language]({}) };
  const sent = body as Record<string, unknown>;
  const shown = head.map(([name, zh, most, required]) => {
    const value = Object.hasOwn(sent, name) ? sent[name] : null;
    const understood = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
    return { name, zh, understood, most, required };
  });
  const message = messageOf(envelope.infno);
  const known = { ...nothing, infno: envelope.infno, envelope: shown };
  if (!message) return { ...known, problem: say.unknownMessage[language]({ infno: envelope.infno.slice(0, 20) }) };
  if (typeof envelope.input === 'string' && !envelope.input.trimStart().startsWith('{'))
    return { ...known, title: message.zh, problem: say.enciphered[language]({}) };
  const { rows, moreRows, absent, unknownKeys, remarks } = understand(message, inputOf(envelope.input));
  return {
    ...known,
    title: message.zh,
    problem: null,
    rows: rows.map((row) => ({ ...row, fields: [...row.fields] })),
    moreRows,
    absent: [...absent],
    unknownKeys: [...unknownKeys],
    remarks: [...remarks],
  };
}

/** Might more text make JSON of it? The engine says that the text ended, or stumbles behind its last sign. */
function mayGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return message.includes('end of JSON') || message.includes(`at position ${text.length}`);
  }
}

/** That it is no JSON, and where: at the last sign of the shortest beginning that nothing can complete. */
function notJson(text: string, language: Language): string {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (mayGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  const before = text.slice(0, good).split('\n');
  const near = text.slice(good).split('\n')[0]?.slice(0, 24) ?? '';
  return say.notJsonAt[language]({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1, near });
}

/** An object, also where it was written as a text. */
function inputOf(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input);
  } catch {
    return undefined;
  }
}
