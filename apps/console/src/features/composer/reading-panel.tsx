// The rule as it reads, part by part, and what the checks say of it.
import { type RuleTree, sentenceParts } from '@hengjian/language';
import { Tag } from 'antd';
import { texts, useSpeech } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { words } from './model.ts';

const text = texts.composer;

export interface Mark {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Of the tree; what the form lacks has none. */
  readonly place?: string;
}

export function SentencePanel({ tree }: { tree: RuleTree }) {
  const { t, language } = useSpeech();
  return (
    <Panel title={t(text.sentence)}>
      <div className="sentence" data-testid="sentence">
        {sentenceParts(tree, words, language).map(({ kind, text: said }) => (
          <p key={`${kind}${said}`} className={`part-${kind}`}>
            {said}
          </p>
        ))}
      </div>
    </Panel>
  );
}

export function MarksPanel({ marks }: { marks: readonly Mark[] }) {
  const { t } = useSpeech();
  return (
    <Panel title={t(text.marks)}>
      {marks.length === 0 ? <p className="green">{t(text.noMarks)}</p> : null}
      {marks.map(({ severity, message }) => (
        <p key={message} className="mark-line">
          <Tag color={severity === 'error' ? 'red' : 'orange'}>{t(severity === 'error' ? text.toFix : text.toLook)}</Tag>
          {message}
        </p>
      ))}
    </Panel>
  );
}
