// 任务: long writing work, handed in by the command line of this machine, followed line by line.
import { timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { App } from '../api.ts';
import { jobs } from '../jobs/index.ts';
import { TOKEN_HEADER } from '../jobs/perform.ts';
import { refuse } from '../refusal.ts';
import * as shapes from '../schemas/jobs.ts';
import type { Services } from '../services.ts';

export function jobsRoutes(app: App, { runner, token }: Services): void {
  // Work under way is finished before the stores are closed.
  app.addHook('onClose', () => runner.idle());

  app.get('/api/jobs', { config: { may: 'claims.read' }, schema: { response: { 200: shapes.jobs } } }, () => runner.list());

  app.post(
    '/api/jobs/:name',
    { config: { may: 'job.submit' }, schema: { params: z.object({ name: z.string() }), body: z.unknown(), hide: true } },
    async (request, reply) => {
      if (!same(String(request.headers[TOKEN_HEADER] ?? ''), token)) refuse('server.not-allowed', {}, 403);
      const job = jobs.get(request.params.name);
      if (!job) refuse('server.not-found', { what: '任务', id: request.params.name }, 404);
      const given = job.request.safeParse(request.body);
      if (!given.success) refuse('server.invalid', { reason: z.prettifyError(given.error) }, 400);
      const submitted = runner.submit(job, given.data);
      submitted.outcome.catch(() => {}); // the fault is the last line
      const lines = async function* () {
        for await (const event of submitted.events()) yield `${JSON.stringify(event)}\n`;
      };
      return reply.type('application/x-ndjson').send(Readable.from(lines()));
    },
  );
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
