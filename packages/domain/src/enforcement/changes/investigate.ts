/** From filing to the legal review (第十四至四十条). */
import type { Officer } from '../../inspection/draw.ts';
import type { Issue } from '../../issue.ts';
import { issueOf, listOf, numberOf, numberOrNull, textOf } from '../../matter/life.ts';
import { calendarLimit, todayOf, workingLimit } from '../../matter/limits.ts';
import type { EnforcementCase } from '../case.ts';
import { handlersAfter } from '../handlers.ts';
import { sanctionFrom } from '../sanctions.ts';
import type { Asked } from '../world.ts';
import { type CaseChanges, checkedDay, circumstancesOf, clock, ended, ending } from './change.ts';

function held(scene: Asked): Partial<EnforcementCase> {
  const { one, values, world } = scene;
  const today = todayOf(scene);
  const kind = textOf(values, 'kind') as 'preserve' | 'seal';
  const due = kind === 'preserve' ? workingLimit(world, 'case.preserveDays', today) : calendarLimit(world, 'case.sealDays', today);
  return {
    holds: [
      ...one.holds,
      { no: one.holds.length + 1, kind, things: listOf(values, 'things'), on: today, due, endedOn: null, outcome: null },
    ],
  };
}

function extended(kind: 'head' | 'collective', name: 'case.extensionDays' | 'case.collectiveDays') {
  return (scene: Asked): Partial<EnforcementCase> | Issue[] => {
    const most = scene.world.number(name);
    const days = numberOrNull(scene.values, 'days') ?? most;
    if (days < 1 || days > most) return issueOf('case.extendDays', { most });
    return clock(scene, { extensions: [...scene.one.extensions, { kind, on: todayOf(scene), days, why: scene.why }] });
  };
}

const reviewFrom = ({ at, by, values }: Asked) => ({
  on: todayOf({ at }),
  by,
  opinion: textOf(values, 'opinion'),
  text: textOf(values, 'text'),
});

export const investigation = {
  approve: (scene) => {
    const handlers = handlersAfter(scene) as readonly Officer[];
    const filedOn = todayOf(scene);
    return clock(scene, { handlers, filedOn, filedBy: scene.by, procedure: 'ordinary', filingNo: textOf(scene.values, 'filingNo') });
  },
  refuse: ended,
  officers: (scene) => ({ handlers: handlersAfter(scene) as readonly Officer[] }),
  record: (scene) =>
    checkedDay(scene, 'on', null, () => ({
      records: [
        ...scene.one.records,
        {
          no: scene.one.records.length + 1,
          kind: textOf(scene.values, 'kind') as 'scene',
          on: numberOf(scene.values, 'on'),
          place: textOf(scene.values, 'place'),
          person: textOf(scene.values, 'person'),
          text: textOf(scene.values, 'text'),
          by: scene.by,
        },
      ],
    })),
  evidence: (scene) =>
    checkedDay(scene, 'collectedOn', null, () => ({
      evidence: [
        ...scene.one.evidence,
        {
          no: scene.one.evidence.length + 1,
          kind: textOf(scene.values, 'kind') as 'document',
          title: textOf(scene.values, 'title'),
          source: textOf(scene.values, 'source'),
          collectedOn: numberOf(scene.values, 'collectedOn'),
          pageCount: numberOrNull(scene.values, 'pageCount'),
        },
      ],
    })),
  hold: held,
  release: (scene) => {
    const no = numberOf(scene.values, 'no');
    if (!scene.one.holds.some((one) => one.no === no && one.endedOn === null)) return issueOf('case.noHold', { no });
    const outcome = textOf(scene.values, 'outcome');
    return { holds: scene.one.holds.map((one) => (one.no === no ? { ...one, endedOn: todayOf(scene), outcome } : one)) };
  },
  assist: (scene) => {
    const on = todayOf(scene);
    const due = calendarLimit(scene.world, 'case.assistDays', on);
    const { one, values } = scene;
    return {
      assistance: [
        ...one.assistance,
        {
          no: one.assistance.length + 1,
          to: textOf(values, 'to'),
          text: textOf(values, 'text'),
          on,
          due,
          answeredOn: null,
          answer: null,
        },
      ],
    };
  },
  answered: (scene) => {
    const no = numberOf(scene.values, 'no');
    if (!scene.one.assistance.some((one) => one.no === no && one.answeredOn === null)) return issueOf('case.noAssistance', { no });
    const answer = textOf(scene.values, 'answer');
    return { assistance: scene.one.assistance.map((one) => (one.no === no ? { ...one, answeredOn: todayOf(scene), answer } : one)) };
  },
  stopClock: (scene) =>
    clock(scene, {
      exclusions: [
        ...scene.one.exclusions,
        { kind: textOf(scene.values, 'kind') as 'testing', from: todayOf(scene), to: null, why: scene.why },
      ],
    }),
  startClock: (scene) => clock(scene, { exclusions: ending(scene.one.exclusions, todayOf(scene)) }),
  suspend: (scene) => clock(scene, { suspensions: [...scene.one.suspensions, { from: todayOf(scene), to: null, why: scene.why }] }),
  resume: (scene) => clock(scene, { suspensions: ending(scene.one.suspensions, todayOf(scene)) }),
  extend: extended('head', 'case.extensionDays'),
  extendCollective: extended('collective', 'case.collectiveDays'),
  correct: (scene) => ({
    correction: {
      on: todayOf(scene),
      no: textOf(scene.values, 'no'),
      text: textOf(scene.values, 'text'),
      due: numberOf(scene.values, 'due'),
    },
  }),
  report: (scene) => ({
    report: { on: todayOf(scene), by: scene.by, text: textOf(scene.values, 'text'), proposal: sanctionFrom(scene.values) },
    lossFen: numberOrNull(scene.values, 'lossFen') ?? scene.one.lossFen,
    circumstances: circumstancesOf(scene.values) ?? scene.one.circumstances,
    dueDay: workingLimit(scene.world, 'case.reviewDays', todayOf(scene)),
  }),
  review: (scene) => clock(scene, { reviews: [...scene.one.reviews, reviewFrom(scene)] }),
  sendBack: (scene) => clock(scene, { reviews: [...scene.one.reviews, reviewFrom(scene)], report: null }),
} satisfies CaseChanges;
