/** A month-by-month line in a table cell; unknown months are gaps. */
export function Spark({
  values,
  label,
  width = 84,
  height = 22,
}: {
  values: readonly (number | null)[];
  label: string;
  width?: number;
  height?: number;
}) {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return <span className="faint">—</span>;
  const [low, high] = [Math.min(...known, 0), Math.max(...known)];
  const x = (index: number) => 2 + (index * (width - 4)) / Math.max(11, values.length - 1);
  const y = (value: number) => height - 3 - ((value - low) * (height - 6)) / (high - low || 1);
  const pieces: string[] = [];
  let open = false;
  values.forEach((value, index) => {
    if (value === null) {
      open = false;
      return;
    }
    pieces.push(`${open ? 'L' : 'M'}${x(index).toFixed(1)},${y(value).toFixed(1)}`);
    open = true;
  });
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg className="spark" width={width} height={height} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={pieces.join('')} fill="none" stroke="#1f5f9e" strokeWidth="1.4" />
      <circle cx={x(last)} cy={y(values[last] as number)} r="2" fill="#1f5f9e" />
    </svg>
  );
}
