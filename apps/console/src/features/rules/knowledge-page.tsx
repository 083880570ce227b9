import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { texts, useTexts } from '../../texts/index.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { KnowledgeTable } from './knowledge-table.tsx';

export function KnowledgePage() {
  const t = useTexts();
  return (
    <Page
      title={t(texts.rules.allKnowledge)}
      extra={
        <Link to="/rules">
          <Button>{t(texts.rules.title)}</Button>
        </Link>
      }
    >
      <Panel flush>
        <KnowledgeTable />
      </Panel>
    </Page>
  );
}
