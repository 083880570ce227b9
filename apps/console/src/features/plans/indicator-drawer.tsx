// What stands behind an indicator's number: definition, formula, parts, months, records; and the decisions people take on it.
import type { IndicatorRow, MeasuredPartJson, MeasureInfoJson, PlanFileJson, PlanProjectJson } from '@hengjian/server/schemas/plans.ts';
import { App, Button, Drawer, Select, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { post, useGet } from '../../api.ts';
import { count, number } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';
import { Fact, Panel } from '../../ui/page.tsx';
import { State } from './project-table.tsx';
import { Records } from './records.tsx';
import { refreshPlans } from './refresh.ts';
import { StatementForm } from './statement-form.tsx';

const text = texts.plans;

interface Props {
  plan: PlanFileJson;
  project: PlanProjectJson | null;
  row: IndicatorRow | null;
  onClose: () => void;
}

export function IndicatorDrawer({ plan, project, row, onClose }: Props) {
  return (
    <Drawer size={820} open={row !== null} onClose={onClose} title={row?.name} destroyOnHidden>
      {row && project ? <Body key={row.indicatorId} plan={plan} project={project} row={row} /> : null}
    </Drawer>
  );
}

function Body({ plan, project, row }: { plan: PlanFileJson; project: PlanProjectJson; row: IndicatorRow }) {
  const t = useTexts();
  const { measured } = row;
  return (
    <>
      <dl className="facts">
        <Fact name={t(text.project)}>{project.name}</Fact>
        <Fact name={t(text.level1)}>{[row.level1, row.level2].filter(Boolean).join(' / ')}</Fact>
        <Fact name={t(text.target)}>
          {row.operator === 'qualitative' ? t(text.qualitative) : row.operator}{' '}
          {typeof row.target === 'number' ? number(row.target) : row.target} {row.unit}{' '}
          {row.weight === null ? null : (
            <span className="soft">{t(texts.common.aside, { what: '', aside: `${t(text.weight)} ${row.weight}` })}</span>
          )}
        </Fact>
        <Fact name={t(text.actual)}>
          <strong style={{ fontSize: 18 }}>{row.actual === null ? row.actualText : number(row.actual)}</strong>{' '}
          {row.actual === null ? '' : row.actualUnit} <State row={row} />{' '}
          {row.score === null ? null : `${t(text.score)} ${number(row.score, 2)}`}
        </Fact>
        <Fact name={t(text.explain)}>{row.explanation}</Fact>
        {row.reason ? <Fact name={row.met === null ? t(text.whyUnknown) : t(text.reason)}>{row.reason}</Fact> : null}
      </dl>
      <Panel title={t(text.measure)} className="in-drawer" extra={<Decide row={row} />}>
        {row.link?.measureId && row.link.state !== 'rejected' ? (
          <dl className="facts">
            <Fact name={t(text.definition)}>
              {row.link.title}
              {t(texts.common.colon)}
              {row.link.about}
            </Fact>
            {measured ? <Fact name={t(text.formula)}>{measured.formula}</Fact> : null}
          </dl>
        ) : (
          <p className="soft">{t(text['unknown.no-measure'])}</p>
        )}
        {measured ? <Parts measured={measured} /> : null}
      </Panel>
      {measured?.monthly.some(({ value }) => value !== null) ? (
        <Panel title={t(text.monthly)}>
          <MonthLine row={row} measured={measured} />
        </Panel>
      ) : null}
      {measured && plan.run ? <Records row={row} measured={measured} runId={plan.run.runId} /> : null}
      <Panel title={t(text.statement)}>
        <StatementForm row={row} />
      </Panel>
    </>
  );
}

type Measured = NonNullable<IndicatorRow['measured']>;

function Parts({ measured }: { measured: Measured }) {
  const t = useTexts();
  const parts: [string, MeasuredPartJson | null][] = [
    [measured.denominator ? t(text.numerator) : t(text.source), measured.numerator],
    [t(text.denominator), measured.denominator],
  ];
  return (
    <table className="plain" style={{ marginTop: 8 }}>
      <tbody>
        {parts.flatMap(([name, part]) =>
          part
            ? [
                <tr key={name}>
                  <td className="soft nowrap">{name}</td>
                  <td>{part.title}</td>
                  <td className="num">
                    {number(part.value, 4)} {part.unit}
                  </td>
                  <td className="soft nowrap">
                    {part.source} · {t(text.recordCount, { n: count(part.recordCount) })}
                    {part.undeterminedCount ? (
                      <span className="amber"> · {t(text.undetermined, { n: count(part.undeterminedCount) })}</span>
                    ) : null}
                  </td>
                </tr>,
              ]
            : [],
        )}
      </tbody>
    </table>
  );
}

function MonthLine({ row, measured }: { row: IndicatorRow; measured: Measured }) {
  const t = useTexts();
  const target = typeof row.target === 'number' && measured.unit === row.unit ? row.target : null;
  return (
    <Chart
      height={190}
      label={t(text.monthly)}
      option={{
        legend: {},
        tooltip: { trigger: 'axis' },
        xAxis: {
          type: 'category',
          name: t(texts.axes.month),
          data: measured.monthly.map(({ month }) => String(month)),
          axisTick: { show: false },
        },
        yAxis: { type: 'value', name: t(texts.common.aside, { what: t(text.actual), aside: measured.unit }) },
        series: [
          { type: 'line', name: t(text.actual), data: measured.monthly.map(({ value }) => value), symbolSize: 5, connectNulls: false },
          ...(target === null
            ? []
            : [
                {
                  type: 'line' as const,
                  name: t(text.target),
                  data: measured.monthly.map(() => target),
                  symbol: 'none',
                  lineStyle: { type: 'dashed' as const, width: 1.2 },
                },
              ]),
        ],
      }}
    />
  );
}

/** Confirms the suggested measure, takes another, or says that none answers. */
function Decide({ row }: { row: IndicatorRow }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [choosing, choose] = useState(false);
  const measures = useGet<MeasureInfoJson[]>('/api/measures', undefined, { enabled: choosing });
  useEffect(() => choose(false), [row.indicatorId]);
  const decide = (measureId: string | null) =>
    post(`/api/indicators/${row.indicatorId}/measure`, { measureId })
      .then(() => {
        choose(false);
        void message.success(t(texts.common.saved));
        return refreshPlans();
      })
      .catch((error: Error) => message.error(error.message));
  const { link } = row;
  if (choosing)
    return (
      <Select
        autoFocus
        open
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 360 }}
        placeholder={t(text.chooseMeasure)}
        aria-label={t(text.chooseMeasure)}
        loading={measures.isPending}
        options={(measures.data ?? []).map((measure) => ({
          value: measure.id,
          label: t(texts.common.aside, { what: measure.title, aside: measure.unit }),
        }))}
        onChange={(value: string) => void decide(value)}
        onBlur={() => choose(false)}
      />
    );
  return (
    <span className="row no-print">
      {link ? (
        <Tag color={link.state === 'confirmed' ? 'green' : link.state === 'suggested' ? 'orange' : 'default'}>
          {t(text[link.state])} {link.state === 'confirmed' ? link.by : ''}
        </Tag>
      ) : null}
      {link?.state === 'suggested' && link.measureId ? (
        <Button size="small" type="primary" onClick={() => void decide(link.measureId)}>
          {t(text.confirm)}
        </Button>
      ) : null}
      <Button size="small" onClick={() => choose(true)}>
        {t(text.change)}
      </Button>
      {link?.measureId && link.state !== 'rejected' ? (
        <Button size="small" onClick={() => void decide(null)}>
          {t(text.reject)}
        </Button>
      ) : null}
    </span>
  );
}
