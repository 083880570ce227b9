// The year of a plan: where it stands, what may be done, who did what and why, remarks on cells.
import { planGrades, planStepFields, planWords, remarkFields, type StepField, type StepValues, writeCell } from '@hengjian/domain';
import type { PlanFileJson, PlanLifeJson, PlanStepJson } from '@hengjian/server/schemas/plans.ts';
import { App, Button, Form, Input, Modal, Select, Tag, Timeline } from 'antd';
import { useState } from 'react';
import { post, useGet } from '../../api.ts';
import { instant } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Loaded, Panel } from '../../ui/page.tsx';
import { gradeWord } from '../../ui/words.tsx';
import { StepInput } from '../matters/matter-file.tsx';
import { Carried, Problems } from './problems-view.tsx';
import { refreshPlans } from './refresh.ts';

const text = texts.plans;
type Step = PlanLifeJson['steps'][number];
type Remark = PlanStepJson['remarks'][number];

export function LifeView({ plan }: { plan: PlanFileJson }) {
  const t = useTexts();
  const { language } = useSpeech();
  const life = useGet<PlanLifeJson>(`/api/plans/${plan.planId}/life`);
  const [open, setOpen] = useState<Step | null>(null);
  return (
    <Loaded of={life}>
      {(data) => (
        <>
          <Panel
            title={
              <span className="row">
                {t(text.lifeState)} <Tag color="blue">{planWords.states[data.state][language]}</Tag>
              </span>
            }
          >
            {data.steps.length === 0 ? <span className="soft">{t(text.noSteps)}</span> : null}
            <span className="row">
              {data.steps.map((step, index) => (
                <Button key={step.action} type={index === 0 ? 'primary' : 'default'} onClick={() => setOpen(step)}>
                  {planWords.actions[step.action][language]}
                </Button>
              ))}
            </span>
          </Panel>
          {data.carried.length > 0 ? <Carried problems={data.carried} /> : null}
          {data.problems.length > 0 ? <Problems problems={data.problems} place={(remark) => placeOf(plan, remark)} /> : null}
          {data.changes.length > 0 ? <Changes changes={data.changes} /> : null}
          <Panel title={t(text.history)}>
            {data.events.length === 0 ? <span className="soft">{t(text.noHistory)}</span> : <History plan={plan} events={data.events} />}
          </Panel>
          {open ? <StepModal plan={plan} step={open} life={data} onClose={() => setOpen(null)} /> : null}
        </>
      )}
    </Loaded>
  );
}

function placeOf(plan: PlanFileJson, { projectNo, indicatorId }: Pick<Remark, 'projectNo' | 'indicatorId'>): string {
  const project = plan.projects.find((one) => one.projectNo === projectNo);
  const indicator = project?.indicators.find((one) => one.indicatorId === indicatorId);
  return [project?.name, indicator?.name].filter(Boolean).join(' · ');
}

function History({ plan, events }: { plan: PlanFileJson; events: PlanLifeJson['events'] }) {
  const t = useTexts();
  const { language } = useSpeech();
  return (
    <Timeline
      items={[...events].reverse().map((event) => ({
        key: event.serial,
        content: (
          <div>
            <strong>{planWords.actions[event.action][language]}</strong> → {planWords.states[event.to][language]}
            {event.grade ? <Tag style={{ marginLeft: 8 }}>{gradeWord(t, event.grade)}</Tag> : null}
            <span className="soft">
              {' '}
              {event.by} · {instant(event.at)} {event.documentNo ?? ''}
            </span>
            {event.why ? <div>{event.why}</div> : null}
            <Told fields={planStepFields[event.action] ?? []} values={event.detail} />
            {event.remarks.map((remark) => (
              <div key={`${remark.indicatorId}${remark.field}${remark.text}`} className="hint">
                {t(texts.common.aside, { what: placeOf(plan, remark), aside: t(text[`field.${remark.field}`]) })}
                {t(texts.common.colon)}
                {remark.text}
              </div>
            ))}
          </div>
        ),
      }))}
    />
  );
}

/** What a step's own form says, field by field. */
function Told({ fields, values }: { fields: readonly StepField[]; values: StepValues }) {
  const t = useTexts();
  const { language } = useSpeech();
  return fields
    .map((field) => ({ field, said: writeCell(field, values[field.name] as string | number | boolean | null | undefined) }))
    .filter(({ said }) => said !== '')
    .map(({ field, said }) => (
      <div key={field.name}>{t(texts.common.named, { name: language === 'zh' ? field.title : field.en, value: said })}</div>
    ));
}

function Changes({ changes }: { changes: PlanLifeJson['changes'] }) {
  const t = useTexts();
  return (
    <Panel flush title={t(text.changes)}>
      <table className="plain">
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.project}${change.indicator}${change.field}`}>
              <td>{change.project}</td>
              <td>{change.indicator ?? ''}</td>
              <td>{t(text[`field.${change.field as 'target'}`])}</td>
              <td>{change.before ?? t(text.added)}</td>
              <td>{change.after ?? t(text.dropped)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface Fields {
  why?: string;
  grade?: PlanStepJson['grade'];
  documentNo?: string;
  successorId?: string;
  remarks?: { where?: string; field?: Remark['field']; text?: string }[];
}

/** `3|P2024-1-3-2` names an indicator of a form, `3|` the form itself. */
function remarksOf(given: Fields['remarks']): Remark[] {
  return (given ?? []).map(({ where = '1|', field = 'target', text: words = '' }) => {
    const [projectNo = '1', indicatorId = ''] = where.split('|');
    return { projectNo: Number(projectNo), indicatorId: indicatorId || null, field, text: words };
  });
}

function StepModal({
  plan,
  step,
  life: { successors, problems },
  onClose,
}: {
  plan: PlanFileJson;
  step: Step;
  life: PlanLifeJson;
  onClose: () => void;
}) {
  const t = useTexts();
  const { language } = useSpeech();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const asks = (...needs: Step['needs']) => needs.some((need) => step.needs.includes(need));
  const openProblems = (field: StepField): StepField => ({
    ...field,
    type: 'code',
    codes: Object.fromEntries(problems.filter(({ mended }) => mended === null).map(({ problemId, remark }) => [problemId, remark.text])),
  });
  const save = async () => {
    const given = form.getFieldsValue();
    const body: PlanStepJson = {
      action: step.action,
      why: given.why ?? '',
      grade: given.grade ?? null,
      documentNo: given.documentNo ?? null,
      successorId: given.successorId ?? null,
      remarks: remarksOf(given.remarks),
      form: own,
    };
    setBusy(true);
    try {
      await post(`/api/plans/${plan.planId}/steps`, body);
      await refreshPlans();
      onClose();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={planWords.actions[step.action][language]} confirmLoading={busy} onOk={save} onCancel={onClose} width={720}>
      <Form form={form} layout="vertical">
        {asks('gradePasses', 'gradeFails', 'gradeGiven') ? (
          <Form.Item name="grade" label={t(text.gradeChoose)} extra={t(text.gradeHelp)}>
            <Select options={planGrades.map((value) => ({ value, label: gradeWord(t, value) }))} />
          </Form.Item>
        ) : null}
        {asks('documentGiven') ? (
          <Form.Item name="documentNo" label={t(text.documentNo)}>
            <Input maxLength={60} />
          </Form.Item>
        ) : null}
        {asks('successorGiven') ? (
          <Form.Item name="successorId" label={t(text.successor)} extra={t(text.successorHelp)}>
            <Select options={successors.map(({ planId, source }) => ({ value: planId, label: `${planId} ${source}` }))} />
          </Form.Item>
        ) : null}
        <div className="step-form">
          {(planStepFields[step.action] ?? []).map((field) => (
            <StepInput
              key={field.name}
              field={field.name === 'problemId' ? openProblems(field) : field}
              value={own[field.name] ?? ''}
              onChange={(value) => setOwn({ ...own, [field.name]: value })}
            />
          ))}
        </div>
        {asks('remarksGiven') ? <Remarks plan={plan} /> : null}
        <Form.Item name="why" label={t(text.why)} extra={t(text.whyHelp)}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Remarks({ plan }: { plan: PlanFileJson }) {
  const t = useTexts();
  const places = plan.projects.map((project) => ({
    label: project.name,
    options: [
      { value: `${project.projectNo}|`, label: t(texts.common.aside, { what: project.name, aside: t(text.wholeForm) }) },
      ...project.indicators.map((one) => ({ value: `${project.projectNo}|${one.indicatorId}`, label: one.name })),
    ],
  }));
  return (
    <Form.List name="remarks" initialValue={[{}]}>
      {(fields, { add, remove }) => (
        <Form.Item label={t(text.remarks)}>
          {fields.map(({ key, name }) => (
            <div key={key} className="row" style={{ marginBottom: 8, flexWrap: 'nowrap' }}>
              <Form.Item name={[name, 'where']} noStyle>
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  style={{ width: 250 }}
                  placeholder={t(text.remarkWhere)}
                  options={places}
                />
              </Form.Item>
              <Form.Item name={[name, 'field']} noStyle>
                <Select
                  style={{ width: 110 }}
                  placeholder={t(text.remarkField)}
                  options={remarkFields.map((value) => ({ value, label: t(text[`field.${value}`]) }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'text']} noStyle>
                <Input style={{ width: 240 }} placeholder={t(text.remarkText)} maxLength={500} />
              </Form.Item>
              <Button type="text" onClick={() => remove(name)}>
                ×
              </Button>
            </div>
          ))}
          <Button type="dashed" onClick={() => add({})}>
            {t(text.remarkAdd)}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}
