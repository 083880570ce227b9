// A group drawn so that an officer can read it: members on a circle, the best connected first, ties as thick as they are frequent.
import type { SignalJson } from '@hengjian/server/schemas/alerts.ts';
import { useSyncExternalStore } from 'react';

/** On a telephone the drawing is as wide as the screen, and what is written beside the members stays legible. */
const WIDE = { width: 640, height: 380, radius: 140, type: 12 };
const NARROW = { width: 420, height: 320, radius: 90, type: 14 };
const narrow = window.matchMedia('(max-width: 640px)');
const onChange = (told: () => void) => {
  narrow.addEventListener('change', told);
  return () => narrow.removeEventListener('change', told);
};

/** Of a text, in its own size: signs of the East are as wide as they are high. */
const lengthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 1 : 0.6), 0);

export function TieDrawing({
  graph,
  label,
  nameOf,
}: {
  graph: NonNullable<SignalJson['graph']>;
  label: string;
  nameOf?: (no: string) => string;
}) {
  const { width, height, radius, type } = useSyncExternalStore(onChange, () => narrow.matches) ? NARROW : WIDE;
  const degree = (no: string) => graph.ties.filter(({ a, b }) => a === no || b === no).length;
  const nodes = [...graph.nodes].sort((a, b) => degree(b.no) - degree(a.no) || (a.no < b.no ? -1 : 1));
  const place = new Map(
    nodes.map(({ no }, i) => {
      const angle = (2 * Math.PI * i) / nodes.length - Math.PI / 2;
      return [
        no,
        { x: width / 2 + radius * Math.cos(angle), y: height / 2 + radius * Math.sin(angle), right: Math.cos(angle) >= 0 },
      ] as const;
    }),
  );
  const most = Math.max(1, ...graph.ties.map(({ times }) => times));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} style={{ width: '100%', maxWidth: 760, display: 'block' }}>
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
        const name = nameOf?.(no) ?? no;
        const [long, from] = [lengthOf(name) * type, at.right ? at.x + 12 : at.x - 12];
        // what would run over the edge stands below its member, as far in as it needs
        const fits = at.right ? from + long <= width : from - long >= 0;
        const x = fits ? from : at.right ? width : 0;
        return (
          <g key={no}>
            <circle cx={at.x} cy={at.y} r={7} fill="#c0392b" stroke="#fff" strokeWidth={2}>
              <title>{`${no}: ${times}`}</title>
            </circle>
            <text x={x} y={at.y + (fits ? 4 : 12 + type)} fontSize={type} textAnchor={at.right === fits ? 'start' : 'end'} fill="#1f2933">
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
