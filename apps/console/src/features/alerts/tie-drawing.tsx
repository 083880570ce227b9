// A group drawn so that an officer can read it: members on a circle, the best connected first, ties as thick as they are frequent.
import type { SignalJson } from '@hengjian/server/schemas/alerts.ts';

const [WIDTH, HEIGHT, RADIUS] = [640, 380, 140];

export function TieDrawing({
  graph,
  label,
  nameOf,
}: {
  graph: NonNullable<SignalJson['graph']>;
  label: string;
  nameOf?: (no: string) => string;
}) {
  const degree = (no: string) => graph.ties.filter(({ a, b }) => a === no || b === no).length;
  const nodes = [...graph.nodes].sort((a, b) => degree(b.no) - degree(a.no) || (a.no < b.no ? -1 : 1));
  const place = new Map(
    nodes.map(({ no }, i) => {
      const angle = (2 * Math.PI * i) / nodes.length - Math.PI / 2;
      return [
        no,
        { x: WIDTH / 2 + RADIUS * Math.cos(angle), y: HEIGHT / 2 + RADIUS * Math.sin(angle), right: Math.cos(angle) >= 0 },
      ] as const;
    }),
  );
  const most = Math.max(1, ...graph.ties.map(({ times }) => times));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} style={{ width: '100%', maxWidth: 760, display: 'block' }}>
      {graph.ties.map(({ a, b, times, share }) => {
        const [from, to] = [place.get(a), place.get(b)];
        if (!from || !to) return null;
        return (
          <line
            key={`${a} ${b}`}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            stroke="#1f5f9e"
            strokeOpacity={0.25 + 0.5 * (times / most)}
            strokeWidth={1 + 5 * (times / most)}
          >
            <title>{`${a} – ${b}: ${times} (${share}%)`}</title>
          </line>
        );
      })}
      {nodes.map(({ no, times }) => {
        const at = place.get(no);
        if (!at) return null;
        return (
          <g key={no}>
            <circle cx={at.x} cy={at.y} r={7} fill="#c0392b" stroke="#fff" strokeWidth={2}>
              <title>{`${no}: ${times}`}</title>
            </circle>
            <text x={at.x + (at.right ? 12 : -12)} y={at.y + 4} fontSize={12} textAnchor={at.right ? 'start' : 'end'} fill="#1f2933">
              {nameOf?.(no) ?? no}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
