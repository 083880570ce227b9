// The form of a new what-if: a name, the scheme, the year, the changes one below the other; the page of the result opens when it is done.
import { Button, Input, Select, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { post, queryClient } from '../../api.ts';
import { useSession } from '../../session.ts';
import { type Say, texts, useTexts } from '../../texts/index.ts';
import { Panel, Problem } from '../../ui/page.tsx';

/** An entry of the table of texts. */
type Entry = Parameters<Say>[0];

export const useMayChange = () => useSession()?.actions.includes('decision.change') ?? false;

interface Given<Lever> {
  text: Readonly<Record<'newOne' | 'name' | 'namePlaceholder' | 'scheme' | 'year' | 'addLever' | 'run' | 'running' | 'noLever', Entry>>;
  schemes: readonly { schemeId: string; title: string }[];
  /** Newest first; without one nothing can be settled. */
  years: readonly number[];
  /** The change that stands there first, and the one that is added. */
  first: Lever;
  added: Lever;
  words: (t: Say, lever: Lever) => string;
  row: (lever: Lever, change: (to: Lever) => void, remove: () => void) => ReactNode;
  /** Said beside the buttons while nothing runs. */
  hint?: (levers: readonly Lever[]) => string | null;
  /** Where it is settled, and the list that has it then. */
  at: string;
  list: string;
  open: (id: string) => void;
}

export function NewTrial<Lever>({ text, schemes, years, first, added, words, row, hint, at, list, open }: Given<Lever>) {
  const t = useTexts();
  const may = useMayChange();
  const [title, setTitle] = useState('');
  const [schemeId, setScheme] = useState(schemes[0]?.schemeId ?? '');
  const [year, setYear] = useState(years[0]);
  const [levers, setLevers] = useState([{ id: 0, lever: first }]);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!may || year === undefined) return null;
  const asked = levers.map(({ lever }) => lever);
  const run = async () => {
    setRunning(true);
    setError(undefined);
    try {
      const named = title.trim() || asked.map((lever) => words(t, lever)).join(t(texts.common.semicolon)) || t(text.noLever);
      const { id } = await post<{ id: string }>(at, { title: named.slice(0, 100), schemeId, year, levers: asked });
      await queryClient.invalidateQueries({ queryKey: [list] });
      open(id);
    } catch (problem) {
      setError(problem);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Panel title={t(text.newOne)}>
      <div className="filters">
        <Input
          aria-label={t(text.name)}
          placeholder={t(text.namePlaceholder)}
          value={title}
          maxLength={100}
          style={{ width: 300 }}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Select
          aria-label={t(text.scheme)}
          value={schemeId}
          onChange={setScheme}
          options={schemes.map((one) => ({ value: one.schemeId, label: one.title }))}
        />
        <span className="soft">{t(text.year)}</span>
        <Select
          aria-label={t(text.year)}
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: String(value) }))}
        />
      </div>
      {levers.map(({ id, lever }) => (
        <div key={id}>
          {row(
            lever,
            (to) => setLevers(levers.map((one) => (one.id === id ? { id, lever: to } : one))),
            () => setLevers(levers.filter((one) => one.id !== id)),
          )}
        </div>
      ))}
      <div className="filters">
        <Button onClick={() => setLevers([...levers, { id: Math.max(-1, ...levers.map((one) => one.id)) + 1, lever: added }])}>
          {t(text.addLever)}
        </Button>
        <Button type="primary" loading={running} onClick={() => void run()}>
          {t(text.run)}
        </Button>
        <span className="soft">
          {running ? (
            <>
              <Spin size="small" /> {t(text.running)}
            </>
          ) : (
            hint?.(asked)
          )}
        </span>
      </div>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}
