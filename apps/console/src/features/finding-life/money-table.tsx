// Accounts of the ledger: gross, in the scope of payment, the fund's share.
import type { AccountTotalJson } from '@hengjian/server/schemas/finding-life.ts';
import { Table } from 'antd';
import { yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { useLifeWords } from './words.tsx';

const text = texts.life;
const unlessNothing = (fen: number) => (fen === 0 ? '' : yuan(fen));

/** Money that came in is the fund's alone: it has no gross and no scope. */
export function MoneyTable({ rows }: { rows: readonly AccountTotalJson[] }) {
  const t = useTexts();
  const words = useLifeWords();
  return (
    <Table
      size="small"
      rowKey="account"
      pagination={false}
      dataSource={rows.filter((row) => row.account !== 'source')}
      columns={[
        { key: 'account', title: t(text.account), render: (_, row) => words.account(row.account) },
        { key: 'gross', title: t(text.gross), align: 'right', render: (_, row) => unlessNothing(row.grossFen) },
        { key: 'inScope', title: t(text.inScope), align: 'right', render: (_, row) => unlessNothing(row.inScopeFen) },
        { key: 'fund', title: t(text.fundColumn), align: 'right', render: (_, row) => yuan(row.fundFen) },
      ]}
    />
  );
}
