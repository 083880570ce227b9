/**
 * 资金管理情况 of a transfer's self-evaluation (财预〔2015〕163号 forms since 2022): what the transfer's own history says to each of its
 * seven rows, and what is wrong. What no record tells stays empty, for people to write. In Chinese, as the form is.
 */
import { percentText, wanText } from '../plan/evaluation/words.ts';
import type { MoneyPart } from '../plan/money-part.ts';
import type { FactorWish } from './factors.ts';
import type { ProgressLimits, ShareProgress, TransferProgress } from './progress.ts';
import { dueOf, type TargetsOf, type Transfer } from './transfer.ts';

export const managedAspects = [
  '分配科学性',
  '下达及时性',
  '拨付合规性',
  '使用规范性',
  '执行准确性',
  '预算绩效管理情况',
  '支出责任履行情况',
] as const;
/** What a read form's field is called that holds the second column of a row: 存在问题和改进措施. */
export const managedProblem = (aspect: string): string => `${aspect}：存在问题和改进措施`;
export type ManagedAspect = (typeof managedAspects)[number];

export interface ManagedRow {
  aspect: ManagedAspect;
  /** 情况说明. */
  told: string;
  /** 存在问题和改进措施: what the records show; measures are for people to add. */
  problem: string;
}

const wan = (fen: number) => `${wanText(fen) || '0'} 万元`;
const isForm = (a: TargetsOf | null, b: TargetsOf) => a?.planId === b.planId && a.projectNo === b.projectNo;

function byFactors({ basis }: Transfer): string {
  const wish = basis as Partial<FactorWish> | null;
  const factors = wish?.factors ?? [];
  if (factors.length === 0) return '';
  const weights = factors.reduce((sum, { weight }) => sum + weight, 0);
  const each = factors.map(({ name, weight }) => `${name} ${percentText(weights === 0 ? null : weight / weights)}`).join('、');
  return `按因素法分配（${each}${wish?.performancePart ? `；绩效因素占 ${percentText(wish.performancePart)}` : ''}），`;
}

/** The shares that a form speaks of: all of the transfer, or one share with what is below it. */
function scopeOf({ shares }: TransferProgress, transfer: Transfer, form: TargetsOf): ShareProgress[] | null {
  if (isForm(transfer.notice.targets, form)) return [...shares];
  const at = shares.findIndex(({ share }) => isForm(share.targets, form));
  const top = shares[at];
  if (!top) return null;
  const after = shares.slice(at + 1);
  const end = after.findIndex(({ depth }) => depth <= top.depth);
  return [top, ...(end < 0 ? after : after.slice(0, end))];
}

/** The seven rows for a form of a plan; null where the transfer does not hold that form's targets. `local`: 地方资金 of the form. */
export function managedFunds(
  transfer: Transfer,
  progress: TransferProgress,
  form: TargetsOf,
  given: { local: MoneyPart | null; limits: ProgressLimits },
): ManagedRow[] | null {
  const scope = scopeOf(progress, transfer, form);
  if (scope === null) return null;
  const { local, limits } = given;
  const whole = isForm(transfer.notice.targets, form);
  const ids = new Set(scope.map(({ share }) => share.shareId));
  const [dueFen, paidFen] = whole ? [progress.dueFen, progress.paidFen] : [scope[0]?.dueFen ?? 0, scope[0]?.paidFen ?? 0];
  const tops = scope.filter(({ depth }) => depth === (whole ? 0 : scope[0]?.depth));
  const issuedOf = new Map(transfer.shares.map(({ shareId, issuedOn }) => [shareId, issuedOn]));
  const days = scope.map(({ share }) => share.issuedOn - (issuedOf.get(share.parentId ?? '') ?? transfer.notice.issuedOn));
  const late = scope.filter((_, at) => (days[at] ?? 0) > limits.allocateDays).map(({ share }) => share.receiver);
  const payments = transfer.payments.filter(({ shareId, paidOn }) => ids.has(shareId) && paidOn <= progress.asOf);
  const breaks = progress.breaks.filter(({ at, id }) =>
    at === 'share' ? ids.has(id) : payments.some(({ paymentId }) => paymentId === id),
  );
  const { label } = transfer.notice;
  const lying = scope.filter(({ lyingDays }) => lyingDays !== null);
  const behind = scope.filter((one) => one.behind);
  const withTargets = scope.filter(({ share }) => share.targets !== null);
  const shared = tops.reduce((sum, { share }) => sum + dueOf(share), 0);
  const names = (rows: readonly ShareProgress[]) => rows.map(({ share }) => share.receiver).join('、');
  const rows: Record<ManagedAspect, [string, string]> = {
    分配科学性: [
      tops.length === 0 ? '' : `${byFactors(transfer)}分给 ${tops.length} 个地区、单位或项目，共 ${wan(shared)}。`,
      whole && progress.leftFen > 0 ? `尚有 ${wan(progress.leftFen)}没有分配。` : '',
    ],
    下达及时性: [
      days.length === 0
        ? ''
        : `收到 ${transfer.notice.documentNo} 后共下达 ${days.length} 笔，最长 ${Math.max(...days)} 日（要求 ${limits.allocateDays} 日内）。`,
      late.length > 0 ? `超过 ${limits.allocateDays} 日下达：${late.join('、')}。` : '',
    ],
    拨付合规性: [
      payments.length === 0 ? '' : `已拨付 ${payments.length} 笔、${wan(paidFen)}，均在分配数以内。`,
      lying.length > 0 ? `长期没有拨付：${names(lying)}。` : '',
    ],
    使用规范性: [
      label === null || breaks.length > 0 ? '' : `直达资金标识“${label}”在分配、拨付、使用中保持不变。`,
      breaks.length > 0
        ? `标识中断 ${breaks.length} 处：${breaks.map(({ receiver, before, after }) => `${receiver}（${before ?? '无'}→${after ?? '无'}）`).join('、')}。`
        : '',
    ],
    执行准确性: [
      `应下达 ${wan(dueFen)}，已支付 ${wan(paidFen)}，执行率 ${percentText(dueFen === 0 ? null : paidFen / dueFen) || '—'}。`,
      behind.length > 0 ? `支付落后于时间进度：${names(behind)}。` : '',
    ],
    预算绩效管理情况: [
      scope.length === 0 ? '' : `${scope.length} 笔分配中 ${withTargets.length} 笔随资金下达了绩效目标。`,
      withTargets.length < scope.length ? `没有下达绩效目标：${names(scope.filter(({ share }) => share.targets === null))}。` : '',
    ],
    支出责任履行情况: [
      local === null || local.budgetFen === null
        ? ''
        : `地方资金预算 ${wan(local.budgetFen)}${local.paidFen === null ? '' : `，执行 ${wan(local.paidFen)}`}。`,
      local?.budgetFen != null && local.paidFen !== null && local.paidFen < local.budgetFen ? '地方资金没有全部执行。' : '',
    ],
  };
  return managedAspects.map((aspect) => ({ aspect, told: rows[aspect][0], problem: rows[aspect][1] }));
}
