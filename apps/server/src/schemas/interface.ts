import { turnedAwayReasons } from '@hengjian/domain';
import { z } from 'zod';
import { fen, instant } from './common.ts';

const calls = {
  calls: z.number(),
  refused: z.number(),
  failed: z.number(),
  reminders: z.number(),
  /** Milliseconds; null where no call ended. */
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
};
const dispositions = { given: z.number(), accepted: z.number(), overridden: z.number(), amountFen: fen };

export const trafficQuery = z.object({
  period: z.enum(['hour', 'day', 'week', 'month']).default('day'),
  provider: z.string().max(60).optional(),
  rule: z.string().max(100).optional(),
});
export const traffic = z.object({
  from: instant,
  to: instant,
  step: z.number(),
  total: z.object(calls),
  points: z.array(z.object({ at: instant, ...calls })),
  byMessage: z.array(z.object({ infno: z.string(), title: z.string(), ...calls })),
  byProvider: z.array(z.object({ providerNo: z.string(), name: z.string().nullable(), ...calls, ...dispositions })),
  byRule: z.array(z.object({ ruleId: z.string(), title: z.string(), ...dispositions })),
  reasons: z.array(z.object({ reason: z.string(), count: z.number() })),
  /** Refused before they were a call: `address` '' for all beyond those counted each, `providerNo` '' where no key said whose it was. */
  turnedAway: z.array(
    z.object({
      address: z.string(),
      providerNo: z.string(),
      name: z.string().nullable(),
      reason: z.enum(turnedAwayReasons),
      count: z.number(),
      lastAt: instant,
    }),
  ),
});
export type TrafficJson = z.infer<typeof traffic>;

export const alarms = z.array(
  z.object({
    kind: z.enum(['history', 'records', 'store', 'knowledge', 'overload', 'journal', 'calls']),
    raisedAt: instant,
    /** null: it stands. */
    endedAt: instant.nullable(),
    detail: z.string(),
  }),
);
export type AlarmsJson = z.infer<typeof alarms>;

export const checkBody = z.object({ text: z.string().max(4_000_000) });
const remark = z.enum(['missing', 'tooLong', 'outOfRange', 'notNumber', 'notDate', 'notText', 'notNode']);
export const check = z.object({
  /** Why nothing could be read; null where it could. */
  problem: z.string().nullable(),
  infno: z.string(),
  title: z.string(),
  envelope: z.array(
    z.object({ name: z.string(), zh: z.string(), understood: z.string(), most: z.number().nullable(), required: z.boolean() }),
  ),
  rows: z.array(
    z.object({
      path: z.string(),
      zh: z.string(),
      fields: z.array(
        z.object({
          name: z.string(),
          zh: z.string(),
          type: z.string(),
          required: z.boolean(),
          understood: z.string().nullable(),
          remark: remark.nullable(),
        }),
      ),
    }),
  ),
  moreRows: z.number(),
  absent: z.array(z.object({ path: z.string(), zh: z.string() })),
  unknownKeys: z.array(z.string()),
  remarks: z.array(z.object({ code: remark, path: z.string(), zh: z.string() })),
});
export type CheckJson = z.infer<typeof check>;

export const callQuery = z.object({
  provider: z.string().max(60).optional(),
  infno: z.string().max(10).optional(),
  text: z.string().max(60).optional(),
  outcome: z.enum(['answered', 'refused', 'failed', 'open', 'rechecked']).optional(),
  before: z.coerce.number().optional(),
});
const call = z.object({
  serial: z.number(),
  infno: z.string(),
  title: z.string(),
  msgid: z.string(),
  providerNo: z.string(),
  provider: z.string().nullable(),
  receivedAt: instant,
  milliseconds: z.number().nullable(),
  outcome: z.enum(['answered', 'refused', 'failed']).nullable(),
  reminders: z.number().nullable(),
  /** Rules that the deadline left; -1: all, or nobody knows how many. */
  undecided: z.number().nullable(),
  triggerScene: z.string().nullable(),
  medicalKind: z.string().nullable(),
  feeFen: fen.nullable(),
  refusal: z.string().nullable(),
  recheckedAt: instant.nullable(),
  found: z.number().nullable(),
});
export const callList = z.array(call);
export type CallJson = z.infer<typeof call>;

const said = z.object({
  ruleId: z.string(),
  title: z.string(),
  edition: z.number(),
  lineNos: z.array(z.string()),
  amountFen: fen,
  sentence: z.string(),
});
export const callPage = z.object({
  call,
  reminders: z.array(
    said.extend({ reminderId: z.string(), severity: z.string(), disposition: z.string().nullable(), reason: z.string().nullable() }),
  ),
  /** What was found when a call that was cut short was asked again; null where it was not. */
  recheck: z.array(said).nullable(),
});
export type CallPageJson = z.infer<typeof callPage>;

export const replayBody = z.object({ as: z.enum(['then', 'now']) });
export const replay = z.object({
  lines: z.array(z.object({ mark: z.enum(['same', 'changed', 'gone', 'new']), before: said.nullable(), after: said.nullable() })),
  historyChanged: z.boolean(),
});
export type ReplayJson = z.infer<typeof replay>;

const feedState = z.enum(['waiting', 'folded', 'open', 'damaged']);
export const feedQuery = callQuery.omit({ outcome: true }).extend({ state: feedState.optional() });
export const feed = z.array(
  z.object({
    serial: z.number(),
    infno: z.string(),
    title: z.string(),
    msgid: z.string(),
    providerNo: z.string(),
    provider: z.string().nullable(),
    receivedAt: instant,
    state: feedState,
    encounterNo: z.string().nullable(),
    waitingLines: z.number(),
    problems: z.array(z.string()),
    sameNumber: z.number(),
  }),
);
export type FeedJson = z.infer<typeof feed>;
