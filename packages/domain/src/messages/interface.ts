import { sentence } from '../messages.ts';

/** What a hospital's software is told in `err_msg`. */
export const interfaceMessages = {
  notJson: sentence(
    () => '报文不是有效的 JSON',
    () => 'the body is no valid JSON',
  ),
  noInfno: sentence(
    () => '报文缺少交易编号 infno',
    () => 'the message has no infno',
  ),
  unknownMessage: sentence<{ infno: string }>(
    ({ infno }) => `本系统不受理交易 ${infno}`,
    ({ infno }) => `message ${infno} is not taken here`,
  ),
  noNode: sentence<{ node: string }>(
    ({ node }) => `输入缺少节点 ${node}`,
    ({ node }) => `the input has no node ${node}`,
  ),
  badDisposition: sentence<{ id: string }>(
    ({ id }) => `${id} 的处理方式 dspo_way 应为 1(继续执行)或 2(返回修改)`,
    ({ id }) => `dspo_way of ${id} must be 1 or 2`,
  ),
  noReason: sentence<{ id: string }>(
    ({ id }) => `${id} 继续执行时必须填写处理原因 dspo_way_rea`,
    ({ id }) => `${id} goes on without a reason (dspo_way_rea)`,
  ),
  unknownReminder: sentence<{ ids: string }>(
    ({ ids }) => `没有给出过提醒 ${ids}`,
    ({ ids }) => `no reminder ${ids} was given`,
  ),
  notSignedIn: sentence<{ no: string }>(
    ({ no }) => `签到编号 ${no} 不存在或已签退`,
    ({ no }) => `${no} is not signed in`,
  ),
  fault: sentence<{ serial: number }>(
    ({ serial }) => `系统繁忙,请稍后重试(调用号 ${serial})`,
    ({ serial }) => `the system is busy, try again (call ${serial})`,
  ),
} as const;
