// Cases: records in a small table, what the officer says is right, and what the rule says of them as she types.
import { type ComposerTable, fieldWord, proposeCases, type RuleForm, type RuleTree, type Schema, valuesName } from '@hengjian/language';
import type { CaseResultsJson } from '@hengjian/server/schemas/editions.ts';
import { Button, Input, Segmented, Select, Tag } from 'antd';
import { useState } from 'react';
import { type Text, texts, useSpeech } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { type CaseColumn, type CaseRow, caseTablesOf, cellOf, columnsOf, rowsOf, withCell, withNewRow, withoutRow } from './case-model.ts';
import { agrees, type CaseDraft, type Expected, type Verdict, verdictOf, words } from './model.ts';

const text = texts.composer;
const answers: Readonly<Record<Expected, Text>> = { hit: text.hit, clear: text.clear, notEvaluated: text.notEvaluated };

interface Props {
  form: RuleForm;
  tree: RuleTree;
  schema: Schema;
  cases: readonly CaseDraft[];
  change: (cases: CaseDraft[]) => void;
  /** Whether the rule may run at all. */
  sound: boolean;
  onBoth: () => void;
  both: CaseResultsJson | null;
}

export function CasesPanel({ form, tree, schema, cases, change, sound, onBoth, both }: Props) {
  const { t, language } = useSpeech();
  const verdicts = cases.map((one): Verdict => (sound ? verdictOf(tree, form, one, schema) : { broken: '' }));
  const state = {
    n: cases.length,
    agrees: cases.filter((one, i) => agrees(verdicts[i] as Verdict, one.expected) === true).length,
    open: cases.filter((one) => one.expected === null).length,
  };
  const propose = () => {
    const taken = new Set(cases.map(({ name }) => name));
    const more = proposeCases(form, words, language).filter(({ name }) => !taken.has(name));
    change([...cases, ...more.map((one) => ({ ...one, expected: null }))]);
  };
  const add = () =>
    change([
      ...cases,
      {
        ...withNewRow({ name: `${t(text.cases)} ${cases.length + 1}`, persons: { P1: {} }, encounters: { E1: {} } }, form.reads),
        expected: null,
      },
    ]);
  return (
    <Panel
      title={t(text.cases)}
      extra={
        <>
          <Button size="small" type="primary" ghost onClick={propose}>
            {t(text.propose)}
          </Button>{' '}
          <Button size="small" onClick={add}>
            {t(text.addCase)}
          </Button>
        </>
      }
    >
      <p className="faint">{t(text.casesHelp)}</p>
      {cases.map((one, i) => (
        <CaseCard
          key={i}
          form={form}
          one={one}
          verdict={verdicts[i] as Verdict}
          change={(next) => change(cases.flatMap((old, at) => (at === i ? (next ? [next] : []) : [old])))}
        />
      ))}
      {cases.length > 0 ? (
        <div className="row">
          <span>{t(text.casesState, state)}</span>
          <Button size="small" onClick={onBoth}>
            {t(text.runBoth)}
          </Button>
          {both ? (
            <Tag color={both.failed ? 'red' : 'green'}>{t(text.bothPassed, { passed: both.passed, failed: both.failed })}</Tag>
          ) : null}
        </div>
      ) : null}
      {both?.results.flatMap(({ name, issues }) =>
        issues.map((issue) => <p className="red" key={`${name}${issue.message}`}>{`${name}: ${issue.message}`}</p>),
      )}
    </Panel>
  );
}

function CaseCard({
  form,
  one,
  verdict,
  change,
}: {
  form: RuleForm;
  one: CaseDraft;
  verdict: Verdict;
  change: (one: CaseDraft | undefined) => void;
}) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const fits = agrees(verdict, one.expected);
  return (
    <section className={`case ${fits === true ? 'agrees' : fits === false ? 'differs' : ''}`} aria-label={one.name}>
      <div className="condition-row">
        <Button type="text" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '▾' : '▸'}
        </Button>
        <Input size="small" aria-label={t(text.caseName)} value={one.name} onChange={(e) => change({ ...one, name: e.target.value })} />
        <Segmented
          size="small"
          aria-label={t(text.expected)}
          value={one.expected ?? ''}
          options={(['hit', 'clear', 'notEvaluated'] as const).map((value) => ({ value, label: t(answers[value]) }))}
          onChange={(expected) => change({ ...one, expected: expected as Expected })}
        />
        <Button type="text" size="small" aria-label={t(text.remove)} onClick={() => change(undefined)}>
          ×
        </Button>
      </div>
      <div className="verdict">
        <span className="soft">{t(text.says)} </span>
        <Said verdict={verdict} />{' '}
        {fits === null ? (
          one.expected === null ? (
            <Tag>{t(text.undecided)}</Tag>
          ) : null
        ) : fits ? (
          <Tag color="green">{t(text.agrees)}</Tag>
        ) : (
          <Tag color="red">{t(text.differs)}</Tag>
        )}
      </div>
      {open
        ? caseTablesOf(form).map((table) => (
            <CaseTable key={table} form={form} table={table} one={one} change={(next) => change({ ...next, expected: one.expected })} />
          ))
        : null}
    </section>
  );
}

function Said({ verdict }: { verdict: Verdict }) {
  const { t } = useSpeech();
  if ('broken' in verdict)
    return verdict.broken ? <span className="red">{t(text.broken, { reason: verdict.broken })}</span> : <span>—</span>;
  const shown = (['hit', 'clear', 'notEvaluated'] as const).filter((answer) => verdict.counts[answer] > 0);
  if (shown.length === 0) return <span className="soft">{t(text.nothing)}</span>;
  return <strong>{shown.map((answer) => `${t(answers[answer])} ${verdict.counts[answer]}`).join(' · ')}</strong>;
}

const heads = { encounter: text.encounter, person: text.person, provider: text.provider } as const;

function CaseTable({
  form,
  table,
  one,
  change,
}: {
  form: RuleForm;
  table: ComposerTable;
  one: CaseDraft;
  change: (one: ReturnType<typeof withCell>) => void;
}) {
  const { t, language } = useSpeech();
  const columns = columnsOf(form, table);
  const rows = rowsOf(one, table);
  return (
    <div className="case-table">
      <table className="plain">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.kind === 'field' ? column.field : column.kind}>
                {column.kind === 'field'
                  ? fieldWord(words, table, column.field === 'age' ? 'birthDay' : column.field)[language]
                  : t(heads[column.kind])}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column) => (
                <td key={column.kind === 'field' ? column.field : column.kind}>
                  <Cell table={table} one={one} row={row} column={column} change={change} />
                </td>
              ))}
              <td>
                <Button type="text" size="small" aria-label={t(text.remove)} onClick={() => change(withoutRow(one, table, row))}>
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" type="text" onClick={() => change(withNewRow(one, table))}>
        + {t(texts.common.aside, { what: t(text.addRow), aside: words.records[table]?.[language] ?? table })}
      </Button>
    </div>
  );
}

/** Numbers stay numbers; nothing typed is a value that is not known. */
const typed = (value: string): unknown => (value === '' ? null : /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value);

function Cell({
  table,
  one,
  row,
  column,
  change,
}: {
  table: ComposerTable;
  one: CaseDraft;
  row: CaseRow;
  column: CaseColumn;
  change: (one: ReturnType<typeof withCell>) => void;
}) {
  const { t, language } = useSpeech();
  const value = cellOf(one, table, row, column);
  const set = (next: unknown) => change(withCell(one, table, row, column, next));
  if (column.kind !== 'field')
    return <Input size="small" style={{ width: 58 }} value={String(value)} onChange={(e) => set(e.target.value)} />;
  const named = valuesName(words, table, column.field);
  const bool = words.types[table]?.[column.field] === 'bool';
  if (named || bool) {
    const options = bool
      ? [
          { value: 'true', label: t(text.yes) },
          { value: 'false', label: t(text.no) },
        ]
      : Object.entries(words.values[named as string] ?? {}).map(([key, word]) => ({ value: key, label: word[language] }));
    return (
      <Select
        size="small"
        style={{ minWidth: 84 }}
        allowClear
        value={value === null || value === undefined ? undefined : String(value)}
        placeholder={value === null ? t(text.unknown) : ''}
        options={options}
        onChange={(given: string | undefined) =>
          set(given === undefined ? null : bool ? given === 'true' : words.intUnits[column.field] ? Number(given) : given)
        }
      />
    );
  }
  const time = /At$|^at$/i.test(column.field) || column.field === 'day';
  return (
    <Input
      size="small"
      style={{ width: time ? 142 : 92 }}
      value={value === undefined || value === null ? '' : String(value)}
      placeholder={value === null ? t(text.unknown) : ''}
      onChange={(e) =>
        set(
          time || words.types[table]?.[column.field] === 'text' || column.field === 'item' ? e.target.value || null : typed(e.target.value),
        )
      }
    />
  );
}
