import { type KnowledgePoint, type Reading, read, wait } from '../point.ts';
import { fold } from './text.ts';

// Words of anatomy, reproduction and custom that belong to one sex only. 前列腺素 (a substance) is not 前列腺; 男女 names both;
// 妇 in 夫妇 too; 女贞 is a herb; 乳腺, 更年期, 不育, 流产 of a fetus stand for nobody alone.
const female =
  /(?<!男)女(?!贞)|(?<!夫)妇|月经|痛经|闭经|经闭|绝经|停经|行经|经前|经期|经血|经水|经量|经色|经行|经来|调经|子宫|宫颈|宫腔|宫内|宫外|宫缩|胞宫|宫寒|崩漏|带下|白带|赤带|恶露|阴道(?!下)|外阴|阴蒂|处女膜|前庭大腺|卵巢|输卵管|附件炎|盆腔炎|阔韧带|羊水|羊膜|产后|产前|分娩|妊娠|孕(?!激素|酮|烯|三烯)|胎(?!菊|盘)|流产|剖宫产|剖腹产|刮宫|催产|引产|节育器|避孕药|缺乳|下乳|催乳|生乳|通乳|增乳|排乳|乳汁|奶汁|更年期综合征/;
const male =
  /(?<!女)男(?!女)|前列腺(?!素)|睾丸|隐睾|附睾|阴茎|阴囊|精索|精囊|精液|精浆|精子|输精管|射精|鞘膜积液|包皮|包茎|龟头|遗精|滑精|早泄|阳痿|阳萎|勃起/;
const both = /男女|女男|夫妇|不限性别|不分性别|妇女(?:、|和|及|与)?儿童|妇儿|妇幼/;
const excluded = /禁用|慎用|忌用|忌服|禁忌(?!症|的)|除外|不得用于|非[女男孕]|非妊娠|不适用于|除[^,。;]*外/;

/**
 * 区分性别: the rule says that the item is for one sex; which one is read from the words of constraint and name. Words of both
 * sexes, of neither, or an exclusion (孕妇禁用 says nothing about who may use it) wait.
 */
export function readSex(point: KnowledgePoint): Reading {
  const constraint = fold(point.constraint);
  const name = fold(point.subject);
  if (!constraint && !name) return wait('noText');
  if (both.test(constraint + name)) return wait('sexBoth');
  if (constraint.split(/[。;,]/).some((clause) => excluded.test(clause) && (female.test(clause) || male.test(clause))))
    return wait('sexExcluded');
  // 「男性…相关检查」 names the sex itself; the item's name may speak of the partner's organ (宫腔内人工授精).
  const stated = /^(?:限|仅限|仅)?(男|女)性/.exec(constraint)?.[1];
  const text = stated ? constraint : `${name}。${constraint}`;
  const [f, m] = [female.test(text), male.test(text)];
  if (f && m) return wait('sexBoth');
  if (!f && !m) return wait('sexNeither');
  return read({ sex: m ? 1 : 2 });
}
