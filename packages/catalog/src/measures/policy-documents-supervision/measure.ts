import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'policy-documents-supervision',
  title: { zh: '监管执法制度文件份数', en: 'Supervision policies issued' },
  about: '本年出台的监管与执法制度文件份数，按制度文件台账计',
  unit: '份',

  shape: amount(entries('policy-documents', '出台文件', '份', count, { where: eq(field('kind'), 'supervision') })),
  answers: { names: ['*行政执法流程*文件*', '出台*执法*文件*', '出台*监管*文件*'], wordings: ['*执法*；出台*规范性文件*'] },
});
