import path from 'node:path';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { type CityCounts, columns, folderSink, generateCity } from '@hengjian/city';
import { cityMessages, parseDay } from '@hengjian/domain';
import { InvalidArgumentError } from 'commander';
import { dayArgument } from '../arguments.ts';
import type { AddCommand } from '../command.ts';
import { Refused } from '../command.ts';

const DEFAULT_START = '2025-01-01';

interface Options {
  out: string;
  persons: number;
  months: number;
  seed: number;
  start?: number;
  json?: boolean;
}

const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw new InvalidArgumentError(`应为 ${least} 到 ${most} 的整数`);
  return value;
};

const add: AddCommand = (program, context) => {
  const city = program.command('city').description('合成城市：带已知违规的一城一年数据');
  city
    .command('generate')
    .description('生成合成城市的结算数据（契约第 3 节的表）和真值 truth.csv')
    .requiredOption('--out <dir>', '写到哪个目录')
    .requiredOption('--persons <n>', '参保人数（1–5000000）', whole(1, 5_000_000))
    .requiredOption('--months <m>', '月数（1–60）', whole(1, 60))
    .requiredOption('--seed <s>', '随机种子：相同的种子得到逐字节相同的文件', whole(0, Number.MAX_SAFE_INTEGER))
    .option('--start <date>', `第一天（默认 ${DEFAULT_START}）`, dayArgument)
    .option('--json', '以 JSON 打印结果')
    .action((options: Options) => {
      const { language, interactive } = context();
      const folder = path.resolve(options.out);
      const began = performance.now();
      const sink = (() => {
        try {
          return folderSink(folder);
        } catch (error) {
          throw new Refused(cityMessages.unwritable[language]({ folder, reason: (error as Error).message }));
        }
      })();
      let counts: CityCounts;
      try {
        counts = generateCity(
          {
            persons: options.persons,
            months: options.months,
            seed: options.seed,
            from: options.start ?? (parseDay(DEFAULT_START) as number),
          },
          plants,
          sink,
          (done) => {
            if (interactive) process.stderr.write(`\r${cityMessages.progress[language]({ done, of: options.persons })}`);
          },
        );
        sink.close();
      } catch (error) {
        sink.abandon();
        throw error;
      }
      if (interactive) process.stderr.write('\r\u001b[K');
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const text = options.json
        ? JSON.stringify({ folder, seed: options.seed, tables: Object.keys(columns), ...counts, seconds: Number(seconds) })
        : cityMessages.written[language]({ ...counts, folder, seconds });
      process.stdout.write(`${text}\n`);
    });
};
export default add;
