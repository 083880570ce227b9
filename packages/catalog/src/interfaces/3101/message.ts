import { auditInput, auditOutput } from '../audit-nodes.ts';
import type { Message } from '../message.ts';

const message: Message = { infno: '3101', zh: '明细审核事前分析服务', input: auditInput, output: auditOutput };
export default message;
