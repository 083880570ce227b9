// 项目与重点药品: what items cost, why they cost more, the next quarter, and who uses them.
import type { ItemsJson } from '@hengjian/server/schemas/items.ts';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { count, DASH, price, quantity, share, wan, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { useParams } from '../../ui/address.ts';
import { Chart } from '../../ui/chart.tsx';
import { Choice, Mark, SearchBox, useFilters } from '../../ui/filters.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import './decision.css';
import { ItemUsePanel } from './item-use.tsx';
import { useItemsQuery } from './items-query.ts';
import { MonthSpan } from './month-span.tsx';

const text = texts.items;
type Found = NonNullable<ItemsJson>;
const kinds = ['drug', 'herb', 'service', 'consumable', 'other'] as const;
const signedWan = (fen: number) => `${fen > 0 ? '+' : ''}${wan(fen)}`;
const span = ({ from, to }: { from: string; to: string }) => (from === to ? from : `${from} ~ ${to}`);

export function ItemsPage() {
  const t = useTexts();
  const found = useGet<ItemsJson>('/api/items', useItemsQuery(), { keep: true });
  return (
    <Page title={t(text.title)} about={t(text.about)} extra={<Button onClick={() => window.print()}>{t(texts.common.print)}</Button>}>
      <Loaded of={found}>
        {(data) =>
          data === null ? (
            <Panel>
              <Nothing title={t(text.none)} />
            </Panel>
          ) : (
            <>
              <Filters data={data} />
              <Tiles data={data} />
              <Months data={data} />
              <Rows data={data} />
              <ItemUsePanel />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Filters({ data }: { data: Found }) {
  const t = useTexts();
  const bound = useFilters();
  const code = bound('code');
  return (
    <div className="filters no-print">
      <MonthSpan known={data.known} period={data.period} />
      <Choice label={t(text.kind)} width={130} options={kinds.map((value) => ({ value, label: t(text[value]) }))} {...bound('kind')} />
      <SearchBox label={t(text.search)} width={220} {...bound('text')} />
      <Mark label={t(text.monitored, { n: data.monitoredCodes })} {...bound('monitored')} />
      <Link to="/registers/$register" params={{ register: 'monitored-items' }}>
        {t(text.toRegister)}
      </Link>
      {code.value ? (
        <Tag closable onClose={() => code.onChange(undefined)}>
          {t(text.oneItem, { name: data.rows[0]?.name ?? String(code.value) })}
        </Tag>
      ) : null}
    </div>
  );
}

function Tiles({ data: { growth, now, before, forecast } }: { data: Found }) {
  const t = useTexts();
  const unit = t(texts.common.wan);
  const tile = (name: string, value: string, sub: string, red = false) => (
    <div className="tile" key={name}>
      <div className="name">{name}</div>
      <div className={red ? 'value red' : 'value'}>
        {value} <small>{unit}</small>
      </div>
      <div className="sub">{sub}</div>
    </div>
  );
  return (
    <div className="tiles wide six">
      {growth ? tile(t(text.amount), wan(growth.isFen), t(text.amountSub, { now: span(now), before: before ? span(before) : DASH })) : null}
      {growth
        ? tile(
            t(text.change),
            signedWan(growth.changeFen),
            growth.rate === null ? t(text.noBase) : `${growth.rate > 0 ? '+' : ''}${share(growth.rate)}`,
            growth.changeFen > 0,
          )
        : null}
      {growth?.parts
        ? (['volume', 'mix', 'price'] as const).map((factor) =>
            tile(t(text[factor]), signedWan(growth.parts?.[factor] ?? 0), t(text[`${factor}Sub`])),
          )
        : null}
      {forecast
        ? tile(
            t(text.nextQuarter),
            wan(forecast.quarter.value),
            t(text.intervalOf, {
              low80: wan(forecast.quarter.low80),
              high80: wan(forecast.quarter.high80),
              low95: wan(forecast.quarter.low95),
              high95: wan(forecast.quarter.high95),
            }),
          )
        : tile(t(text.nextQuarter), DASH, t(text.noForecast))}
    </div>
  );
}

function Months({ data }: { data: Found }) {
  const t = useTexts();
  const past = data.months.slice(-36);
  const ahead = data.forecast?.months ?? [];
  const inWan = (fen: number) => Number((fen / 1_000_000).toFixed(2));
  const later = (values: number[]) => [...past.map(() => null), ...values.map(inWan)];
  const line = (name: string, color: string, values: number[], dashed: boolean) => ({
    type: 'line' as const,
    name,
    itemStyle: { color },
    lineStyle: { width: dashed ? 1 : 2, type: dashed ? ('dashed' as const) : ('solid' as const) },
    data: later(values),
  });
  return (
    <Panel title={t(texts.common.aside, { what: t(text.months), aside: t(texts.common.wan) })}>
      <Chart
        height={240}
        label={t(text.months)}
        option={{
          legend: {},
          tooltip: { trigger: 'axis' },
          xAxis: { type: 'category', name: t(texts.axes.month), data: [...past, ...ahead].map(({ month }) => month) },
          yAxis: { type: 'value', name: t(texts.axes.wan) },
          series: [
            {
              type: 'bar',
              name: t(text.actual),
              barMaxWidth: 22,
              itemStyle: { color: '#9db8d2' },
              data: past.map(({ amountFen }) => inWan(amountFen)),
            },
            line(
              t(text.forecast),
              '#c0392b',
              ahead.map(({ value }) => value),
              false,
            ),
            line(
              t(text.low),
              '#c99a6b',
              ahead.map(({ low80 }) => low80),
              true,
            ),
            line(
              t(text.high),
              '#c99a6b',
              ahead.map(({ high80 }) => high80),
              true,
            ),
          ],
        }}
      />
      {data.forecast ? <p className="hint">{t(text[data.forecast.method])}</p> : null}
    </Panel>
  );
}

type Use = Found['rows'][number]['after'];
/** Millionths of a yuan (fen over ten-thousandths of a unit), in hundredths of a fen: a mean has no more to say. */
const meanPrice = (use: Use) => (use && use.quantity > 0 ? Math.round((use.amountFen * 1e6) / use.quantity) * 100 : null);

function Rows({ data }: { data: Found }) {
  const t = useTexts();
  const [, change] = useParams();
  const heads = [
    'quantityBefore',
    'quantityAfter',
    'priceBefore',
    'priceAfter',
    'amountBefore',
    'amountAfter',
    'change',
    'ofPrice',
  ] as const;
  return (
    <Panel
      flush
      title={t(text.rows)}
      extra={<span className="soft">{t(text.rowsOf, { shown: count(data.rows.length), n: count(data.total) })}</span>}
    >
      {data.rows.length === 0 ? <Nothing title={t(texts.common.noRows)} /> : null}
      <div className="scroll-x tall" hidden={data.rows.length === 0}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t(text.item)}</th>
              <th>{t(text.kind)}</th>
              {heads.map((name) => (
                <th key={name} className="num">
                  {name.startsWith('quantity')
                    ? t(text[name])
                    : t(texts.common.aside, { what: t(text[name]), aside: t(texts.common.yuan) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ code, name, kind, monitored, before, after }) => {
              const [was, is] = [meanPrice(before), meanPrice(after)];
              const byPrice =
                after && before?.quantity ? Math.round(after.amountFen - (after.quantity * before.amountFen) / before.quantity) : null;
              const more = (after?.amountFen ?? 0) - (before?.amountFen ?? 0);
              return (
                <tr key={code}>
                  <td>
                    <Button type="link" size="small" className="in-table" onClick={() => change({ code })}>
                      {name ?? code}
                    </Button>
                    {name ? <div className="soft">{code}</div> : null}
                    {monitored ? <Tag color="orange">{t(text.isMonitored)}</Tag> : null}
                  </td>
                  <td>{t(text[kind])}</td>
                  <td className="num">{quantity(before?.quantity)}</td>
                  <td className="num">{quantity(after?.quantity)}</td>
                  <td className="num">{price(was)}</td>
                  <td className="num">{price(is)}</td>
                  <td className="num">{yuan(before?.amountFen)}</td>
                  <td className="num">{yuan(after?.amountFen)}</td>
                  <td className={more > 0 ? 'num red' : 'num'}>{data.before ? yuan(more) : DASH}</td>
                  <td className="num">{yuan(byPrice)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="hint in-panel">{t(text.method)}</p>
    </Panel>
  );
}
