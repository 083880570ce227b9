// What people state about an indicator: an actual where no record tells, a grade, a reason, evidence.
import type { IndicatorRow, StatementJson } from '@hengjian/server/schemas/plans.ts';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../../api.ts';
import { instant } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { gradeNames } from './project-table.tsx';
import { refreshPlans } from './refresh.ts';

const text = texts.plans;
type Fields = Partial<Record<keyof StatementJson, string>>;

const typed = (statement: IndicatorRow['statement']): Fields =>
  statement
    ? Object.fromEntries(
        Object.entries(statement).flatMap(([name, value]) =>
          value === null ? [] : [[name, name === 'part' ? String(Number(value) * 100) : String(value)]],
        ),
      )
    : {};

const numberOf = (value: string | undefined) => (value === undefined || value.trim() === '' ? null : Number(value.replaceAll(',', '')));

export function StatementForm({ row }: { row: IndicatorRow }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const judged = row.operator === 'qualitative' || typeof row.target !== 'number';
  const save = async () => {
    const given = form.getFieldsValue();
    const words = (name: keyof StatementJson) => given[name]?.trim() || null;
    const part = numberOf(given.part);
    const statement: StatementJson = {
      actual: numberOf(given.actual),
      actualText: words('actualText'),
      grade: (given.grade as StatementJson['grade']) ?? null,
      part: part === null ? null : part / 100,
      reason: words('reason'),
      improvement: words('improvement'),
      evidence: words('evidence'),
    };
    setBusy(true);
    try {
      await post(`/api/indicators/${row.indicatorId}/statement`, statement);
      void message.success(t(texts.common.saved));
      await refreshPlans();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const isNumber = { pattern: /^\s*-?[\d,]*(\.\d+)?\s*$/, message: t(text.notANumber) };
  return (
    <Form form={form} layout="vertical" size="small" initialValues={typed(row.statement)} onFinish={() => void save()}>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', columnGap: 12 }}>
        <Form.Item
          name="actual"
          label={row.unit ? t(texts.common.aside, { what: t(text.stateActual), aside: row.unit }) : t(text.stateActual)}
          rules={[isNumber]}
        >
          <Input inputMode="decimal" disabled={row.origin === 'measured'} />
        </Form.Item>
        <Form.Item name="actualText" label={t(text.stateWords)}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="grade" label={t(text.stateGrade)}>
          <Select allowClear disabled={!judged} options={Object.entries(gradeNames).map(([value, name]) => ({ value, label: t(name) }))} />
        </Form.Item>
        <Form.Item name="part" label={t(texts.common.aside, { what: t(text.part), aside: '%' })} rules={[isNumber]}>
          <Input inputMode="decimal" disabled={!judged} />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t(text.reason)}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="improvement" label={t(text.improvement)}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="evidence" label={t(text.evidence)}>
        <Input maxLength={200} />
      </Form.Item>
      <span className="row no-print">
        <Button htmlType="submit" type="primary" loading={busy}>
          {t(texts.common.save)}
        </Button>
        {row.statement ? (
          <span className="faint">
            {row.statement.by} {instant(row.statement.at)}
          </span>
        ) : null}
      </span>
    </Form>
  );
}
