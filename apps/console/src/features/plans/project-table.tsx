// One project: tiers, target, actual, score and trend; every number opens.
import type { IndicatorRow, PlanProjectJson } from '@hengjian/server/schemas/plans.ts';
import { Button, Tag, Tooltip } from 'antd';
import { number, share, wan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { Spark } from '../../ui/spark.tsx';
import { gradeWord } from '../../ui/words.tsx';

const text = texts.plans;

interface Props {
  project: PlanProjectJson;
  wanted: string;
  onlyOpen: boolean;
  measured: boolean;
  onOpen: (indicatorId: string) => void;
}

export function ProjectTable({ project, wanted, onlyOpen, measured, onOpen }: Props) {
  const t = useTexts();
  const rows = project.indicators.filter(
    (row) => (!onlyOpen || row.met !== true) && `${row.level1 ?? ''}${row.level2 ?? ''}${row.name}`.includes(wanted),
  );
  if (rows.length === 0 && (wanted || onlyOpen)) return null;
  return (
    <Panel flush title={project.name} extra={<Money project={project} measured={measured} />}>
      <table className="plain plan">
        <thead>
          <tr>
            <th style={{ width: 84 }}>{t(text.level1)}</th>
            <th style={{ width: 112 }}>{t(text.level2)}</th>
            <th>{t(text.level3)}</th>
            <th style={{ width: 40 }}>{t(text.operator)}</th>
            <th className="num" style={{ width: 96 }}>
              {t(text.target)}
            </th>
            <th style={{ width: 56 }}>{t(text.unit)}</th>
            <th className="num" style={{ width: 104 }}>
              {t(text.actual)}
            </th>
            <th style={{ width: 98 }}>{t(text.trend)}</th>
            <th className="num" style={{ width: 52 }}>
              {t(text.weight)}
            </th>
            <th className="num" style={{ width: 56 }}>
              {t(text.score)}
            </th>
            <th style={{ width: 74 }}>{t(text.state)}</th>
            <th style={{ width: 170 }}>{t(text.measure)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.indicatorId} row={row} before={rows[index - 1]} onOpen={() => onOpen(row.indicatorId)} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row({ row, before, onOpen }: { row: IndicatorRow; before: IndicatorRow | undefined; onOpen: () => void }) {
  const t = useTexts();
  const sameFirst = before?.level1 === row.level1;
  const sameSecond = sameFirst && before?.level2 === row.level2;
  return (
    <tr>
      <td className="soft">{sameFirst ? '' : row.level1}</td>
      <td className="soft">{sameSecond ? '' : row.level2}</td>
      <td>
        {row.name}
        {row.group ? <span className="faint">　{row.group}</span> : null}
      </td>
      <td className="nowrap">{row.operator === 'qualitative' ? <span className="faint">{t(text.qualitative)}</span> : row.operator}</td>
      <td className={typeof row.target === 'number' ? 'num' : ''}>
        {typeof row.target === 'number' ? number(row.target) : (row.target ?? '—')}
      </td>
      <td>{row.unit}</td>
      <td className="num">
        <Button type="link" size="small" className="number-link" onClick={onOpen} title={row.reason}>
          {row.actual !== null ? (
            number(row.actual, 2)
          ) : row.statement?.grade ? (
            t(gradeNames[row.statement.grade])
          ) : (
            <span className="faint">{t(text.unknown)}</span>
          )}
          {row.actual !== null && row.actualUnit && row.actualUnit !== row.unit ? <small> {row.actualUnit}</small> : null}
        </Button>
      </td>
      <td>
        {row.measured ? <Spark values={row.measured.monthly.map(({ value }) => value)} label={`${row.name} ${t(text.monthly)}`} /> : null}
      </td>
      <td className="num">{row.weight ?? ''}</td>
      <td className="num">{row.score === null ? (row.weight === null ? '' : '—') : number(row.score, 2)}</td>
      <td>
        <State row={row} />
      </td>
      <td>
        <Measure row={row} onOpen={onOpen} />
      </td>
    </tr>
  );
}

export const gradeNames = { achieved: text.achieved, partly: text.partlyAchieved, missed: text.notAchieved } as const;

export function State({ row }: { row: IndicatorRow }) {
  const t = useTexts();
  if (row.met === true) return <Tag color="green">{t(text.reached)}</Tag>;
  if (row.met === false) return <Tag color="red">{t(text.missed)}</Tag>;
  return (
    <Tooltip title={row.reason}>
      <Tag>{t(text.unknown)}</Tag>
    </Tooltip>
  );
}

function Measure({ row, onOpen }: { row: IndicatorRow; onOpen: () => void }) {
  const t = useTexts();
  const { link } = row;
  if (!link?.measureId || link.state === 'rejected')
    return (
      <Button type="link" size="small" className="number-link faint" onClick={onOpen}>
        {t(text.measureNone)}
      </Button>
    );
  return (
    <Tooltip title={link.about}>
      <Button type="link" size="small" className="number-link measure-name" onClick={onOpen}>
        {link.title}
      </Button>
      {link.state === 'suggested' ? <span className="amber hint"> {t(text.suggested)}</span> : null}
    </Tooltip>
  );
}

function Money({ project, measured }: { project: PlanProjectJson; measured: boolean }) {
  const t = useTexts();
  const { total, execution } = project;
  return (
    <span className="row soft" style={{ columnGap: 18 }}>
      <span>
        {t(text.budget)} {wan(project.adjustedFen ?? project.budgetFen)} {t(texts.common.wan)}
      </span>
      {measured ? (
        <span>
          {t(text.paid)} {wan(project.paidFen)} · {t(text.executionRatio)} {share(execution.ratio, 2)}
        </span>
      ) : null}
      {measured && total.full > 0 ? (
        <Tooltip
          title={
            total.missing.length
              ? t(texts.common.named, {
                  name: t(text.rangeHelp, { n: total.missing.length }),
                  value: total.missing.join(t(texts.common.comma)),
                })
              : undefined
          }
        >
          <span>
            {t(text.total)}{' '}
            <strong style={{ color: 'var(--ink)' }}>
              {total.open === 0
                ? number(total.known, 2)
                : t(text.range, { low: number(total.known, 2), high: number(total.known + total.open, 2) })}
            </strong>{' '}
            <Grade total={total} />
          </span>
        </Tooltip>
      ) : null}
    </span>
  );
}

/** From here on a total is shown as good; the grade's own bounds belong to the rule set. */
const GOOD = 80;

export function Grade({ total }: { total: PlanProjectJson['total'] }) {
  const t = useTexts();
  if (total.grade) return <Tag color={(total.low ?? 0) >= GOOD ? 'green' : 'orange'}>{gradeWord(t, total.grade)}</Tag>;
  return total.lowGrade ? (
    <Tag>
      {gradeWord(t, total.lowGrade)} ~ {total.highGrade ? gradeWord(t, total.highGrade) : ''}
    </Tag>
  ) : null;
}
