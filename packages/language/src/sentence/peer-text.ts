/** A comparison with peers as a sentence. */
import type { PeerShape } from '../rule.ts';
import { atScale } from '../scale.ts';
import { say } from './said.ts';
import { pick, type Speaker } from './speaker.ts';

/** Scores are thousandths, ratios millionths. */
const SCORE_PLACES = 3;
const RATIO_PLACES = 6;

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
  const least = told(atScale(shape.threshold, SCORE_PLACES, speaker));
  const stands = pick(
    speaker,
    `${score}${above ? '高出同类' : '低于同类'}达到${least}`,
    `its ${score} lies ${least} or more ${above ? 'above' : 'below'} them`,
  );
  const most = limit && told(value.form === 'ratio' ? atScale(limit.value, RATIO_PLACES, speaker) : limit.value);
  const bound = limit
    ? pick(
        speaker,
        `${limit.combine === 'and' ? '，并且' : '，或者'}数值${above ? '超过' : '低于'}${most}`,
        `${limit.combine === 'and' ? ', and' : ', or'} the value is ${above ? 'above' : 'below'} ${most}`,
      )
    : '';
  // every subject is one, where the volume is a bare number
  const size = (least: string) => (volume.of.op === 'literal' ? '' : `${told(volume.of)}${least}${told(volume.minimum)}`);
  const enough = pick(speaker, `${size('不少于')}，同类不少于`, `${size(' at least ')}, at least `).replace(/^，|^, /, '');
  const own = also ? pick(speaker, `，并且${told(also)}`, `, and ${told(also)}`) : '';
  const alone = limit?.alone ? pick(speaker, `；同类不足时只看数值`, '; with too few peers the value alone decides') : '';
  return pick(
    speaker,
    `${compared}，与${peers}相同的同类比较（${enough}${told(minimumPeers)}）：${stands}${bound}${own}的，${verdict}${alone}。`,
    `${compared}, compared with those of the same ${peers} (${enough}${told(minimumPeers)} peers): if ${stands}${bound}${own}, it ${verdict}${alone}.`,
  );
}
