/** From the service of the decision to the archive, and every other end (第四十六至五十九条). */
import { issueOf, listOf, numberOf, numberOrNull, textOf } from '../../matter/life.ts';
import { calendarLimit, rolledOver, todayOf } from '../../matter/limits.ts';
import type { PaymentKind } from '../case.ts';
import type { Asked } from '../world.ts';
import { type CaseChanges, checkedDay, clock, ended, serviceFrom } from './change.ts';

/** Nothing to pay is executed at once by the officer; otherwise fifteen days run. */
const served = (scene: Asked) =>
  checkedDay(scene, 'on', scene.one.decidedOn, () => {
    const service = serviceFrom(scene.values);
    const payDue = calendarLimit(scene.world, 'case.payDays', service.on);
    return { service, payDue, dueDay: payDue };
  });

const paid = (scene: Asked) =>
  checkedDay(scene, 'on', scene.one.decidedOn, () => {
    const { one, values } = scene;
    const kind = textOf(values, 'kind') as PaymentKind;
    return {
      payments: [
        ...one.payments,
        {
          no: one.payments.length + 1,
          kind,
          on: numberOf(values, 'on'),
          amountFen: numberOf(values, 'amountFen'),
          voucher: textOf(values, 'voucher'),
        },
      ],
    };
  });

export const execution = {
  serve: served,
  pay: paid,
  instalment: (scene) => {
    const due = numberOf(scene.values, 'due');
    return due < todayOf(scene)
      ? issueOf('case.dates')
      : { payDue: rolledOver(due, scene.world.calendar), dueDay: rolledOver(due, scene.world.calendar) };
  },
  urge: (scene) => {
    const due = calendarLimit(scene.world, 'case.urgeDays', todayOf(scene));
    return { urging: { on: todayOf(scene), due }, dueDay: due };
  },
  court: (scene) => ({ court: { on: todayOf(scene), text: textOf(scene.values, 'text') } }),
  publish: (scene) =>
    checkedDay(scene, 'on', scene.one.decidedOn, () => ({
      publishedOn: numberOf(scene.values, 'on'),
      publishedAt: textOf(scene.values, 'at'),
    })),
  execute: (scene) => ({ executedOn: todayOf(scene), dueDay: null }),
  close: (scene) => ({ closedOn: todayOf(scene), dueDay: null, closingReport: textOf(scene.values, 'text') }),
  archive: (scene) => ({ archivedOn: todayOf(scene), fileNo: textOf(scene.values, 'fileNo') }),
  withdraw: ended,
  terminate: ended,
  transfer: (scene) => ({
    ...ended(scene),
    transfer: {
      to: textOf(scene.values, 'to'),
      kind: textOf(scene.values, 'kind'),
      on: todayOf(scene),
      no: textOf(scene.values, 'no'),
      list: listOf(scene.values, 'list'),
      why: scene.why,
      returnedOn: null,
    },
  }),
  comeBack: (scene) => {
    const { transfer } = scene.one;
    // the days elsewhere do not count
    const away = { from: transfer?.on ?? todayOf(scene), to: todayOf(scene), why: scene.why };
    const back = { transfer: transfer && { ...transfer, returnedOn: todayOf(scene) }, closedOn: null, ending: null };
    return clock(scene, {
      ...back,
      suspensions: [...scene.one.suspensions, away],
      report: null,
      notice: null,
      statements: [],
      waivedOn: null,
      hearing: null,
      discussion: null,
    });
  },
  overturn: (scene) =>
    checkedDay(scene, 'on', scene.one.service?.on ?? null, () => {
      const { values } = scene;
      const [on, no, text] = [numberOf(values, 'on'), textOf(values, 'no'), textOf(values, 'text')];
      return {
        ...ended(scene),
        overturned: { kind: textOf(values, 'kind') as 'court', on, no, text },
        outcome: null,
        refundFen: null,
        fineFen: null,
        payDue: null,
      };
    }),
  measure: (scene) => ({
    measures: [
      ...scene.one.measures,
      {
        no: scene.one.measures.length + 1,
        kind: textOf(scene.values, 'kind') as 'talk',
        on: todayOf(scene),
        amountFen: numberOrNull(scene.values, 'amountFen'),
        until: numberOrNull(scene.values, 'until'),
        text: textOf(scene.values, 'text'),
        by: scene.by,
      },
    ],
  }),
} satisfies CaseChanges;
