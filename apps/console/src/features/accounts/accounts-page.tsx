// 账号: who may log in, as the administrator keeps it.
import type { AccountJson, RoleJson } from '@hengjian/server/schemas/account.ts';
import { Alert, Button, Input, Select, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { instant } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Page, Panel, Problem } from '../../ui/page.tsx';
import { listTyped } from '../../ui/typed.ts';

const text = texts.accounts;

export function AccountsPage() {
  const t = useTexts();
  const rows = useGet<AccountJson[]>('/api/accounts');
  const roles = useGet<RoleJson[]>('/api/roles');
  const [first, setFirst] = useState<{ id: string; password: string }>();
  const [error, setError] = useState<unknown>();
  const nameOf = (role: string) => roles.data?.find((one) => one.role === role)?.name ?? role;
  const act = async (accountId: string, path: string, body?: object) => {
    setError(undefined);
    try {
      const answer = await post<{ password?: string }>(path, body);
      setFirst(answer.password ? { id: accountId, password: answer.password } : undefined);
      await queryClient.invalidateQueries({ queryKey: ['/api/accounts'] });
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    }
  };
  return (
    <Page title={t(texts.nav.accounts)} about={t(text.about)}>
      <AddPanel roles={roles.data ?? []} onAdd={(wish) => act(wish.accountId, '/api/accounts', wish)} />
      {first ? (
        <Alert
          type="success"
          closable
          title={t(text.first, { id: first.id })}
          description={<code className="code">{first.password}</code>}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      {error ? <Problem error={error} /> : null}
      <Panel flush>
        <Loaded of={rows}>
          {(data) => (
            <Table<AccountJson>
              size="small"
              rowKey="accountId"
              dataSource={data}
              pagination={data.length > 50 ? { pageSize: 50 } : false}
              columns={[
                { key: 'id', title: t(text.account), dataIndex: 'accountId' },
                { key: 'name', title: t(text.name), dataIndex: 'name' },
                { key: 'roles', title: t(text.roles), render: (_, row) => row.roles.map(nameOf).join(t(texts.common.comma)) },
                {
                  key: 'providers',
                  title: t(text.providers),
                  render: (_, row) => row.personNo ?? row.practitionerNo ?? row.providerNos.join(t(texts.common.comma)),
                },
                {
                  key: 'state',
                  title: t(text.state),
                  render: (_, row) => (
                    <>
                      <Tag color={row.state === 'active' ? 'green' : 'default'}>{t(text[row.state])}</Tag>
                      {row.mustChange ? <Tag>{t(text.mustChange)}</Tag> : null}
                    </>
                  ),
                },
                { key: 'created', title: t(text.created), render: (_, row) => instant(row.createdAt) },
                {
                  key: 'act',
                  title: '',
                  render: (_, row) => (
                    <Space>
                      <Button size="small" onClick={() => void act(row.accountId, `/api/accounts/${row.accountId}/password`)}>
                        {t(text.reset)}
                      </Button>
                      <Button
                        size="small"
                        danger={row.state === 'active'}
                        onClick={() =>
                          void act(row.accountId, `/api/accounts/${row.accountId}/${row.state === 'active' ? 'disabling' : 'enabling'}`)
                        }
                      >
                        {t(row.state === 'active' ? text.disable : text.enable)}
                      </Button>
                    </Space>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

interface Wish {
  accountId: string;
  name: string;
  roles: string[];
  providerNos: string[];
  practitionerNo: string | null;
  personNo: string | null;
  verified: string | null;
}

function AddPanel({ roles, onAdd }: { roles: readonly RoleJson[]; onAdd: (wish: Wish) => Promise<boolean> }) {
  const t = useTexts();
  const empty = { accountId: '', name: '', roles: [] as string[], providers: '', practitionerNo: '', personNo: '', verified: '' };
  const [given, setGiven] = useState(empty);
  const add = async () => {
    const { providers, practitionerNo, personNo, verified, ...rest } = given;
    const told = { practitionerNo: practitionerNo.trim() || null, personNo: personNo.trim() || null, verified: verified.trim() || null };
    const providerNos = listTyped(providers);
    if (await onAdd({ ...rest, accountId: given.accountId.trim(), providerNos, ...told })) setGiven(empty);
  };
  const field = (key: 'accountId' | 'name' | 'providers' | 'practitionerNo' | 'personNo' | 'verified', label: string, width: number) => (
    <Input
      aria-label={label}
      placeholder={label}
      style={{ width }}
      value={given[key]}
      onChange={(e) => setGiven({ ...given, [key]: e.target.value })}
    />
  );
  return (
    <Panel title={t(text.add)}>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {field('accountId', t(text.account), 140)}
        {field('name', t(text.name), 140)}
        <Select
          mode="multiple"
          aria-label={t(text.roles)}
          placeholder={t(text.roles)}
          style={{ minWidth: 220 }}
          value={given.roles}
          onChange={(value) => setGiven({ ...given, roles: value })}
          options={roles.map(({ role, name }) => ({ value: role, label: name }))}
        />
        {field('providers', t(texts.common.aside, { what: t(text.providers), aside: t(text.providersHelp) }), 300)}
        {given.roles.includes('practitioner') ? field('practitionerNo', t(text.practitioner), 160) : null}
        {given.roles.includes('insuredPerson') ? field('personNo', t(texts.person.own), 200) : null}
        {given.roles.includes('insuredPerson') ? field('verified', t(texts.person.verified), 200) : null}
        <Button type="primary" disabled={!given.accountId || !given.name || given.roles.length === 0} onClick={() => void add()}>
          {t(text.add)}
        </Button>
      </div>
    </Panel>
  );
}
