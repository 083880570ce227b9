// The server of the audit bench, a process of its own: `node audit-server.ts HOME`. Says over IPC where it listens and what it used.
import { createApp } from '@hengjian/server/app.ts';
import { openHome } from '@hengjian/store';

const started = performance.now();
const home = await openHome(process.argv[2] ?? '');
const app = await createApp({ home });
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.send?.({ ready: typeof address === 'object' ? address?.port : 0, seconds: (performance.now() - started) / 1000 });
process.on('message', (asked) => {
  if (asked === 'use') process.send?.({ rss: process.memoryUsage().rss, cpu: process.cpuUsage() });
  if (asked === 'end')
    app
      .close()
      .then(() => home.close())
      .then(() => process.exit(0));
});
