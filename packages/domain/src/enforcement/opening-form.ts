/** The form by which a case is put up for filing without a clue (令第4号 第十四、十五条): from an inspection, a letter, what was assigned. */
import { codesOf, field } from '../matter/life.ts';
import { caseWords } from '../messages/case-words.ts';
import { caseCauses } from './causes.ts';

export const openingFields = [
  field('procedure', 'code', '程序', 'Procedure', { required: true, codes: codesOf(caseWords.procedures) }),
  field('source', 'code', '案件来源', 'Source', { required: true, codes: codesOf(caseWords.sources) }),
  field('sourceRef', 'text', '来源文号或编号', 'No. of the source'),
  field('partyKind', 'code', '当事人类别', 'Kind of party', { required: true, codes: codesOf(caseWords.parties) }),
  field('partyNo', 'text', '机构或人员编号', 'Number'),
  field('partyName', 'text', '当事人', 'Party', { required: true }),
  field('licence', 'text', '统一社会信用代码或身份证号', 'Licence or identity number'),
  field('head', 'text', '法定代表人或主要负责人', 'Head'),
  field('address', 'text', '地址', 'Address'),
  field('telephone', 'text', '电话', 'Telephone'),
  field('causeCode', 'code', '案由', 'Cause', {
    required: true,
    codes: Object.fromEntries(caseCauses.map(({ code, party, zh }) => [code, `${caseWords.parties[party].zh}：${zh}`])),
  }),
  field('actEndedOn', 'day', '违法行为终了之日', 'Last day of the act'),
  field('lossFen', 'money', '基金损失', 'Loss of the fund'),
  field('harmed', 'flag', '危害生命健康安全', 'Life or health was harmed'),
  field('facts', 'text', '案情', 'Facts', { required: true, long: true }),
] as const;
