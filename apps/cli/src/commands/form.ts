import type { AddCommand } from '../command.ts';
import { addCheck } from '../form/check.ts';
import { addRead } from '../form/read.ts';
import { addWrite } from '../form/write.ts';

const add: AddCommand = (program, context) => {
  const form = program.command('form').description('读取、检查、写出绩效文件');
  addRead(form, context);
  addCheck(form, context);
  addWrite(form, context);
};
export default add;
