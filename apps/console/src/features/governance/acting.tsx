// Who acts and why: every step of governance asks for both. Refusals stand under the buttons, sentence by sentence.
import { App, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { problemsOf, speaking } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';

const text = texts.governance;

export interface Acting {
  by: string;
  why: string;
  busy: boolean;
  /** Does it where who and why are given; shows what refuses it. */
  act: (work: (act: { by: string; why: string }) => Promise<unknown>) => Promise<void>;
  fields: ReactNode;
  problems: ReactNode;
}

/** `suggested`: the reason that stands there until somebody writes another. */
export function useActing(onDone: () => void, suggested = ''): Acting {
  const t = useTexts();
  const { message } = App.useApp();
  const [by, setBy] = useState(speaking.operator);
  const [why, setWhy] = useState(suggested);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const act: Acting['act'] = async (work) => {
    if (!by.trim() || !why.trim()) return void message.warning(t(text.nobody));
    setBusy(true);
    setProblems([]);
    try {
      await work({ by: by.trim(), why: why.trim() });
      setWhy('');
      void message.success(t(texts.common.done));
      onDone();
    } catch (error) {
      setProblems(problemsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    by,
    why,
    busy,
    act,
    fields: (
      <>
        <Input aria-label={t(text.by)} placeholder={t(text.by)} style={{ width: 130 }} value={by} onChange={(e) => setBy(e.target.value)} />
        <Input
          aria-label={t(text.why)}
          placeholder={t(text.why)}
          style={{ width: 280 }}
          value={why}
          onChange={(e) => setWhy(e.target.value)}
        />
      </>
    ),
    problems: problems.map((problem) => (
      <p className="red" key={problem}>
        {problem}
      </p>
    )),
  };
}
