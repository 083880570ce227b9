/** What is wrong with an answer of the national interface; undefined where it is a valid envelope (reference §1.2). */
export function envelopeFault(status: number, body: string): string | undefined {
  if (status !== 200) return `HTTP ${status}`;
  let said: { [key: string]: unknown };
  try {
    said = JSON.parse(body);
  } catch {
    return 'no JSON';
  }
  if (said.infcode !== 0 && said.infcode !== -1) return `infcode ${JSON.stringify(said.infcode)}`;
  if (typeof said.err_msg !== 'string' || [...said.err_msg].length > 200 || !said.err_msg.isWellFormed()) return 'err_msg';
  if ((said.infcode === 0) !== (said.err_msg === '')) return 'err_msg does not fit infcode';
  if (!/^\d{30}$/.test(String(said.inf_refmsgid))) return 'inf_refmsgid';
  for (const key of ['refmsg_time', 'respond_time']) if (!/^\d{17}$/.test(String(said[key]))) return key;
  const { output } = said;
  if (said.infcode === -1 ? output !== null : typeof output !== 'object' || output === null) return 'output';
  return undefined;
}
