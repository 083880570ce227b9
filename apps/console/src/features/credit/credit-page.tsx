// 信用评价: work out, list by grade, open one line by line.
import { creditWords, enteredFacts } from '@hengjian/domain';
import type { RatedJson, RatingJson, RatingPageJson, SchemeJson } from '@hengjian/server/schemas/credit.ts';
import { Alert, Button, Drawer, Input, Select, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, saveFile, useGet } from '../../api.ts';
import { day, dayFrom, number, today } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Choice, Mark, pageOf, useFilters } from '../../ui/filters.tsx';
import { Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { QueryTable } from '../../ui/query-table.tsx';
import { useWordTable } from '../../ui/word-table.ts';
import { RatingFile } from './rating-file.tsx';

const text = texts.credit;

export function CreditPage() {
  const t = useTexts();
  const { say, options } = useWordTable(creditWords);
  const [params, change] = useParams();
  const bound = useFilters();
  const mayRate = useMay('credit.rate');
  const schemes = useGet<SchemeJson[]>('/api/credit-schemes');
  const person = one(params.subject) === 'person';
  const filter = {
    subject: person ? 'person' : undefined,
    schemeId: one(params.scheme),
    state: one(params.state),
    grade: one(params.grade),
    overdue: one(params.overdue),
    inForceOn: one(params.inForce) === 'true' ? dayFrom(today()) : undefined,
  };
  const rows = useGet<RatingPageJson>('/api/credit', { ...filter, ...pageOf(params) }, { keep: true });
  const open = one(params.open);
  const shown = rows.data?.rows.find(({ ratingId }) => ratingId === open);
  // from the best down, as the schemes have them
  const order = (schemes.data ?? []).flatMap((scheme) => scheme.grades.map(({ grade }) => grade));
  const grades = (rows.data?.grades ?? []).toSorted((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade));
  const choices = (schemes.data ?? [])
    .filter(({ subject }) => (subject === 'person') === person)
    .map(({ schemeId, title }) => ({ value: schemeId, label: title }));
  return (
    <Page
      title={t(person ? text.personTitle : text.title)}
      about={t(person ? text.personAbout : text.about)}
      extra={<Button onClick={() => void saveFile('/api/credit/export', filter)}>{t(text.export)}</Button>}
    >
      <Tabs
        activeKey={person ? 'person' : ''}
        onChange={(subject) =>
          change({ subject: subject || undefined, scheme: undefined, grade: undefined, page: undefined, open: undefined })
        }
        items={[
          { key: '', label: t(text.ofProviders) },
          { key: 'person', label: t(text.ofPersons) },
        ]}
      />
      {mayRate ? <Work key={String(person)} schemes={choices} person={person} /> : null}
      <Panel
        flush
        extra={
          <div className="row">
            {grades.map(({ grade, count }) => (
              <Tag.CheckableTag
                key={grade}
                checked={filter.grade === grade}
                onChange={(on) => change({ grade: on ? grade : undefined, page: undefined })}
              >
                {grade} {count}
              </Tag.CheckableTag>
            ))}
            <Choice label={t(text.scheme)} width={200} options={choices} {...bound('scheme')} />
            <Choice label={t(text.state)} width={130} options={options('states')} {...bound('state')} />
            <Mark label={t(text.inForce)} {...bound('inForce')} />
            <Mark label={t(text.overdue)} {...bound('overdue')} />
          </div>
        }
      >
        {rows.error ? <Problem error={rows.error} /> : null}
        <QueryTable<RatingJson>
          rowKey="ratingId"
          rows={rows.data?.rows}
          total={rows.data?.total}
          locale={{ emptyText: <Nothing title={t(text.none)} help={t(text.noneHelp)} /> }}
          onRow={(row) => ({ onClick: () => change({ open: row.ratingId }), style: { cursor: 'pointer' } })}
          columns={[
            { key: 'provider', title: t(person ? text.person : text.provider), render: (_, row) => row.providerName },
            { key: 'period', title: t(text.period), className: 'nowrap', render: (_, row) => `${day(row.from)} ~ ${day(row.to)}` },
            { key: 'score', title: t(text.score), align: 'right', render: (_, row) => number(row.score) },
            { key: 'grade', title: t(text.grade), render: (_, row) => <strong>{row.grade}</strong> },
            { key: 'state', title: t(text.state), render: (_, row) => <Tag>{say('states', row.state)}</Tag> },
            {
              key: 'due',
              title: t(text.due),
              render: (_, row) => (
                <>
                  {row.dueDay === null ? '' : day(row.dueDay)} {row.overdue ? <Tag color="red">{t(text.overdue)}</Tag> : null}
                </>
              ),
            },
            { key: 'proposal', title: t(text.proposal), render: (_, row) => row.proposal?.note ?? '' },
          ]}
        />
      </Panel>
      <Drawer open={shown !== undefined} onClose={() => change({ open: undefined })} size={820} title={shown?.providerName} destroyOnHidden>
        {shown ? <RatingFile key={shown.ratingId} one={shown} /> : null}
      </Drawer>
    </Page>
  );
}

function Work({ schemes, person }: { schemes: { value: string; label: string }[]; person: boolean }) {
  const t = useTexts();
  const { say } = useWordTable(creditWords);
  const [given, setGiven] = useState({ scheme: '', from: `${today().slice(0, 4)}-01-01`, to: today(), asOf: '' });
  const [fact, setFact] = useState({ providerNo: '', fact: 'punishedCount', on: today(), document: '' });
  const [said, setSaid] = useState<{ rated?: RatedJson; error?: unknown }>({});
  const schemeId = given.scheme || schemes[0]?.value || '';
  const rate = async () => {
    const asOf = dayFrom(given.asOf);
    const wish = { schemeId, from: dayFrom(given.from), to: dayFrom(given.to), ...(asOf !== undefined && { asOf }) };
    try {
      setSaid({ rated: await post<RatedJson>('/api/credit/rate', wish) });
      await queryClient.invalidateQueries({ queryKey: ['/api/credit'] });
    } catch (error) {
      setSaid({ error });
    }
  };
  const enter = async () => {
    try {
      await post('/api/credit/entries', { ...fact, on: dayFrom(fact.on) });
      setFact({ ...fact, document: '' });
      setSaid({});
    } catch (error) {
      setSaid({ error });
    }
  };
  const write = (key: 'from' | 'to' | 'asOf', label: string) => (
    <Input
      aria-label={label}
      placeholder={label}
      style={{ width: 120 }}
      value={given[key]}
      onChange={(e) => setGiven({ ...given, [key]: e.target.value })}
    />
  );
  const note = (key: 'providerNo' | 'on' | 'document', label: string, width: number) => (
    <Input
      aria-label={label}
      placeholder={label}
      style={{ width }}
      value={fact[key]}
      onChange={(e) => setFact({ ...fact, [key]: e.target.value })}
    />
  );
  return (
    <Panel>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <Select
          aria-label={`${t(text.rate)} ${t(text.scheme)}`}
          style={{ width: 220 }}
          value={schemeId}
          onChange={(scheme) => setGiven({ ...given, scheme })}
          options={schemes}
        />
        {write('from', t(text.from))}
        {write('to', t(text.to))}
        {write('asOf', t(text.asOf))}
        <Button type="primary" onClick={() => void rate()}>
          {t(text.rate)}
        </Button>
      </div>
      <div className="row" style={{ flexWrap: 'wrap', marginTop: 8 }}>
        {note('providerNo', t(person ? text.personNo : text.providerNo), 140)}
        <Select
          aria-label={t(text.fact)}
          style={{ width: 160 }}
          value={fact.fact}
          onChange={(value) => setFact({ ...fact, fact: value })}
          options={enteredFacts
            .filter((value) => !person || value === 'punishedCount' || value === 'fraudCount')
            .map((value) => ({ value, label: say('facts', value) }))}
        />
        {note('on', t(text.on), 110)}
        {note('document', t(text.document), 180)}
        <Button disabled={!fact.providerNo || !fact.document} onClick={() => void enter()}>
          {t(text.enter)}
        </Button>
      </div>
      {said.rated ? <Alert type="success" title={t(text.rated, { ...said.rated })} style={{ marginTop: 8 }} /> : null}
      {said.error ? <Problem error={said.error} /> : null}
    </Panel>
  );
}
