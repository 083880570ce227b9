// 文件: documents read so far, and a box to read another.
import type { DocumentHead } from '@hengjian/server/schemas/documents.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Upload } from 'antd';
import { useState } from 'react';
import { queryClient, send, useGet } from '../../api.ts';
import { bytes, instant } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { Habits } from './habits.tsx';

const text = texts.documents;

export function DocumentsPage() {
  const t = useTexts();
  const navigate = useNavigate();
  const documents = useGet<DocumentHead[]>('/api/documents');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const read = async (file: File) => {
    setBusy(true);
    setProblem(null);
    try {
      const { documentId } = await send<{ documentId: string }>('/api/documents', file);
      await queryClient.invalidateQueries({ queryKey: ['/api/documents'] });
      await navigate({ to: '/documents/$document', params: { document: documentId } });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t(text.title)} about={t(text.about)}>
      {problem ? <Problem error={problem} /> : null}
      <Panel className="no-print">
        <Upload.Dragger
          showUploadList={false}
          disabled={busy}
          accept=".docx,.doc,.xlsx,.xls,.odt,.ods,.pdf,.html,.htm,.txt,.csv"
          beforeUpload={(file) => {
            void read(file);
            return false;
          }}
        >
          <p style={{ fontSize: 15 }}>{t(text.upload)}</p>
          <p className="soft">{t(text.uploadHelp)}</p>
        </Upload.Dragger>
      </Panel>
      <Panel flush>
        <Loaded of={documents}>
          {(data) =>
            data.length === 0 ? (
              <Nothing title={t(text.emptyTitle)} help={t(text.emptyHelp)} />
            ) : (
              <table className="plain">
                <thead>
                  <tr>
                    <th>{t(text.file)}</th>
                    <th className="num">{t(texts.imports.size)}</th>
                    <th>{t(text.read)}</th>
                    <th>{t(text.by)}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.map((document) => (
                    <tr key={document.documentId}>
                      <td>
                        <Link to="/documents/$document" params={{ document: document.documentId }}>
                          {document.file}
                        </Link>
                      </td>
                      <td className="num">{bytes(document.bytes)}</td>
                      <td>{instant(document.uploadedAt)}</td>
                      <td>{document.uploadedBy}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </Panel>
      <Habits />
    </Page>
  );
}
