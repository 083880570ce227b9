// What if: other actuals, other targets, other rules; scores side by side. Nothing is kept.
import type { PlanFileJson, RuleSetInfo, SupposedJson } from '@hengjian/server/schemas/plans.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, InputNumber, Select, Tooltip } from 'antd';
import { useState } from 'react';
import { post, speaking, useGet } from '../../api.ts';
import { number } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Panel } from '../../ui/page.tsx';

const text = texts.scoring;
type Row = SupposedJson['projects'][number]['rows'][number];
type Wishes = Readonly<Record<string, { actual?: number; target?: number }>>;

export function SupposeView({ plan }: { plan: PlanFileJson }) {
  const t = useTexts();
  const known = useGet<RuleSetInfo[]>('/api/score-rules');
  const [rules, setRules] = useState<string[]>([...new Set([plan.rules.id, 'cy-2021-101'])]);
  const [wishes, setWishes] = useState<Wishes>({});
  const [differing, setDiffering] = useState(false);
  const body = { rules, suppositions: Object.entries(wishes).map(([indicatorId, wish]) => ({ indicatorId, ...wish })) };
  const answer = useQuery({
    queryKey: [`/api/plans/${plan.planId}/supposition`, speaking.language, body],
    queryFn: () => post<SupposedJson>(`/api/plans/${plan.planId}/supposition`, body),
    enabled: plan.run !== null && rules.length > 0,
    placeholderData: (before) => before,
  });
  if (plan.run === null)
    return (
      <Panel>
        <Nothing title={t(text.noRun)} />
      </Panel>
    );
  const wish = (indicatorId: string, change: { actual?: number | undefined; target?: number | undefined }) =>
    setWishes((before) => {
      const next = Object.fromEntries(Object.entries({ ...before[indicatorId], ...change }).filter(([, value]) => value !== undefined));
      const { [indicatorId]: _, ...others } = before;
      return Object.keys(next).length > 0 ? { ...others, [indicatorId]: next } : others;
    });
  return (
    <>
      <Panel flush>
        <div className="filters">
          <span className="soft">{t(text.about)}</span>
          <span className="grow" />
          {Object.keys(wishes).length > 0 ? <strong className="amber">{t(text.changed, { n: Object.keys(wishes).length })}</strong> : null}
          <Button disabled={Object.keys(wishes).length === 0} onClick={() => setWishes({})}>
            {t(text.reset)}
          </Button>
          <Checkbox checked={differing} onChange={(event) => setDiffering(event.target.checked)}>
            {t(text.onlyDiffering)}
          </Checkbox>
          <Select
            mode="multiple"
            style={{ minWidth: 320 }}
            maxCount={4}
            aria-label={t(text.rules)}
            value={rules}
            onChange={setRules}
            options={(known.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          />
        </div>
      </Panel>
      <Loaded of={answer}>
        {(data) =>
          data.projects.map((project) => (
            <ProjectScores
              key={project.projectNo}
              rules={data.rules}
              project={project}
              wishes={wishes}
              differing={differing}
              onWish={wish}
            />
          ))
        }
      </Loaded>
    </>
  );
}

interface ProjectProps {
  rules: SupposedJson['rules'];
  project: SupposedJson['projects'][number];
  wishes: Wishes;
  differing: boolean;
  onWish: (indicatorId: string, change: { actual?: number | undefined; target?: number | undefined }) => void;
}

function ProjectScores({ rules, project, wishes, differing, onWish }: ProjectProps) {
  const t = useTexts();
  const scores = (row: Row) => new Set([...row.as, ...row.if].map(({ score }) => score));
  const rows = project.rows.filter((row) => !differing || scores(row).size > 1);
  if (rows.length === 0) return null;
  return (
    <Panel flush title={project.name}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.indicator)}</th>
            <th style={{ width: 170 }}>{t(text.target)}</th>
            <th style={{ width: 170 }}>{t(text.actual)}</th>
            <th className="num" style={{ width: 60 }}>
              {t(text.weight)}
            </th>
            {rules.map(({ id, title }, index) => (
              <th key={id} className="num" style={{ width: 170 }}>
                {title}
                <div>
                  <strong>
                    {project.totals[index]?.as === project.totals[index]?.if
                      ? project.totals[index]?.as
                      : t(text.total, { as: project.totals[index]?.as ?? '', if: project.totals[index]?.if ?? '' })}
                  </strong>{' '}
                  {project.totals[index]?.ifGrade}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.indicatorId}>
              <td>{row.name}</td>
              <td className="nowrap">
                {row.operator === 'qualitative' ? '' : row.operator}{' '}
                {typeof row.target === 'number' ? (
                  <Figure
                    label={`${row.name} ${t(text.target)}`}
                    value={row.target}
                    changed={wishes[row.indicatorId]?.target !== undefined}
                    onChange={(target) => onWish(row.indicatorId, { target })}
                  />
                ) : (
                  row.target
                )}{' '}
                {typeof row.target === 'number' ? row.unit : ''}
              </td>
              <td className="nowrap">
                {typeof row.target === 'number' ? (
                  <Figure
                    label={`${row.name} ${t(text.actual)}`}
                    value={row.actual}
                    changed={wishes[row.indicatorId]?.actual !== undefined}
                    onChange={(actual) => onWish(row.indicatorId, { actual })}
                  />
                ) : null}
              </td>
              <td className="num">{row.weight}</td>
              {row.if.map((score, index) => (
                <td key={rules[index]?.id ?? index} className="num">
                  <Tooltip title={score.explanation}>
                    <Score before={row.as[index]?.score ?? null} after={score.score} met={score.met} />
                  </Tooltip>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Leaving the field takes the number; emptying it brings the old one back. */
function Figure({
  label,
  value,
  changed,
  onChange,
}: {
  label: string;
  value: number | null;
  changed: boolean;
  onChange: (next: number | undefined) => void;
}) {
  const [typed, setTyped] = useState<number | null | undefined>(undefined);
  const take = () => {
    if (typed !== undefined && typed !== value) onChange(typed ?? undefined);
    setTyped(undefined);
  };
  return (
    <InputNumber
      size="small"
      controls={false}
      style={{ width: 96 }}
      aria-label={label}
      {...(changed ? { status: 'warning' as const } : {})}
      value={typed === undefined ? (value === null ? null : Math.round(value * 10_000) / 10_000) : typed}
      onChange={setTyped}
      onBlur={take}
      onPressEnter={take}
    />
  );
}

function Score({ before, after, met }: { before: number | null; after: number | null; met: boolean | null }) {
  const told = (score: number | null) => (score === null ? '—' : number(score, 2));
  return (
    <span className={met === true ? 'green' : met === false ? 'red' : ''}>
      {before === after ? told(after) : `${told(before)} → ${told(after)}`}
    </span>
  );
}
