import type { AddCommand } from '../command.ts';

const add: AddCommand = (program) => {
  program.command('form').description('读取和检查公开的绩效文件');
};
export default add;
