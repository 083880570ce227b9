import { pointWords } from '@hengjian/domain';
import type { PractitionerJson } from '@hengjian/server/schemas/points.ts';
import { Tag } from 'antd';
import { useWordTable } from '../../ui/word-table.ts';

const colours = { normal: 'green', suspended: 'orange', ended: 'red' } as const;

export function StandingTag({ of }: { of: Pick<PractitionerJson, 'standing'> }) {
  const { say } = useWordTable(pointWords);
  return <Tag color={colours[of.standing]}>{say('standings', of.standing)}</Tag>;
}
