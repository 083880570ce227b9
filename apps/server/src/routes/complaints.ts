// 举报投诉: what staff enter, handle, look at. Who reported is shown to named people only, each look recorded.
import { complaintActions, complaintActionsOf, complaintWords, dayOf, may } from '@hengjian/domain';
import {
  bureauRegion,
  cluesAbout,
  complaintBookOf,
  complaintPage,
  journalOf,
  replaceRewardRules,
  sealedPicture,
  sealedReporter,
  sealerOf,
} from '@hengjian/store';
import { type KeptComplaint, openClue, type Reporter, receiveComplaint, takeComplaintStep } from '@hengjian/workflows';
import { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { complaintPortsOf } from '../complaint/complaint-ports.ts';
import { matterPortsOf } from '../matter/matter-ports.ts';
import { operatorOf } from '../operator.ts';
import { recordAccess } from '../personal-data.ts';
import { refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/complaints.ts';
import type { Services } from '../services.ts';

const named = z.object({ complaint: z.string() });

const jsonOf = (one: KeptComplaint, today: number): shapes.ComplaintJson => {
  const { recordedAt: _, registerEntry: _entry, extended: _extended, ...complaint } = one;
  return { ...complaint, findingIds: [...one.findingIds], overdue: one.dueDay !== null && one.dueDay < today };
};

/** What is handled, or was found out, may be handed on. */
const handable = ({ state }: KeptComplaint): boolean => ['handling', 'concluded'].includes(state);

export function complaintsRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const book = complaintBookOf(home.db);
  const known = async (id: string) => (await book.find(id)) ?? refuse('complaint.unknown', { id }, 404);

  app.get(
    '/api/complaints',
    { config: { may: 'complaint.read' }, schema: { querystring: shapes.complaintQuery, response: { 200: shapes.complaintPage } } },
    async ({ query: { page, size, overdue, ...wish } }) => {
      const today = dayOf(now());
      const found = await complaintPage(home.db, { ...wish, ...(overdue && { overdueOn: today }), offset: (page - 1) * size, limit: size });
      return { total: found.total, rows: found.rows.map((one) => jsonOf(one, today)) };
    },
  );
  app.post(
    '/api/complaints',
    { config: { may: 'complaint.enter' }, schema: { body: shapes.entered, response: { 200: shapes.reported } } },
    async (request) => {
      const wish = { ...request.body, pictures: [], by: operatorOf(request), at: now() };
      return taken(await receiveComplaint(await complaintPortsOf(home, now()), wish));
    },
  );
  app.get(
    '/api/complaints/:complaint',
    { config: { may: 'complaint.read' }, schema: { params: named, response: { 200: shapes.complaintFile } } },
    async ({ params, actor }) => {
      const one = await known(params.complaint);
      const steps = await journalOf(home.db).page({ noun: 'complaint', subjectId: one.complaintId, limit: 200 });
      const clues = await cluesAbout(home.db, 'complaint', [one.complaintId]);
      return {
        complaint: jsonOf(one, dayOf(now())),
        actions: complaintActionsOf(one.state).filter((action) => may(actor, `complaint.${action}`, { state: one.state }).ok),
        steps: steps.map(({ at, by, action, why }) => ({ at, by, action, why })),
        clues: clues.map(({ clueId, caseId }) => ({ clueId, caseId })),
        mayHandOn: clues.length === 0 && handable(one) && may(actor, 'complaint.enter', {}).ok,
      };
    },
  );
  app.post(
    '/api/complaints/:complaint/steps/:action',
    {
      config: { may: 'complaint.read' },
      schema: { params: named.extend({ action: z.enum(complaintActions) }), body: shapes.stepWish, response: { 200: shapes.complaint } },
    },
    async (request) => {
      const { complaint, action } = request.params;
      demand(request, `complaint.${action}`, {});
      const ports = await complaintPortsOf(home, now());
      const wish = { ...request.body, complaintId: complaint, action, by: operatorOf(request), at: now() };
      return jsonOf(taken(await takeComplaintStep(ports, wish)) as KeptComplaint, dayOf(now()));
    },
  );
  /** A clue tells what it is about and where it came from; the report itself, and who made it, stay here. */
  app.post(
    '/api/complaints/:complaint/clue',
    { config: { may: 'complaint.enter' }, schema: { params: named, response: { 200: shapes.clueOpened } } },
    async (request) => {
      const one = await known(request.params.complaint);
      if (!handable(one)) refuse('complaint.no-clue', { state: one.state }, 422);
      const clue = taken(
        await openClue(matterPortsOf(home), {
          source: 'complaint',
          sourceRef: one.complaintId,
          object: one.object === 'individual' ? 'person' : 'provider',
          objectNo: one.providerNo,
          objectName: one.objectName,
          text: `${complaintWords.matters[one.matter].zh}，见举报投诉 ${one.complaintId}`,
          links: [{ kind: 'complaint' as const, id: one.complaintId }, ...one.findingIds.map((id) => ({ kind: 'finding' as const, id }))],
          amountFen: one.valueFen,
          by: operatorOf(request),
          at: now(),
        }),
      );
      return { clueId: clue.matterId };
    },
  );
  identityRoute(app, services, known);
  rewardRoutes(app, services);
}

/** Who reported, and the pictures: only whom it is assigned to, and the head. */
function identityRoute(app: App, services: Services, known: (id: string) => Promise<KeptComplaint>): void {
  const { home } = services;
  app.post(
    '/api/complaints/:complaint/identity',
    { config: { may: 'complaint.identity' }, schema: { params: named, body: shapes.why, response: { 200: shapes.identity } } },
    async (request) => {
      const one = await known(request.params.complaint);
      const { actor } = request;
      const head = actor.kind === 'account' && actor.account.roles.includes('sectionHead');
      if (actor.kind === 'account' && !head && one.assignedTo !== actor.name) refuse('account.out-of-scope', {}, 403);
      await recordAccess(services, request, { purpose: 'view', subject: `complaint:${one.complaintId}`, why: request.body.why });
      const sealer = sealerOf(home.folder);
      const sealed = await sealedReporter(home.db, one.complaintId);
      const reporter = sealed && (JSON.parse(Buffer.from(sealer.open(sealed, one.complaintId)).toString('utf8')) as Reporter);
      const pictures: string[] = [];
      for (let no = 1; no <= one.pictureCount; no++) {
        const picture = await sealedPicture(home.db, one.complaintId, no);
        if (picture)
          pictures.push(`data:${picture.kind};base64,${Buffer.from(sealer.open(picture.sealed, one.complaintId)).toString('base64')}`);
      }
      return { reporter, pictures };
    },
  );
}

function rewardRoutes(app: App, { home, now }: Services): void {
  const rules = z.array(shapes.rewardRule);
  app.get('/api/reward-rules', { config: { may: 'complaint.read' }, schema: { response: { 200: rules } } }, async () =>
    (await complaintBookOf(home.db).rewardRules()).map(({ region: _, ...rule }) => rule),
  );
  app.put(
    '/api/reward-rules',
    { config: { may: 'complaint.rewards' }, schema: { body: rules, response: { 200: z.object({ count: z.number() }) } } },
    async (request) => {
      const region = await bureauRegion(home.db);
      await replaceRewardRules(
        home.db,
        region,
        request.body.map((rule) => ({ ...rule, region })),
        operatorOf(request),
        now(),
      );
      return { count: request.body.length };
    },
  );
}
