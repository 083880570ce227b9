// Who uses some items: people, diagnoses, and doctors beside what others do with the same diagnoses.
import type { ItemUseJson } from '@hengjian/server/schemas/items.ts';
import { Link } from '@tanstack/react-router';
import { useGet } from '../../api.ts';
import { count, number, share } from '../../format.ts';
import { useSession } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { FunnelTable } from '../../ui/funnel-table.tsx';
import { Loaded, Nothing, Panel } from '../../ui/page.tsx';
import { useItemsQuery } from './items-query.ts';

const text = texts.items;

export function ItemUsePanel() {
  const t = useTexts();
  const query = useItemsQuery();
  const may = useSession()?.actions.includes('decision.records') ?? false;
  if (!may) return null;
  if (query.code === undefined && query.text === undefined && query.monitored === undefined)
    return (
      <Panel title={t(text.useTitle)}>
        <Nothing title={t(text.useHelp)} />
      </Panel>
    );
  return <Use query={query} />;
}

function Use({ query }: { query: ReturnType<typeof useItemsQuery> }) {
  const t = useTexts();
  const found = useGet<ItemUseJson>('/api/items/use', query, { keep: true });
  return (
    <Loaded of={found}>
      {(data) =>
        data === null ? (
          <Nothing title={t(text.none)} />
        ) : (
          <>
            <div className="tiles wide">
              <div className="tile">
                <div className="name">{t(text.perThousand)}</div>
                <div className="value">{data.insured > 0 ? number((1000 * data.users) / data.insured, 2) : count(null)}</div>
                <div className="sub">{t(text.perThousandSub, { users: count(data.users), insured: count(data.insured) })}</div>
              </div>
            </div>
            <div className="grid parts" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))' }}>
              <Diagnoses rows={data.diagnoses} />
              <Panel flush title={t(text.byDoctor)}>
                <FunnelTable
                  heads={[t(text.doctor), t(text.visits), t(text.index), t(text.all)]}
                  rows={data.doctors.rows.map((row) => ({
                    ...row,
                    key: row.practitionerNo,
                    what: (
                      <>
                        <Link to="/physicians/$no" params={{ no: row.practitionerNo }}>
                          {row.name ?? row.practitionerNo}
                        </Link>
                        <div className="soft">{row.provider ?? row.providerNo}</div>
                      </>
                    ),
                    centre: data.doctors.centre,
                    unit: 'index',
                  }))}
                />
                <p className="hint in-panel">{t(text.doctorMethod, { least: data.doctors.least })}</p>
              </Panel>
            </div>
          </>
        )
      }
    </Loaded>
  );
}

function Diagnoses({ rows }: { rows: NonNullable<ItemUseJson>['diagnoses'] }) {
  const t = useTexts();
  return (
    <Panel flush title={t(text.byDiagnosis)}>
      <div className="scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th>{t(text.diagnosis)}</th>
              <th className="num">{t(text.visits)}</th>
              <th className="num">{t(text.used)}</th>
              <th className="num">{t(text.usedShare)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ category, name, encounters, used }) => (
              <tr key={category}>
                <td>
                  {category} {name}
                </td>
                <td className="num">{count(encounters)}</td>
                <td className="num">{count(used)}</td>
                <td className="num">{share(used / encounters)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
