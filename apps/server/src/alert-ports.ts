// What alerts read and write: the lake, all buckets at once, and the home's book of stories.
import path from 'node:path';
import type { AlertStory, Issue } from '@hengjian/domain';
import { alertBookOf, alertLakeOf, type Home, type LakeConnection, type LakeSnapshot } from '@hengjian/store';
import { type AlertLake, openClue, type StoryPorts } from '@hengjian/workflows';
import { matterPortsOf } from './matter/matter-ports.ts';

/** The whole lake as alerts see it; of the connection's snapshot, what changed can be told. `lake`: its folder, beside which cells are kept. */
export async function wholeLake(connection: LakeConnection, snapshot?: LakeSnapshot, lake?: string): Promise<AlertLake> {
  await connection.useBucket(undefined);
  return alertLakeOf(connection, snapshot, lake === undefined ? undefined : path.join(lake, 'kept', 'alerts'));
}

const fault: Issue = { code: 'alert.missing', severity: 'error', facts: { what: '可作为线索对象的机构、医师或参保人' } };

/** Steps of stories; a clue is opened once for a story, however often the step is asked for. */
export const storyPortsOf = (
  home: Home,
  describe: (story: AlertStory) => Promise<{ name: string; text: string; amountFen: number | null }>,
): StoryPorts => ({
  book: alertBookOf(home.db),
  async openClue(story, { by, at }) {
    const object = story.subjectKind;
    if (object !== 'provider' && object !== 'person' && object !== 'practitioner') return { ok: false, issues: [fault] };
    const { name, text, amountFen } = await describe(story);
    const opened = await openClue(matterPortsOf(home), {
      source: 'alert',
      sourceRef: story.storyId,
      object,
      objectNo: story.subjectNo,
      objectName: name,
      text,
      amountFen,
      links: [{ kind: 'alert', id: story.storyId }],
      by,
      at,
    });
    return opened.ok ? { ok: true, value: opened.value.matterId, issues: [] } : opened;
  },
});
