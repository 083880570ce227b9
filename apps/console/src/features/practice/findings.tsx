import type { PracticePageJson } from '@hengjian/server/schemas/practice.ts';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { count, day, yuan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { useAlertWords } from '../alerts/words.ts';
import '../decision/decision.css';

import type { Of } from './shown.ts';

const text = texts.practice;

export function Findings({ kind, data }: Of) {
  const t = useTexts();
  const mayRead = useMay('finding.read');
  const { findings, no } = data;
  const search = kind === 'physician' ? { practitioner: no } : { provider: no };
  return (
    <Panel
      title={t(text.findingsOf)}
      flush
      extra={
        mayRead && findings.count > 0 ? (
          <Link to="/findings" search={search}>
            {t(text.allFindings)}
          </Link>
        ) : null
      }
    >
      {findings.count === 0 ? (
        <p className="sums">{t(text.noFindings)}</p>
      ) : (
        <>
          <p className="sums">
            {t(text.sum, { n: count(findings.count), amount: yuan(findings.amountFen), fund: yuan(findings.fundFen) })}
          </p>
          <div className="grid parts" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))' }}>
            <table className="plain">
              <thead>
                <tr>
                  <th>{t(text.byRule)}</th>
                  <th className="num">{t(text.findings)}</th>
                  <th className="num">{t(text.money)}</th>
                </tr>
              </thead>
              <tbody>
                {findings.byRule.map((row) => (
                  <tr key={row.ruleId}>
                    <td>
                      {mayRead ? (
                        <Link to="/findings" search={{ ...search, rule: row.ruleId }}>
                          {row.title}
                        </Link>
                      ) : (
                        row.title
                      )}
                    </td>
                    <td className="num">{count(row.count)}</td>
                    <td className="num">{yuan(row.amountFen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <table className="plain">
              <thead>
                <tr>
                  <th>{t(text.latest)}</th>
                  <th className="num">{t(text.money)}</th>
                </tr>
              </thead>
              <tbody>
                {findings.latest.map((row) => (
                  <tr key={row.findingId}>
                    <td>
                      <span className="faint">{day(row.day)}</span>{' '}
                      {mayRead ? (
                        <Link to="/findings/$finding" params={{ finding: row.findingId }}>
                          {row.explanation}
                        </Link>
                      ) : (
                        row.explanation
                      )}
                    </td>
                    <td className="num">{yuan(row.amountFen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Panel>
  );
}

export function Alerts({ alerts }: { alerts: NonNullable<PracticePageJson['alerts']> }) {
  const t = useTexts();
  const { say } = useAlertWords();
  return (
    <Panel title={t(text.alerts)} flush>
      {alerts.length === 0 ? (
        <p className="sums">{t(text.noAlerts)}</p>
      ) : (
        <table className="plain">
          <tbody>
            {alerts.map((one) => (
              <tr key={one.storyId}>
                <td>
                  <Link to="/alerts/$story" params={{ story: one.storyId }}>
                    {one.titles.join(t(texts.common.comma))}
                  </Link>
                </td>
                <td className="nowrap">
                  {day(one.fromDay)} ~ {day(one.toDay)}
                </td>
                <td>{t(text.signals, { n: one.signalCount })}</td>
                <td>
                  <Tag>{say('states', one.state)}</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
