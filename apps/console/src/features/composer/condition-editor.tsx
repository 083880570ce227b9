// And/or groups of comparisons of fields.
import type { Compare, Comparison, ComposerTable, ConditionGroup, Operand, Threshold } from '@hengjian/language';
import { Button, Segmented, Select } from 'antd';
import { type Text, texts, useSpeech } from '../../texts/index.ts';
import { ValueInput } from './fields.tsx';
import { fieldsOf, words } from './model.ts';

const text = texts.composer;
type Part = ConditionGroup['parts'][number];

export interface EditorProps {
  group: ConditionGroup;
  onChange: (group: ConditionGroup) => void;
  /** Tables of this record and, in a pair, of the other. */
  table: ComposerTable;
  other?: ComposerTable;
  thresholds: readonly Threshold[];
  depth?: number;
  label: string;
}

export function ConditionEditor({ group, onChange, table, other, thresholds, depth = 0, label }: EditorProps) {
  const { t } = useSpeech();
  const change = (at: number, part: Part | undefined) =>
    onChange({ ...group, parts: group.parts.flatMap((old, i) => (i === at ? (part ? [part] : []) : [old])) });
  const coded = (other ?? table) === 'diagnosis' || (other ?? table) === 'operation';
  const fresh: Comparison = {
    kind: 'compare',
    field: coded ? 'code' : 'setting',
    ...(other && { of: 'right' as const }),
    compare: coded ? 'startsWith' : 'eq',
    to: { kind: 'values', values: [] },
  };
  return (
    <section className={depth === 0 ? 'condition' : 'condition inner'} aria-label={label}>
      {group.parts.length > 1 ? (
        <Segmented
          size="small"
          value={group.join}
          options={[
            { value: 'and', label: t(text.and) },
            { value: 'or', label: t(text.or) },
          ]}
          onChange={(join) => onChange({ ...group, join: join as 'and' | 'or' })}
        />
      ) : null}
      {group.parts.map((part, i) => (
        <div className="condition-row" key={i}>
          {part.kind === 'group' ? (
            <ConditionEditor
              group={part}
              onChange={(next) => change(i, next)}
              table={table}
              {...(other && { other })}
              thresholds={thresholds}
              depth={depth + 1}
              label={label}
            />
          ) : (
            <ComparisonRow
              part={part}
              onChange={(next) => change(i, next)}
              table={table}
              {...(other && { other })}
              thresholds={thresholds}
            />
          )}
          <Button type="text" size="small" aria-label={t(text.remove)} onClick={() => change(i, undefined)}>
            ×
          </Button>
        </div>
      ))}
      <div className="row">
        <Button size="small" onClick={() => onChange({ ...group, parts: [...group.parts, fresh] })}>
          + {t(text.addCondition)}
        </Button>
        {depth < 2 && group.parts.length > 0 ? (
          <Button
            size="small"
            type="text"
            onClick={() =>
              onChange({ ...group, parts: [...group.parts, { kind: 'group', join: group.join === 'and' ? 'or' : 'and', parts: [fresh] }] })
            }
          >
            + {t(text.addGroup)}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

const compares: readonly [Compare, Text][] = [
  ['eq', text.eq],
  ['ne', text.ne],
  ['gt', text.gt],
  ['ge', text.ge],
  ['lt', text.lt],
  ['le', text.le],
  ['in', text.in],
  ['notIn', text.notIn],
  ['startsWith', text.startsWith],
  ['known', text.known],
  ['unknown', text.unknown],
];

/** Comparisons that make sense for a field of this kind. */
function comparesOf(table: string, field: string): readonly Compare[] {
  const type = words.types[table]?.[field];
  const ordered: Compare[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'known', 'unknown'];
  if (type === 'bool') return ['eq', 'known', 'unknown'];
  if (type === 'text')
    return words.values[field]
      ? ['eq', 'ne', 'in', 'notIn', 'known', 'unknown']
      : ['eq', 'ne', 'startsWith', 'in', 'notIn', 'known', 'unknown'];
  return field === 'sex' ? ['eq', 'ne', 'known', 'unknown'] : ordered;
}

const many = (compare: Compare): boolean => compare === 'in' || compare === 'notIn';

function ComparisonRow({
  part,
  onChange,
  table,
  other,
  thresholds,
}: {
  part: Comparison;
  onChange: (part: Comparison) => void;
  table: ComposerTable;
  other?: ComposerTable;
  thresholds: readonly Threshold[];
}) {
  const { t, language } = useSpeech();
  const own = part.of === 'right' && other ? other : table;
  const allowed = comparesOf(own, part.field);
  const bare = part.compare === 'known' || part.compare === 'unknown';
  const ordered = allowed.includes('gt');
  const kinds: { value: Operand['kind']; label: string }[] = [
    { value: 'values', label: t(text.value) },
    ...(ordered && thresholds.length > 0 ? [{ value: 'threshold' as const, label: t(text.threshold) }] : []),
    ...(other && !many(part.compare) ? [{ value: 'field' as const, label: t(text.anotherField) }] : []),
  ];
  const setField = (field: string) => {
    const next = comparesOf(own, field);
    onChange({ ...part, field, compare: next.includes(part.compare) ? part.compare : 'eq', to: { kind: 'values', values: [] } });
  };
  return (
    <>
      {other ? (
        <Select
          style={{ width: 92 }}
          value={part.of ?? 'left'}
          options={[
            { value: 'left', label: t(text.thisOne) },
            { value: 'right', label: t(text.otherOne) },
          ]}
          onChange={(side) => {
            const { of: _, ...rest } = part;
            onChange({ ...rest, ...(side === 'right' && { of: 'right' as const }) });
          }}
        />
      ) : null}
      <Select
        aria-label={t(text.field)}
        style={{ width: 150 }}
        showSearch={{ optionFilterProp: 'label' }}
        value={part.field}
        options={fieldsOf(own, language)}
        onChange={setField}
      />
      <Select
        aria-label={t(text.comparison)}
        style={{ width: 120 }}
        value={part.compare}
        options={compares.filter(([value]) => allowed.includes(value)).map(([value, label]) => ({ value, label: t(label) }))}
        onChange={(compare) =>
          onChange({
            ...part,
            compare,
            to:
              many(compare) || part.to.kind === 'values'
                ? { kind: 'values', values: part.to.kind === 'values' ? part.to.values : [] }
                : part.to,
          })
        }
      />
      {bare || kinds.length < 2 ? null : (
        <Select
          style={{ width: 100 }}
          value={part.to.kind}
          options={kinds}
          onChange={(kind) =>
            onChange({
              ...part,
              to:
                kind === 'threshold'
                  ? { kind, name: thresholds[0]?.name ?? '' }
                  : kind === 'field'
                    ? { kind, field: part.field, ...(part.of === 'right' ? {} : { of: 'right' as const }) }
                    : { kind: 'values', values: [] },
            })
          }
        />
      )}
      {bare ? null : (
        <OperandInput part={part} own={own} onChange={onChange} table={table} {...(other && { other })} thresholds={thresholds} />
      )}
    </>
  );
}

function OperandInput({
  part,
  own,
  onChange,
  table,
  other,
  thresholds,
}: {
  part: Comparison;
  own: ComposerTable;
  onChange: (part: Comparison) => void;
  table: ComposerTable;
  other?: ComposerTable;
  thresholds: readonly Threshold[];
}) {
  const { t, language } = useSpeech();
  const { to } = part;
  if (to.kind === 'threshold')
    return (
      <Select
        aria-label={t(text.threshold)}
        style={{ width: 150 }}
        value={to.name}
        options={thresholds.map(({ name, title, standard, unit }) => ({ value: name, label: `${title[language]} ${standard} ${unit}` }))}
        onChange={(name) => onChange({ ...part, to: { kind: 'threshold', name } })}
      />
    );
  if (to.kind === 'field') {
    const side = to.of === 'right' && other ? other : table;
    return (
      <Select
        style={{ width: 150 }}
        value={to.field}
        options={fieldsOf(side, language)}
        onChange={(field) => onChange({ ...part, to: { ...to, field } })}
      />
    );
  }
  return (
    <ValueInput
      table={own}
      field={part.field}
      values={to.values}
      many={many(part.compare)}
      onChange={(values) => onChange({ ...part, to: { kind: 'values', values } })}
    />
  );
}
