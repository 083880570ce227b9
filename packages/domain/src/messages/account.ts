import { sentence } from '../messages.ts';

/** Sentences about accounts, logging in and permissions. */
export const accountMessages = {
  'account.login-first': sentence(
    () => '请先登录',
    () => 'log in first',
  ),
  'account.wrong': sentence(
    () => '账号或密码不对',
    () => 'account or password is wrong',
  ),
  'account.locked': sentence<{ until: string }>(
    ({ until }) => `密码连续输错，账号已锁定，${until} 后再试`,
    ({ until }) => `too many wrong passwords: locked until ${until}`,
  ),
  'account.must-change': sentence(
    () => '密码由别人设定，请先改成自己的密码',
    () => 'the password was set by somebody else: change it first',
  ),
  'account.forbidden': sentence<{ action: string }>(
    ({ action }) => `您的账号没有这项权限：${action}`,
    ({ action }) => `your account may not: ${action}`,
  ),
  'account.wrong-state': sentence<{ action: string }>(
    ({ action }) => `现在这一步不能做：${action}`,
    ({ action }) => `not in this state: ${action}`,
  ),
  'account.out-of-scope': sentence(
    () => '这不是您机构（或您本人）的记录',
    () => 'this is not a record of your institution or your own',
  ),
  'account.no-permission-named': sentence<{ path: string }>(
    ({ path }) => `地址 ${path} 没有规定谁可以访问，已拒绝`,
    ({ path }) => `nobody said who may use ${path}: refused`,
  ),
  'account.bad-id': sentence<{ id: string }>(
    ({ id }) => `账号“${id}”不合要求：用 2–40 位小写字母、数字、点、横线`,
    ({ id }) => `“${id}” is no account: 2–40 lower-case letters, digits, dots, dashes`,
  ),
  'account.bad-name': sentence(
    () => '请填写姓名（60 字以内）',
    () => 'give a name of at most 60 signs',
  ),
  'account.taken': sentence<{ id: string; name: string }>(
    ({ id, name }) => `账号 ${id} 或姓名“${name}”已经有人用；同名的请加科室，例如“${name}（二科）”`,
    ({ id, name }) => `account ${id} or name “${name}” is taken; tell namesakes apart`,
  ),
  'account.bad-role': sentence<{ role: string; known: string }>(
    ({ role, known }) => `没有“${role}”这个角色；可用：${known}`,
    ({ role, known }) => `no role ${role}; there are ${known}`,
  ),
  'account.no-role': sentence(
    () => '至少要有一个角色',
    () => 'at least one role is needed',
  ),
  'account.needs-provider': sentence(
    () => '机构账号要写明机构编号，局内账号不能写',
    () => 'an institution’s account names its institutions, and staff names none',
  ),
  'account.needs-practitioner': sentence(
    () => '医师、药师账号要写明本人的医保编码',
    () => 'a practitioner’s account names the own number',
  ),
  'account.needs-person': sentence(
    () => '参保人账号要写明本人的参保编号和身份核验方式，其他账号不能写',
    () => 'an insured person’s account names the own number and how the identity was verified, and no other account does',
  ),
  'account.person-alone': sentence(
    () => '参保人账号只能有参保人一个角色；工作人员本人参保的，另建账号',
    () => 'an insured person’s account has no other role; staff get a second account',
  ),
  'account.unknown-person': sentence<{ id: string }>(
    ({ id }) => `结算数据里没有编号为 ${id} 的参保人，请核对`,
    ({ id }) => `the claims know no insured person ${id}: check the number`,
  ),
  'account.short-password': sentence<{ length: number }>(
    ({ length }) => `密码至少 ${length} 位，并且不能与账号相同`,
    ({ length }) => `a password has at least ${length} signs and is not the account`,
  ),
  'account.unknown': sentence<{ id: string }>(
    ({ id }) => `没有账号 ${id}`,
    ({ id }) => `no account ${id}`,
  ),
  'account.last-administrator': sentence(
    () => '这是最后一个在用的管理员账号，不能停用',
    () => 'this is the last administrator and cannot be disabled',
  ),
  'account.first-administrator': sentence(
    () => '第一个账号必须是管理员（--role administrator）',
    () => 'the first account must be an administrator',
  ),
  'account.added': sentence<{ id: string }>(
    ({ id }) => `已增加账号 ${id}`,
    ({ id }) => `added ${id}`,
  ),
  'account.reset': sentence<{ id: string }>(
    ({ id }) => `已重置 ${id} 的密码，下次登录时要改成自己的密码`,
    ({ id }) => `the password of ${id} is reset and must be changed at the next login`,
  ),
  'account.disabled': sentence<{ id: string }>(
    ({ id }) => `已停用 ${id}，其登录立即失效`,
    ({ id }) => `${id} is disabled, its sessions have ended`,
  ),
  'account.enabled': sentence<{ id: string }>(
    ({ id }) => `已恢复 ${id}`,
    ({ id }) => `${id} is enabled again`,
  ),
  'account.generated': sentence<{ password: string }>(
    ({ password }) => `初始密码（只显示这一次）：${password}`,
    ({ password }) => `first password (shown once): ${password}`,
  ),
  'account.sign-on-unknown': sentence(
    () => '统一身份认证通过，但这里没有您的账号；请管理员先增加账号',
    () => 'the identity server knows you, but you have no account here: ask the administrator',
  ),
  'account.sign-on-disabled': sentence(
    () => '您的账号已停用',
    () => 'your account is disabled',
  ),
  'account.sign-on-failed': sentence(
    () => '统一身份认证没有完成，请重新登录；仍然不行请联系管理员',
    () => 'signing on did not succeed: try again, then ask the administrator',
  ),
  'account.sign-on-off': sentence(
    () => '没有启用统一身份认证',
    () => 'signing on by an identity server is not set up',
  ),
  'account.why': sentence(
    () => '请写明查看个人信息的理由',
    () => 'say why personal data is needed',
  ),
} as const;
