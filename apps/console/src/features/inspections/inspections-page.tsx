// 检查: what is to be done first; one opens as a page of its own, to be used on the spot.
import type { Inspection } from '@hengjian/domain';
import { selfReturnedFen } from '@hengjian/domain';
import { useNavigate } from '@tanstack/react-router';
import { yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { MatterList } from '../matters/matter-list.tsx';
import { useKindWords } from './plans-page.tsx';

const text = texts.enforcement;

export function InspectionsPage() {
  const t = useTexts();
  const { kind, kinds } = useKindWords();
  const navigate = useNavigate();
  return (
    <Page title={t(text.inspections)} about={t(text.inspectionsAbout)}>
      <MatterList<Inspection>
        noun="inspection"
        address="/api/inspections"
        none={t(text.noInspections)}
        filters={[{ name: 'kind', label: t(text.kind), options: kinds }]}
        onOpen={(id) => void navigate({ to: `/inspections/${id}` as never })}
        columns={[
          { key: 'provider', title: t(texts.matters.provider), render: (_, row) => row.providerName },
          { key: 'kind', title: t(text.kind), render: (_, row) => kind(row.kind) },
          { key: 'team', title: t(text.team), render: (_, row) => row.team.map((one) => one.name).join(t(texts.common.comma)) },
          {
            key: 'problems',
            title: t(text.problems),
            align: 'right',
            render: (_, row) => row.problems.filter(({ state }) => state !== 'dropped').length,
          },
          { key: 'returned', title: t(text.returned), align: 'right', render: (_, row) => yuan(selfReturnedFen(row)) },
        ]}
        file={() => null}
      />
    </Page>
  );
}
