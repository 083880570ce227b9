// Kept questions: kept from the page where they are asked, shown as cards of the overview, taken away again.
import { type AnalysisTableName, analysisTables, viewPlaces } from '@hengjian/domain';
import type { AnalysisJson, SavedViewJson } from '@hengjian/server/schemas/analysis.ts';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { number } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Loaded, Panel, Problem } from '../../ui/page.tsx';
import { AnswerPlot } from './answer-plot.tsx';

const text = texts.analysis;
const kept = () => queryClient.invalidateQueries({ queryKey: ['/api/saved-views'] });

export function KeepView({ question }: { question: SavedViewJson['question'] }) {
  const t = useTexts();
  const may = useMay('decision.change');
  const [title, setTitle] = useState('');
  const [places, setPlaces] = useState<string[]>(['overview']);
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<unknown>();
  const keep = async () => {
    setError(undefined);
    try {
      await post('/api/saved-views', { title, question, places });
      await kept();
      setOpen(false);
      setTitle('');
    } catch (failure) {
      setError(failure);
    }
  };
  if (!may) return null;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="operator">
          <Input
            aria-label={t(text.keepTitle)}
            placeholder={t(text.keepTitle)}
            maxLength={60}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <p>
            <Checkbox.Group
              value={places}
              onChange={setPlaces}
              options={viewPlaces.map((place) => ({ value: place, label: t(text[`place_${place}`]) }))}
            />
          </p>
          <Button type="primary" size="small" disabled={!title.trim() || places.length === 0} onClick={() => void keep()}>
            {t(texts.common.save)}
          </Button>
          {error ? <Problem error={error} /> : null}
        </div>
      }
    >
      <Button disabled={question.measure.length === 0}>{t(text.keep)}</Button>
    </Popover>
  );
}

/** What is kept, with the way to take it away. */
export function KeptViews() {
  const t = useTexts();
  const may = useMay('decision.change');
  const views = useGet<SavedViewJson[]>('/api/saved-views');
  const [error, setError] = useState<unknown>();
  const end = (viewId: string) => post(`/api/saved-views/${viewId}/end`).then(kept, setError);
  if (!views.data || views.data.length === 0) return null;
  return (
    <p className="row no-print">
      <span className="soft">{t(text.kept)}</span>
      {views.data.map((view) => (
        <span key={view.viewId}>
          <Link to="/decision/ask" search={view.question as never}>
            {view.title}
          </Link>
          {may ? (
            <Button type="text" size="small" aria-label={t(text.end, { title: view.title })} onClick={() => void end(view.viewId)}>
              ×
            </Button>
          ) : null}
        </span>
      ))}
      {error ? <Problem error={error} /> : null}
    </p>
  );
}

/** The overview's cards. */
export function KeptCards() {
  const views = useGet<SavedViewJson[]>('/api/saved-views');
  const shown = (views.data ?? []).filter(({ places }) => places.includes('overview'));
  if (shown.length === 0) return null;
  return (
    <div className="grid" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))' }}>
      {shown.map((view) => (
        <Card key={view.viewId} view={view} />
      ))}
    </div>
  );
}

const ROWS = 8;

function Card({ view }: { view: SavedViewJson }) {
  const { language } = useSpeech();
  const { question } = view;
  const answer = useGet<AnalysisJson>('/api/analysis', question);
  const table = question.table as AnalysisTableName;
  const plotted = question.by.length === 1 || question.by.length === 2;
  return (
    <Panel
      title={
        <Link to="/decision/ask" search={question as never}>
          {view.title}
        </Link>
      }
    >
      <Loaded of={answer}>
        {(data) =>
          plotted ? (
            <AnswerPlot asked={{ ...question, table }} data={data} height={200} />
          ) : (
            <table className="plain">
              <tbody>
                {data.rows.slice(0, ROWS).map(({ keys, values }) => (
                  <tr key={keys.join('|')}>
                    <td>{keys.join(' · ') || (analysisTables[table]?.[language] ?? '')}</td>
                    {values.map((value, i) => (
                      <td key={question.measure[i]} className="num">
                        {number(value, 2)}
                      </td>
                    ))}
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
