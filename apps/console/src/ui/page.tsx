// The frame of a page: title, what it is about, buttons, and what to show while nothing is there yet.
import { Alert, Button, Empty, Spin } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { ApiError, Unreachable } from '../api.ts';
import { texts, useTexts } from '../texts/index.ts';
import { Dated } from './dated.tsx';

/** Names the tab of a page that stands alone, without `Page`. */
export function useTabName(name: string) {
  const t = useTexts();
  useEffect(() => {
    document.title = [name, t(texts.common.product)].join(' · ');
  });
}

export function Page({ title, about, extra, children }: { title: ReactNode; about?: ReactNode; extra?: ReactNode; children: ReactNode }) {
  const t = useTexts();
  const head = useRef<HTMLHeadingElement>(null);
  // the tab, the history and a printed sheet bear the name of the page, without the marks and choices beside it
  useEffect(() => {
    const name = head.current?.cloneNode(true) as HTMLElement | undefined;
    for (const beside of name?.querySelectorAll('.ant-tag, .ant-select') ?? []) beside.remove();
    document.title = [name?.textContent?.trim(), t(texts.common.product)].filter(Boolean).join(' · ');
  });
  return (
    <main className="page">
      <header className="page-head">
        <div>
          <h1 ref={head}>{title}</h1>
          {about ? <p className="about">{typeof about === 'string' ? <Dated>{about}</Dated> : about}</p> : null}
        </div>
        {extra ? <div className="page-extra no-print">{extra}</div> : null}
      </header>
      {children}
    </main>
  );
}

export function Panel({
  title,
  extra,
  children,
  flush,
  className,
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  /** Without inner margins (tables). */
  flush?: boolean;
  className?: string;
}) {
  return (
    <section className={`panel ${className ?? ''}`}>
      {title || extra ? (
        <header className="panel-head">
          <h2>{title}</h2>
          {extra ? <div>{extra}</div> : null}
        </header>
      ) : null}
      <div className={flush ? 'panel-flush' : 'panel-body'}>{children}</div>
    </section>
  );
}

/** What went wrong, sentence by sentence, with its place. */
export function Problem({ error, again }: { error: unknown; again?: () => void }) {
  const t = useTexts();
  const sentences =
    error instanceof ApiError
      ? error.issues.map((issue) => issue.message)
      : [error instanceof Unreachable ? t(texts.common.offline) : error instanceof Error ? error.message : String(error)];
  return (
    <Alert
      type="error"
      showIcon
      className="problem"
      title={t(texts.common.failed)}
      description={sentences.map((sentence) => <div key={sentence}>{sentence}</div>)}
      action={
        again ? (
          <Button size="small" onClick={again}>
            {t(texts.common.retry)}
          </Button>
        ) : null
      }
    />
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}
/** Shows the answer of a query, or why there is none. */
export function Loaded<T>({ of, children }: { of: Asked<T>; children: (data: T) => ReactNode }) {
  const t = useTexts();
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <Problem error={of.error} again={() => void of.refetch()} />;
  return (
    <div className="loading">
      <Spin /> <span>{t(texts.common.loading)}</span>
    </div>
  );
}

/** Nothing here yet, and what to do about it. */
export function Nothing({ title, help, command, children }: { title: string; help?: ReactNode; command?: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<strong>{title}</strong>} />
      {help ? <p>{help}</p> : null}
      {command ? <pre className="command">{command}</pre> : null}
      {children ? <div className="nothing-actions">{children}</div> : null}
    </div>
  );
}

/** A name and what is known under it, inside `<dl className="facts">`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
