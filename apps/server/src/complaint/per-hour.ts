/** How often an address asked within the hour, kept in memory only: addresses of reporters are written nowhere. */
export interface PerHour {
  admit(address: string, most: number, now: number): boolean;
}

export function perHour(): PerHour {
  let hour = 0;
  let counts = new Map<string, number>();
  return {
    admit(address, most, now) {
      const current = Math.floor(now / 3600);
      if (current !== hour) [hour, counts] = [current, new Map()];
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      return count <= most;
    },
  };
}
