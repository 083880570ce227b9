// The library beside a draft: search, see what others set, take a row over.
import type { LibraryEntryJson, LibraryPageJson } from '@hengjian/server/schemas/plan-drafts.ts';
import { Button, Drawer, Pagination } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { number } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing } from '../../ui/page.tsx';
import { LibraryFilters, TargetRange } from './library-parts.tsx';

const text = texts.drafts;

interface Props {
  has: (entry: LibraryEntryJson) => boolean;
  onAdd: (entry: LibraryEntryJson) => void;
  onClose: () => void;
}

export function FromLibrary({ has, onAdd, onClose }: Props) {
  const t = useTexts();
  const [wish, setWish] = useState<Record<string, string | undefined>>({});
  const library = useGet<LibraryPageJson>('/api/indicator-library', wish, { keep: true });
  const change = (next: Record<string, unknown>) =>
    setWish((before) => ({ ...before, page: undefined, ...(next as Record<string, string>) }));
  return (
    <Drawer open size={860} title={t(text.library)} onClose={onClose} extra={<Button onClick={onClose}>{t(text.close)}</Button>}>
      <LibraryFilters wish={wish} orgs={library.data?.orgs ?? []} onChange={change} />
      <Loaded of={library}>
        {(data) =>
          data.total === 0 ? (
            <Nothing title={t(text.emptyTitle)} help={t(text.emptyHelp)} />
          ) : (
            <>
              <table className="plain">
                <thead>
                  <tr>
                    <th>{t(text.name)}</th>
                    <th>{t(text.tier)}</th>
                    <th>{t(text.values)}</th>
                    <th>{t(text.othersSet)}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  {data.rows.map((entry) => (
                    <tr key={entry.key}>
                      <td>{entry.name}</td>
                      <td className="soft">{[entry.level1, entry.level2].filter(Boolean).join(' · ')}</td>
                      <td>
                        <TargetRange entry={entry} />
                      </td>
                      <td className="soft">
                        {entry.uses.slice(0, 3).map(({ org, year, target, source, project }) => (
                          <div key={`${source.id}${source.line}${project}`}>
                            {year} {org} {typeof target === 'number' ? number(target) : (target ?? '—')}
                          </div>
                        ))}
                      </td>
                      <td>
                        <Button size="small" disabled={has(entry)} onClick={() => onAdd(entry)} aria-label={`${t(text.add)} ${entry.name}`}>
                          {has(entry) ? t(text.added) : t(text.add)}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <Pagination
                size="small"
                style={{ marginTop: 10 }}
                current={Number(wish.page ?? 1)}
                pageSize={20}
                showSizeChanger={false}
                total={data.total}
                onChange={(page) => change({ page: String(page) })}
              />
            </>
          )
        }
      </Loaded>
    </Drawer>
  );
}
