/** One line on a terminal that overwrites itself; nothing where there is no terminal. */
export function progressLine(interactive: boolean, title: string): { show(done: number, total: number): void; clear(): void } {
  const width = 24;
  return {
    show(done, total) {
      if (!interactive) return;
      const filled = total > 0 ? Math.round((done / total) * width) : 0;
      process.stderr.write(`\r\x1b[K${title} [${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`);
    },
    clear() {
      if (interactive) process.stderr.write('\r\x1b[K');
    },
  };
}
