// What each region has of each factor, typed or pasted; the sum to divide.
import type { FactorWish } from '@hengjian/domain';
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { Button, Input, InputNumber, Segmented } from 'antd';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import type { Editing } from './factor-weights.tsx';
import { cellsOf } from './parts.tsx';

const text = texts.transfers;
const steps = [1, 10_000, 1_000_000] as const;

export function Regions({ wish, last, onChange }: Editing & { last: TransferFileJson['last'] }) {
  const t = useTexts();
  const set = (index: number, change: Partial<FactorWish['regions'][number]>) =>
    onChange({ ...wish, regions: wish.regions.map((region, at) => (at === index ? { ...region, ...change } : region)) });
  const paste = (index: number, pasted: string) => {
    const cells = cellsOf(pasted);
    if ((cells[0]?.length ?? 0) < 2) return false;
    const numberOf = (cell: string | undefined) =>
      cell && Number.isFinite(Number(cell.replaceAll(',', ''))) ? Number(cell.replaceAll(',', '')) : null;
    const made = cells.map(([name = '', ...rest]) => ({
      name,
      values: wish.factors.map((_, at) => numberOf(rest[at])),
      score: numberOf(rest[wish.factors.length]) ?? last.find(({ receiver }) => receiver === name)?.score ?? null,
    }));
    onChange({ ...wish, regions: [...wish.regions.slice(0, index), ...made, ...wish.regions.slice(index + 1)] });
    return true;
  };
  const value = (current: number | null, label: string, take: (next: number | null) => void, most?: number) => (
    <InputNumber
      controls={false}
      aria-label={label}
      style={{ width: '100%' }}
      min={0}
      {...(most ? { max: most } : {})}
      value={current}
      onChange={take}
    />
  );
  return (
    <Panel flush title={t(text.regions)} extra={<span className="soft">{t(text.pasteRegions)}</span>}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.region)}</th>
            {wish.factors.map((factor, at) => (
              <th key={at} style={{ width: 150 }}>
                {factor.name}
                {factor.unit ? t(texts.common.aside, { what: '', aside: factor.unit }) : ''}
              </th>
            ))}
            <th style={{ width: 130 }}>{t(text.score)}</th>
            <th style={{ width: 40 }} />
          </tr>
        </thead>
        <tbody>
          {wish.regions.map((region, index) => (
            <tr key={index}>
              <td>
                <Input
                  aria-label={`${t(text.region)} ${index + 1}`}
                  value={region.name}
                  maxLength={100}
                  onChange={(event) => set(index, { name: event.target.value })}
                  onPaste={(event) => {
                    if (paste(index, event.clipboardData.getData('text/plain'))) event.preventDefault();
                  }}
                />
              </td>
              {wish.factors.map((factor, at) => (
                <td key={at}>
                  {value(region.values[at] ?? null, `${region.name} ${factor.name}`, (next) =>
                    set(index, { values: wish.factors.map((_, one) => (one === at ? next : (region.values[one] ?? null))) }),
                  )}
                </td>
              ))}
              <td>{value(region.score, `${region.name} ${t(text.score)}`, (score) => set(index, { score }), 100)}</td>
              <td>
                <Button type="text" size="small" onClick={() => onChange({ ...wish, regions: wish.regions.toSpliced(index, 1) })}>
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row" style={{ padding: 10 }}>
        <Button
          onClick={() => onChange({ ...wish, regions: [...wish.regions, { name: '', values: wish.factors.map(() => null), score: null }] })}
        >
          {t(text.addRegion)}
        </Button>
        {t(text.total)}
        <InputNumber
          controls={false}
          aria-label={t(text.total)}
          style={{ width: 160 }}
          min={0}
          precision={2}
          value={wish.totalFen / 100}
          onChange={(total) => total !== null && onChange({ ...wish, totalFen: Math.round(total * 100) })}
        />
        {t(text.step)}
        <Segmented
          value={wish.stepFen}
          onChange={(stepFen) => onChange({ ...wish, stepFen: Number(stepFen) })}
          options={steps.map((step) => ({ value: step, label: t(text[`step.${step}`]) }))}
        />
      </div>
    </Panel>
  );
}
