import type { SavedQuestion, ViewPlace } from '@hengjian/domain';
import type { ColumnType } from 'kysely';

export interface SavedViewTables {
  savedView: {
    viewId: string;
    title: string;
    question: ColumnType<SavedQuestion, string, never>;
    places: ViewPlace[];
    by: string;
    at: number;
    endedBy: string | null;
    endedAt: number | null;
  };
}
