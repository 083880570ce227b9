// 记分告知书: what the person is told, why, and how to object.
import { dayInWords, type Letter } from '@hengjian/documents';
import { type Day, type PointBehaviour, type PointRecord, pointWords, type RegisteredPractitioner } from '@hengjian/domain';

export interface NoticeFacts {
  /** Last day to object. */
  readonly due: Day | null;
  readonly person: RegisteredPractitioner;
  readonly record: PointRecord;
  readonly behaviour: PointBehaviour | undefined;
  readonly providerName: string;
  /** Of the year, these included. */
  readonly total: number;
  readonly suspendAt: number;
  readonly endAt: number;
  readonly day: Day;
}

export function noticeOf({ due, person, record, behaviour, providerName, total, suspendAt, endAt, day }: NoticeFacts): Letter {
  const { decisions, responsibilities } = pointWords;
  const until = due === null ? '规定期限内' : `${dayInWords(due)}前（含当日）`;
  return {
    title: '医保支付资格记分告知书',
    number: `编号：${record.pointId}`,
    to: `${person.name}（${person.practitionerNo}）`,
    paragraphs: [
      `依据《关于建立定点医药机构相关人员医保支付资格管理制度的指导意见》（医保发〔2024〕23号）和《定点医药机构相关人员医保支付资格管理经办规程（试行）》（医保办发〔2024〕34号），${providerName}已于${dayInWords(record.decidedOn)}被作出处理决定。经认定，你对相关行为负有责任，现将拟记分情况告知如下：`,
    ],
    facts: [
      ['所在机构', `${providerName}（${record.providerNo}）`],
      ['处理决定', `${decisions[record.decisionKind].zh} ${record.decisionRef}`],
      ['行为', behaviour?.title ?? record.behaviour],
      ['行为日期', dayInWords(record.occurredOn)],
      ['事实和责任认定', record.facts],
      ['责任程度', responsibilities[record.responsibility].zh],
      [
        '记分',
        `${record.points} 分${record.counted < record.points ? `（同一行为此前已记分，就高计入，本次计入 ${record.counted} 分）` : ''}（生效后本自然年度累计 ${total} 分）`,
      ],
    ],
    closing: [
      `如有异议，请于${until}书面提出，由本人签字、所在机构盖章，并附相关材料；逾期未提出的，记分生效。`,
      `自然年度内累计达到 ${suspendAt} 分的，暂停医保支付资格；达到 ${endAt} 分的，终止医保支付资格。记分在各定点医药机构间共享。`,
    ],
    from: '医疗保障经办机构（盖章）',
    day,
    receipt: ['收到日期：　　　　年　　月　　日', '本人签字：　　　　　　　　　　　机构经办人签字（盖章）：'],
  };
}
