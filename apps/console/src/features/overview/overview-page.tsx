// 总览: a year of the bureau on one page; every number leads to its records.
import type { OverviewJson } from '@hengjian/server/schemas/overview.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useGet } from '../../api.ts';
import { count, day, localTime, share, wan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { LevelOf, ruleClass } from '../../ui/words.tsx';
import { KeptCards } from '../decision/saved-views.tsx';
import { StandingAlarms } from '../interface/alarms.tsx';
import { Overdue } from './overdue.tsx';
import { MonthPlot, type RuleOrder, RulePlot } from './plots.tsx';
import { Targets, TargetTiles } from './targets.tsx';

const text = texts.overview;

/** Nothing for whom it is not, while the way leads on to the first page that is. */
export const OverviewPage = () => (useMay('overview.read') ? <Overview /> : null);

function Overview() {
  const t = useTexts();
  const overview = useGet<OverviewJson>('/api/overview');
  const lake = overview.data?.lake;
  return (
    <Page
      title={t(text.title)}
      about={lake ? t(text.period, { from: day(lake.fromDay), to: day(lake.toDay) }) : null}
      extra={<Button onClick={() => window.print()}>{t(texts.common.print)}</Button>}
    >
      <StandingAlarms />
      <Overdue />
      <Loaded of={overview}>{(data) => <Body data={data} />}</Loaded>
      <KeptCards />
    </Page>
  );
}

function Tile({ name, value, unit, sub, red }: { name: string; value: string; unit?: string; sub?: ReactNode; red?: boolean }) {
  return (
    <>
      <div className="name">{name}</div>
      <div className={red ? 'value red' : 'value'}>
        {value} {unit ? <small>{unit}</small> : null}
      </div>
      <div className="sub">{sub}</div>
    </>
  );
}

function Body({ data }: { data: OverviewJson }) {
  const t = useTexts();
  if (!data.lake)
    return (
      <>
        <Panel>
          <Nothing title={t(text.emptyTitle)} help={t(text.emptyHelp)} command={`${t(texts.imports.command)}\nnpx hengjian demo`} />
        </Panel>
        <Targets />
      </>
    );
  const { lake, findings, review } = data;
  return (
    <>
      {review?.outdated ? (
        <Alert
          className="problem"
          type="warning"
          showIcon
          title={t(text.outdated)}
          action={<Link to="/imports">{t(text.reviewNow)}</Link>}
        />
      ) : null}
      <div className="tiles">
        <Link className="tile" to="/imports">
          <Tile
            name={t(review ? text.reviewed : text.loaded)}
            value={count(lake.settlements)}
            unit={t(texts.common.settlements)}
            sub={t(text.reviewedSub, { n: count(lake.lines) })}
          />
        </Link>
        <Link className="tile" to="/findings">
          <Tile
            name={t(text.findings)}
            value={count(findings.count)}
            unit={t(texts.common.items)}
            sub={t(text.findingsSub, { clear: count(data.clear.count), suspect: count(data.suspect.count) })}
          />
        </Link>
        <Link className="tile" to="/findings" search={{ sort: '-amountFen' }}>
          <Tile red name={t(text.amount)} value={wan(findings.amountFen)} unit={t(texts.common.wan)} sub={t(text.amountSub)} />
        </Link>
        <Link className="tile" to="/findings" search={{ sort: '-fundFen' }}>
          <Tile
            red
            name={t(text.fund)}
            value={wan(findings.fundFen)}
            unit={t(texts.common.wan)}
            sub={t(text.fundSub, { share: lake.fundFen ? share(findings.fundFen / lake.fundFen, 2) : '—' })}
          />
        </Link>
        <TargetTiles
          fallback={
            <a className="tile" href="#providers">
              <Tile
                name={t(text.providers)}
                value={count(findings.providerCount)}
                unit={t(texts.common.places)}
                sub={t(text.providersSub, { n: count(lake.providers) })}
              />
            </a>
          }
        />
      </div>
      {review ? (
        <>
          <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1.25fr) minmax(0, 1fr)' }}>
            <Panel title={t(text.byMonth)}>
              <MonthPlot months={data.byMonth} />
            </Panel>
            <Rules data={data} />
          </div>
          <Targets />
          <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1.25fr) minmax(0, 1fr)' }}>
            <Providers data={data} />
            <Categories data={data} />
          </div>
          <p className="hint">
            <Link to="/imports" search={{ run: review.runId }}>
              {t(text.lastReview, {
                at: localTime(review.finishedAt),
                rules: review.rules,
                decided: count(review.hit + review.clear + review.notEvaluated),
                hit: count(review.hit),
                clear: count(review.clear),
                open: count(review.notEvaluated),
              })}
            </Link>
          </p>
        </>
      ) : (
        <Panel>
          <Nothing
            title={t(text.emptyReviewTitle)}
            help={t(text.emptyReviewHelp)}
            command={`npx hengjian review run --from ${day(lake.fromDay)} --to ${day(lake.toDay)}`}
          >
            <Link to="/imports">{t(text.reviewNow)}</Link>
          </Nothing>
        </Panel>
      )}
    </>
  );
}

function Rules({ data }: { data: OverviewJson }) {
  const t = useTexts();
  const [by, order] = useState<RuleOrder>('amountFen');
  return (
    <Panel
      title={t(text.byRule)}
      extra={
        <Segmented
          className="no-print"
          size="small"
          value={by}
          onChange={order}
          options={[
            { value: 'amountFen', label: t(text.byAmount) },
            { value: 'count', label: t(text.byCount) },
          ]}
        />
      }
    >
      <RulePlot rules={data.byRule} by={by} />
    </Panel>
  );
}

function Providers({ data }: { data: OverviewJson }) {
  const t = useTexts();
  const navigate = useNavigate();
  const most = Math.max(1, ...data.byProvider.map((row) => row.amountFen));
  return (
    <Panel
      flush
      title={t(text.byProvider)}
      extra={
        <span className="hint">
          {t(text.providers)} {count(data.findings.providerCount)} / {count(data.lake?.providers)}
        </span>
      }
    >
      <table className="plain clickable" id="providers">
        <thead>
          <tr>
            <th>{t(text.provider)}</th>
            <th>{t(text.level)}</th>
            <th className="num">{t(text.findings)}</th>
            <th className="num">{t(texts.common.aside, { what: t(text.amount), aside: t(texts.common.wan) })}</th>
            <th className="num">{t(texts.common.aside, { what: t(text.fund), aside: t(texts.common.wan) })}</th>
          </tr>
        </thead>
        <tbody>
          {data.byProvider.map((row) => (
            <tr key={row.providerNo} onClick={() => void navigate({ to: '/findings', search: { provider: row.providerNo } })}>
              <td>
                <Link to="/findings" search={{ provider: row.providerNo }}>
                  {row.name ?? row.providerNo}
                </Link>
              </td>
              <td>
                <LevelOf level={row.level} kind={row.kind} />
              </td>
              <td className="num">{count(row.count)}</td>
              <td className="num bar-cell">
                {wan(row.amountFen)}
                <i style={{ width: `${(row.amountFen / most) * 100}%` }} />
              </td>
              <td className="num">{wan(row.fundFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Categories({ data }: { data: OverviewJson }) {
  const t = useTexts();
  const groups = [...Map.groupBy(data.byRule, (row) => row.category)]
    .map(([category, rows]) => ({
      category,
      rules: rows.map((row) => row.ruleId),
      count: rows.reduce((sum, row) => sum + row.count, 0),
      amountFen: rows.reduce((sum, row) => sum + row.amountFen, 0),
    }))
    .sort((a, b) => b.amountFen - a.amountFen);
  return (
    <Panel flush title={t(text.byCategory)}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.category)}</th>
            <th className="num">{t(text.findings)}</th>
            <th className="num">{t(texts.common.aside, { what: t(text.amount), aside: t(texts.common.wan) })}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((row) => (
            <tr key={row.category}>
              <td>
                <Link to="/findings" search={{ rule: row.rules }}>
                  {row.category ? ruleClass(t, row.category) : t(texts.common.unknown)}
                </Link>
              </td>
              <td className="num">{count(row.count)}</td>
              <td className="num">{wan(row.amountFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
