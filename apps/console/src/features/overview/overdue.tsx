// 超期未办: what is overdue of everything this account may see, with the way to each list.
import type { OverdueWorkJson } from '@hengjian/server/schemas/overview.ts';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useGet } from '../../api.ts';
import { count, day } from '../../format.ts';
import type { Text } from '../../texts/index.ts';
import { texts, useTexts } from '../../texts/index.ts';

const lists: Readonly<Record<OverdueWorkJson[number]['noun'], readonly [name: Text, to: string]>> = {
  finding: [texts.nav.findings, '/work'],
  complaint: [texts.nav.complaints, '/complaints'],
  clue: [texts.nav.clues, '/clues'],
  inspection: [texts.enforcement.inspections, '/inspections'],
  enforcementCase: [texts.enforcement.cases, '/cases'],
  points: [texts.nav.practitioners, '/practitioners'],
  credit: [texts.credit.title, '/credit'],
};

export function Overdue() {
  const t = useTexts();
  const found = useGet<OverdueWorkJson>('/api/overdue-work');
  if (!found.data?.length) return null;
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={
        <span className="row" style={{ flexWrap: 'wrap', gap: '4px 18px' }}>
          <strong>{t(texts.overview.overdue)}</strong>
          {found.data.map((one) => {
            const [name, to] = lists[one.noun];
            return (
              <Link key={one.noun} to={to} search={to === '/work' ? {} : { overdue: 'true' }}>
                {t(texts.overview.overdueOf, { what: t(name), n: count(one.count), day: day(one.oldestDay) })}
              </Link>
            );
          })}
        </span>
      }
    />
  );
}
