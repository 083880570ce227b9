// A case with all that its page and its papers need: the clock, what the table of discretion says, which papers are there.
import { casePaper, type PaperContext } from '@hengjian/catalog';
import type { CaseFileContent, FileScan } from '@hengjian/documents';
import {
  caseClock,
  caseWords,
  causeOf,
  type Day,
  type EnforcementCase,
  fileStanding,
  formatDay,
  formatYuan,
  type PaperStanding,
  proposalFor,
} from '@hengjian/domain';
import { bureauRegion, discretionRules, type MatterScan, matterBookOf, matterLimits, scanBytes, scansOf } from '@hengjian/store';
import type { Services } from '../services.ts';

const NOUN = 'enforcementCase';
/** Name that papers are issued under. */
export const bureauName = (): string => process.env.HENGJIAN_BUREAU?.trim() || '医疗保障局';

export interface CaseStanding {
  readonly context: PaperContext;
  readonly scans: readonly MatterScan[];
  readonly papers: readonly PaperStanding[];
}

export async function caseStanding({ home }: Pick<Services, 'home'>, one: EnforcementCase, today: Day): Promise<CaseStanding> {
  const region = await bureauRegion(home.db);
  const limits = await matterLimits(home.db, region, today);
  const discretion = await discretionRules(home.db);
  const scans = await scansOf(home.db, NOUN, one.matterId);
  const counts = new Map([...Map.groupBy(scans, ({ paper }) => paper)].map(([paper, own]) => [paper, own.length]));
  return {
    scans,
    papers: fileStanding(one, counts),
    context: {
      bureau: bureauName(),
      today,
      clock: caseClock(one, today, limits.number('case.days')),
      discretion: proposalFor(one, { region, discretion }, today),
      takenFen: await matterBookOf(home.db).takenOf(one.findingIds),
    },
  };
}

const cover = (one: EnforcementCase): CaseFileContent['cover'] => [
  ['案卷号', one.fileNo ?? ''],
  ['案件名称', one.title],
  ['案由', causeOf(one.causeCode)?.zh ?? ''],
  ['当事人', one.party.name],
  ['承办人', one.handlers.map(({ name }) => name).join('、')],
  ['立案日期', one.filedOn === null ? '' : formatDay(one.filedOn)],
  ['结案日期', one.closedOn === null ? '' : formatDay(one.closedOn)],
  [
    '处理结果',
    one.outcome === null
      ? caseWords.states[one.state].zh
      : `${caseWords.outcomes[one.outcome].zh}，罚款 ${formatYuan(one.fineFen ?? 0)} 元`,
  ],
  ['归档日期', one.archivedOn === null ? '' : formatDay(one.archivedOn)],
];

/** The whole file, every paper and scan in its order, ready to be written. */
export async function assembledFile(
  { home }: Pick<Services, 'home'>,
  one: EnforcementCase,
  standing: CaseStanding,
): Promise<CaseFileContent> {
  const { context, scans, papers } = standing;
  const loaded = async (scan: MatterScan): Promise<FileScan[]> => {
    const kept = await scanBytes(home.db, NOUN, one.matterId, scan.attachmentId);
    return kept ? [{ file: kept.file, kind: kept.kind, bytes: kept.bytes }] : [];
  };
  const parts: CaseFileContent['parts'][number][] = [];
  for (const { kind } of papers) {
    const own: FileScan[] = [];
    for (const scan of scans) if (scan.paper === kind.id) own.push(...(await loaded(scan)));
    const paper = casePaper(kind.id, one, context);
    parts.push({ title: kind.zh, number: paper?.number ?? null, paper, scans: own });
  }
  return { bureau: context.bureau, title: one.title, cover: cover(one), parts };
}
