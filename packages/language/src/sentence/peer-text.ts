/** A comparison with peers as a sentence. */
import type { PeerShape } from '../rule.ts';
import { say } from './say.ts';
import { pick, type Speaker } from './speaker.ts';

/** What is compared, with whom, and from where on a subject stands out. */
export function peerText(shape: PeerShape, speaker: Speaker, verdict: string): string {
  const told = (e: Parameters<typeof say>[0]) => say(e, speaker).text;
  const { value, volume, of, limit, also, minimumPeers } = shape;
  const compared = value.denominator
    ? pick(speaker, `${told(value.numerator)}占${told(value.denominator)}之比`, `${told(value.numerator)} over ${told(value.denominator)}`)
    : told(value.numerator);
  const peers = of.map(told).join(pick(speaker, '、', ', '));
  const robust = shape.statistic === 'robust';
  const score = pick(
    speaker,
    robust ? '稳健评分（中位数、绝对中位差）' : '评分（均值、标准差）',
    robust ? 'robust score (median, MAD)' : 'score (mean, standard deviation)',
  );
  const above = shape.direction === 'above';
  const stands = pick(
    speaker,
    `${score}${above ? '高出同类' : '低于同类'}，其千分值达到${told(shape.threshold)}`,
    `its ${score} lies ${told(shape.threshold)} thousandths or more ${above ? 'above' : 'below'} them`,
  );
  const bound = limit
    ? pick(
        speaker,
        `${limit.combine === 'and' ? '，并且' : '，或者'}数值${above ? '超过' : '低于'}${told(limit.value)}`,
        `${limit.combine === 'and' ? ', and' : ', or'} the value is ${above ? 'above' : 'below'} ${told(limit.value)}`,
      )
    : '';
  const own = also ? pick(speaker, `，并且${told(also)}`, `, and ${told(also)}`) : '';
  const alone = limit?.alone ? pick(speaker, `；同类不足时只看数值`, '; with too few peers the value alone decides') : '';
  return pick(
    speaker,
    `${compared}，与${peers}相同的同类比较（${told(volume.of)}不少于${told(volume.minimum)}，同类不少于${told(minimumPeers)}）：${stands}${bound}${own}的，${verdict}${alone}。`,
    `${compared}, compared with those of the same ${peers} (${told(volume.of)} at least ${told(volume.minimum)}, at least ${told(minimumPeers)} peers): if ${stands}${bound}${own}, it ${verdict}${alone}.`,
  );
}
