/** What the steps of the journal are called: nouns with their actions and states, so that an auditor reads words and no codes. */
import { alertWords } from './alert.ts';
import { complaintWords } from './complaint.ts';
import { creditWords } from './credit.ts';
import { findingWords } from './finding.ts';
import { matterWords } from './matter.ts';
import { contactWords } from './person.ts';
import { pointWords } from './points.ts';
import { termActions } from './term.ts';

interface Word {
  readonly zh: string;
  readonly en: string;
}
type Words = Readonly<Record<string, Word>>;
export interface StepWords {
  readonly noun: Word;
  readonly actions: Words;
  readonly states?: Words;
}

const replace: Words = { replace: { zh: '更换整表', en: 'replace the table' } };

const begun: Words = { open: { zh: '建立', en: 'open' } };
const matters = Object.entries(matterWords).map(([noun, words]) => [noun, { ...words, actions: { ...begun, ...words.actions } }]);

export const stepWords: Readonly<Record<string, StepWords>> = {
  ...Object.fromEntries(matters),
  finding: { noun: { zh: '疑点', en: 'finding' }, states: findingWords.states, actions: { ...findingWords.actions, ...termActions } },
  findingAttachment: { noun: { zh: '疑点附件', en: 'evidence' }, actions: { keep: { zh: '收存', en: 'keep' } } },
  ledger: {
    noun: { zh: '资金台账', en: 'ledger' },
    actions: { open: { zh: '审核疑点入账', en: 'enter what a review found' }, post: { zh: '记账', en: 'post' } },
  },
  review: { noun: { zh: '审核', en: 'review' }, actions: { store: { zh: '存入疑点', en: 'store findings' } } },
  recheck: {
    noun: { zh: '月度复核', en: 'monthly re-review' },
    actions: { draw: { zh: '抽样', en: 'draw the sample' }, judge: { zh: '复核判定', en: 'judge' } },
  },
  complaint: {
    noun: { zh: '举报投诉、信访', en: 'complaint' },
    states: complaintWords.states,
    actions: { ...complaintWords.actions, receive: { zh: '收到', en: 'receive' } },
  },
  rewardRule: { noun: { zh: '奖励标准', en: 'table of rewards' }, actions: replace },
  discretionRule: { noun: { zh: '裁量基准', en: 'table of discretion' }, actions: replace },
  pointBehaviour: { noun: { zh: '记分标准', en: 'table of points' }, actions: replace },
  points: {
    noun: { zh: '支付资格记分', en: 'points' },
    states: pointWords.states,
    actions: { ...pointWords.actions, propose: { zh: '提出记分', en: 'propose' } },
  },
  practitioner: {
    noun: { zh: '医保医师、药师', en: 'practitioner' },
    actions: {
      register: { zh: '登记', en: 'register' },
      commit: { zh: '签订承诺书', en: 'commitment signed' },
      return: { zh: '恢复登记', en: 'register again' },
    },
  },
  credit: {
    noun: { zh: '信用评价', en: 'credit rating' },
    states: creditWords.states,
    actions: { ...creditWords.actions, rate: { zh: '测算', en: 'work out' } },
  },
  creditEntry: { noun: { zh: '信用事项', en: 'credit entry' }, actions: { enter: { zh: '登记', en: 'enter' } } },
  creditScheme: {
    noun: { zh: '信用评价方案', en: 'credit scheme' },
    actions: { draft: { zh: '拟定', en: 'draft' }, enact: { zh: '生效', en: 'enact' } },
  },
  supplier: {
    noun: { zh: '医药价格和招采失信事项', en: 'conduct of a supplier' },
    actions: { enter: { zh: '登记', en: 'enter' }, repair: { zh: '信用修复', en: 'repair' } },
  },
  account: {
    noun: { zh: '账号', en: 'account' },
    states: { active: { zh: '启用', en: 'in use' }, disabled: { zh: '停用', en: 'disabled' } },
    actions: {
      add: { zh: '建立', en: 'add' },
      signOn: { zh: '首次统一认证登录建立', en: 'added at its first sign-on' },
      reset: { zh: '重置密码', en: 'reset the password' },
      changePassword: { zh: '修改密码', en: 'change the password' },
      disable: { zh: '停用', en: 'disable' },
      enable: { zh: '启用', en: 'enable' },
    },
  },
  contactRequest: {
    noun: { zh: '联系方式更正申请', en: 'request about contact data' },
    states: contactWords.states,
    actions: { ...contactWords.actions, ask: { zh: '提出申请', en: 'ask' } },
  },
  bureauParameter: { noun: { zh: '参数', en: 'parameter' }, actions: { set: { zh: '设定', en: 'set' } } },
  workingDay: { noun: { zh: '工作日', en: 'working day' }, actions: { correct: { zh: '更正', en: 'correct' } } },
  alertStory: { noun: { zh: '预警事项', en: 'alert story' }, states: alertWords.states, actions: alertWords.actions },
  alertThreshold: { noun: { zh: '预警阈值', en: 'threshold of an alert' }, actions: { enact: { zh: '生效', en: 'enact' } } },
  transfer: {
    noun: { zh: '转移支付', en: 'transfer' },
    actions: {
      notice: { zh: '登记下达文件', en: 'enter the notice' },
      shares: { zh: '分配', en: 'share' },
      targets: { zh: '登记绩效目标', en: 'enter targets' },
      payment: { zh: '登记支付', en: 'enter a payment' },
      withdrawal: { zh: '撤销登记', en: 'withdraw an entry' },
    },
  },
  document: {
    noun: { zh: '来件', en: 'document' },
    actions: {
      correct: { zh: '更正识读', en: 'correct the reading' },
      teach: { zh: '教会识读', en: 'teach a reading' },
      forget: { zh: '取消教会的识读', en: 'forget a reading' },
    },
  },
  savedView: {
    noun: { zh: '收藏的视图', en: 'saved view' },
    states: { kept: { zh: '保留', en: 'kept' }, ended: { zh: '停用', en: 'ended' } },
    actions: { save: { zh: '收藏', en: 'save' }, end: { zh: '停用', en: 'end' } },
  },
};
