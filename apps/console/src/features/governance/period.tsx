// The past period that something is tried on.
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useGet } from '../../api.ts';
import { day } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';

const text = texts.governance;

/**
 * Two days as they are typed; all that the lake holds until somebody says otherwise. The fields wait until it is known what that is: it
 * would come between what is being typed.
 */
export function usePeriod(): { readonly from: string; readonly to: string; readonly fields: ReactNode } {
  const t = useTexts();
  const overview = useGet<{ lake: { fromDay: number; toDay: number } | null }>('/api/overview');
  const [typed, type] = useState<{ from?: string; to?: string }>({});
  const lake = overview.data?.lake;
  const { from = lake ? day(lake.fromDay) : '', to = lake ? day(lake.toDay) : '' } = typed;
  const field = (name: 'from' | 'to', value: string) => (
    <Input
      aria-label={t(text[name])}
      placeholder={t(text[name])}
      style={{ width: 120 }}
      disabled={overview.isPending}
      value={value}
      onChange={(event) => type({ ...typed, [name]: event.target.value })}
    />
  );
  return {
    from,
    to,
    fields: (
      <>
        {field('from', from)}
        {field('to', to)}
      </>
    ),
  };
}
