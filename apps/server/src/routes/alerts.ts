// 预警: stories and what stands in them, their steps; thresholds tried and put into force.
import { randomUUID } from 'node:crypto';
import { alertPages } from '@hengjian/catalog/alert-pages.gen.ts';
import { alertPagesEn } from '@hengjian/catalog/alert-pages-en.gen.ts';
import { watchedByRules } from '@hengjian/catalog/watched-by-rules.ts';
import {
  type AlertSignal,
  type AlertStory,
  alertWords,
  type CloseReason,
  dayOf,
  formatDay,
  type Language,
  may,
  providerScopeOf,
  type StoryState,
  storyActions,
  storyActionsOf,
  wasRight,
} from '@hengjian/domain';
import {
  alertBookOf,
  alertDigest,
  alertStandings,
  closedOf,
  enactTrial,
  findingsByRule,
  housesOfPerson,
  journalOf,
  keepTrial,
  lastAlertRuns,
  signalsOf,
  storyPage,
  thresholdsOn,
  trialOf,
} from '@hengjian/store';
import { type AlertTree, alertShelf, saySignal, signalValue, takeStoryStep, tryThresholds, wrongThresholds } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import { storyPortsOf, wholeLake } from '../alert-ports.ts';
import type { App } from '../api.ts';
import { CSV, csvLine, sendFile } from '../download.ts';
import { alertDays, alertRun } from '../jobs/alert-run.ts';
import { masked } from '../mask.ts';
import { operatorOf } from '../operator.ts';
import { recordAccess } from '../personal-data.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/alerts.ts';
import type { Services } from '../services.ts';
import { alertTitle, calledOf, signalJson } from '../signal-view.ts';

const named = z.object({ story: z.string() });
/** Stories that a digest names. */
const STRANGEST = 10;

type NameOf = (story: Pick<AlertStory, 'subjectKind' | 'subjectNo'>) => string | null;

/** A person is named by the half-hidden number only, unless the page was opened with a reason. */
const storyJson = (story: AlertStory, nameOf: NameOf, whole = false): shapes.StoryJson => ({
  ...story,
  alertIds: [...story.alertIds],
  subjectNo: story.subjectKind === 'person' && !whole ? masked(story.subjectNo) : story.subjectNo,
  subjectName: nameOf(story),
});

export function alertsRoutes(app: App, services: Services): void {
  const { home, lake, now, names } = services;
  const book = alertBookOf(home.db);
  const namer = async (): Promise<NameOf> => {
    const providers = await names.providers();
    return ({ subjectKind, subjectNo }) => (subjectKind === 'provider' ? (providers.get(subjectNo)?.name ?? null) : null);
  };
  const wishOf = async ({ page, size, state, text, ...wish }: z.output<typeof shapes.storyQuery>) => {
    const found = text?.trim();
    const subjectNos = found
      ? [...(await names.providers()).values()]
          .filter(({ name }) => name?.includes(found))
          .map(({ providerNo }) => providerNo)
          .slice(0, 500)
      : [];
    const standing = state === 'open' || state === undefined ? { open: true } : state === 'all' ? {} : { state };
    return { ...wish, ...standing, text, subjectNos, offset: (page - 1) * size, limit: size };
  };
  const known = async (id: string) => (await book.story(id)) ?? refuse('alert.unknown', { id }, 404);

  app.get(
    '/api/alerts',
    { config: { may: 'alert.read' }, schema: { querystring: shapes.storyQuery, response: { 200: shapes.storyPage } } },
    async ({ query }) => {
      const [found, nameOf] = [await storyPage(home.db, await wishOf(query)), await namer()];
      const open: Record<string, number> = {};
      for (const monitor of Object.keys(alertWords.monitors))
        open[monitor] = (await storyPage(home.db, { monitor, open: true, offset: 0, limit: 1 })).total;
      return { total: found.total, rows: found.rows.map((one) => storyJson(one, nameOf)), open };
    },
  );
  app.get('/api/alerts/export', { config: { may: 'alert.export' }, schema: { querystring: shapes.storyQuery } }, async (request, reply) => {
    const language = languageOf(request);
    const wish = await wishOf({ ...request.query, page: 1, size: 500 });
    const nameOf = await namer();
    const heads = ['事项', '监测', '对象类别', '对象', '名称', '开始', '截止', '信号数', '预警', '状态', '承办人', '了结原因', '去向'];
    const lines = [csvLine(heads)];
    // page by page: a year may have more than one answer should hold
    for (let offset = 0; ; offset += wish.limit) {
      const { rows } = await storyPage(home.db, { ...wish, offset });
      for (const row of rows.map((one) => storyJson(one, nameOf))) lines.push(csvLine(exported(row, language)));
      if (rows.length < wish.limit) break;
    }
    return sendFile(reply, ['\ufeff', ...lines].join(''), '预警事项.csv', CSV);
  });
  /** The week that ends on a day, today where none is given. */
  app.get(
    '/api/alerts/digest',
    { config: { may: 'alert.read' }, schema: { querystring: shapes.digestQuery, response: { 200: shapes.digest } } },
    async ({ query }) => {
      const toDay = query.to ?? dayOf(now());
      const fromDay = toDay - 6;
      const { monitors, strangest } = await alertDigest(home.db, { from: fromDay, to: toDay, most: STRANGEST });
      const nameOf = await namer();
      return { fromDay, toDay, monitors, strangest: strangest.map((one) => storyJson(one, nameOf)) };
    },
  );
  app.get(
    '/api/alerts/:story',
    {
      config: { may: 'alert.read' },
      schema: { params: named, querystring: z.object({ why: z.string().optional() }), response: { 200: shapes.storyFile } },
    },
    async (request) => {
      const one = await known(request.params.story);
      // whole numbers of people: asked for with a reason, recorded before they are shown
      const whole = request.query.why !== undefined;
      if (whole) {
        demand(request, 'finding.unmask', {});
        await recordAccess(services, request, { purpose: 'view', subject: `alert:${one.storyId}`, why: request.query.why });
      }
      const language = languageOf(request);
      const nameOf = await namer();
      const story = storyJson(one, nameOf, whole);
      const signals = await signalsOf(home.db, one);
      const called = await calledOf(services, signals);
      const houses =
        one.subjectKind === 'person'
          ? await lake.read((connection, snapshot) => housesOfPerson(connection, snapshot, one.subjectNo))
          : new Map<string, string>();
      const steps = await journalOf(home.db).page({ noun: 'alertStory', subjectId: one.storyId, limit: 200 });
      const { actor } = request;
      return {
        story,
        signals: signals.map((signal) =>
          signalJson(signal, { subject: story.subjectName ?? story.subjectNo, language, whole, called, houses }),
        ),
        actions: storyActionsOf(one.state).filter((action) => may(actor, `alert.${action}`, { state: one.state }).ok),
        steps: steps.map(({ at, by, action, why }) => ({ at, by, action, why })),
        next: one.alertIds.map((alertId) => ({
          alertId,
          title: alertTitle(alertId, language),
          steps: (alertShelf[alertId]?.next ?? []).map((step) => step[language]),
        })),
      };
    },
  );
  app.post(
    '/api/alerts/:story/steps/:action',
    {
      config: { may: 'alert.read' },
      schema: { params: named.extend({ action: z.enum(storyActions) }), body: shapes.stepWish, response: { 200: shapes.story } },
    },
    async (request) => {
      const { story: storyId, action } = request.params;
      demand(request, `alert.${action}`, {});
      const nameOf = await namer();
      const ports = storyPortsOf(home, async (story) => {
        const [first, ...more] = await signalsOf(home.db, story);
        const name = nameOf(story) ?? story.subjectNo;
        const told =
          first && alertShelf[first.alertId] ? saySignal(alertShelf[first.alertId] as AlertTree, first, 'zh', { subject: name }) : '';
        const rest = more.length > 0 ? `（另有 ${more.length} 条信号）` : '';
        return { name, text: `预警事项 ${story.storyId}：${told}${rest}${request.body.why}`, amountFen: null };
      });
      const wish = { ...request.body, storyId, action, by: operatorOf(request), at: now(), head: leads(request) };
      return storyJson(taken(await takeStoryStep(ports, wish)), nameOf);
    },
  );
  app.post(
    '/api/alert-runs',
    { config: { may: 'alert.run' }, schema: { response: { 200: z.object({ started: z.boolean() }) } } },
    async () => {
      // followed under the work of the home, like every other job
      services.runner.submit(alertRun, { changed: true }).outcome.catch(() => {});
      return { started: true };
    },
  );
  thresholdRoutes(app, services, namer);
}

const leads = ({ actor }: FastifyRequest): boolean =>
  actor.kind === 'declared' || (actor.kind === 'account' && actor.account.roles.includes('sectionHead'));

function exported(row: shapes.StoryJson, language: Language): (string | number | null)[] {
  const word = (group: Readonly<Record<string, { zh: string; en: string }>>, key: string | null) =>
    key === null ? '' : (group[key]?.[language] ?? key);
  return [
    row.storyId,
    word(alertWords.monitors, row.monitor),
    word(alertWords.subjects, row.subjectKind),
    row.subjectNo,
    row.subjectName,
    formatDay(row.fromDay),
    formatDay(row.toDay),
    row.signalCount,
    row.alertIds.map((id) => alertTitle(id, language)).join('、'),
    word(alertWords.states, row.state),
    row.assignedTo,
    word(alertWords.reasons, row.reason),
    row.ledTo,
  ];
}

function thresholdRoutes(app: App, { home, lake, names, now }: Services, namer: () => Promise<NameOf>): void {
  app.get('/api/alert-rules', { config: { may: 'alert.read' }, schema: { response: { 200: shapes.watchedRules } } }, async ({ actor }) => {
    const [live, found] = await Promise.all([
      names.liveRules(),
      findingsByRule(home.db, { standing: 'live', scope: providerScopeOf(actor) }),
    ]);
    return Object.entries(watchedByRules).flatMap(([monitor, ruleIds]) =>
      ruleIds.flatMap((ruleId) => {
        const title = live.find(({ rule }) => rule.id === ruleId)?.rule.title;
        return title ? [{ monitor, ruleId, title, findings: found.find((one) => one.ruleId === ruleId)?.count ?? 0 }] : [];
      }),
    );
  });
  app.get('/api/alert-catalogue', { config: { may: 'alert.read' }, schema: { response: { 200: shapes.alertList } } }, async (request) => {
    const pages = languageOf(request) === 'en' ? alertPagesEn : alertPages;
    const standings = new Map((await alertStandings(home.db)).map((one) => [one.alertId, one]));
    const runs = new Map((await lastAlertRuns(home.db)).map((one) => [one.alertId, one]));
    const told = new Map((await lastAlertRuns(home.db, true)).map((one) => [one.alertId, one]));
    const today = dayOf(now());
    return Promise.all(
      Object.values(alertShelf).map(async (alert) => {
        const values = await thresholdsOn(home.db, alert.id, today);
        const { signals = 0, open = 0, right = 0, wrong = 0 } = standings.get(alert.id) ?? {};
        const run = runs.get(alert.id);
        const live = told.get(alert.id);
        return {
          alertId: alert.id,
          title: alert.title,
          monitor: alert.monitor,
          subject: alert.subject,
          page: pages[alert.id] ?? '',
          next: [...alert.next],
          thresholds: Object.entries(alert.parameters).map(([name, { title, unit, type, standard, minimum, maximum }]) => ({
            name,
            title,
            unit: unit ?? null,
            type,
            standard: Array.isArray(standard) ? [...standard] : (standard as number | string),
            value: values[name] as number | string | string[],
            minimum: minimum ?? null,
            maximum: maximum ?? null,
          })),
          signals,
          open,
          right,
          wrong,
          isLive: alert.kind === 'cells' && alert.live === true,
          live: live ? { at: live.at, signals: live.signals } : null,
          lastRun: run
            ? {
                at: run.at,
                fromDay: run.fromDay,
                toDay: run.toDay,
                asked: run.asked,
                signals: run.signals,
                unasked: run.unasked,
                milliseconds: run.milliseconds,
              }
            : null,
        };
      }),
    );
  });
  app.post(
    '/api/alert-trials',
    { config: { may: 'alert.run' }, schema: { body: shapes.trialWish, response: { 200: shapes.trial } } },
    async (request) => {
      const { alertId, parameters } = request.body;
      const alert = alertShelf[alertId] ?? refuse('alert.unknown', { id: alertId }, 404);
      const [wrong] = wrongThresholds(alert, parameters);
      if (wrong) refuse('alert.parameter', wrong, 422);
      const days = (await alertDays(home, {})) ?? refuse('alert.no-data', {}, 409);
      const inForce = await thresholdsOn(home.db, alertId, days.to);
      const tried = { ...inForce, ...parameters };
      const told = await lake.read(async (connection) =>
        tryThresholds(await wholeLake(connection), alert, { inForce, tried }, { from: days.from, to: days.to }),
      );
      const closed = await closedOf(
        home.db,
        told.goneSignals.map((one) => one.signalId),
      );
      const nameOf = await namer();
      const ended = (right: boolean) =>
        closed.filter(({ state, reason }) => wasRight(state as StoryState, reason as CloseReason | null) === right).length;
      const example = (mark: 'added' | 'gone') => (one: AlertSignal) => ({
        mark,
        subjectNo: one.subjectKind === 'person' ? masked(one.subjectNo) : one.subjectNo,
        subjectName: nameOf(one),
        fromDay: one.fromDay,
        toDay: one.toDay,
        value: signalValue(one),
      });
      const { before, after, added, gone } = told;
      const trial = {
        trialId: `T${randomUUID().replaceAll('-', '').slice(0, 15)}`,
        alertId,
        parameters,
        fromDay: days.from,
        toDay: days.to,
        before,
        after,
        added,
        gone,
        goneRight: ended(true),
        goneWrong: ended(false),
        months: [...told.months],
        examples: [...told.addedSignals.slice(0, 20).map(example('added')), ...told.goneSignals.slice(0, 20).map(example('gone'))],
      };
      await keepTrial(home.db, {
        trialId: trial.trialId,
        alertId,
        parameters,
        fromDay: days.from,
        toDay: days.to,
        result: { before, after, added, gone },
        by: operatorOf(request),
        at: now(),
      });
      return trial;
    },
  );
  app.post(
    '/api/alert-thresholds',
    { config: { may: 'alert.threshold' }, schema: { body: shapes.enactWish, response: { 200: z.object({ alertId: z.string() }) } } },
    async (request) => {
      const { trialId, fromDay, why } = request.body;
      if (why.trim() === '') refuse('alert.why', {}, 422);
      const trial = (await trialOf(home.db, trialId)) ?? refuse('alert.not-tried', {}, 409);
      await enactTrial(home.db, trial, { fromDay: fromDay ?? dayOf(now()), by: operatorOf(request), why: why.trim(), at: now() });
      return { alertId: trial.alertId };
    },
  );
}
