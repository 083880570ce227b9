// One handler a message: the nodes as they were read → the nodes of the answer, or a refusal in a sentence a hospital's engineer understands.
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import { interfaceMessages as say } from '@hengjian/domain';
import { isNotice } from '@hengjian/workflows';
import { type AuditDesk, auditHandler } from './audit-handler.ts';
import type { Handler } from './call.ts';

const textOf = (value: NodeValue | undefined, name: string): string | null => {
  const text = value?.fields[name];
  return typeof text === 'string' ? text : null;
};

export function handlersOf(desk: AuditDesk): Readonly<Record<string, Handler>> {
  const { accounts } = desk;
  const audit = auditHandler(desk);

  const feedback: Handler = async ({ nodes }) => {
    const warns = nodes.data?.[0]?.nodes.warns ?? [];
    if (warns.length === 0) return { error: say.noNode.zh({ node: 'warns' }) };
    const given = warns.map((warn) => ({
      reminderId: textOf(warn, 'warn_rslt_id') ?? '',
      disposition: textOf(warn, 'dspo_way') ?? '',
      reason: textOf(warn, 'dspo_way_rea'),
    }));
    const rows = given.filter(({ reminderId }) => !isNotice(reminderId));
    if (rows.length === 0) return { output: {} };
    const bad = rows.find(({ disposition }) => disposition !== '1' && disposition !== '2');
    if (bad) return { error: say.badDisposition.zh({ id: bad.reminderId }) };
    const silent = rows.find(({ disposition, reason }) => disposition === '1' && reason === null);
    if (silent) return { error: say.noReason.zh({ id: silent.reminderId }) };
    const unknown = await accounts.unknown(rows.map(({ reminderId }) => reminderId));
    if (unknown.length > 0) return { error: say.unknownReminder.zh({ ids: unknown.slice(0, 5).join('、') }) };
    return { output: {}, feedback: rows };
  };

  const signIn: Handler = async ({ request, nodes, serial, receivedAt }) => {
    const given = nodes.signIn?.[0];
    const signInNo = `S${serial}`;
    const operator = textOf(given, 'opter_no') ?? request.operator;
    await accounts.signIn({ signInNo, providerNo: request.providerNo, operator, at: receivedAt });
    return { output: { signinoutb: [{ fields: { sign_time: receivedAt, sign_no: signInNo }, nodes: {} }] } };
  };

  const signOut: Handler = async ({ request, nodes, receivedAt }) => {
    const signInNo = textOf(nodes.signOut?.[0], 'sign_no') ?? request.signInNo;
    if (!(await accounts.signOut(signInNo, receivedAt))) return { error: say.notSignedIn.zh({ no: signInNo }) };
    return { output: { sign_time: [{ fields: { sign_time: receivedAt }, nodes: {} }] } };
  };

  return { '3101': audit, '3102': audit, '3103': feedback, '9001': signIn, '9002': signOut };
}
