// The frame of every page: the bar with the pages, the language, and who is working.

import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { speaking, useGet } from './api.ts';
import { LogInPage, PasswordPage, Whoever } from './features/accounts/log-in.tsx';
import { useSession } from './session.ts';
import { texts, useSpeech } from './texts/index.ts';

/** Each page, its name, and the question that must be answered with yes to be shown it. */
const pages = [
  ['/', texts.nav.overview, 'overview.read'],
  ['/findings', texts.nav.findings, 'finding.read'],
  ['/work', texts.nav.work, 'finding.work'],
  ['/decision', texts.nav.decision, 'decision.read'],
  ['/rules', texts.nav.rules, 'rule.read'],
  ['/plans', texts.nav.plans, 'plan.read'],
  ['/documents', texts.nav.documents, 'document.read'],
  ['/registers', texts.nav.registers, 'register.read'],
  ['/imports', texts.nav.imports, 'claims.read'],
  ['/interface', texts.nav.interface, 'interface.read'],
  ['/complaints', texts.nav.complaints, 'complaint.read'],
  ['/clues', texts.nav.clues, 'clue.read'],
  ['/accounts', texts.nav.accounts, 'account.manage'],
  ['/audit', texts.nav.audit, 'access.read'],
] as const;

/** Pages that have no place of their own in the bar. */
const belongs: Readonly<Record<string, RegExp>> = {
  '/rules': /^\/(knowledge|exemptions|rule-quality|composer)/,
  '/imports': /^\/arrivals/,
  '/plans': /^\/(plan-drafts|indicator-library)/,
};

const OPERATOR = 'hengjian.operator';
speaking.operator = localStorage.getItem(OPERATOR) ?? '';

/** The page for everyone stands alone: no bar, no login, and nothing is asked of the server but what it needs. */
export function Shell() {
  const { pathname } = useLocation();
  return pathname === '/report' ? <Outlet /> : <ConsoleShell />;
}

function ConsoleShell() {
  const { t, switchLanguage } = useSpeech();
  const { pathname } = useLocation();
  const health = useGet<{ lakeVersion: number }>('/api/health', undefined, { every: 60_000 });
  const session = useSession();
  if (session?.kind === 'public') return <LogInPage />;
  if (session?.mustChange) return <PasswordPage accountId={session.accountId ?? ''} />;
  // Before the first account these two pages would only be noise in the bar.
  const shown = pages.filter(
    ([to, , action]) => session?.actions.includes(action) && !(session.kind === 'declared' && (to === '/accounts' || to === '/audit')),
  );
  return (
    <div className="shell">
      <header className="bar">
        <Link to="/" className="brand">
          <strong>{t(texts.common.product)}</strong>
          <span>{t(texts.common.subtitle)}</span>
        </Link>
        <nav>
          {shown.map(([to, name]) => (
            <Link
              key={to}
              to={to}
              className={belongs[to]?.test(pathname) ? 'active' : ''}
              activeOptions={{ exact: to === '/', includeSearch: false }}
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
      {session ? <Outlet /> : null}
    </div>
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
        </div>
      }
    >
      <Button type="text" size="small" className="on-dark">
        {t(texts.common.operator)}: {name || t(texts.common.operatorNone)}
      </Button>
    </Popover>
  );
}
