// The bureau's own rules of scoring beside the national ones: read, entered, changed, ended.
import { calendarDate, dayOfDate, ruleSets, type TierMarks, withoutPercent } from '@hengjian/domain';
import type { RuleSetInfo } from '@hengjian/server/schemas/plans.ts';
import { App, Button, Form, Input, InputNumber, Modal, Select, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { tierWords } from '../../texts/scoring.ts';
import { Loaded } from '../../ui/page.tsx';

const text = texts.scoring;

interface Fields {
  id?: string;
  title?: string;
  base: string;
  region?: string;
  fromYear?: number | null;
  toYear?: number | null;
  executionWeight?: number | null;
  tiers?: string;
  passMark?: number | null;
  farAbove?: number | null;
  partly?: string;
  steps?: string;
  satisfactionSteps?: string;
  grades?: string;
}

export function RuleSets({ year, onClose }: { year: number; onClose: () => void }) {
  const t = useTexts();
  const sets = useGet<RuleSetInfo[]>('/api/score-rules', { year });
  const [editing, setEditing] = useState<RuleSetInfo['changes'] | undefined>(undefined);
  return (
    <Modal open width={780} title={t(text.rules)} footer={null} onCancel={onClose}>
      {editing === undefined ? (
        <>
          <Loaded of={sets}>{(data) => data.map((set) => <OneSet key={set.id} set={set} onEdit={() => setEditing(set.changes)} />)}</Loaded>
          <Button type="primary" onClick={() => setEditing(null)}>
            {t(text.newRules)}
          </Button>
        </>
      ) : (
        <RuleSetForm changes={editing} national={(sets.data ?? []).filter((set) => set.national)} onDone={() => setEditing(undefined)} />
      )}
    </Modal>
  );
}

const enter = async (changes: unknown, ended: boolean) => {
  await post('/api/score-rules', { changes, ended });
  await queryClient.invalidateQueries({ queryKey: ['/api/score-rules'] });
};

function OneSet({ set, onEdit }: { set: RuleSetInfo; onEdit: () => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  return (
    <div style={{ marginBottom: 14 }}>
      <span className="row">
        <strong>{set.title}</strong> <span className="faint code">{set.id}</span>
        {set.counts ? <Tag color="green">{t(text.counts)}</Tag> : null}
        {set.national ? (
          <Tag>{t(text.national)}</Tag>
        ) : (
          <>
            <Button size="small" onClick={onEdit}>
              {t(text.edit)}
            </Button>
            <Button size="small" danger onClick={() => enter(set.changes, true).catch((error: Error) => message.error(error.message))}>
              {t(text.end)}
            </Button>
          </>
        )}
      </span>
      {set.lines.map((line) => (
        <div key={line} className="soft">
          {line}
        </div>
      ))}
    </div>
  );
}

class BadLine extends Error {}

/** Lines of two words; a line that is none is told. */
function pairsOf<T>(given: string | undefined, make: (first: string, second: number) => T): T[] | undefined {
  const lines = (given ?? '').split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  return lines.map((line) => {
    const [first, second, more] = line
      .trim()
      .split(/[\s,，]+/)
      .map(withoutPercent);
    if (!first || second === undefined || more !== undefined || !Number.isFinite(Number(second))) throw new BadLine(line);
    return make(first, Number(second));
  });
}
const ratioSteps = (given: string | undefined) =>
  pairsOf(given, (from, part) => ({ from: Math.round(Number(from) * 100) / 10_000, part: Math.round(part * 100) / 10_000 }));

/** 「产出 50 效益 30 满意度 10」, a case a line. */
function tiersOf(given: string | undefined): TierMarks[] | undefined {
  const lines = (given ?? '').split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  return lines.map((line) => {
    const marks = [...line.matchAll(/([^\d\s，,、]+)\s*(\d+)/g)].map(([, word, mark]) => {
      const tier = tierWords[word as string];
      if (tier === undefined) throw new BadLine(line);
      return [tier, Number(mark)] as const;
    });
    if (marks.length === 0) throw new BadLine(line);
    return Object.fromEntries(marks);
  });
}

/** Fields of the form → what changes; nothing for what was left empty. */
function changesOf(given: Fields): Record<string, unknown> {
  const [from, to] = (given.partly ?? '')
    .trim()
    .split(/[\s,，~～-]+/)
    .map(Number);
  const qualitative =
    from !== undefined && to !== undefined && Number.isFinite(from) && Number.isFinite(to)
      ? { achieved: { from: to / 100, to: 1 }, partly: { from: from / 100, to: to / 100 }, missed: { from: 0, to: from / 100 } }
      : undefined;
  return {
    id: given.id ?? '',
    title: given.title ?? '',
    base: given.base,
    region: given.region?.trim() || undefined,
    fromDay: given.fromYear == null ? undefined : dayOfDate(given.fromYear, 1, 1),
    toDay: given.toYear == null ? undefined : dayOfDate(given.toYear, 12, 31),
    tiers: tiersOf(given.tiers),
    executionWeight: given.executionWeight ?? undefined,
    passMark: given.passMark == null ? undefined : given.passMark / 100,
    farAboveRatio: given.farAbove == null ? undefined : 1 + given.farAbove / 100,
    executionSteps: ratioSteps(given.steps),
    satisfactionSteps: ratioSteps(given.satisfactionSteps),
    grades: pairsOf(given.grades, (grade, at) => ({ grade, from: at })),
    qualitative,
  };
}

interface Changes {
  id: string;
  title: string;
  base?: string;
  region?: string;
  fromDay?: number | null;
  toDay?: number | null;
  tiers?: TierMarks[];
  executionWeight?: number;
  passMark?: number;
  farAboveRatio?: number;
  executionSteps?: { from: number; part: number }[];
  satisfactionSteps?: { from: number; part: number }[];
  grades?: { grade: string; from: number }[];
  qualitative?: { partly?: { from: number; to: number } };
}
const percent = (ratio: number) => Math.round(ratio * 10_000) / 100;

function fieldsOf(changes: Changes | null): Fields {
  if (!changes) return { base: 'cy-2020-10', id: 'local' };
  const steps = (list: Changes['executionSteps']) => (list ?? []).map(({ from, part }) => `${percent(from)} ${percent(part)}`).join('\n');
  const { partly } = changes.qualitative ?? {};
  return {
    id: changes.id,
    title: changes.title,
    base: changes.base ?? 'cy-2020-10',
    region: changes.region ?? '',
    fromYear: changes.fromDay == null ? null : calendarDate(changes.fromDay).year,
    toYear: changes.toDay == null ? null : calendarDate(changes.toDay).year,
    tiers: (changes.tiers ?? [])
      .map((marks) =>
        Object.entries(tierWords)
          .flatMap(([word, tier]) => (marks[tier] === undefined ? [] : [`${word} ${marks[tier]}`]))
          .join(' '),
      )
      .join('\n'),
    executionWeight: changes.executionWeight ?? null,
    passMark: changes.passMark === undefined ? null : percent(changes.passMark),
    farAbove: changes.farAboveRatio === undefined ? null : percent(changes.farAboveRatio - 1),
    partly: partly ? `${percent(partly.from)} ${percent(partly.to)}` : '',
    steps: steps(changes.executionSteps),
    satisfactionSteps: steps(changes.satisfactionSteps),
    grades: (changes.grades ?? []).map(({ grade, from }) => `${grade} ${from}`).join('\n'),
  };
}

function RuleSetForm({ changes, national, onDone }: { changes: RuleSetInfo['changes']; national: RuleSetInfo[]; onDone: () => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const save = async () => {
    try {
      await enter(changesOf(form.getFieldsValue()), false);
      onDone();
    } catch (error) {
      void message.error(error instanceof BadLine ? t(text.lineBad, { line: error.message }) : (error as Error).message);
    }
  };
  const figure = (name: keyof Fields, label: string, max = 1000) => (
    <Form.Item name={name} label={label}>
      <InputNumber min={0} max={max} style={{ width: 150 }} />
    </Form.Item>
  );
  const lines = (name: keyof Fields, label: string, example: string) => (
    <Form.Item name={name} label={label}>
      <Input.TextArea rows={4} placeholder={example} style={{ width: 330 }} />
    </Form.Item>
  );
  return (
    <Form form={form} layout="vertical" initialValues={fieldsOf(changes as Changes | null)}>
      <div style={{ display: 'flex', flexWrap: 'wrap', columnGap: 18 }}>
        <Form.Item name="id" label={t(text.id)}>
          <Input maxLength={60} disabled={changes !== null} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="title" label={t(text.title)}>
          <Input maxLength={100} style={{ width: 330 }} />
        </Form.Item>
        <Form.Item name="base" label={t(text.base)}>
          <Select
            style={{ width: 190 }}
            options={national.filter(({ id }) => id in ruleSets).map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Form.Item>
        <Form.Item name="region" label={t(text.region)}>
          <Input maxLength={6} style={{ width: 160 }} placeholder="*" />
        </Form.Item>
        {figure('fromYear', t(text.fromYear), 2100)}
        {figure('toYear', t(text.toYear), 2100)}
        {figure('executionWeight', t(text.executionWeight))}
        {figure('passMark', t(text.passMark))}
        {figure('farAbove', t(text.farAbove))}
        <Form.Item name="partly" label={t(text.partly)}>
          <Input style={{ width: 190 }} placeholder="60 80" />
        </Form.Item>
        {lines('tiers', t(text.tiers), t(text.tiersExample))}
        {lines('steps', t(text.steps), '100 100\n80 70\n60 50\n0 0')}
        {lines('satisfactionSteps', t(text.satisfactionSteps), '90 100\n80 50\n0 0')}
        {lines('grades', t(text.grades), t(text.gradesExample))}
      </div>
      <span className="row">
        <Button type="primary" onClick={() => void save()}>
          {t(texts.drafts.save)}
        </Button>
        <Button onClick={onDone}>{t(texts.drafts.close)}</Button>
      </span>
    </Form>
  );
}
