// 医师、药店画像: the list to come from; the strangest first.
import { departmentWords, type PracticeKind, practiceIndicators } from '@hengjian/domain';
import type { PracticeListJson, PracticeRowJson } from '@hengjian/server/schemas/practice.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { saveFile, useGet } from '../../api.ts';
import { count, number, yuan } from '../../format.ts';
import { useSession } from '../../session.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Choice, Mark, pageOf, SearchBox, useFilters } from '../../ui/filters.tsx';
import { FunnelTag } from '../../ui/funnel-plot.tsx';
import { Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { type Columns, QueryTable } from '../../ui/query-table.tsx';
import { LevelOf } from '../../ui/words.tsx';
import { PracticeView } from './practice-page.tsx';

const text = texts.practice;

/** A practitioner's own account is shown its own page; everybody else the list. */
export function PhysiciansPage() {
  const session = useSession();
  const alone = session?.roles.length && session.roles.every((role) => role === 'practitioner') ? session.practitionerNo : null;
  return alone ? <PracticeView kind="physician" no={alone} /> : <Practices kind="physician" />;
}
export const PharmaciesPage = () => <Practices kind="pharmacy" />;

function Practices({ kind }: { kind: PracticeKind }) {
  const { t, language } = useSpeech();
  const [params] = useParams();
  const physician = kind === 'physician';
  const filter = {
    text: one(params.text),
    department: one(params.department),
    strange: one(params.strange),
    from: one(params.from),
    to: one(params.to),
    sort: one(params.sort),
  };
  const found = useGet<PracticeListJson>(`/api/practice/${kind}`, { ...filter, ...pageOf(params) }, { keep: true });
  const of = useFilters();
  const hint = t(physician ? text.searchPhysician : text.searchPharmacy);
  return (
    <Page
      title={t(physician ? text.physicians : text.pharmacies)}
      about={t(physician ? text.physiciansAbout : text.pharmaciesAbout)}
      extra={<Button onClick={() => void saveFile(`/api/practice/${kind}/export`, filter)}>{t(texts.common.export)}</Button>}
    >
      <Panel flush>
        <div className="filters no-print">
          <SearchBox label={hint} width={240} {...of('text')} />
          {physician ? (
            <Choice
              label={t(text.department)}
              width={200}
              {...of('department')}
              options={(found.data?.departments ?? []).map((code) => ({ value: code, label: departmentWords[code]?.[language] ?? code }))}
            />
          ) : null}
          <Mark label={t(text.strange)} {...of('strange')} />
          {found.data ? (
            <span className="soft">
              {found.data.period.from} ~ {found.data.period.to}
            </span>
          ) : null}
        </div>
        {found.error ? <Problem error={found.error} again={() => void found.refetch()} /> : null}
        <QueryTable<PracticeRowJson>
          rowKey="no"
          columns={useColumns(kind)}
          rows={found.data?.rows}
          total={found.data?.total}
          loading={found.isFetching && !found.data}
          defaultSort="-score"
          scroll={{ x: physician ? 1100 : 900 }}
          locale={{
            emptyText:
              found.data === undefined ? (
                ' '
              ) : found.data === null ? (
                <Nothing title={t(text.none)} help={t(text.noneHelp)} />
              ) : (
                <Nothing title={t(texts.common.noRows)} />
              ),
          }}
        />
      </Panel>
    </Page>
  );
}

function useColumns(kind: PracticeKind): Columns<PracticeRowJson> {
  const { language } = useSpeech();
  const t = useTexts();
  const physician = kind === 'physician';
  const inYuan = (what: string) => t(texts.common.aside, { what, aside: t(texts.common.yuan) });
  const to = physician ? '/physicians/$no' : '/pharmacies/$no';
  return [
    {
      key: 'no',
      title: t(physician ? text.name : text.pharmacy),
      sorter: true,
      render: (_, row) => (
        <Link to={to} params={{ no: row.no }}>
          {row.name ?? row.no} <span className="code faint nowrap">{row.no}</span>
        </Link>
      ),
    },
    ...(physician
      ? [
          {
            key: 'provider',
            title: t(text.provider),
            render: (_: unknown, row: PracticeRowJson) =>
              row.providers.map(({ name, providerNo }) => name ?? providerNo).join(t(texts.common.comma)),
          },
          {
            key: 'department',
            title: t(text.department),
            render: (_: unknown, row: PracticeRowJson) => (
              <>
                {row.department === null ? t(texts.common.unknown) : (departmentWords[row.department]?.[language] ?? row.department)}{' '}
                <span className="faint">
                  <LevelOf level={row.level} />
                </span>
              </>
            ),
          },
        ]
      : []),
    { key: 'encounters', title: t(text.encounters), align: 'right', sorter: true, render: (_, row) => count(row.encounters) },
    { key: 'people', title: t(text.people), align: 'right', sorter: true, render: (_, row) => count(row.people) },
    { key: 'totalFen', title: inYuan(t(text.total)), align: 'right', sorter: true, render: (_, row) => yuan(row.totalFen) },
    { key: 'fundFen', title: inYuan(t(text.fund)), align: 'right', sorter: true, render: (_, row) => yuan(row.fundFen) },
    {
      key: 'score',
      title: t(text.strangest),
      sorter: true,
      render: (_, { strangest }) =>
        strangest ? (
          <>
            {practiceIndicators[strangest.indicator][language]} <FunnelTag of={strangest.mark} />{' '}
            <span className="faint">{strangest.mark === 'small' ? '' : number(strangest.score, 1)}</span>
          </>
        ) : null,
    },
    { key: 'findings', title: t(text.findings), align: 'right', render: (_, row) => count(row.findings) },
  ];
}
