import { sentence } from '../messages.ts';
import type { ContactAction, ContactState } from '../person/contact.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;
const states: Words<ContactState> = {
  asked: { zh: '待办理', en: 'waiting' },
  accepted: { zh: '已更正', en: 'changed' },
  refused: { zh: '未予更正', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};
const actions: Words<ContactAction> = {
  accept: { zh: '更正联系方式', en: 'change contact data' },
  refuse: { zh: '不予更正', en: 'refuse' },
  withdraw: { zh: '撤回申请', en: 'withdraw' },
};
export const contactWords = { states, actions } as const;

/** Sentences about the insured person’s own record. */
export const personMessages = {
  'person.none': sentence(
    () => '这里只给参保人本人使用：账号没有绑定参保人',
    () => 'this is for insured people only: the account is bound to nobody',
  ),
  'person.unknown': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的参保人`,
    ({ id }) => `there is no insured person ${id}`,
  ),
  'person.no-visit': sentence<{ id: string }>(
    ({ id }) => `您的记录里没有这次就诊：${id}`,
    ({ id }) => `no such visit in your record: ${id}`,
  ),
  'person.say-why': sentence(
    () => '请写几句：为什么说这次就诊不是您本人',
    () => 'say in a few words why this was not you',
  ),
  'person.nothing-to-change': sentence(
    () => '请填写新的电话或地址',
    () => 'give a new telephone number or address',
  ),
  'person.bad-telephone': sentence(
    () => '电话号码不对：请填 11 位手机号，或带区号的座机号',
    () => 'no telephone number: 11 digits of a mobile, or a line with its area code',
  ),
  'person.bad-address': sentence(
    () => '地址太短或太长：4 至 200 字',
    () => 'an address of 4 to 200 signs',
  ),
  'person.waiting': sentence(
    () => '您已有一件联系方式更正申请在办理，可先撤回再重新提交',
    () => 'one request is waiting already; withdraw it first',
  ),
  'person.no-request': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的申请`,
    ({ id }) => `there is no request ${id}`,
  ),
  'person.no-step': sentence<{ state: ContactState; action: ContactAction }>(
    ({ state, action }) => `“${states[state].zh}”时不能“${actions[action].zh}”`,
    ({ state, action }) => `it is ${states[state].en}: «${actions[action].en}» is not possible`,
  ),
};
