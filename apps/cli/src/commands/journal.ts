// The journal of steps: does it stand as it was written?
import { formatInstant, journalMessages as say } from '@hengjian/domain';
import { journalOf, openHome, type WrongSum, wrongAttachments, wrongFindingSums } from '@hengjian/store';
import { type JournalFault, type JournalHead, verifyJournal } from '@hengjian/workflows';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson } from '../refuse.ts';

const add: AddCommand = (program, context) => {
  const root = program.command('journal').description('操作日志：案件、资金和账号的每一步，前后以 SM3 相扣');
  root
    .command('verify')
    .description('检查日志、它封存的行、附件和资金合计是否被绕过系统改动；指出第一处')
    .option('--expect <序号：散列>', '以前抄下的末端（见 journal head），证明到那里为止没有少')
    .option('--json', '输出 JSON')
    .action((options: { expect?: string; json?: boolean }) => verify(options, context()));
  root
    .command('head')
    .description('日志的末端，请定期抄到系统以外的地方')
    .action(async () => {
      const home = await openHome(context().home);
      try {
        const { serial, hash } = await journalOf(home.db).head();
        process.stdout.write(`${serial}:${hash}\n`);
      } finally {
        await home.close();
      }
    });
};
export default add;

async function verify({ expect, json }: { expect?: string; json?: boolean }, { home: folder, language }: CliContext): Promise<void> {
  const noted = expect === undefined ? undefined : headOf(expect, language);
  const home = await openHome(folder);
  try {
    const verified = await verifyJournal(journalOf(home.db), noted);
    const wrongSums = verified.fault ? [] : await wrongFindingSums(home.db);
    const [wrong] = wrongSums;
    const wrongBytes = verified.fault ? [] : await wrongAttachments(home.db);
    const [altered] = wrongBytes;
    if (json) printJson({ ok: verified.fault === null && !wrong && !altered, ...verified, wrongSums, wrongBytes });
    if (verified.fault) throw new Refused(json ? '' : sayFault(verified.fault, language));
    if (altered) throw new Refused(json ? '' : say.bytesDiffer[language]({ n: wrongBytes.length, ...altered }));
    if (wrong) throw new Refused(json ? '' : sayWrong(wrongSums, wrong, language));
    if (!json)
      process.stdout.write(
        `${say.sound[language]({ steps: verified.steps, rows: verified.rows, head: `${verified.head.serial}:${verified.head.hash}` })}\n`,
      );
  } finally {
    await home.close();
  }
}

function headOf(text: string, language: CliContext['language']): JournalHead {
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text.trim());
  if (!match) throw new Refused(say.badHead[language]({}));
  return { serial: Number(match[1]), hash: match[2] as string };
}

function sayWrong(all: readonly WrongSum[], { table, key }: WrongSum, language: CliContext['language']): string {
  const n = all.filter((one) => one.table === table).length;
  return table === 'finding_case' ? say.caseDiffers[language]({ n, key }) : say.sumsDiffer[language]({ n, table, key });
}

function sayFault(fault: JournalFault, language: CliContext['language']): string {
  const step =
    'step' in fault
      ? { what: `${fault.step.noun}:${fault.step.subjectId}`, action: fault.step.action, at: formatInstant(fault.step.at) }
      : null;
  switch (fault.kind) {
    case 'step-changed':
      return say.stepChanged[language]({ serial: fault.serial, ...(step as NonNullable<typeof step>) });
    case 'row-changed':
      return say.rowChanged[language]({
        table: fault.table,
        key: fault.key,
        serial: fault.step.serial,
        ...(step as NonNullable<typeof step>),
      });
    case 'row-added':
      return say.rowAdded[language](fault);
    case 'steps-missing':
      return say.stepsMissing[language]({ serial: fault.serial });
    case 'end-differs':
      return say.endDiffers[language]({ serial: fault.serial });
    case 'noted-head-differs':
      return say.notedDiffers[language]({ serial: fault.serial });
  }
}
