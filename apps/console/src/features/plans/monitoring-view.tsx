// 双监控: how far targets and money are, where the year will end, what wants a look.
import type { MonitoringJson, PlanFileJson } from '@hengjian/server/schemas/plans.ts';
import { Tag, Tooltip } from 'antd';
import { useGet } from '../../api.ts';
import { number, share, wan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Panel } from '../../ui/page.tsx';
import { Spark } from '../../ui/spark.tsx';

const text = texts.plans;
type Project = MonitoringJson['projects'][number];
type Row = Project['indicators'][number];

export function MonitoringView({ plan }: { plan: PlanFileJson }) {
  const t = useTexts();
  const watched = useGet<MonitoringJson>(`/api/plans/${plan.planId}/monitoring`);
  return (
    <Loaded of={watched}>
      {({ projects, monthTo, yearShare }) => (
        <>
          <p className="soft">{t(text.watchedUpTo, { n: monthTo, share: share(yearShare, 1) })}</p>
          {projects.map((project) => (
            <Watched key={project.projectNo} project={project} yearShare={yearShare} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function Watched({ project, yearShare }: { project: Project; yearShare: number }) {
  const t = useTexts();
  return (
    <Panel flush title={project.name} extra={<Money project={project} />}>
      <table className="plain plan">
        <thead>
          <tr>
            <th>{t(text.level3)}</th>
            <th className="num" style={{ width: 130 }}>
              {t(text.target)}
            </th>
            <th className="num" style={{ width: 100 }}>
              {t(text.actual)}
            </th>
            <th className="num" style={{ width: 92 }}>
              {t(text.progress)}
            </th>
            <th style={{ width: 98 }}>{t(text.trend)}</th>
            <th className="num" style={{ width: 170 }}>
              {t(text.forecast)}
            </th>
            <th style={{ width: 96 }}>{t(text.likelihood)}</th>
            <th style={{ width: 230 }}>{t(text.alarms)}</th>
          </tr>
        </thead>
        <tbody>
          {project.indicators.map((row) => (
            <Line key={row.indicatorId} row={row} yearShare={yearShare} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Money({ project }: { project: Project }) {
  const t = useTexts();
  return (
    <span className="row soft" style={{ columnGap: 18 }}>
      <span>
        {t(text.budget)} {wan(project.budgetFen)} {t(texts.common.wan)}
      </span>
      <span>
        {t(text.paid)} {wan(project.paidFen)} · {t(text.executionRatio)} {share(project.executionRatio, 1)}
      </span>
      <span>
        {t(text.forecastSpent)} {wan(project.forecastFen)}
      </span>
      {project.alarms.map((alarm) => (
        <Tag key={alarm} color="orange">
          {t(text[`alarm.${alarm}`])}
        </Tag>
      ))}
    </span>
  );
}

const colours = { certain: 'green', possible: 'gold', impossible: 'red' } as const;

function Line({ row, yearShare }: { row: Row; yearShare: number }) {
  const t = useTexts();
  const { forecast } = row;
  const target = typeof row.target === 'number' ? number(row.target) : (row.target ?? '—');
  return (
    <tr>
      <td>{row.name}</td>
      <td className="num">
        {row.operator === 'qualitative' ? '' : row.operator} {target} <small>{row.unit}</small>
      </td>
      <td className="num">{row.actual === null ? <span className="faint">{t(text.unknown)}</span> : number(row.actual, 2)}</td>
      <td className={`num ${row.progress !== null && row.alarms.includes('behind') ? 'red' : ''}`}>
        {row.progress === null ? '—' : <span title={share(yearShare, 1)}>{share(row.progress, 1)}</span>}
      </td>
      <td>
        {row.monthly.length ? <Spark values={row.monthly.map(({ value }) => value)} label={`${row.name} ${t(text.monthly)}`} /> : null}
      </td>
      <td className="num">
        {forecast ? (
          <Tooltip title={t(text.forecastBy, { way: t(text[`by.${forecast.by}`]) })}>
            <span>
              {number(forecast.value, 2)}
              <br />
              <small className="soft">{t(text.interval, { low: number(forecast.low, 1), high: number(forecast.high, 1) })}</small>
            </span>
          </Tooltip>
        ) : (
          '—'
        )}
      </td>
      <td>{row.likelihood ? <Tag color={colours[row.likelihood]}>{t(text[`likelihood.${row.likelihood}`])}</Tag> : null}</td>
      <td>
        {row.alarms.map((alarm) => (
          <Tag key={alarm} color={alarm === 'unknown' ? 'default' : 'orange'}>
            {t(text[`alarm.${alarm}`])}
          </Tag>
        ))}
        {row.reason ? <div className="hint">{row.reason}</div> : null}
      </td>
    </tr>
  );
}
