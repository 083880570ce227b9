// How often rules were wrong, from decided findings; and which are up for review.
import type { QualityJson } from '@hengjian/server/schemas/governance.ts';
import { Link } from '@tanstack/react-router';
import { Table, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { count, share } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';

const text = texts.governance;
type Row = QualityJson[number];

export function QualityPage() {
  const t = useTexts();
  const rows = useGet<QualityJson>('/api/rule-quality');
  return (
    <Page title={t(text.quality)} about={t(text.qualityAbout)}>
      <Panel flush>
        <Loaded of={rows}>
          {(data) =>
            data.length === 0 ? (
              <Nothing title={t(text.qualityNone)} />
            ) : (
              <Table<Row>
                size="small"
                rowKey={(row) => `${row.ruleId}@${row.edition}`}
                pagination={false}
                dataSource={data}
                columns={[
                  {
                    key: 'rule',
                    title: t(text.rules),
                    render: (_, row) => (
                      <>
                        <Link to="/rules/$rule/editions" params={{ rule: row.ruleId }}>
                          {row.title}
                        </Link>{' '}
                        {row.toReview ? <Tag color="red">{t(text.toReview)}</Tag> : null}
                      </>
                    ),
                  },
                  { key: 'edition', title: t(text.editions), render: (_, row) => t(text.edition, { n: row.edition }) },
                  {
                    key: 'decided',
                    title: t(text.decided),
                    align: 'right',
                    sorter: (a, b) => a.decided - b.decided,
                    render: (_, row) => count(row.decided),
                  },
                  { key: 'upheld', title: t(text.upheld), align: 'right', render: (_, row) => count(row.upheld) },
                  { key: 'overturned', title: t(text.overturned), align: 'right', render: (_, row) => count(row.overturned) },
                  {
                    key: 'ratio',
                    title: t(text.ratio),
                    align: 'right',
                    sorter: (a, b) => a.falsePositiveRatio - b.falsePositiveRatio,
                    render: (_, row) => share(row.falsePositiveRatio),
                  },
                  {
                    key: 'quarters',
                    title: '',
                    render: (_, row) =>
                      row.quarters.map((q) => (
                        <div key={q.quarter}>{t(text.quarterOf, { quarter: q.quarter, n: q.overturned, limit: q.limit })}</div>
                      )),
                  },
                ]}
              />
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}
