// From which month to which, in the address.
import { type Months, monthsBetween } from '@hengjian/domain';
import { Select } from 'antd';
import { texts, useTexts } from '../../texts/index.ts';
import { useParams } from '../../ui/address.ts';

export function MonthSpan({ known, period }: { known: Months | null; period: Months | null }) {
  const t = useTexts();
  const [, change] = useParams();
  const months = known ? monthsBetween(known.from, known.to) : [];
  const choose = (name: 'from' | 'to') => (
    <Select
      size="small"
      aria-label={t(texts.decision[name])}
      value={period?.[name] ?? null}
      onChange={(value) => change({ [name]: value ?? undefined })}
      options={months.map((value) => ({ value, label: value }))}
      showSearch
    />
  );
  return (
    <>
      {choose('from')} {t(texts.common.to)} {choose('to')}
    </>
  );
}
