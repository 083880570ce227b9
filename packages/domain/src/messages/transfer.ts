import { sentence } from '../messages.ts';

const fields: Readonly<Record<string, { zh: string; en: string }>> = {
  name: { zh: '转移支付名称', en: 'name' },
  documentNo: { zh: '文号', en: 'document number' },
  issuedBy: { zh: '下达单位', en: 'issuing body' },
  receiver: { zh: '接收单位', en: 'receiver' },
};

export const transferMessages = {
  'transfer.unknown': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的转移支付`,
    ({ id }) => `no transfer ${id}`,
  ),
  'transfer.unknown-share': sentence<{ id: string }>(
    ({ id }) => `这笔分配或支付不在了（${id}），请刷新`,
    ({ id }) => `no share or payment ${id}: reload`,
  ),
  'transfer.moved-on': sentence(
    () => '别人刚刚登记过这笔转移支付，请刷新后再办',
    () => 'somebody else entered something in the meantime: reload',
  ),
  'transfer.field-missing': sentence<{ field: string }>(
    ({ field }) => `请填写${fields[field]?.zh ?? field}`,
    ({ field }) => `fill in ${fields[field]?.en ?? field}`,
  ),
  'transfer.no-amount': sentence(
    () => '请填写金额，应大于零，精确到分',
    () => 'give an amount above zero, in whole fen',
  ),
  'transfer.no-rows': sentence(
    () => '分配表是空的',
    () => 'the allocation table is empty',
  ),
  'transfer.row-empty': sentence(
    () => '没有写接收的地区或单位',
    () => 'no receiver',
  ),
  'transfer.row-amount': sentence<{ receiver: string }>(
    ({ receiver }) => `“${receiver}”的金额应大于零，精确到分`,
    ({ receiver }) => `the amount of ${receiver} must be above zero, in whole fen`,
  ),
  'transfer.circular': sentence<{ way: string }>(
    ({ way }) => `资金绕了一圈又回到原处：${way}，不能这样分配`,
    ({ way }) => `the money comes back to where it started: ${way}`,
  ),
  'transfer.from-unknown': sentence<{ from: string; receiver: string }>(
    ({ from, receiver }) => `“${receiver}”的资金来自“${from}”，但“${from}”没有分到资金`,
    ({ from, receiver }) => `${receiver} gets from ${from}, who has no share`,
  ),
  'transfer.from-several': sentence<{ from: string; receiver: string }>(
    ({ from, receiver }) => `“${from}”有几笔资金，看不出“${receiver}”的来自哪一笔，请在那一笔上分配`,
    ({ from, receiver }) => `${from} has several shares: allocate to ${receiver} from one of them`,
  ),
  'transfer.over-allocated': sentence<{ receiver: string; over: string }>(
    ({ receiver, over }) => `分出去的比“${receiver}”应得的多 ${over} 元`,
    ({ receiver, over }) => `${receiver} would give ${over} yuan more than it has`,
  ),
  'transfer.over-paid': sentence<{ receiver: string; left: string }>(
    ({ receiver, left }) => `“${receiver}”只剩 ${left} 元可支付`,
    ({ receiver, left }) => `${receiver} has only ${left} yuan left`,
  ),
  'transfer.paid-before': sentence(
    () => '支付日期早于下达日期，又没有提前下达',
    () => 'paid before the notice, and nothing was given in advance',
  ),
  'transfer.share-used': sentence<{ receiver: string }>(
    ({ receiver }) => `“${receiver}”的这笔资金已经再分配或支付，不能撤销`,
    ({ receiver }) => `the share of ${receiver} was handed on or paid: it cannot be withdrawn`,
  ),
  'transfer.unknown-targets': sentence(
    () => '没有这张目标表，请重新选择',
    () => 'no such form of targets',
  ),
  'transfer.step': sentence<{ step: number }>(
    ({ step }) => `总额不是 ${step} 元的整数倍，请换一个分配单位`,
    ({ step }) => `the total is no multiple of ${step} yuan`,
  ),
  'transfer.no-weights': sentence(
    () => '因素的权重合计应大于零',
    () => 'the weights of the factors must sum to more than zero',
  ),
  'transfer.performance-part': sentence(
    () => '绩效挂钩的比例应在 0 到 100% 之间',
    () => 'the performance part lies between 0 and 100 %',
  ),
  'transfer.score-steps': sentence(
    () => '绩效系数应由高到低逐档排列，最后一档从 0 分起',
    () => 'score steps must fall, the last from 0',
  ),
  'transfer.region-twice': sentence<{ name: string }>(
    ({ name }) => `“${name}”写了两次`,
    ({ name }) => `${name} stands twice`,
  ),
  'transfer.factor-value': sentence<{ name: string; factor: string }>(
    ({ name, factor }) => `“${name}”的“${factor}”没有填，或不是零以上的数`,
    ({ name, factor }) => `${factor} of ${name} is missing or no number of zero or more`,
  ),
  'transfer.factor-empty': sentence<{ factor: string }>(
    ({ factor }) => `各地的“${factor}”都是零，不能按它分配；请改数或把权重设为零`,
    ({ factor }) => `${factor} is zero everywhere: set its weight to zero`,
  ),
  'transfer.score-range': sentence<{ name: string }>(
    ({ name }) => `“${name}”的上年得分应在 0 到 100 之间`,
    ({ name }) => `last year’s score of ${name} must lie between 0 and 100`,
  ),
} as const;
