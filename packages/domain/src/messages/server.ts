import { sentence } from '../messages.ts';

/** Sentences of the web server. */
export const serverMessages = {
  'interface.noCall': sentence(
    () => '没有这次调用',
    () => 'there is no such call',
  ),
  'interface.unreadable': sentence(
    () => '这次调用的报文没有留存，或日志已不能读',
    () => 'the message of this call was not kept or can no longer be read',
  ),
  'interface.expired': sentence(
    () => '这次调用的报文已过保存期，不再留存；账目和提醒仍在',
    () => 'the message of this call is kept no longer; its account and its reminders are',
  ),
  'interface.noAudit': sentence(
    () => '这不是已答复的审核调用（3101、3102），不能重问',
    () => 'this is no answered audit (3101, 3102): it cannot be asked again',
  ),
  'server.foreign-host': sentence<{ host: string }>(
    ({ host }) => `服务只对本机开放，不接受以“${host}”访问；需要开放时用 --host 启动`,
    ({ host }) => `only this machine may reach the server, not ${host}; start it with --host to open it`,
  ),
  'server.foreign-site': sentence(
    () => '请求来自其他网站，已拒绝',
    () => 'the request comes from another site and was refused',
  ),
  'server.no-such-page': sentence<{ path: string }>(
    ({ path }) => `没有这个地址：${path}`,
    ({ path }) => `no such address: ${path}`,
  ),
  'server.invalid': sentence<{ reason: string }>(
    ({ reason }) => `请求有误：${reason}`,
    ({ reason }) => `bad request: ${reason}`,
  ),
  'server.too-big': sentence<{ most: number }>(
    ({ most }) => `文件超过 ${most} MB，不能上传`,
    ({ most }) => `the file is larger than ${most} MB`,
  ),
  'server.fault': sentence<{ reason: string }>(
    ({ reason }) => `服务内部出错：${reason}`,
    ({ reason }) => `the server failed: ${reason}`,
  ),
  'server.not-found': sentence<{ what: string; id: string }>(
    ({ what, id }) => `没有编号为 ${id} 的${what}`,
    ({ what, id }) => `no ${what} ${id}`,
  ),
  'server.correction-nowhere': sentence<{ line: number; name: string }>(
    ({ line, name }) => `第 ${line} 行没有读到“${name}”，请刷新后再更正`,
    ({ line, name }) => `no row “${name}” was read on line ${line}: load the page again`,
  ),
  'server.correction-value': sentence<{ field: string; text: string }>(
    ({ text }) => `“${text}”不能填在这一格：分值、得分应为不小于 0 的数，指标名称不能为空`,
    ({ field, text }) => `“${text}” cannot stand in ${field}: points are numbers of 0 or more, a name is not empty`,
  ),
  'server.sheet-too-long': sentence<{ limit: number }>(
    ({ limit }) => `超过 ${limit} 条，Excel 表格放不下；请缩小范围，或导出 CSV`,
    ({ limit }) => `more than ${limit} rows do not fit a workbook; narrow the filter or export CSV`,
  ),
  'server.busy': sentence<{ purpose: string; since: string }>(
    ({ purpose, since }) => `正在写入数据（${purpose}，自 ${since}），请稍后再试`,
    ({ purpose, since }) => `busy writing (${purpose}, since ${since}); try again later`,
  ),
  'server.not-allowed': sentence(
    () => '只有本机上能打开数据目录的程序才能交办任务',
    () => 'only a program of this machine that can open the home may hand in work',
  ),
  'server.port-taken': sentence<{ port: number }>(
    ({ port }) => `端口 ${port} 已被占用；请用 --port 换一个端口`,
    ({ port }) => `port ${port} is in use; choose another with --port`,
  ),
  'server.listening': sentence<{ url: string }>(
    ({ url }) => `控制台已启动：${url}（按 Ctrl-C 停止）`,
    ({ url }) => `console at ${url} (Ctrl-C stops it)`,
  ),
  'server.local-only': sentence(
    () => '只对本机开放；向局域网开放用 --host 0.0.0.0，请先用 hengjian account add 建立账号',
    () => 'only this machine may connect; before --host 0.0.0.0 opens it to a network, make accounts (hengjian account add)',
  ),
  'server.open-to-all': sentence<{ host: string }>(
    ({ host }) => `注意：能连到 ${host} 的人在建立第一个管理员以前都可以查看和修改数据；请用 hengjian account add 建立账号`,
    ({ host }) => `careful: until there is an administrator (hengjian account add), whoever reaches ${host} may read and change data`,
  ),
  'server.open-governed': sentence<{ host: string }>(
    ({ host }) => `对 ${host} 开放，须用账号登录`,
    ({ host }) => `open on ${host}, to those who sign on with an account`,
  ),
} as const;
