/** The OpenAPI document of the national interface, made from the tables of its messages. */
import type { Field, Message, Node } from '@hengjian/catalog/interfaces/message.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';

type Schema = { [key: string]: unknown };
const messages = Object.values(interfaces as Readonly<Record<string, Message>>);

/** What is taken is wider than what is asked for: texts for numbers, one object for a list. */
function taken({ zh, type, length, decimals }: Field): Schema {
  if (type === 'map') return { type: 'object', additionalProperties: { type: 'string' }, description: zh };
  if (type === 'number')
    return { type: ['number', 'string', 'null'], description: `${zh} N${length ?? ''}${decimals ? `,${decimals}` : ''}` };
  if (type === 'day') return { type: ['string', 'null'], description: `${zh} yyyy-MM-dd`, examples: ['2025-03-02'] };
  if (type === 'instant') return { type: ['string', 'null'], description: `${zh} yyyy-MM-dd HH:mm:ss`, examples: ['2025-03-02 09:30:00'] };
  return { type: ['string', 'number', 'null'], description: zh, ...(length !== null && { maxLength: length }) };
}
function sent({ zh, type, length, decimals }: Field): Schema {
  if (type === 'map') return { type: 'object', additionalProperties: { type: 'string' }, description: zh };
  const pattern = type === 'number' ? `^-?\\d+${decimals ? `\\.\\d{${decimals}}` : ''}$` : undefined;
  return {
    type: 'string',
    description: zh,
    ...(pattern ? { pattern } : length !== null && type !== 'day' && type !== 'instant' && { maxLength: length }),
  };
}

function nodeSchema(node: Node, field: (field: Field) => Schema, both: boolean): Schema {
  const row: Schema = {
    type: 'object',
    properties: {
      ...Object.fromEntries(node.fields.map((one) => [one.name, field(one)])),
      ...Object.fromEntries(node.nodes.map((one) => [one.name, nodeSchema(one, field, both)])),
    },
    required: node.fields.filter(({ required }) => required).map(({ name }) => name),
  };
  const list: Schema = { type: 'array', items: row };
  const one = both ? { anyOf: node.many ? [list, row] : [row, list] } : node.many ? list : row;
  return { ...one, description: node.zh };
}
const bag = (nodes: readonly Node[], field: (field: Field) => Schema, both: boolean): Schema => ({
  type: 'object',
  properties: Object.fromEntries(nodes.map((node) => [node.name, nodeSchema(node, field, both)])),
});

const text = (description: string, maxLength?: number): Schema => ({
  type: ['string', 'number', 'null'],
  description,
  ...(maxLength && { maxLength }),
});
const request = ({ infno, zh, input }: Message): Schema => ({
  title: `${infno} ${zh}`,
  type: 'object',
  required: ['infno', 'input'],
  properties: {
    infno: { const: infno },
    msgid: text('发送方报文ID', 30),
    mdtrtarea_admvs: text('就医地医保区划', 6),
    insuplc_admdvs: text('参保地医保区划', 6),
    recer_sys_code: text('接收方系统代码', 10),
    cainfo: text('数字签名信息：SM2 签名', 1024),
    signtype: text('签名类型：SM2', 10),
    enc_type: text('加密方式：SM4'),
    infver: text('接口版本号', 6),
    opter_type: text('经办人类别', 3),
    opter: text('经办人', 30),
    opter_name: text('经办人姓名', 50),
    inf_time: text('交易时间 yyyy-MM-dd HH:mm:ss', 19),
    fixmedins_code: text('定点医药机构编号', 30),
    fixmedins_name: text('定点医药机构名称', 200),
    sign_no: text('交易签到流水号', 30),
    input: { anyOf: [bag(input, taken, true), { type: 'string', description: 'SM4 加密后的 Base64' }] },
  },
});
const answer = ({ infno, zh, output }: Message): Schema => ({
  title: `${infno} ${zh}的应答`,
  type: 'object',
  required: ['infcode', 'inf_refmsgid', 'refmsg_time', 'respond_time', 'err_msg', 'output'],
  properties: {
    infcode: { enum: [0, -1], description: '0 成功，-1 失败' },
    inf_refmsgid: { type: 'string', pattern: '^\\d{30}$', description: '接收方报文ID' },
    refmsg_time: { type: 'string', pattern: '^\\d{17}$', description: '接收报文时间' },
    respond_time: { type: 'string', pattern: '^\\d{17}$', description: '响应报文时间' },
    err_msg: { type: 'string', maxLength: 200, description: '失败的原因；成功时为空串' },
    output: { anyOf: [bag(output, sent, false), { type: 'null' }, { type: 'string', description: 'SM4 加密后的 Base64' }] },
  },
});

const json = (schema: Schema): Schema => ({ 'application/json': { schema } });
const name = (part: 'request' | 'answer', { infno }: Message): string => `${part}-${infno}`;

/** One address for all messages; the same schema says which is which by `infno`. Written by OpenAPI 3.1. */
export function interfaceDocument(): Schema {
  const refs = (part: 'request' | 'answer') => messages.map((message) => ({ $ref: `#/components/schemas/${name(part, message)}` }));
  return {
    openapi: '3.1.0',
    info: {
      title: '衡鉴 · 定点医药机构接口',
      version: '1',
      description: 'POST 到任意路径（/api/ 开头的除外），交易由报文里的 infno 决定。总是 HTTP 200;infcode 是数字 0 或 -1。',
    },
    paths: {
      '/fsi/api/rsfComIfsService/callService': {
        post: {
          operationId: 'callService',
          summary: '国家接口的全部交易',
          security: [{}, { xTif: [] }, { api: [] }],
          requestBody: { required: true, content: json({ oneOf: refs('request') }) },
          responses: { 200: { description: '应答', content: json({ anyOf: refs('answer') }) } },
        },
      },
    },
    components: {
      securitySchemes: {
        xTif: {
          type: 'apiKey',
          in: 'header',
          name: 'x-tif-signature',
          description: '另有 x-tif-paasid、x-tif-timestamp（秒）、x-tif-nonce；签名为 SHA-256（时间戳+密钥+随机串+时间戳） 的小写十六进制',
        },
        api: {
          type: 'apiKey',
          in: 'header',
          name: '_api_signature',
          description: '另有 _api_name、_api_version、_api_timestamp、_api_access_key；签名为四对请求头按名称排序后的 HMAC-SHA1,Base64',
        },
      },
      schemas: Object.fromEntries(
        messages.flatMap((message) => [
          [name('request', message), request(message)],
          [name('answer', message), answer(message)],
        ]),
      ),
    },
  };
}
