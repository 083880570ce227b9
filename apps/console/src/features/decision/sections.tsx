// The pages of decision support, side by side under one entry of the bar.
import './decision.css';
import { Link } from '@tanstack/react-router';
import { texts, useTexts } from '../../texts/index.ts';

const sections = [['/decision', texts.decision.fund]] as const;

export function Sections() {
  const t = useTexts();
  return (
    <nav className="sections no-print" aria-label={t(texts.nav.decision)}>
      {sections.map(([to, name]) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
