// 检查计划: the list, one beside it with what was drawn, and the form of a new one.
import { formatDay, type Inspection, type InspectionPlan, inspectionPlanLife, inspectionPlanWords, planFields } from '@hengjian/domain';
import type { MatterFileJson, Shown } from '@hengjian/server/schemas/matters.ts';
import { Link } from '@tanstack/react-router';
import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { day, today } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Fact, Loaded, Page, Panel, Problem } from '../../ui/page.tsx';
import { listShown } from '../../ui/typed.ts';
import { MatterHistory, NextStep, StepInput, useMatterWords } from '../matters/matter-file.tsx';
import { MatterList } from '../matters/matter-list.tsx';

const text = texts.enforcement;

export function useKindWords() {
  const { language } = useSpeech();
  return {
    kind: (code: keyof typeof inspectionPlanWords.kinds) => inspectionPlanWords.kinds[code][language],
    kinds: Object.entries(inspectionPlanWords.kinds).map(([value, word]) => ({ value, label: word[language] })),
  };
}

export function InspectionPlansPage() {
  const t = useTexts();
  const { kind, kinds } = useKindWords();
  const [entering, setEntering] = useState(false);
  const mayEnter = useMay('inspectionPlan.enter');
  return (
    <Page
      title={t(text.plans)}
      about={t(text.plansAbout)}
      extra={
        mayEnter ? (
          <Button type="primary" onClick={() => setEntering(!entering)}>
            {t(text.newPlan)}
          </Button>
        ) : null
      }
    >
      {entering ? <PlanForm onDone={() => setEntering(false)} /> : null}
      <MatterList<InspectionPlan>
        noun="inspectionPlan"
        address="/api/inspection-plans"
        none={t(text.noPlans)}
        filters={[{ name: 'kind', label: t(text.kind), options: kinds }]}
        columns={[
          { key: 'title', title: t(text.name), render: (_, row) => row.title },
          { key: 'kind', title: t(text.kind), render: (_, row) => kind(row.kind) },
          { key: 'period', title: t(text.period), render: (_, row) => `${day(row.from)} ~ ${day(row.to)}` },
          { key: 'count', title: t(text.count), align: 'right', render: (_, row) => row.institutionCount },
          { key: 'by', title: t(text.madeBy), render: (_, row) => row.madeBy },
        ]}
        file={(id) => <PlanFile key={id} planId={id} />}
      />
    </Page>
  );
}

function PlanForm({ onDone }: { onDone: () => void }) {
  const t = useTexts();
  const [given, setGiven] = useState<Record<string, string>>({
    kind: 'special',
    teamSize: '2',
    stratify: 'level',
    institutionCount: '5',
    from: today(),
    to: today(),
  });
  const [error, setError] = useState<unknown>();
  const save = async () => {
    setError(undefined);
    try {
      await post('/api/inspection-plans', { given });
      await queryClient.invalidateQueries();
      onDone();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Panel title={t(text.newPlan)}>
      <form
        className="step-form"
        aria-label={t(text.newPlan)}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {planFields.map((field) => (
          <StepInput
            key={field.name}
            field={field}
            value={given[field.name] ?? ''}
            onChange={(value) => setGiven({ ...given, [field.name]: value })}
          />
        ))}
        {error ? <Problem error={error} /> : null}
        <Button type="primary" htmlType="submit">
          {t(texts.common.save)}
        </Button>
      </form>
    </Panel>
  );
}

/** A plan's own words as its form is filled. */
const formOf = (one: InspectionPlan): Record<string, string> => ({
  ...Object.fromEntries(
    (['title', 'kind', 'campaign', 'basis', 'providerKind', 'institutionCount', 'teamSize', 'stratify', 'thirdParty'] as const).map(
      (name) => [name, String(one[name] ?? '')],
    ),
  ),
  from: formatDay(one.from),
  to: formatDay(one.to),
  weights: listShown(Object.entries(one.weights).map(([stratum, weight]) => `${stratum}=${weight}`)),
  named: listShown(one.named),
  clueIds: listShown(one.clueIds),
});

function PlanFile({ planId }: { planId: string }) {
  const t = useTexts();
  const { kind } = useKindWords();
  const words = useMatterWords('inspectionPlan');
  const visits = useMatterWords('inspection');
  const address = `/api/inspection-plans/${planId}`;
  const file = useGet<MatterFileJson<InspectionPlan> & { inspections: Shown<Inspection>[] }>(address);
  return (
    <Loaded of={file}>
      {({ one, actions, steps, inspections }) => (
        <>
          <Panel title={one.title}>
            <dl className="facts">
              <Fact name={t(texts.matters.state)}>
                <Tag>{words.state(one.state)}</Tag>
              </Fact>
              <Fact name={t(text.kind)}>
                {kind(one.kind)} {one.campaign ?? ''}
              </Fact>
              <Fact name={t(text.basis)}>{one.basis}</Fact>
              <Fact name={t(text.period)}>
                {day(one.from)} ~ {day(one.to)}
              </Fact>
            </dl>
          </Panel>
          {one.draw ? (
            <Panel title={t(text.drawTitle)} flush>
              <p className="faint" style={{ padding: '0 14px' }}>
                {t(text.drawNote, {
                  seed: one.draw.seed,
                  by: one.draw.by,
                  day: day(one.draw.day),
                  frame: one.draw.frame.length,
                  officers: one.draw.officers.length,
                })}
              </p>
              <Table
                size="small"
                rowKey={(row) => row.unit.providerNo}
                pagination={false}
                dataSource={[...one.draw.drawn]}
                columns={[
                  { key: 'no', title: t(texts.matters.no), render: (_, row) => <span className="code">{row.unit.providerNo}</span> },
                  { key: 'name', title: t(texts.matters.provider), render: (_, row) => row.unit.name },
                  { key: 'stratum', title: t(text.stratum), render: (_, row) => row.unit.stratum },
                  { key: 'weight', title: t(text.weight), align: 'right', render: (_, row) => row.unit.weight },
                  {
                    key: 'team',
                    title: t(text.team),
                    render: (_, row) =>
                      row.team
                        .map((one) => t(texts.common.aside, { what: one.name, aside: one.certificateNo }))
                        .join(t(texts.common.comma)),
                  },
                ]}
              />
            </Panel>
          ) : null}
          {one.discarded.length > 0 ? (
            <Panel title={t(text.discarded)}>
              {one.discarded.map((draw) => (
                <div key={draw.seed}>
                  {draw.seed} {draw.by} {day(draw.day)}
                  {t(texts.common.colon)}
                  {draw.why}
                </div>
              ))}
            </Panel>
          ) : null}
          {inspections.length > 0 ? (
            <Panel title={t(text.inspections)} flush>
              <Table
                size="small"
                rowKey="matterId"
                pagination={false}
                dataSource={inspections}
                columns={[
                  {
                    key: 'no',
                    title: t(texts.matters.no),
                    render: (_, row) => (
                      <Link to="/inspections/$inspection" params={{ inspection: row.matterId } as never} className="code">
                        {row.matterId}
                      </Link>
                    ),
                  },
                  { key: 'name', title: t(texts.matters.provider), render: (_, row) => row.providerName },
                  { key: 'state', title: t(texts.matters.state), render: (_, row) => <Tag>{visits.state(row.state)}</Tag> },
                  { key: 'team', title: t(text.team), render: (_, row) => row.team.map((one) => one.name).join(t(texts.common.comma)) },
                ]}
              />
            </Panel>
          ) : null}
          <NextStep
            address={address}
            life={inspectionPlanLife as never}
            actions={actions}
            first={(action): Record<string, string> => (action === 'change' ? formOf(one) : {})}
          />
          <MatterHistory noun="inspectionPlan" steps={steps} />
        </>
      )}
    </Loaded>
  );
}
