// 编制目标: what is being drawn up, and beginning another.
import type { DraftFileJson, DraftHeadJson } from '@hengjian/server/schemas/plan-drafts.ts';
import type { PlanHead } from '@hengjian/server/schemas/plans.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, AutoComplete, Button, Form, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { post, useGet } from '../../api.ts';
import { instant } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { refreshPlans } from '../plans/refresh.ts';

const text = texts.drafts;

export function DraftsPage() {
  const t = useTexts();
  const drafts = useGet<DraftHeadJson[]>('/api/plan-drafts');
  const [beginning, setBeginning] = useState(false);
  return (
    <Page
      title={t(text.drafting)}
      about={t(text.draftsAbout)}
      extra={
        <Button type="primary" onClick={() => setBeginning(true)}>
          {t(text.begin)}
        </Button>
      }
    >
      <Panel flush>
        <Loaded of={drafts}>
          {(data) =>
            data.length === 0 ? (
              <Nothing title={t(text.noDrafts)} help={t(text.noDraftsHelp)} />
            ) : (
              <table className="plain">
                <tbody>
                  {data.map((draft) => (
                    <tr key={draft.draftId}>
                      <td>
                        <Link to="/plan-drafts/$draft" params={{ draft: draft.draftId }}>
                          {t(texts.plans.year, { n: draft.year })} {draft.org}
                        </Link>
                      </td>
                      <td>{t(text.rows, { p: draft.projectCount, n: draft.rowCount })}</td>
                      <td className="soft">{t(text.savedBy, { by: draft.by, at: instant(draft.at) })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </Panel>
      {beginning ? <Begin onClose={() => setBeginning(false)} /> : null}
    </Page>
  );
}

function Begin({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const plans = useGet<PlanHead[]>('/api/plans');
  const [form] = Form.useForm<{ year: number; org?: string; planId: string }>();
  const save = async () => {
    const { year, org, planId } = await form.validateFields();
    try {
      const body = { year, org: org?.trim() || null, planId: planId === '' ? null : planId };
      const draft = await post<DraftFileJson>('/api/plan-drafts', body);
      await refreshPlans();
      await navigate({ to: '/plan-drafts/$draft', params: { draft: draft.draftId } });
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  const orgs = [...new Set((plans.data ?? []).flatMap(({ org }) => org ?? []))];
  const last = plans.data?.find((plan) => plan.inForce);
  return (
    <Modal open title={t(text.begin)} okText={t(text.begin)} onOk={() => void save()} onCancel={onClose}>
      <Loaded of={plans}>
        {(heads) => (
          <Form
            form={form}
            layout="vertical"
            initialValues={{ year: (last?.year ?? new Date().getFullYear()) + 1, org: last?.org, planId: last?.planId ?? '' }}
          >
            <Form.Item name="planId" label={t(text.beginFrom)} extra={t(text.beginHelp)}>
              <Select
                options={[
                  { value: '', label: t(text.blank) },
                  ...heads.map((plan) => ({
                    value: plan.planId,
                    label: t(texts.common.aside, {
                      what: `${t(texts.plans.year, { n: plan.year })} ${plan.org ?? plan.source}`,
                      aside: t(plan.inForce ? texts.plans.inForce : texts.plans.old),
                    }),
                  })),
                ]}
              />
            </Form.Item>
            <Form.Item name="year" label={t(text.year)} rules={[{ required: true }]}>
              <InputNumber min={1990} max={2100} />
            </Form.Item>
            <Form.Item name="org" label={t(text.body)}>
              <AutoComplete options={orgs.map((value) => ({ value }))} maxLength={100} />
            </Form.Item>
          </Form>
        )}
      </Loaded>
    </Modal>
  );
}
