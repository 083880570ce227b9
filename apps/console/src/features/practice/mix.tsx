// What somebody orders or sells: items, diagnoses, settings, kinds.
import { analysisTables, settingWords } from '@hengjian/domain';
import type { PracticePartJson } from '@hengjian/server/schemas/practice.ts';
import { count, yuan } from '../../format.ts';
import { texts, useSpeech } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { Coded } from '../../ui/words.tsx';
import '../decision/decision.css';

import type { Of } from './shown.ts';

const text = texts.practice;

export function Mix({ kind, data }: Of) {
  const { t, language } = useSpeech();
  const word = (values: Readonly<Record<string, { zh: string; en: string }>>, key: string | null) =>
    key === null ? t(texts.common.unknown) : (values[key]?.[language] ?? key);
  const parts = (
    title: string,
    rows: readonly PracticePartJson[],
    nameOf: (row: PracticePartJson) => React.ReactNode,
    counted: string,
    aside?: string,
  ) => (
    <Panel title={title} flush extra={aside ? <span className="soft">{aside}</span> : null}>
      <table className="plain">
        <thead>
          <tr>
            <th> </th>
            <th className="num">{counted}</th>
            <th className="num">{t(text.people)}</th>
            <th className="num">{t(text.money)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key ?? ''}>
              <td>{nameOf(row)}</td>
              <td className="num">{count(row.n)}</td>
              <td className="num">{count(row.people)}</td>
              <td className="num">{yuan(row.fen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
  const coded = (row: PracticePartJson) => (row.key === null ? t(texts.common.unknown) : <Coded code={row.key} name={row.name} />);
  return (
    <div className="grid parts" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))' }}>
      {parts(t(text.items), data.items, coded, t(text.lines), t(kind === 'physician' ? text.itemsPhysician : text.itemsPharmacy))}
      {parts(t(text.diagnoses), data.diagnoses, coded, t(text.encounters), t(text.first15))}
      {parts(t(text.settings), data.settings, (row) => word(settingWords, row.key), t(text.encounters))}
      {parts(t(text.kinds), data.kinds, (row) => word(analysisTables.line.dimensions.itemKind.values, row.key), t(text.lines))}
    </div>
  );
}
