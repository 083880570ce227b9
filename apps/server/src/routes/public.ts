// 公众: report without an account, and follow a report by its code. These addresses may be opened to the internet by a front server;
// nothing else needs to be.
import { complaintWords, dayOf } from '@hengjian/domain';
import { complaintBookOf } from '@hengjian/store';
import { complaintCodeHash, receiveComplaint } from '@hengjian/workflows';
import type { App } from '../api.ts';
import { complaintPortsOf } from '../complaint/complaint-ports.ts';
import { perHour } from '../complaint/per-hour.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/complaints.ts';
import type { Services } from '../services.ts';

/** Follow-up questions of one address an hour: enough for a family, too few to guess a code of 60 bits. */
const FOLLOWS_PER_HOUR = 120;
const CAPTCHAS_PER_HOUR = 600;

export function publicRoutes(app: App, { home, now, captchas: desk }: Services): void {
  const [reports, follows, captchas] = [perHour(), perHour(), perHour()];
  app.get('/api/public/captcha', { config: { may: 'complaint.report' }, schema: { response: { 200: shapes.captcha } } }, async ({ ip }) => {
    if (!captchas.admit(ip, CAPTCHAS_PER_HOUR, now())) refuse('complaint.too-often', {}, 429);
    return desk.draw(now()) ?? refuse('complaint.too-often', {}, 429);
  });
  app.post(
    '/api/public/reports',
    { config: { may: 'complaint.report' }, schema: { body: shapes.report, response: { 200: shapes.reported } } },
    async ({ body, ip }) => {
      const { captchaId, captcha, pictures, ...told } = body;
      if (!desk.answer(captchaId, captcha, now())) refuse('complaint.captcha', {}, 422);
      const ports = await complaintPortsOf(home, now());
      if (!reports.admit(ip, ports.rules.reportsPerHour, now())) refuse('complaint.too-often', {}, 429);
      const bytes = pictures.map((text) => new Uint8Array(Buffer.from(text.replace(/^data:[^,]*,/, ''), 'base64')));
      const at = now();
      const wish = { ...told, channel: 'web' as const, providerNo: null, pictures: bytes, receivedOn: dayOf(at), by: '公众', at };
      return taken(await receiveComplaint(ports, wish));
    },
  );
  app.post(
    '/api/public/reports/follow',
    { config: { may: 'complaint.report' }, schema: { body: shapes.followWish, response: { 200: shapes.followed } } },
    async (request) => {
      if (!follows.admit(request.ip, FOLLOWS_PER_HOUR, now())) refuse('complaint.too-often', {}, 429);
      const book = complaintBookOf(home.db);
      const own = await book.followed(complaintCodeHash(request.body.code));
      if (!own) refuse('complaint.no-code', {}, 404);
      // merged: the other one is answered for both
      const one = (own.mergedInto && (await book.find(own.mergedInto))) || own;
      const { state, closedOn, reply } = one;
      const stateName = complaintWords.states[state][languageOf(request)];
      return {
        complaintId: own.complaintId,
        state,
        stateName,
        receivedOn: own.receivedOn,
        closedOn,
        reply: closedOn === null ? null : reply,
      };
    },
  );
}
