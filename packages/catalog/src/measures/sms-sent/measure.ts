import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'sms-sent',
  title: { zh: '政策宣传短信条数', en: 'Policy text messages sent' },
  about: '本年向参保人发送的政策短信条数合计，按短信发送台账计',
  unit: '条',

  shape: amount(entries('sms', '发送条数', '条', sumOf('messageCount'))),
  answers: { names: ['*宣传短信', '*发送*短信', '*政策短信*', '短信*条数'] },
});
