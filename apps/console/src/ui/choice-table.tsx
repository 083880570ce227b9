// A short list of which one is open beneath it or beside it.
import { Table, type TableProps } from 'antd';

interface Choice<Row> extends Pick<TableProps<Row>, 'columns'> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

export const ChoiceTable = <Row extends object>({ rows, keyOf, chosen, onChoose, columns }: Choice<Row>) => (
  <Table<Row>
    size="small"
    rowKey={keyOf}
    pagination={false}
    className="clickable"
    rowClassName={(row) => (keyOf(row) === chosen ? 'chosen' : '')}
    onRow={(row) => ({ onClick: () => onChoose(keyOf(row)) })}
    dataSource={[...rows]}
    {...(columns && { columns })}
  />
);
