// The filter of findings: everything in it stands in the address.
import type { ProviderJson } from '@hengjian/server/schemas/providers.ts';
import type { RuleSummary } from '@hengjian/server/schemas/rules.ts';
import { Button, DatePicker, Input, type InputRef, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useGet } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { many, one, useParams } from '../../ui/address.ts';
import { filterNames } from './filter.ts';

const text = texts.findings;

export function Filters({ search }: { search: React.RefObject<InputRef | null> }) {
  const t = useTexts();
  const [params, change] = useParams();
  const rules = useGet<RuleSummary[]>('/api/rules');
  const providers = useGet<ProviderJson[]>('/api/providers');
  const set = (name: string, value: string | string[] | undefined) => change({ [name]: value || undefined, page: undefined });
  const typed = (name: string, width: number, hint: string) => (
    <Input
      key={`${name}:${one(params[name]) ?? ''}`}
      allowClear
      style={{ width }}
      defaultValue={one(params[name]) ?? ''}
      placeholder={hint}
      aria-label={hint}
      onPressEnter={(event) => set(name, event.currentTarget.value.trim())}
      onBlur={(event) => event.target.value.trim() !== (one(params[name]) ?? '') && set(name, event.target.value.trim())}
      onClear={() => set(name, undefined)}
    />
  );
  const from = one(params.from);
  const to = one(params.to);
  return (
    <div className="filters no-print">
      <Input.Search
        ref={search}
        key={one(params.text) ?? ''}
        allowClear
        style={{ width: 290 }}
        defaultValue={one(params.text) ?? ''}
        placeholder={t(text.textHint)}
        aria-label={t(text.textHint)}
        onSearch={(value) => set('text', value.trim())}
      />
      <Select
        mode="multiple"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        maxTagCount={1}
        style={{ width: 220 }}
        placeholder={t(text.rule)}
        aria-label={t(text.rule)}
        value={many(params.rule)}
        onChange={(value: string[]) => set('rule', value)}
        options={(rules.data ?? []).map((rule) => ({ value: rule.ruleId, label: `${rule.title} (${rule.findings})` }))}
      />
      <Select
        allowClear
        style={{ width: 104 }}
        placeholder={t(text.certainty)}
        aria-label={t(text.certainty)}
        value={one(params.certainty) ?? null}
        onChange={(value: string | null) => set('certainty', value ?? undefined)}
        options={[
          { value: 'clear', label: t(texts.common.clear) },
          { value: 'suspect', label: t(texts.common.suspect) },
          { value: 'quality', label: t(texts.common.quality) },
          { value: 'statistic', label: t(texts.common.statistic) },
        ]}
      />
      <Select
        mode="multiple"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        maxTagCount={1}
        style={{ width: 220 }}
        placeholder={t(text.provider)}
        aria-label={t(text.provider)}
        value={many(params.provider)}
        onChange={(value: string[]) => set('provider', value)}
        options={(providers.data ?? []).map((one) => ({ value: one.providerNo, label: one.name ?? one.providerNo }))}
      />
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        style={{ width: 226 }}
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={(range) => change({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD'), page: undefined })}
      />
      {typed('person', 168, t(text.personHint))}
      {one(params.practitioner) ? (
        <Tag closable onClose={() => set('practitioner', undefined)}>
          {t(texts.practice.concerning, { no: one(params.practitioner) ?? '' })}
        </Tag>
      ) : null}
      {typed('least', 118, t(text.amountFrom))}
      {typed('most', 118, t(text.amountTo))}
      <Select
        style={{ width: 104 }}
        aria-label={t(text.standing)}
        value={one(params.standing) ?? 'live'}
        onChange={(value: string) => set('standing', value === 'live' ? undefined : value)}
        options={[
          { value: 'live', label: t(text.live) },
          { value: 'exempted', label: t(text.exempted) },
          { value: 'withdrawn', label: t(text.withdrawn) },
          { value: 'all', label: t(texts.common.all) },
        ]}
      />
      <Button onClick={() => change(Object.fromEntries([...filterNames, 'page'].map((name) => [name, undefined])))}>
        {t(texts.common.reset)}
      </Button>
    </div>
  );
}
