/** Papers between the report and the decision: legal review, announcement, what the party says, discussion. */
import { caseWords } from '@hengjian/domain';
import {
  type Blocks,
  caseRows,
  causeText,
  discretionTexts,
  form,
  handlersSign,
  head,
  law,
  longDay,
  or,
  sanctionText,
  seal,
  serviceBlocks,
  sign,
  text,
  texts,
} from './parts.ts';

export const hearingPapers = {
  review: (one) => ({
    blocks: one.reviews.flatMap(({ on, by, opinion, text: said }) => [
      form(
        ...caseRows(one),
        ['送审机构承办人', one.handlers.map(({ name }) => name).join('、')],
        ['审核人', by],
        ['审核日期', longDay(on)],
        ['审核意见', caseWords.reviews[opinion as 'agree']?.zh ?? opinion],
        ['审核内容', said],
      ),
      text('审核了管辖、当事人、事实和证据、定性和依据、程序、裁量。审核人员没有参与本案调查。'),
      sign('审核人签名：　　　　　　　年　月　日', '法制审核机构负责人签名：　　　　　　　年　月　日'),
    ]),
  }),
  notice: (one, context) => ({
    number: one.notice?.no ?? null,
    blocks: [
      { kind: 'address', text: `${one.party.name}：` },
      text(`经查，你（单位）${one.report?.text ?? one.facts}`),
      text(
        `上述行为属于${causeText(one)}，违反${law(one.article)}的规定，有${one.evidence.map(({ title }) => title).join('、')}等证据证明。`,
      ),
      ...discretionTexts(context, one),
      text(`本机关拟作出如下处理：${one.notice ? sanctionText(one.notice.sanction) : ''}`),
      text(
        `根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，你（单位）可以在收到本告知书之日起${one.notice?.statementDue ? `（至 ${longDay(one.notice.statementDue)}）` : '规定期限内'}向本机关陈述、申辩；逾期未提出的，视为放弃。本机关不因陈述、申辩加重处罚。`,
      ),
      ...(one.notice?.hearing ? [text('根据《中华人民共和国行政处罚法》第六十三条的规定，你（单位）有权在上述期限内申请听证。')] : []),
      seal(context, one.notice?.on ?? null),
    ],
  }),
  noticeService: (one) => ({ blocks: serviceBlocks(one, '行政处罚事先告知书', one.notice?.no ?? null, one.notice?.service ?? null) }),
  hearingNotice: (one, context) => ({
    blocks: [
      { kind: 'address', text: `${one.party.name}：` },
      text(
        `本机关拟对你（单位）作出的处罚达到听证标准。你（单位）有权自收到告知书之日起申请听证${one.notice?.statementDue ? `，期限至 ${longDay(one.notice.statementDue)}` : ''}。逾期不申请的，视为放弃听证。`,
      ),
      text('听证由非本案调查人员主持，你（单位）可以亲自参加，也可以委托一至二人代理。'),
      seal(context, one.notice?.on ?? null),
    ],
  }),
  statement: (one) => ({
    blocks: [
      form(...caseRows(one), ['当事人', one.party.name]),
      ...one.statements.flatMap((said) => [
        head(`${longDay(said.on)}陈述申辩`),
        ...texts(said.text),
        head('复核意见'),
        ...texts(said.answer),
      ]),
      ...(one.waivedOn === null ? [] : [text(`当事人于 ${longDay(one.waivedOn)} 表示放弃陈述、申辩。`)]),
      sign('当事人签名或盖章：　　　　　　　年　月　日'),
      handlersSign(one),
    ],
  }),
  hearing: (one) => ({
    blocks: [
      form(
        ...caseRows(one),
        ['申请日期', longDay(one.hearing?.askedOn)],
        ['通知日期', longDay(one.hearing?.noticedOn)],
        ['听证日期', longDay(one.hearing?.heldOn)],
        ['主持人', or(one.hearing?.host)],
      ),
      head('听证笔录'),
      ...texts(one.hearing?.record ?? ''),
      head('听证意见'),
      ...texts(one.hearing?.opinion ?? ''),
      sign('当事人或代理人签名：　　　　　　　年　月　日', '主持人签名：　　　　　　　年　月　日'),
    ],
  }),
  discussion: (one) => ({
    blocks: [
      form(
        ...caseRows(one),
        ['讨论日期', longDay(one.discussion?.on)],
        ['参加人', one.discussion?.members.join('、') ?? ''],
        ['拟处理意见', one.notice ? sanctionText(one.notice.sanction) : ''],
      ),
      head('讨论意见'),
      ...texts(one.discussion?.text ?? ''),
      sign(...(one.discussion?.members ?? []).map((name) => `${name}　签名：　　　　　　　`)),
    ],
  }),
} satisfies Readonly<Record<string, Blocks>>;
