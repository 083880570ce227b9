// A process of its own for tests: serves a home, takes in the feed and folds it all the time, until it is killed.
// With HENGJIAN_AUDIT_THREADS=2, two threads answer audits as well. Says its port, then `warm` when they do.
//   node feed-server.ts HOME
import { createApp } from '@hengjian/server';
import { auditThreads } from '@hengjian/server/interface/settings.ts';
import { interfaceFold } from '@hengjian/server/jobs/interface-fold.ts';
import { openHome } from '@hengjian/store';

const home = await openHome(process.argv[2] ?? '');
const threads = auditThreads({ HENGJIAN_AUDIT_THREADS: '0', ...process.env });
const onAuditThread = (warm: number) => warm === threads && process.stdout.write('warm\n');
const app = await createApp({ home, auditThreads: threads, onAuditThread });
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 700));
  // a busy writer is one that was killed a moment ago
  await interfaceFold.run(home, {}, () => {}).catch((error: Error) => process.stderr.write(`${error.message}\n`));
}
