// One point: the published words at left, the parameters a person gives at right, every version below.
import type { PointFileJson } from '@hengjian/server/schemas/knowledge.ts';
import { Alert, App, Button, Checkbox, Drawer, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { instant } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Fact, Loaded, Problem } from '../../ui/page.tsx';
import { writeFact, writeParam, writeParams } from '../findings/facts.ts';
import { useRuleName } from './rule-name.ts';

const text = texts.knowledge;
type Field = PointFileJson['form'][number];

export function PointDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const file = useGet<PointFileJson>(`/api/knowledge/points/${encodeURIComponent(id ?? '')}`, undefined, { enabled: id !== undefined });
  return (
    <Drawer open={id !== undefined} onClose={onClose} size={1040} title={file.data?.subject ?? id} destroyOnHidden>
      <Loaded of={file}>{(data) => <Point key={data.versions[0]?.version} point={data} onDone={onClose} />}</Loaded>
    </Drawer>
  );
}

function Point({ point, onDone }: { point: PointFileJson; onDone: () => void }) {
  const t = useTexts();
  const ruleName = useRuleName();
  return (
    <>
      <div className="sides">
        <section>
          <h3>{t(text.published)}</h3>
          <dl className="facts">
            <Fact name={t(text.rule)}>{ruleName(point)}</Fact>
            <Fact name={t(text.constraint)}>
              <strong>{point.constraint}</strong>
            </Fact>
            {point.logic ? <Fact name={t(text.logic)}>{point.logic}</Fact> : null}
            {point.basis ? <Fact name={t(text.basis)}>{point.basis}</Fact> : null}
            <Fact name={t(text.codes)}>
              <Codes codes={point.codes} />
            </Fact>
            {point.counterCodes.length > 0 ? (
              <Fact name={t(text.counterCodes)}>
                <Codes codes={point.counterCodes} />
              </Fact>
            ) : null}
          </dl>
        </section>
        <section>
          <h3>{t(text.decide)}</h3>
          {point.waits ? <Alert type="warning" showIcon title={point.waits} style={{ marginBottom: 10 }} /> : null}
          <Decision point={point} onDone={onDone} />
        </section>
      </div>
      <h3>{t(text.versions)}</h3>
      <Table<PointFileJson['versions'][number]>
        size="small"
        rowKey="version"
        pagination={false}
        dataSource={point.versions}
        columns={[
          { title: t(text.versionNo), width: 80, render: (_, row) => t(text.version, { n: row.version }) },
          { title: t(text.at), width: 130, render: (_, row) => instant(row.at) },
          { title: t(text.by), width: 90, dataIndex: 'by' },
          {
            title: t(text.source),
            width: 120,
            render: (_, row) => <Tag>{t(row.source === 'person' ? text.person : row.source === 'given' ? text.given : text.text)}</Tag>,
          },
          { title: t(text.constraint), minWidth: 200, dataIndex: 'constraint' },
          { title: t(text.decide), width: 240, render: (_, row) => writeParams(row.params, t) },
        ]}
      />
    </>
  );
}

const SHOWN = 12;
const Codes = ({ codes }: { codes: readonly string[] }) => (
  <span className="code">
    {codes.slice(0, SHOWN).join(' ')} {codes.length > SHOWN ? `… ${codes.length}` : ''}
  </span>
);

/** As typed: lists with ';' between, numbers as text. */
type Typed = Record<string, string | boolean | undefined>;
const isList = ({ type }: Field) => type === 'codes' || type === 'prefixes' || type === 'settings';
const isNumber = ({ type }: Field) => ['positive', 'count', 'quantity', 'yuan', 'ratio'].includes(type);

function typedOf(form: readonly Field[], params: PointFileJson['params']): Typed {
  return Object.fromEntries(
    form.map((field) => {
      const value = params?.[field.name];
      if (value === undefined || value === null) return [field.name, undefined];
      if (typeof value === 'boolean') return [field.name, value];
      return [field.name, Array.isArray(value) ? value.join(';') : typeof value === 'object' ? JSON.stringify(value) : String(value)];
    }),
  );
}

/** What is sent; a text that is no number is sent as it is, so that the server says what is wrong with it. */
function paramsOf(form: readonly Field[], typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    form.flatMap((field): [string, unknown][] => {
      const value = typed[field.name];
      if (value === undefined || value === '') return [];
      if (typeof value === 'boolean') return [[field.name, value]];
      const words = value.trim();
      if (isList(field)) return [[field.name, words.split(/[;；,，\s]+/).filter(Boolean)]];
      if (field.type === 'price' && words.startsWith('{')) return [[field.name, JSON.parse(words)]];
      const number = Number(words);
      return [[field.name, (isNumber(field) || field.type === 'price') && Number.isFinite(number) ? number : words]];
    }),
  );
}

function Decision({ point, onDone }: { point: PointFileJson; onDone: () => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Typed>(() => typedOf(point.form, point.params));
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (point.form.length === 0) return <p className="soft">{t(point.waits ? text.unknownRule : text.nothingToFill)}</p>;
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await post(`/api/knowledge/points/${encodeURIComponent(point.pointId)}/decision`, { params: paramsOf(point.form, typed) });
      await queryClient.invalidateQueries();
      message.success(t(texts.common.saved));
      onDone();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="soft">{t(text.decideHelp)}</p>
      {point.form.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={typed[field.name]}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      {problem ? <Problem error={problem} /> : null}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(texts.common.save)}
      </Button>
    </form>
  );
}

function FieldInput({ field, value, onChange }: { field: Field; value: Typed[string]; onChange: (value: Typed[string]) => void }) {
  const t = useTexts();
  const label = writeParam(field.name, t);
  if (field.type === 'bool')
    return (
      <Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked || undefined)}>
        {field.title}
      </Checkbox>
    );
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control stands inside
    <label className="field">
      <span>
        {label} <small className="faint">{isList(field) ? `${field.title}${t(texts.common.semicolon)}${t(text.list)}` : field.title}</small>
      </span>
      {field.values ? (
        <Select
          allowClear
          aria-label={label}
          value={value as string | undefined}
          onChange={(chosen) => onChange(chosen)}
          options={field.values.map((one) => ({ value: String(one), label: wordOf(field.name, one, t) }))}
        />
      ) : (
        <Input aria-label={label} value={(value as string | undefined) ?? ''} onChange={(event) => onChange(event.target.value)} />
      )}
    </label>
  );
}

const wordOf = (name: string, value: string | number, t: ReturnType<typeof useTexts>): string =>
  writeFact({ value, form: name === 'minLevel' ? 'level' : name }, t) ?? String(value);
