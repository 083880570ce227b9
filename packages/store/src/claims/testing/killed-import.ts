// A process of its own for tests: imports a folder and kills itself (SIGKILL, nothing is cleaned up) at a step.
//   node killed-import.ts HOME FOLDER STEP DONE [SHARE]
import { importClaims } from '@hengjian/workflows';
import { openHome } from '../../home.ts';
import { claimsImporter } from '../import.ts';

const [homeFolder = '', folder = '', at, count, deltaShare = '0'] = process.argv.slice(2);
const home = await openHome(homeFolder);
await importClaims(claimsImporter(home, { memoryLimitMb: 300, deltaShare: Number(deltaShare) }), {
  folder,
  acceptRejects: false,
  progress: (step, done) => {
    if (step === at && done === Number(count)) process.kill(process.pid, 'SIGKILL');
  },
});
throw new Error(`was never at ${at} ${count}`);
