// One form of a draft: budget, goals, rows. A pasted «≥95%» is taken apart into sign, value and unit.
import { type DraftProject, type DraftRow, indicatorTiers, readTarget, rowOfEntry, spreadWeights, usualTiers } from '@hengjian/domain';
import type { LibraryEntryJson } from '@hengjian/server/schemas/plan-drafts.ts';
import type { RuleSetInfo } from '@hengjian/server/schemas/plans.ts';
import { AutoComplete, Button, Input, InputNumber, Select, Tooltip } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { number } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { FromLibrary } from './from-library.tsx';
import { LastOfForm, LastOfRowLine } from './last-year.tsx';

const text = texts.drafts;
const operators = ['≥', '≤', '=', '>', '<', 'qualitative'] as const;
const blank: DraftRow = {
  ...usualTiers,
  name: '',
  operator: '≥',
  target: null,
  unit: null,
  weight: null,
  group: null,
};

interface Props {
  project: DraftProject;
  org: string | null;
  year: number;
  marks: readonly { row: number; message: string }[];
  onChange: (next: DraftProject) => void;
  onDrop: (() => void) | null;
}

export function ProjectForm({ project, org, year, marks, onChange, onDrop }: Props) {
  const t = useTexts();
  const [choosing, setChoosing] = useState(false);
  const { rows } = project;
  const setRows = (next: DraftRow[]) => onChange({ ...project, rows: next });
  const setRow = (index: number, change: Partial<DraftRow>) => setRows(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const move = (index: number) => setRows(rows.toSpliced(index, 1).toSpliced(index - 1, 0, rows[index] as DraftRow));
  const sum = Math.round(rows.reduce((total, { weight }) => total + (weight ?? 0), 0) * 100) / 100;
  const rules = useGet<RuleSetInfo[]>('/api/score-rules', { year }).data?.find(({ counts }) => counts);
  const spread = () => {
    if (!rules) return;
    const weights = spreadWeights(rows, { ...rules, execution: { weight: rules.executionWeight } });
    setRows(rows.map((row, index) => ({ ...row, weight: weights[index] ?? null })));
  };
  const add = (entry: LibraryEntryJson) => setRows([...rows, rowOfEntry(entry, org)]);
  return (
    <Panel
      title={
        <Input
          variant="borderless"
          aria-label={t(text.projectName)}
          style={{ width: 'min(460px, calc(100vw - 64px))', fontWeight: 600, padding: 0 }}
          maxLength={200}
          value={project.name}
          onChange={(event) => onChange({ ...project, name: event.target.value })}
        />
      }
      extra={
        <span className="row">
          {t(text.budget)}
          <InputNumber
            min={0}
            aria-label={`${project.name} ${t(text.budget)}`}
            style={{ width: 130 }}
            value={project.budgetWan}
            onChange={(value) => onChange({ ...project, budgetWan: value })}
          />
          {onDrop ? (
            <Button type="text" danger onClick={onDrop}>
              {t(text.dropProject)}
            </Button>
          ) : null}
        </span>
      }
    >
      <LastOfForm project={project} onChange={onChange} />
      <Input.TextArea
        aria-label={`${project.name} ${t(text.goals)}`}
        placeholder={t(text.goals)}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={project.goals.join('\n')}
        onChange={(event) => onChange({ ...project, goals: event.target.value === '' ? [] : event.target.value.split('\n') })}
      />
      <table className="plain" style={{ marginTop: 10 }}>
        <thead>
          <tr>
            <th style={{ width: 36 }} />
            <th style={{ width: 128 }}>{t(text.level1)}</th>
            <th style={{ width: 150 }}>{t(text.level2)}</th>
            <th>{t(text.level3)}</th>
            <th style={{ width: 84 }}>{t(text.sign)}</th>
            <th style={{ width: 150 }}>{t(text.target)}</th>
            <th style={{ width: 88 }}>{t(text.unit)}</th>
            <th style={{ width: 84 }}>{t(text.weight)}</th>
            <th style={{ width: 96 }} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <RowCells
              key={index}
              row={row}
              no={index + 1}
              marks={marks.filter((mark) => mark.row === index + 1).map(({ message }) => message)}
              onChange={(change) => setRow(index, change)}
              onUp={index > 0 ? () => move(index) : null}
              onRemove={() => setRows(rows.toSpliced(index, 1))}
            />
          ))}
        </tbody>
      </table>
      <div className="row" style={{ marginTop: 10 }}>
        <Button
          onClick={() =>
            setRows([...rows, rows.length ? { ...blank, level1: rows.at(-1)?.level1 ?? null, level2: rows.at(-1)?.level2 ?? null } : blank])
          }
        >
          {t(text.addRow)}
        </Button>
        <Button onClick={() => setChoosing(true)}>{t(text.addFromLibrary)}</Button>
        <Tooltip title={t(text.spreadHelp)}>
          <Button disabled={rows.length === 0} onClick={spread}>
            {t(text.spread)}
          </Button>
        </Tooltip>
        <span className={sum === 90 || sum === 100 || sum === 0 ? 'soft' : 'red'}>
          {t(text.weightSum, { n: number(sum) })}
          {sum === 90 || sum === 100 || sum === 0 ? '' : ` · ${t(text.weightShould)}`}
        </span>
      </div>
      {choosing ? (
        <FromLibrary has={(entry) => rows.some(({ name }) => name === entry.name)} onAdd={add} onClose={() => setChoosing(false)} />
      ) : null}
    </Panel>
  );
}

interface RowProps {
  row: DraftRow;
  no: number;
  marks: readonly string[];
  onChange: (change: Partial<DraftRow>) => void;
  onUp: (() => void) | null;
  onRemove: () => void;
}

function RowCells({ row, no, marks, onChange, onUp, onRemove }: RowProps) {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const label = (name: string) => `${t(text.row, { n: no })} ${name}`;
  const told = row.target === null ? '' : String(row.target);
  const take = () => {
    if (typed === null) return;
    setTyped(null);
    const read = readTarget(typed, null, null);
    // A bare number keeps the sign and unit that stand beside it; a whole cell brings its own.
    if (typeof read.value === 'number')
      onChange({
        target: read.value,
        operator: /^[\d.,\s]+$/.test(typed) && row.operator !== 'qualitative' ? row.operator : read.operator,
        unit: read.unit ?? row.unit,
      });
    else onChange({ target: read.value, operator: read.operator });
  };
  const names = (list: readonly string[]) => list.map((value) => ({ value }));
  return (
    <tr className={marks.length ? 'marked' : ''}>
      <td className="num faint">
        {marks.length ? (
          <Tooltip title={marks.map((mark) => <div key={mark}>{mark}</div>)}>
            <span className="red">{no}</span>
          </Tooltip>
        ) : (
          no
        )}
      </td>
      <td>
        <AutoComplete
          aria-label={label(t(text.level1))}
          style={{ width: '100%' }}
          value={row.level1 ?? ''}
          options={names(Object.keys(indicatorTiers))}
          onChange={(value: string) => onChange({ level1: value || null })}
        />
      </td>
      <td>
        <AutoComplete
          aria-label={label(t(text.level2))}
          style={{ width: '100%' }}
          value={row.level2 ?? ''}
          options={names(indicatorTiers[row.level1 ?? ''] ?? [])}
          onChange={(value: string) => onChange({ level2: value || null })}
        />
      </td>
      <td>
        <Input
          aria-label={label(t(text.level3))}
          maxLength={300}
          value={row.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <LastOfRowLine row={row} onChange={onChange} />
      </td>
      <td>
        <Select
          aria-label={label(t(text.sign))}
          style={{ width: '100%' }}
          value={row.operator}
          options={operators.map((value) => ({ value, label: value === 'qualitative' ? t(text.qualitative) : value }))}
          onChange={(operator) => onChange({ operator })}
        />
      </td>
      <td>
        <Input
          aria-label={label(t(text.target))}
          maxLength={500}
          value={typed ?? told}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onPressEnter={take}
        />
      </td>
      <td>
        <Input
          aria-label={label(t(text.unit))}
          maxLength={30}
          value={row.unit ?? ''}
          onChange={(event) => onChange({ unit: event.target.value || null })}
        />
      </td>
      <td>
        <InputNumber
          aria-label={label(t(text.weight))}
          min={0}
          max={100}
          controls={false}
          style={{ width: '100%' }}
          value={row.weight}
          onChange={(weight) => onChange({ weight })}
        />
      </td>
      <td>
        <Button type="text" size="small" disabled={!onUp} onClick={() => onUp?.()} aria-label={label(t(text.moveUp))}>
          ↑
        </Button>
        <Button type="text" size="small" danger onClick={onRemove} aria-label={label(t(text.removeRow))}>
          ×
        </Button>
      </td>
    </tr>
  );
}
