import type { AddCommand } from '../command.ts';
import { addCheck } from '../form/check.ts';
import { addRead } from '../form/read.ts';

const add: AddCommand = (program, context) => {
  const form = program.command('form').description('读取和检查公开的绩效文件');
  addRead(form, context);
  addCheck(form, context);
};
export default add;
