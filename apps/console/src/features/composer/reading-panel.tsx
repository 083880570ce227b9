// The rule as it reads, part by part, and what the checks say of it.
import { type RuleForm, type RuleTree, sentenceParts, type Vocabulary } from '@hengjian/language';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { type Say, texts, useSpeech } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { words } from './model.ts';

const text = texts.composer;

export interface Mark {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Of the tree; what the form lacks has none. */
  readonly place?: string;
}

/** The officer's own lists go by their names. */
function wordsOf(form: RuleForm | undefined, t: Say): Vocabulary {
  if (!form) return words;
  const named = (name: string) => ({ zh: t(text.listSays, { name }), en: t(text.listSays, { name }) });
  const other = form.shape.kind === 'together' ? form.shape.otherItems.name : '';
  return {
    ...words,
    roles: { ...words.roles, ...(form.list.name && { code: named(form.list.name) }), ...(other && { counter: named(other) }) },
  };
}

export function SentencePanel({ tree, form, extra }: { tree: RuleTree; form?: RuleForm; extra?: ReactNode }) {
  const { t, language } = useSpeech();
  return (
    <Panel title={t(text.sentence)} extra={extra}>
      <div className="sentence" data-testid="sentence">
        {sentenceParts(tree, wordsOf(form, t), language).map(({ kind, text: said }) => (
          <p key={`${kind}${said}`} className={`part-${kind}`}>
            {said}
          </p>
        ))}
      </div>
    </Panel>
  );
}

/** Where in the form a part of the tree is written. */
const parts: Readonly<Record<FormPart, RegExp>> = {
  who: /^(where|reads|key|on$)/,
  how: /^(when|right|folds|stream|parameters|inQuestion|value|volume|also)/,
  exempt: /^exemptions/,
  words: /^(facts|explain|money)/,
};
export type FormPart = 'who' | 'how' | 'exempt' | 'words';

/** What the checks say of one part of the form, at its end. */
export function MarksAt({ part, marks }: { part: FormPart; marks: readonly Mark[] }) {
  const own = marks.filter(({ place }) => place !== undefined && parts[part].test(place));
  return own.length === 0 ? null : (
    <div className="marks-at" role="note">
      {own.map((mark) => (
        <MarkLine key={mark.message} {...mark} />
      ))}
    </div>
  );
}

function MarkLine({ severity, message }: Mark) {
  const { t } = useSpeech();
  return (
    <p className="mark-line">
      <Tag color={severity === 'error' ? 'red' : 'orange'}>{t(severity === 'error' ? text.toFix : text.toLook)}</Tag>
      {message}
    </p>
  );
}

export function MarksPanel({ marks }: { marks: readonly Mark[] }) {
  const { t } = useSpeech();
  return (
    <Panel title={t(text.marks)}>
      {marks.length === 0 ? <p className="green">{t(text.noMarks)}</p> : null}
      {marks.map((mark) => (
        <MarkLine key={mark.message} {...mark} />
      ))}
    </Panel>
  );
}
