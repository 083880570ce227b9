// The head of every what-if's result: what was changed of which year by whom, the way back, the workbook, the paper.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { saveFile, useGet } from '../../api.ts';
import { instant } from '../../format.ts';
import { type Say, type Text, texts, useTexts } from '../../texts/index.ts';
import { Loaded, Page } from '../../ui/page.tsx';

/** What every what-if tells of itself. */
interface Told<Lever> {
  readonly title: string;
  readonly schemeTitle: string;
  readonly year: number;
  readonly levers: readonly Lever[];
  readonly by: string;
  readonly at: number;
}

interface Props<Lever, T extends Told<Lever>> {
  readonly address: string;
  readonly back: '/decision/policy' | '/decision/payment';
  readonly text: { readonly result: Text; readonly back: Text; readonly noLever: Text };
  readonly words: (t: Say, lever: Lever) => string;
  readonly children: (data: T) => ReactNode;
}

export function TrialResult<Lever, T extends Told<Lever>>({ address, back, text, words, children }: Props<Lever, T>) {
  const t = useTexts();
  const asked = useGet<T>(address);
  const about = ({ schemeTitle, year, levers, by, at }: T) =>
    [
      schemeTitle,
      year,
      levers.map((lever) => words(t, lever)).join(t(texts.common.semicolon)) || t(text.noLever),
      `${by} ${instant(at)}`,
    ].join(' · ');
  return (
    <Page
      title={asked.data?.title ?? t(text.result)}
      about={asked.data ? about(asked.data) : null}
      extra={
        <>
          <Link to={back}>{t(text.back)}</Link> <Button onClick={() => void saveFile(`${address}/xlsx`)}>{t(texts.common.export)}</Button>{' '}
          <Button onClick={() => window.print()}>{t(texts.common.print)}</Button>
        </>
      }
    >
      <Loaded of={asked}>{children}</Loaded>
    </Page>
  );
}
