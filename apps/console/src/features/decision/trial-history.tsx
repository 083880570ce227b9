// What was tried before: a row each, with its name leading to the result.
import type { ReactNode } from 'react';
import { instant, number } from '../../format.ts';
import { type Say, texts, useTexts } from '../../texts/index.ts';
import { Nothing, Panel } from '../../ui/page.tsx';

type Entry = Parameters<Say>[0];

interface Tried<Lever> {
  title: string;
  schemeId: string;
  year: number;
  levers: readonly Lever[];
  by: string;
  at: number;
  seconds: number;
}

interface Given<Lever, Trial extends Tried<Lever>> {
  text: Readonly<Record<'history' | 'noHistory' | 'name' | 'scheme' | 'levers' | 'noLever' | 'year' | 'by' | 'at' | 'seconds', Entry>>;
  trials: readonly Trial[];
  schemes: readonly { schemeId: string; title: string }[];
  words: (t: Say, lever: Lever) => string;
  link: (trial: Trial) => ReactNode;
  id: (trial: Trial) => string;
}

export function TrialHistory<Lever, Trial extends Tried<Lever>>({ text, trials, schemes, words, link, id }: Given<Lever, Trial>) {
  const t = useTexts();
  const titles = new Map(schemes.map((one) => [one.schemeId, one.title]));
  return (
    <Panel flush title={t(text.history)}>
      {trials.length === 0 ? (
        <Nothing title={t(text.noHistory)} />
      ) : (
        <div className="scroll-x">
          <table className="plain">
            <thead>
              <tr>
                <th>{t(text.name)}</th>
                <th>{t(text.scheme)}</th>
                <th>{t(text.levers)}</th>
                <th className="num">{t(text.year)}</th>
                <th style={{ minWidth: 96 }}>{t(text.by)}</th>
                <th>{t(text.at)}</th>
                <th className="num">{t(text.seconds)}</th>
              </tr>
            </thead>
            <tbody>
              {trials.map((one) => (
                <tr key={id(one)}>
                  <td>{link(one)}</td>
                  <td>{titles.get(one.schemeId) ?? one.schemeId}</td>
                  <td>{one.levers.map((lever) => words(t, lever)).join(t(texts.common.semicolon)) || t(text.noLever)}</td>
                  <td className="num">{one.year}</td>
                  <td>{one.by}</td>
                  <td>{instant(one.at)}</td>
                  <td className="num">{t(texts.common.seconds, { n: number(one.seconds, 1) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
