// A table whose page and order stand in the address; the server sorts and pages.
import { Table, type TableProps } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { atLeast } from '../format.ts';
import { texts, useTexts } from '../texts/index.ts';
import { one, useParams } from './address.ts';

export type Columns<Row> = (ColumnType<Row> & { key: string })[];

export interface QueryTableProps<Row> extends Omit<TableProps<Row>, 'columns' | 'dataSource' | 'pagination' | 'onChange'> {
  columns: Columns<Row>;
  rows: readonly Row[] | undefined;
  total: number | undefined;
  /** There are more than `total`: it was not counted further. */
  more?: boolean | undefined;
  /** Names of the address's parameters, where a page has two tables. */
  prefix?: string;
  defaultSort?: string;
  defaultSize?: number;
}

export function QueryTable<Row extends object>({
  columns,
  rows,
  total,
  more = false,
  prefix = '',
  defaultSort,
  defaultSize = 20,
  ...rest
}: QueryTableProps<Row>) {
  const t = useTexts();
  const [params, change] = useParams();
  const sort = one(params[`${prefix}sort`]) ?? defaultSort;
  const shown = columns.map((column) => ({
    ...column,
    ...(column.sorter
      ? { sortOrder: sort === column.key ? ('ascend' as const) : sort === `-${column.key}` ? ('descend' as const) : null }
      : {}),
  }));
  return (
    <Table<Row>
      size="small"
      {...rest}
      columns={shown}
      dataSource={rows ? [...rows] : []}
      // nothing is there only when that was answered
      {...(rows === undefined && { locale: { emptyText: ' ' } })}
      showSorterTooltip={false}
      pagination={{
        current: Number(one(params[`${prefix}page`]) ?? 1),
        pageSize: Number(one(params[`${prefix}size`]) ?? defaultSize),
        total: total ?? 0,
        showSizeChanger: true,
        pageSizeOptions: [20, 50, 100, 200],
        showTotal: (n) => t(texts.common.total, { n: atLeast(n, more) }),
        hideOnSinglePage: (total ?? 0) <= defaultSize,
        size: 'small',
      }}
      onChange={(page, _filters, sorter) => {
        const by = Array.isArray(sorter) ? sorter[0] : sorter;
        const next = by?.order ? `${by.order === 'descend' ? '-' : ''}${String(by.columnKey)}` : undefined;
        const sorted = next !== (sort ?? undefined);
        change({
          [`${prefix}sort`]: next,
          [`${prefix}page`]: sorted || page.current === 1 ? undefined : String(page.current),
          [`${prefix}size`]: page.pageSize === defaultSize ? undefined : String(page.pageSize),
        });
      }}
    />
  );
}
