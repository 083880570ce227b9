// The small parser against what the rules of XML demand of what office programs write.
import { expect, test } from 'vitest';
import { attribute, parseXml } from './xml.ts';

test('elements, attributes, text, entities, comments, cut texts', () => {
  const [root] =
    parseXml('<?xml version="1.0"?><!-- x > y --><a k="1 &lt; 2"><b z=\'3\'/>t&amp;&#x4e2d;&#20013;<![CDATA[<raw>]]></a>') ?? [];
  expect(root?.tag).toBe('a');
  expect(attribute(root, 'k')).toBe('1 < 2');
  expect(root?.children.map((node) => [node.tag, node.text])).toEqual([
    ['b', ''],
    ['', 't&中中'],
    ['', '<raw>'],
  ]);
  expect(attribute(root?.children[0], 'z')).toBe('3');
  expect(attribute(root, 'kk')).toBeUndefined();
  for (const broken of ['<a><b></a></b>', '<a>', '<a', '</a>', '<a>text']) expect(parseXml(broken)).toBeNull();
});
test('what is left out goes with everything in it, itself nested or not', () => {
  const [root] = parseXml('<a><x><y><x/></y>no</x><b>yes</b><x/></a>', new Set(['x'])) ?? [];
  expect(root?.children.map((node) => node.tag)).toEqual(['b']);
});
test('a bracket inside a value closes nothing', () => {
  const [root] = parseXml('<a k="x>y"><b/></a>') ?? [];
  expect(attribute(root, 'k')).toBe('x>y');
  expect(root?.children).toHaveLength(1);
});
