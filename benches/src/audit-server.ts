// The server of the audit bench, a process of its own: `node audit-server.ts HOME`. Says over IPC where it listens and what it used.
import { createApp } from '@hengjian/server/app.ts';
import { auditThreads } from '@hengjian/server/interface/settings.ts';
import { openHome } from '@hengjian/store';

const started = performance.now();
const home = await openHome(process.argv[2] ?? '');
const threads = auditThreads();
const warm = Promise.withResolvers<void>();
if (threads === 0) warm.resolve();
const onAuditThread = (ready: number) => ready === threads && warm.resolve();
const app = await createApp({ home, auditThreads: threads, onAuditThread });
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.send?.({
  ready: typeof address === 'object' ? address?.port : 0,
  seconds: (performance.now() - started) / 1000,
  postmaster: home.postmaster,
});
process.on('message', (asked) => {
  if (asked === 'warm') warm.promise.then(() => process.send?.('warm'));
  if (asked === 'use') process.send?.({ rss: process.memoryUsage().rss, cpu: process.cpuUsage() });
  if (asked === 'end')
    app
      .close()
      .then(() => home.close())
      .then(() => process.exit(0));
});
