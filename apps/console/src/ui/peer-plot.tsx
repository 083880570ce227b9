/** One subject among its peers: their range, the middle eight tenths, the median, the fixed limit, and where the subject stands. */
export function PeerPlot({
  tenths,
  value,
  limit,
  write,
  label,
  width = 360,
}: {
  /** Least, tenths and largest of the peers: eleven values. */
  tenths: readonly number[];
  value: number;
  limit: number | null;
  write: (value: number) => string;
  label: string;
  width?: number;
}) {
  const marks = [...tenths, value, ...(limit === null ? [] : [limit])];
  const [low, high] = [Math.min(...marks), Math.max(...marks)];
  const x = (at: number) => 6 + ((at - low) * (width - 12)) / (high - low || 1);
  const at = (index: number) => x(tenths[index] as number);
  const told = `${label}: ${write(tenths[0] as number)} – ${write(tenths[5] as number)} – ${write(tenths[10] as number)}; ${write(value)}`;
  return (
    <svg className="peers" width={width} height={46} role="img" aria-label={told}>
      <title>{told}</title>
      <line x1={at(0)} x2={at(10)} y1={20} y2={20} stroke="#9fb3c8" strokeWidth="1.5" />
      <rect x={at(1)} width={Math.max(1, at(9) - at(1))} y={13} height={14} fill="#d6e4f0" stroke="#9fb3c8" />
      <line x1={at(5)} x2={at(5)} y1={13} y2={27} stroke="#1f5f9e" strokeWidth="2" />
      {limit === null ? null : <line x1={x(limit)} x2={x(limit)} y1={8} y2={32} stroke="#b7791f" strokeDasharray="3 2" />}
      <circle cx={x(value)} cy={20} r="4.5" fill="#c0392b" />
      <text x={at(5)} y={43} fontSize="11" textAnchor={at(5) < 30 ? 'start' : at(5) > width - 30 ? 'end' : 'middle'} fill="#5b6b7b">
        {write(tenths[5] as number)}
      </text>
      <text x={x(value)} y={9} fontSize="11" textAnchor={x(value) > width / 2 ? 'end' : 'start'} fill="#c0392b">
        {write(value)}
      </text>
    </svg>
  );
}
