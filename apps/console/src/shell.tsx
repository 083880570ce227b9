// The frame of every page: the bar with the pages, the language, and who is working.

import type { SessionJson } from '@hengjian/server/schemas/account.ts';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { Button, Input, Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { speaking, useGet } from './api.ts';
import { DOOR, LogInPage, PasswordPage, Whoever } from './features/accounts/log-in.tsx';
import { MyPage } from './features/person/my-page.tsx';
import { type PlaceOf, placeOf, type Room, rooms } from './navigation.ts';
import { useSession } from './session.ts';
import { texts, useSpeech } from './texts/index.ts';

/** Pages of accounts would only be noise before the first account. */
const may = (session: SessionJson, { asks, accountsOnly }: PlaceOf): boolean =>
  session.actions.includes(asks) && !(accountsOnly && session.kind === 'declared');

const OPERATOR = 'hengjian.operator';
speaking.operator = localStorage.getItem(OPERATOR) ?? '';

/** Pages that stand alone, those for everyone among them: no bar, no login, and nothing is asked of the server but what they need. */
const ALONE = /^\/(report|wall|survey\/.*)$/;
export function Shell() {
  const { pathname } = useLocation();
  return ALONE.test(pathname) ? <Outlet /> : <ConsoleShell />;
}

function ConsoleShell() {
  const { t, switchLanguage } = useSpeech();
  const { pathname } = useLocation();
  const health = useGet<{ lakeVersion: number }>('/api/health', undefined, { every: 60_000 });
  const session = useSession();
  if (session?.kind === 'public' || (session?.kind === 'declared' && pathname === DOOR)) return <LogInPage />;
  if (session?.mustChange) return <PasswordPage accountId={session.accountId ?? ''} />;
  // an insured person is shown the own record and nothing else, wherever the address leads
  if (session?.personNo) return <MyPage name={session.name} />;
  const shown = rooms
    .map(({ name, pages }) => ({ name, pages: pages.filter((page) => session !== undefined && may(session, page)) }))
    .filter(({ pages }) => pages.length > 0);
  const here = placeOf(pathname, shown);
  // the front page is not everybody's: who may not see it begins with the first page of his own
  const home = shown[0]?.pages[0]?.to;
  return (
    <div className="shell">
      <header className="bar">
        <Link to="/" className="brand">
          <strong>{t(texts.common.product)}</strong>
          <span>{t(texts.common.subtitle)}</span>
        </Link>
        <nav>
          {shown.map(({ name, pages }) => (
            <Link
              key={name[0]}
              to={pages[0]?.to ?? '/'}
              className={here?.room.name === name ? 'active' : ''}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {t(name)}
            </Link>
          ))}
        </nav>
        <div className="bar-right no-print">
          {health.data ? <span className="faint">{t(texts.common.version, { n: health.data.lakeVersion })}</span> : null}
          {session?.kind === 'account' ? <Whoever session={session} /> : <Operator />}
          <Button type="text" size="small" className="on-dark" onClick={switchLanguage}>
            {t(texts.common.language)}
          </Button>
        </div>
      </header>
      {here && here.room.pages.length > 1 ? <Strip {...here} /> : null}
      {session ? home && !here && pathname === '/' ? <Navigate to={home} replace /> : <Outlet /> : null}
    </div>
  );
}

/** The pages of a room; where they do not fit beside each other, the one that is open is in sight. */
function Strip({ room, page }: { room: Room; page: PlaceOf }) {
  const { t } = useSpeech();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const nav = strip.current;
    const open = nav?.querySelector<HTMLElement>('.active');
    if (nav && open) nav.scrollLeft = open.offsetLeft - nav.offsetLeft - (nav.clientWidth - open.clientWidth) / 2;
  }, [page]);
  return (
    <nav ref={strip} className="strip no-print" aria-label={t(room.name)}>
      {room.pages.map((one) => (
        <Link
          key={one.to}
          to={one.to}
          activeOptions={{ exact: true, includeSearch: false }}
          className={page === one ? 'active' : ''}
          aria-current={page === one ? 'page' : undefined}
        >
          {t(one.name)}
        </Link>
      ))}
    </nav>
  );
}

function Operator() {
  const { t } = useSpeech();
  const [name, setName] = useState(speaking.operator);
  const keep = (value: string) => {
    const given = value.trim().slice(0, 60);
    speaking.operator = given;
    localStorage.setItem(OPERATOR, given);
    setName(given);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="operator">
          <p>{t(texts.common.operatorHelp)}</p>
          <Input
            defaultValue={name}
            placeholder={t(texts.common.operatorPlaceholder)}
            onBlur={(e) => keep(e.target.value)}
            onPressEnter={(e) => keep(e.currentTarget.value)}
          />
          <p className="beside">
            <a href={DOOR}>{t(texts.accounts.withAccount)}</a>
          </p>
        </div>
      }
    >
      <Button type="text" size="small" className="on-dark">
        {t(texts.common.named, { name: t(texts.common.operator), value: name || t(texts.common.operatorNone) })}
      </Button>
    </Popover>
  );
}
