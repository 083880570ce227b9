// 月度分析: the month's report as it will be printed.
import type { MonthReportJson } from '@hengjian/server/schemas/month-report.ts';
import { Link } from '@tanstack/react-router';
import { App, Button, Segmented, Select } from 'antd';
import { ApiError, saveFile, useGet } from '../../api.ts';
import { texts, useSpeech } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import './decision.css';

const text = texts.monthReport;

export function MonthPage() {
  const { t, language: spoken } = useSpeech();
  const [params, change] = useParams();
  const language = one(params.language) ?? spoken;
  const { message } = App.useApp();
  const report = useGet<MonthReportJson | null>('/api/month-report', { month: one(params.month), language }, { keep: true });
  const save = async (format: 'docx' | 'pdf') => {
    try {
      await saveFile(`/api/month-report/${report.data?.month}/${format}`, { language });
    } catch (problem) {
      message.error(problem instanceof ApiError ? problem.message : String(problem));
    }
  };
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        report.data ? (
          <>
            <Select
              aria-label={t(text.month)}
              value={report.data.month}
              onChange={(month) => change({ month })}
              options={report.data.months.map((value) => ({ value, label: value }))}
            />{' '}
            <Segmented
              aria-label={t(text.language)}
              value={language}
              onChange={(value) => change({ language: value === spoken ? undefined : value })}
              options={[
                { value: 'zh', label: t(text.zh) },
                { value: 'en', label: t(text.en) },
              ]}
            />{' '}
            <Button onClick={() => void save('docx')}>Word</Button> <Button onClick={() => void save('pdf')}>PDF</Button>{' '}
            <Link to="/wall">{t(text.wall)}</Link>
          </>
        ) : null
      }
    >
      <Loaded of={report}>
        {(data) =>
          data === null ? (
            <Panel>
              <Nothing title={t(text.none)} />
            </Panel>
          ) : (
            <article className="panel paper">
              <h2>{data.title}</h2>
              <p className="mid">{data.subtitle}</p>
              {data.sections.map((section) => (
                <section key={section.heading}>
                  <h3>{section.heading}</h3>
                  {section.sentences.map((sentence) => (
                    <p key={sentence}>{sentence}</p>
                  ))}
                  {section.tables.map((table) => (
                    <div key={table.title} className="scroll-x">
                      <p className="mid strong">{table.title}</p>
                      <table className="plain">
                        <thead>
                          <tr>
                            {table.heads.map((head, i) => (
                              <th key={head} className={i > 0 ? 'num' : ''}>
                                {head}
                              </th>
                            ))}
                            {table.bars ? <th /> : null}
                          </tr>
                        </thead>
                        <tbody>
                          {table.rows.map((cells, i) => (
                            <tr key={cells[0]}>
                              {cells.map((cell, column) => (
                                <td key={table.heads[column]} className={column > 0 ? 'num' : ''}>
                                  {cell}
                                </td>
                              ))}
                              {table.bars ? (
                                <td className="track">
                                  <i style={{ width: `${(table.bars[i] ?? 0) * 100}%` }} />
                                </td>
                              ) : null}
                            </tr>
                          ))}
                        </tbody>
                      </table>
                    </div>
                  ))}
                </section>
              ))}
            </article>
          )
        }
      </Loaded>
    </Page>
  );
}
