/** From the announcement to the decision (第四十一至四十五条), and the decision on the spot (第四十八至五十一条). */
import { issueOf, listOf, numberOf, textOf } from '../../matter/life.ts';
import { calendarLimit, todayOf, workingLimit } from '../../matter/limits.ts';
import type { Day } from '../../time.ts';
import type { EnforcementCase } from '../case.ts';
import { caseNameOf, causeOf } from '../causes.ts';
import { handlersAfter } from '../handlers.ts';
import { offersHearing, onSpotSanction, sanctionFrom } from '../sanctions.ts';
import type { Asked } from '../world.ts';
import { type CaseChanges, checkedDay, clock, ending, serviceFrom } from './change.ts';

function announced(scene: Asked): Partial<EnforcementCase> {
  const sanction = sanctionFrom(scene.values);
  return {
    notice: {
      on: todayOf(scene),
      no: textOf(scene.values, 'no'),
      sanction,
      hearing: offersHearing(scene.one, sanction, scene.world),
      service: null,
      statementDue: null,
    },
    statements: [],
    waivedOn: null,
    hearing: null,
    discussion: null,
  };
}

function decided(scene: Asked): Partial<EnforcementCase> {
  const { one, by, values, world } = scene;
  const sanction = sanctionFrom(values);
  const on = todayOf(scene);
  return {
    decision: { on, by, no: textOf(values, 'no'), sanction, text: textOf(values, 'text') },
    decidedOn: on,
    outcome: sanction.outcome,
    refundFen: sanction.refundFen,
    fineFen: sanction.fineFen,
    title: caseNameOf(one.party.name, causeOf(one.causeCode)?.zh ?? '', sanction.outcome === 'punish'),
    dueDay: workingLimit(world, 'case.serveDays', on),
    exclusions: ending(one.exclusions, on),
  };
}

const endedHearing = (all: EnforcementCase['exclusions'], to: Day): EnforcementCase['exclusions'] =>
  all.map((one) => (one.kind === 'hearing' && one.to === null ? { ...one, to } : one));

/** Decided, handed over and in force at once; it is reported within seven working days. */
function decidedOnSpot(scene: Asked): Partial<EnforcementCase> {
  const { one, by, values, world } = scene;
  const sanction = onSpotSanction(values);
  const on = todayOf(scene);
  const [place, receiver, text] = [textOf(values, 'place'), textOf(values, 'receiver'), textOf(values, 'text')];
  return {
    handlers: handlersAfter(scene) as EnforcementCase['handlers'],
    decision: { on, by, no: textOf(values, 'no'), sanction, text },
    decidedOn: on,
    outcome: sanction.outcome,
    refundFen: 0,
    fineFen: sanction.fineFen,
    title: caseNameOf(one.party.name, causeOf(one.causeCode)?.zh ?? '', true),
    records: [{ no: 1, kind: 'scene', on, place, person: receiver, text, by }],
    service: { on, way: 'direct', receiver, consent: false },
    payDue: sanction.fineFen > 0 ? calendarLimit(world, 'case.payDays', on) : null,
    dueDay: workingLimit(world, 'case.summaryReportDays', on),
  };
}

export const decision = {
  decideOnSpot: decidedOnSpot,
  reportOnSpot: (scene) => ({
    onSpotReport: { on: todayOf(scene), by: scene.by, no: textOf(scene.values, 'no') },
    dueDay: scene.one.payDue,
  }),
  notify: announced,
  serveNotice: (scene) =>
    checkedDay(scene, 'on', scene.one.notice?.on ?? null, () => {
      const service = serviceFrom(scene.values);
      const statementDue = workingLimit(scene.world, 'case.statementDays', service.on);
      return { notice: scene.one.notice && { ...scene.one.notice, service, statementDue } };
    }),
  statement: (scene) =>
    checkedDay(scene, 'on', scene.one.notice?.service?.on ?? null, () => ({
      statements: [
        ...scene.one.statements,
        { on: numberOf(scene.values, 'on'), text: textOf(scene.values, 'text'), answer: textOf(scene.values, 'answer') },
      ],
    })),
  waive: (scene) => ({ waivedOn: todayOf(scene) }),
  askHearing: (scene) =>
    clock(scene, {
      hearing: { askedOn: todayOf(scene), noticedOn: null, heldOn: null, host: null, record: null, opinion: null, droppedOn: null },
      exclusions: [...scene.one.exclusions, { kind: 'hearing', from: todayOf(scene), to: null, why: scene.why }],
    }),
  holdHearing: (scene) =>
    checkedDay(scene, 'heldOn', scene.one.hearing?.askedOn ?? null, () =>
      clock(scene, {
        hearing: scene.one.hearing && {
          ...scene.one.hearing,
          noticedOn: numberOf(scene.values, 'noticedOn'),
          heldOn: numberOf(scene.values, 'heldOn'),
          host: scene.by,
          record: textOf(scene.values, 'record'),
          opinion: textOf(scene.values, 'opinion'),
        },
        exclusions: endedHearing(scene.one.exclusions, numberOf(scene.values, 'heldOn')),
      }),
    ),
  dropHearing: (scene) =>
    clock(scene, {
      hearing: scene.one.hearing && { ...scene.one.hearing, droppedOn: todayOf(scene) },
      exclusions: endedHearing(scene.one.exclusions, todayOf(scene)),
    }),
  discuss: (scene) => {
    const members = [...new Set(listOf(scene.values, 'members'))];
    if (members.length < 3) return issueOf('case.discussMembers');
    return { discussion: { on: todayOf(scene), members, text: textOf(scene.values, 'text') } };
  },
  reinvestigate: (scene) => clock(scene, { report: null, notice: null, statements: [], waivedOn: null, hearing: null, discussion: null }),
  decide: decided,
} satisfies CaseChanges;
