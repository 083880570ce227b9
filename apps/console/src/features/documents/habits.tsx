// 读法: what corrections taught about the layouts; a person may add one before a document can be read, or have one forgotten.
import type { TaughtHabitJson, TeachingJson } from '@hengjian/server/schemas/documents.ts';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { instant } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { Loaded, Panel } from '../../ui/page.tsx';
import { fieldNames } from './field-names.ts';

const text = texts.documents;
const kinds: Readonly<Record<TaughtHabitJson['kind'], Text>> = {
  column: text.habitColumn,
  operator: text.habitOperator,
  unit: text.habitUnit,
  level: text.habitLevel,
};
const columns: Readonly<Record<string, Text>> = {
  ...fieldNames,
  remark: text.remark,
  ignored: text.ignored,
};
const layouts: Readonly<Record<string, Text>> = text.layouts;

type Said = ReturnType<typeof useTexts>;
type Habit = Pick<TaughtHabitJson, 'kind' | 'word' | 'meaning'>;
const meaningText = (t: Said, { kind, meaning }: Habit) => {
  const column = kind === 'column' ? columns[meaning] : undefined;
  return column ? t(text.columnOf, { name: t(column) }) : meaning;
};
export const habitText = (t: Said, habit: Habit) => t(text.habitSays, { word: habit.word, meaning: meaningText(t, habit) });

const blank = { layout: 'project-targets', kind: 'column', word: '', meaning: 'value', why: '' } as const;

export function Habits() {
  const t = useTexts();
  const { message } = App.useApp();
  const habits = useGet<TaughtHabitJson[]>('/api/reading-habits');
  const [given, setGiven] = useState<TeachingJson>(blank);
  const send = async (wish: TeachingJson) => {
    try {
      await post('/api/reading-habits', wish);
      await queryClient.invalidateQueries({ queryKey: ['/api/reading-habits'] });
      setGiven(blank);
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  const name = (layout: string | null) => {
    const known = layout === null ? text.everyLayout : layouts[layout];
    return known ? t(known) : layout;
  };
  const options = (of: Readonly<Record<string, Text>>) => Object.entries(of).map(([value, label]) => ({ value, label: t(label) }));
  return (
    <Panel title={t(text.habits)} className="no-print">
      <p className="about">{t(text.habitsAbout)}</p>
      <div className="row wrap" style={{ marginBottom: 12 }}>
        <Select
          aria-label={t(text.layout)}
          style={{ width: 220 }}
          value={given.layout}
          onChange={(layout) => setGiven({ ...given, layout })}
          options={options(layouts)}
        />
        <Select
          aria-label={t(text.habitKind)}
          style={{ width: 130 }}
          value={given.kind}
          onChange={(kind) => setGiven({ ...given, kind, meaning: kind === 'column' ? 'value' : '' })}
          options={options(kinds)}
        />
        <Input
          aria-label={t(text.habitWord)}
          placeholder={t(text.habitWord)}
          style={{ width: 150 }}
          value={given.word}
          onChange={(event) => setGiven({ ...given, word: event.target.value })}
        />
        {given.kind === 'column' ? (
          <Select
            aria-label={t(text.habitMeaning)}
            style={{ width: 130 }}
            value={given.meaning ?? ''}
            onChange={(meaning) => setGiven({ ...given, meaning })}
            options={options(columns)}
          />
        ) : (
          <Input
            aria-label={t(text.habitMeaning)}
            placeholder={t(text.habitMeaning)}
            style={{ width: 130 }}
            value={given.meaning ?? ''}
            onChange={(event) => setGiven({ ...given, meaning: event.target.value })}
          />
        )}
        <Input
          aria-label={t(text.why)}
          placeholder={t(text.why)}
          style={{ width: 220 }}
          value={given.why}
          onChange={(event) => setGiven({ ...given, why: event.target.value })}
        />
        <Button disabled={!given.word.trim() || !given.meaning?.trim() || !given.why.trim()} onClick={() => void send(given)}>
          {t(text.teach)}
        </Button>
      </div>
      <Loaded of={habits}>
        {(data) =>
          data.length === 0 ? (
            <p className="soft">{t(text.noHabits)}</p>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>{t(text.layout)}</th>
                  <th>{t(text.habitKind)}</th>
                  <th>{t(text.habitWord)}</th>
                  <th>{t(text.habitMeaning)}</th>
                  <th>{t(text.why)}</th>
                  <th>{t(text.by)}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {data.map(({ layout, kind, word, meaning, why, by, at }) => (
                  <tr key={`${layout}${kind}${word}`}>
                    <td>{name(layout)}</td>
                    <td>{t(kinds[kind])}</td>
                    <td>{word}</td>
                    <td>{meaningText(t, { kind, word, meaning })}</td>
                    <td>{why}</td>
                    <td>
                      {by} <span className="faint">{instant(at)}</span>
                    </td>
                    <td>
                      <Button size="small" onClick={() => void send({ layout, kind, word, meaning: null, why: t(text.forgetWhy) })}>
                        {t(text.forget)}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Panel>
  );
}
