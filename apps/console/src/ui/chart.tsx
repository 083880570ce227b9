// Charts are loaded only where one is shown.
import { lazy, Suspense } from 'react';
import type { ChartProps } from './chart-props.ts';

const Drawn = lazy(() => import('./echarts.tsx'));

export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<div style={{ height: props.height }} />}>
      <Drawn {...props} />
    </Suspense>
  );
}
