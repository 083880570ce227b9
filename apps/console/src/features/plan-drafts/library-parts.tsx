// What the library's page and the drawer of a draft share: the filters, and the values that were set.
import { tierFilters } from '@hengjian/domain';
import type { LibraryEntryJson } from '@hengjian/server/schemas/plan-drafts.ts';
import { Input } from 'antd';
import { number } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import type { Params } from '../../ui/address.ts';
import { Choice } from '../../ui/filters.tsx';

const text = texts.drafts;

interface Props {
  wish: Record<string, string | undefined>;
  orgs: readonly string[];
  onChange: (next: Params) => void;
}

export function LibraryFilters({ wish, orgs, onChange }: Props) {
  const t = useTexts();
  const choose = (name: string, label: string, width: number, options: { value: string; label: string }[]) => (
    <Choice label={label} width={width} options={options} value={wish[name]} onChange={(value) => onChange({ [name]: value })} />
  );
  return (
    <div className="filters no-print">
      <Input
        allowClear
        style={{ width: 220 }}
        value={wish.text ?? ''}
        placeholder={t(text.search)}
        aria-label={t(text.search)}
        onChange={(event) => onChange({ text: event.target.value || undefined })}
      />
      {choose('level', t(text.level), 120, tierFilters)}
      {choose(
        'kind',
        t(text.kind),
        110,
        (['number', 'words'] as const).map((value) => ({ value, label: t(text[`kind.${value}`]) })),
      )}
      {choose(
        'measured',
        t(text.measured),
        160,
        (['yes', 'no'] as const).map((value) => ({ value, label: t(text[`measured.${value}`]) })),
      )}
      {choose(
        'org',
        t(text.org),
        230,
        orgs.map((value) => ({ value, label: value })),
      )}
    </div>
  );
}

/** The span of numbers that were set, or the words. */
export function TargetRange({ entry }: { entry: LibraryEntryJson }) {
  const t = useTexts();
  const { targets, unit, operator } = entry;
  const sign = operator === 'qualitative' ? '' : operator;
  if (!targets) return <span className="soft">{entry.uses.find(({ target }) => target !== null)?.target ?? '—'}</span>;
  if (targets.low === targets.high)
    return (
      <>
        {sign}
        {number(targets.median)}
        {unit}
      </>
    );
  return (
    <>
      {sign} {t(text.valuesOf, { low: number(targets.low), high: number(targets.high), median: number(targets.median, 2) })}
      {unit}
    </>
  );
}
