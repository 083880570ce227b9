// A process of its own for tests: opens the home, says who it is, does what it is told, and waits for its end.
//   node holder.ts HOME open|write|lock
import { sql } from 'kysely';
import { openHome } from '../home.ts';

const [folder = '', what = 'open'] = process.argv.slice(2);
const home = await openHome(folder);
if (what === 'write') {
  await sql`create table if not exists noted (who integer, n integer)`.execute(home.db).catch(() => {}); // two at once: one of them made it
  for (let n = 0; n < 25; n += 1) await sql`insert into noted values (${process.pid}, ${n})`.execute(home.db);
}
if (what === 'lock') {
  const lock = await home.takeWriterLock('claims import');
  if (!lock.ok) throw new Error('the lock is taken');
}
process.stdout.write(`ready ${process.pid}\n`);
if (what === 'lock') await new Promise((resolve) => setTimeout(resolve, 600_000)); // until it is killed
await home.close();
