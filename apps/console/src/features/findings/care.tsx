// The encounters of a finding as a timeline: the lines in question stand out, the others fold away.
import { departmentWords } from '@hengjian/domain';
import type { CareEncounterJson, CareJson, CareLineJson, FindingFileJson, FindingRecordJson } from '@hengjian/server/schemas/findings.ts';
import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useGet } from '../../api.ts';
import { DASH, day, instant, isOpen, yuan } from '../../format.ts';
import { factWords } from '../../texts/facts.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Panel } from '../../ui/page.tsx';
import { ProfileLink } from '../../ui/profile-link.tsx';
import { Coded, LevelOf } from '../../ui/words.tsx';
import { Context } from './context.tsx';
import { Lines } from './lines.tsx';

const text = texts.findings;
type Marks = ReadonlyMap<string, FindingRecordJson>;
const lineKey = (encounterNo: string, lineNo: string | null, settlementNo: string | null) =>
  `${encounterNo}|${lineNo}|${settlementNo ?? ''}`;

export const CareOf = ({ file }: { file: FindingFileJson }) => (
  <CareAt address={`/api/findings/${encodeURIComponent(file.findingId)}/care`} records={file.records} />
);

/** The care that an address answers with; without records in question every line is shown. */
export function CareAt({ address, records }: { address: string; records: readonly FindingRecordJson[] }) {
  const t = useTexts();
  const care = useGet<CareJson>(address);
  const [all, showAll] = useState(records.length === 0);
  const marks: Marks = new Map(records.map((record) => [lineKey(record.encounterNo, record.lineNo, record.settlementNo), record]));
  return (
    <Panel
      title={t(text.care)}
      extra={
        <span className="row no-print">
          <span className="legend">
            <span>
              <i style={{ background: 'var(--red)' }} />
              {t(text.inQuestion)}
            </span>
            <span>
              <i style={{ background: '#d9a441' }} />
              {t(text.related)}
            </span>
          </span>
          <Segmented
            size="small"
            value={all ? 'all' : 'marked'}
            onChange={(value) => showAll(value === 'all')}
            options={[
              { value: 'marked', label: t(text.onlyMarked) },
              { value: 'all', label: t(text.allLines) },
            ]}
          />
        </span>
      }
    >
      <Loaded of={care}>
        {(data) =>
          data.encounters.length === 0 ? (
            <>
              <Nothing title={t(text.careEmpty)} />
              <Bare records={records} />
            </>
          ) : (
            <>
              {data.cut ? <p className="amber">{t(text.careCut)}</p> : null}
              {data.encounters.map((encounter) => (
                <Encounter key={encounter.encounterNo} encounter={encounter} care={data} marks={marks} all={all} records={records} />
              ))}
              <Context care={data} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

const settingWords = factWords.setting ?? {};
const insuranceWords = factWords.insurance ?? {};

interface Of {
  encounter: CareEncounterJson;
  care: CareJson;
  marks: Marks;
  all: boolean;
  records: readonly FindingRecordJson[];
}

function Encounter({ encounter, care, marks, all, records }: Of) {
  const { t, language } = useSpeech();
  const { encounterNo } = encounter;
  const mine = <T extends { encounterNo: string }>(rows: readonly T[]) => rows.filter((row) => row.encounterNo === encounterNo);
  const stay = encounter.setting === 'inpatient';
  const word = (table: typeof settingWords, key: string | null) => (key && table[key] ? t(table[key]) : t(texts.common.unknown));
  const whole = records.find((record) => record.encounterNo === encounterNo && record.lineNo === null && record.role === 'inQuestion');
  return (
    <article className="encounter">
      <header>
        <strong>{word(settingWords, encounter.setting)}</strong>
        <span>
          {encounter.providerName ?? encounter.providerNo}{' '}
          <span className="faint">
            <LevelOf level={encounter.level} />
          </span>
        </span>
        <span>
          {encounter.sex === 1 ? t(text.male) : encounter.sex === 2 ? t(text.female) : DASH}
          {encounter.age === null ? '' : ` ${t(text.age, { n: encounter.age })}`}
        </span>
        <span>{word(insuranceWords, encounter.insurance)}</span>
        {encounter.department ? (
          <span className="soft">
            {departmentWords[encounter.department]?.[language] ?? t(text.department, { no: encounter.department })}
          </span>
        ) : null}
        {encounter.practitionerNo && encounter.providerKind !== 'pharmacy' ? (
          <span className="soft">
            {t(texts.practice.treated)} <span className="code">{encounter.practitionerNo}</span>{' '}
            <ProfileLink kind="practitioner" no={encounter.practitionerNo} />
          </span>
        ) : (
          <ProfileLink kind="provider" no={encounter.providerNo} />
        )}
        {encounter.bed ? <span className="soft">{t(text.bed, { no: encounter.bed })}</span> : null}
        {encounter.died ? <span className="red">{t(text.died, { day: day(encounter.deathDay) })}</span> : null}
        <span className="grow" />
        {whole?.amountFen ? (
          <span className="red">
            {t(text.inQuestionFen)} {yuan(whole.amountFen)}
          </span>
        ) : null}
        <span className="faint code">{encounterNo}</span>
      </header>
      <div className="timeline">
        <Diagnoses rows={mine(care.diagnoses)} />
        <Moment at={instant(encounter.begunAt)}>{t(stay ? text.admitted : text.visit)}</Moment>
        {folded(momentsOf(mine(care.lines), mine(care.operations)), marks, all).map((moment) =>
          moment.kind === 'operation' ? (
            <Moment key={moment.key} at={instant(moment.operation.occurredAt)}>
              {t(text.operation)} <span className="code">{moment.operation.code}</span>
            </Moment>
          ) : (
            <Day key={moment.key} days={moment.days} lines={moment.lines} marks={marks} all={all} />
          ),
        )}
        {stay ? <Moment at={isOpen(encounter.endedAt) ? t(text.stillIn) : instant(encounter.endedAt)}>{t(text.discharged)}</Moment> : null}
        {mine(care.settlements).map((settlement) => (
          <Moment key={settlement.settlementNo} at={instant(settlement.settledAt)}>
            <span className={settlement.setAside ? 'faint' : ''}>
              {t(text.settlementRow, {
                no: settlement.settlementNo,
                total: yuan(settlement.totalFen),
                fund: yuan(settlement.fundFen),
                cash: yuan(settlement.cashFen),
              })}
              {settlement.setAside ? ` · ${t(text.reversed)}` : ''}
            </span>
          </Moment>
        ))}
      </div>
    </article>
  );
}

type MomentOf =
  | { kind: 'day'; key: string; at: number; days: (number | null)[]; lines: CareLineJson[] }
  | { kind: 'operation'; key: string; at: number; operation: CareJson['operations'][number] };

/** Lines by day and operations, in the order of time. */
function momentsOf(lines: readonly CareLineJson[], operations: CareJson['operations']): MomentOf[] {
  const days = Map.groupBy(lines, (line) => (line.occurredAt === null ? null : Math.floor(line.occurredAt / 86_400)));
  const moments: MomentOf[] = [...days].map(([at, own]) => ({
    kind: 'day',
    key: `d${at}`,
    at: (at ?? 0) * 86_400,
    days: [at],
    lines: own,
  }));
  operations.forEach((operation, index) => {
    moments.push({ kind: 'operation', key: `o${index}`, at: operation.occurredAt ?? 0, operation });
  });
  return moments.sort((a, b) => a.at - b.at);
}

/** Days that follow each other and hold no line of the finding are one moment, unless all lines are asked for. */
function folded(moments: readonly MomentOf[], marks: Marks, all: boolean): MomentOf[] {
  if (all) return [...moments];
  const plain = (moment: MomentOf | undefined) =>
    moment?.kind === 'day' && !moment.lines.some((line) => marks.has(lineKey(line.encounterNo, line.lineNo, line.settlementNo)));
  const result: MomentOf[] = [];
  for (const moment of moments) {
    const last = result.at(-1);
    if (last?.kind === 'day' && moment.kind === 'day' && plain(last) && plain(moment))
      result[result.length - 1] = { ...last, days: [...last.days, ...moment.days], lines: [...last.lines, ...moment.lines] };
    else result.push(moment);
  }
  return result;
}

function Moment({ at, marked, children }: { at: string; marked?: boolean; children: ReactNode }) {
  return (
    <div className={marked ? 'moment marked' : 'moment'}>
      <time>{at}</time>
      <div className="rail" />
      <div>{children}</div>
    </div>
  );
}

function Diagnoses({ rows }: { rows: CareJson['diagnoses'] }) {
  const t = useTexts();
  if (rows.length === 0) return null;
  return (
    <p className="soft" style={{ marginBottom: 6 }}>
      {t(texts.common.named, { name: t(text.diagnosis), value: '' })}
      {rows.map((row) => (
        <span key={row.code} style={{ marginRight: 10 }}>
          <Coded code={row.code} name={row.name} />
          {row.main ? <span className="faint"> {t(text.mainDiagnosis)}</span> : null}
        </span>
      ))}
    </p>
  );
}

function Day({ days, lines, marks, all }: { days: (number | null)[]; lines: CareLineJson[]; marks: Marks; all: boolean }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const markOf = (line: CareLineJson) => marks.get(lineKey(line.encounterNo, line.lineNo, line.settlementNo));
  const marked = lines.filter(markOf);
  const shown = all || open ? lines : marked;
  const rest = lines.filter((line) => !shown.includes(line));
  return (
    <Moment
      at={days.length === 1 ? day(days[0]) : `${day(days[0]).slice(5)} ~ ${day(days.at(-1)).slice(5)}`}
      marked={marked.some((line) => markOf(line)?.role === 'inQuestion')}
    >
      {shown.length ? <Lines lines={shown} markOf={markOf} dated={days.length > 1} /> : null}
      {rest.length ? (
        <button type="button" className="rest" onClick={() => setOpen(true)}>
          {t(text.restOfDay, { n: rest.length, amount: yuan(rest.reduce((sum, line) => sum + (line.amountFen ?? 0), 0)) })} ▸
        </button>
      ) : null}
    </Moment>
  );
}

/** Where the claims no longer hold the encounter: what the finding itself keeps. */
function Bare({ records }: { records: readonly FindingRecordJson[] }) {
  const t = useTexts();
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t(texts.common.day)}</th>
          <th>{t(text.code)}</th>
          <th>{t(text.visit)}</th>
          <th className="num">{t(text.inQuestionFen)}</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={lineKey(record.encounterNo, record.lineNo, record.settlementNo)}>
            <td>{day(record.day)}</td>
            <td className="code">{record.itemCode ?? DASH}</td>
            <td className="code">
              {record.encounterNo}
              {record.lineNo ? `:${record.lineNo}` : ''}
            </td>
            <td className="num">{yuan(record.amountFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
