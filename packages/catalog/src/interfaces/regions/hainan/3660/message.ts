import { auditInput, auditOutput } from '../../../audit-nodes.ts';
import type { Message } from '../../../message.ts';
import { hainanNames } from '../names.ts';

const message: Message = {
  infno: '3660',
  zh: '明细审核事前分析服务(海南)',
  like: '3101',
  names: hainanNames,
  input: auditInput,
  output: auditOutput,
};
export default message;
