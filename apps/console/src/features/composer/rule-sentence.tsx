// A rule that is there, read aloud; those that the composer made can be opened in it.
import type { RuleTree } from '@hengjian/language';
import type { EditionFileJson } from '@hengjian/server/schemas/editions.ts';
import { Link } from '@tanstack/react-router';
import { useGet } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { SentencePanel } from './reading-panel.tsx';

export function RuleSentence({ rule, edition }: { rule: string; edition: number }) {
  const t = useTexts();
  const file = useGet<EditionFileJson>(`/api/rules/${encodeURIComponent(rule)}/editions/${edition}`);
  if (!file.data) return null;
  const extra =
    file.data.origin === 'bureau' ? (
      <Link to="/composer/$rule" params={{ rule }}>
        {t(texts.composer.reopen)}
      </Link>
    ) : null;
  return <SentencePanel tree={file.data.tree as RuleTree} extra={extra} />;
}
