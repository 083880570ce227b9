import { auditInput, auditOutput } from '../../../audit-nodes.ts';
import type { Message } from '../../../message.ts';
import { hainanNames } from '../names.ts';

const message: Message = {
  infno: '3661',
  zh: '明细审核事中分析服务(海南)',
  like: '3102',
  names: hainanNames,
  input: auditInput,
  output: auditOutput,
};
export default message;
