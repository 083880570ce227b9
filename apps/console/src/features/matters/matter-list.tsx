// A list of matters: what is due first on top, filters in the address; one opens beside it.
import type { Matter } from '@hengjian/domain';
import type { MatterPageJson, Shown } from '@hengjian/server/schemas/matters.ts';
import { Drawer, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useGet } from '../../api.ts';
import { day } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Choice, Mark, pageOf, SearchBox, useFilters } from '../../ui/filters.tsx';
import { Nothing, Panel, Problem } from '../../ui/page.tsx';
import { type Columns, QueryTable } from '../../ui/query-table.tsx';
import { useMatterWords } from './matter-file.tsx';

const text = texts.matters;

interface MatterListProps<M extends Matter> {
  noun: string;
  /** `/api/clues` */
  address: string;
  columns: Columns<Shown<M>>;
  none: string;
  /** Filters of the noun: the name in the address, its label and options. */
  filters?: readonly { name: string; label: string; options: { value: string; label: string }[] }[];
  extra?: ReactNode;
  file: (matterId: string) => ReactNode;
  /** Opens a page of its own instead of a drawer. */
  onOpen?: (matterId: string) => void;
}

export function MatterList<M extends Matter>({ noun, address, columns, none, filters = [], extra, file, onOpen }: MatterListProps<M>) {
  const t = useTexts();
  const words = useMatterWords(noun);
  const [params, change] = useParams();
  const bound = useFilters();
  const filter = Object.fromEntries(
    ['state', 'text', 'overdue', ...filters.map(({ name }) => name)].map((name) => [name, one(params[name])]),
  );
  const rows = useGet<MatterPageJson<M>>(address, { ...filter, ...pageOf(params) }, { keep: true });
  const open = one(params.open);
  return (
    <>
      {rows.error ? <Problem error={rows.error} /> : null}
      <Panel
        flush
        extra={
          <div className="row" style={{ flexWrap: 'wrap' }}>
            <SearchBox width={200} {...bound('text')} />
            <Choice label={t(text.state)} width={130} options={words.states} {...bound('state')} />
            {filters.map(({ name, label, options }) => (
              <Choice key={name} label={label} width={130} options={options} {...bound(name)} />
            ))}
            <Mark label={t(text.onlyOverdue)} {...bound('overdue')} />
            {extra}
          </div>
        }
      >
        <QueryTable<Shown<M>>
          rowKey="matterId"
          rows={rows.data?.rows}
          total={rows.data?.total}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <Nothing title={none} /> }}
          onRow={(row) => ({
            onClick: () => (onOpen ? onOpen(row.matterId) : change({ open: row.matterId })),
            style: { cursor: 'pointer' },
          })}
          columns={[
            { key: 'id', title: t(text.no), render: (_, row) => <span className="code">{row.matterId}</span> },
            ...columns,
            { key: 'state', title: t(text.state), render: (_, row) => <Tag>{words.state(row.state)}</Tag> },
            {
              key: 'due',
              title: t(text.due),
              render: (_, row) => (
                <>
                  {row.closedOn === null ? day(row.dueDay) : ''} {row.overdue ? <Tag color="red">{t(text.overdue)}</Tag> : null}
                </>
              ),
            },
          ]}
        />
      </Panel>
      <Drawer open={open !== undefined} onClose={() => change({ open: undefined })} size={820} title={open} destroyOnHidden>
        {open ? file(open) : null}
      </Drawer>
    </>
  );
}
