// The pages around the plan, in the order of a year.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { texts, useTexts } from '../../texts/index.ts';

const pages = [
  ['/plans', texts.nav.plans],
  ['/plan-drafts', texts.drafts.drafting],
  ['/indicator-library', texts.drafts.library],
] as const;

/** Buttons to the other pages of 绩效. */
export function PlanLinks({ here }: { here: (typeof pages)[number][0] }) {
  const t = useTexts();
  return pages
    .filter(([to]) => to !== here)
    .map(([to, name]) => (
      <Link key={to} to={to}>
        <Button>{t(name)}</Button>
      </Link>
    ));
}
