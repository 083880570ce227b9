import { sentence } from '../messages.ts';

/** Sentences of the command line itself. */
export const commandMessages = {
  'command.diskFull': sentence(
    () => '磁盘空间不足：没有写完，原有数据不变；腾出空间后请重新运行',
    () => 'the disk is full: nothing was finished, the data are as before; free space and run it again',
  ),
};
