// 知识库: the points, a new batch before it is taken in, and what the library does not look at.
import { Link } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Batch } from './batch.tsx';
import { Coverage } from './coverage.tsx';
import { KnowledgeTable } from './knowledge-table.tsx';

const text = texts.knowledge;

export function KnowledgePage() {
  const t = useTexts();
  const [params, change] = useParams();
  return (
    <Page
      title={t(texts.rules.allKnowledge)}
      extra={
        <Link to="/rules">
          <Button>{t(texts.rules.title)}</Button>
        </Link>
      }
    >
      <Tabs
        activeKey={one(params.tab) ?? 'points'}
        onChange={(tab) => change({ tab: tab === 'points' ? undefined : tab, page: undefined })}
        destroyOnHidden
        items={[
          {
            key: 'points',
            label: t(text.points),
            children: (
              <Panel flush>
                <KnowledgeTable />
              </Panel>
            ),
          },
          { key: 'batch', label: t(text.batch), children: <Batch /> },
          { key: 'coverage', label: t(text.coverage), children: <Coverage /> },
        ]}
      />
    </Page>
  );
}
