// `claims arrivals`: what came from the institutions, against the clearing statements and against what is usual.
import { arrivalMessages, type Day, formatDay, formatYuan, type Language, type TieState } from '@hengjian/domain';
import { arrivalPortsOf, lakeReaderOf } from '@hengjian/server';
import { openHome } from '@hengjian/store';
import { type ArrivalReport, arrivalReport } from '@hengjian/workflows';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';

export interface ArrivalOptions {
  from?: Day;
  to?: Day;
  json?: boolean;
}

export async function arrivals(options: ArrivalOptions, { home: folder, language }: CliContext): Promise<void> {
  const home = await openHome(folder);
  const lake = lakeReaderOf(home.lake);
  try {
    const range = (await home.lake.snapshot()).range();
    if (!range) throw new Refused(arrivalMessages.nothing[language]({}));
    const report = await arrivalReport(arrivalPortsOf(home, lake), { from: options.from ?? range.fromDay, to: options.to ?? range.toDay });
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : `${arrivalText(report, language)}\n`);
    const { differs, notArrived } = tieCounts(report);
    if (differs + notArrived > 0) process.exitCode = 1;
  } finally {
    await lake.close();
    await home.close();
  }
}

function tieCounts({ ties }: ArrivalReport) {
  const count = (state: TieState) => ties.filter((one) => one.state === state).length;
  return {
    all: ties.length,
    tied: count('tied'),
    differs: count('differs'),
    notStated: count('notStated'),
    notArrived: count('notArrived'),
  };
}

function arrivalText(report: ArrivalReport, language: Language): string {
  const tell = arrivalMessages;
  return [
    tell.ties[language](tieCounts(report)),
    ...report.ties.flatMap(({ state, month, providerNo, gap, stated }) =>
      state === 'differs'
        ? [
            tell.differs[language]({
              month,
              providerNo,
              settlements: gap.settlementCount,
              total: formatYuan(gap.totalFen),
              fund: formatYuan(gap.fundFen),
            }),
          ]
        : state === 'notArrived'
          ? [tell.notArrived[language]({ month, providerNo, settlements: stated?.settlementCount ?? 0 })]
          : [],
    ),
    ...report.signals.map(({ kind, fromDay, toDay, providerNo, settlementCount, usualCount: usual }) =>
      kind === 'silent'
        ? tell.silent[language]({ from: formatDay(fromDay), to: formatDay(toDay), providerNo, usual })
        : tell.strange[language]({ kind, from: formatDay(fromDay), providerNo, count: settlementCount, usual }),
    ),
  ].join('\n');
}
