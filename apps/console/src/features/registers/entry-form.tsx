// One entry by form: a new one, a correction of an old one, a withdrawal, and "everything of this period is entered".

import { formatDay, formatFixed, formatYuan, QUANTITY_SCALE } from '@hengjian/domain';
import type { RegisterEntryJson, RegisterFieldJson, RegisterSummary } from '@hengjian/server/schemas/registers.ts';
import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { ApiError, post } from '../../api.ts';
import { dayFrom } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { DayField } from '../../ui/day-field.tsx';

const text = texts.registers;

interface FormProps {
  register: RegisterSummary;
  onClose: () => void;
  onDone: () => void;
}

/** The place in front of a sentence: the field shows where it is. */
const PLACE = /^[^:：]*[:：]\s*/;

/** A kept value as it is typed. */
function typed(field: RegisterFieldJson, value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (field.type === 'money') return formatYuan(value as number);
  if (field.type === 'quantity') return formatFixed(value as number, QUANTITY_SCALE);
  if (field.type === 'day') return formatDay(value as number);
  if (field.type === 'flag') return String(value);
  return String(value);
}

export function EntryForm({ register, open, entry, onClose, onDone }: FormProps & { open: boolean; entry: RegisterEntryJson | null }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, string>>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!open) return;
    form.resetFields();
    if (entry)
      form.setFieldsValue(Object.fromEntries(register.fields.map((field) => [field.name, typed(field, entry.values[field.name])])));
  }, [open, entry, form, register]);
  const save = async () => {
    // The form itself shows what is missing.
    const filled = await form.validateFields().catch(() => null);
    if (!filled) return;
    const { $reason, ...given } = filled;
    const cells = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? '']));
    setBusy(true);
    try {
      if (entry) await post(`/api/registers/${register.id}/entries/${entry.entryId}/correction`, { cells, reason: $reason });
      else {
        const { added } = await post<{ added: number }>(`/api/registers/${register.id}/entries`, { cells });
        if (added === 0) {
          void message.warning(t(text.duplicate));
          return;
        }
      }
      void message.success(t(texts.common.saved));
      onDone();
    } catch (error) {
      // Each issue stands at its field.
      const issues = error instanceof ApiError ? error.issues : [];
      const named = issues.filter((issue) => register.fields.some((field) => field.name === issue.column));
      form.setFields(named.map((issue) => ({ name: issue.column as string, errors: [issue.message.replace(PLACE, '')] })));
      if (named.length === 0) void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      width={720}
      title={entry ? t(text.correctTitle) : t(text.addTitle, { title: register.title })}
      okText={t(texts.common.save)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" size="middle" requiredMark>
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', columnGap: 14 }}>
          {register.fields.map((field) => (
            <FieldInput key={field.name} field={field} />
          ))}
        </div>
        {entry ? (
          <Form.Item name="$reason" label={t(text.reason)} rules={[{ required: true, message: t(text.reasonHint) }]}>
            <Input placeholder={t(text.reasonHint)} maxLength={200} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}

function FieldInput({ field }: { field: RegisterFieldJson }) {
  const t = useTexts();
  const unit = field.type === 'money' ? t(texts.common.yuan) : field.unit;
  const label = unit ? t(texts.common.aside, { what: field.title, aside: unit }) : field.title;
  const item = {
    name: field.name,
    label,
    ...(field.note ? { tooltip: field.note } : {}),
    rules: field.required ? [{ required: true, message: label }] : [],
    style: { marginBottom: 12 },
  };
  if (field.type === 'day')
    return (
      <Form.Item {...item}>
        <DayField width="100%" />
      </Form.Item>
    );
  if (field.type === 'code' || field.type === 'flag') {
    const options =
      field.type === 'flag'
        ? [
            { value: 'true', label: t(text.yes) },
            { value: 'false', label: t(text.no) },
          ]
        : Object.entries(field.codes ?? {}).map(([value, title]) => ({ value, label: title }));
    return (
      <Form.Item {...item}>
        <Select allowClear={!field.required} options={options} />
      </Form.Item>
    );
  }
  const number = field.type !== 'text';
  return (
    <Form.Item {...item}>
      <Input {...(number ? { inputMode: 'decimal' as const, style: { textAlign: 'right' as const } } : {})} />
    </Form.Item>
  );
}

export function WithdrawForm({ register, entry, onClose, onDone }: FormProps & { entry: RegisterEntryJson | null }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const withdraw = () =>
    entry &&
    post(`/api/registers/${register.id}/entries/${entry.entryId}/correction`, { cells: null, reason })
      .then(() => {
        setReason('');
        onDone();
      })
      .catch((error: Error) => message.error(error.message));
  return (
    <Modal
      open={entry !== null}
      title={t(text.withdrawTitle)}
      okText={t(text.withdraw)}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 8 }}>{t(text.withdrawHelp)}</p>
      <Input
        value={reason}
        placeholder={t(text.reasonHint)}
        aria-label={t(text.reason)}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}

export function DeclareForm({ register, open, onClose, onDone }: FormProps & { open: boolean }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [range, setRange] = useState<[string, string] | null>(null);
  const declare = () =>
    range &&
    post(`/api/registers/${register.id}/completeness`, { fromDay: dayFrom(range[0]), toDay: dayFrom(range[1]) })
      .then(onDone)
      .catch((error: Error) => message.error(error.message));
  return (
    <Modal
      open={open}
      title={t(texts.common.named, { name: t(text.declare), value: register.title })}
      okButtonProps={{ disabled: range === null }}
      onOk={() => void declare()}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 8 }}>{t(text.declareHelp)}</p>
      <DatePicker.RangePicker
        onChange={(dates) => setRange(dates?.[0] && dates[1] ? [dates[0].format('YYYY-MM-DD'), dates[1].format('YYYY-MM-DD')] : null)}
      />
    </Modal>
  );
}
