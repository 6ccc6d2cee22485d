import { describe, expect, it } from '@jest/globals';
import { readByChild, readChildNamed, readGatewayAnswer, readGatewayQuestion } from './gateway-messages.js';

const badJson = expect.objectContaining({ code: 'GATEWAY.BAD_JSON' });

describe('readChildNamed', () => {
  it('is the machine and its type, where one is said', () => {
    expect(readChildNamed('{"device":"Press 1","type":"冲压机"}')).toEqual({ name: 'Press 1', typeName: '冲压机' });
    expect(readChildNamed('{"device":"Press 1"}')).toEqual({ name: 'Press 1', typeName: undefined });
  });

  it.each(['', '[]', 'null', '{}', '{"device":7}', '{"device"'])('refuses %s', (text) => expect(() => readChildNamed(text)).toThrow(badJson));
});

describe('readByChild', () => {
  it('is what each machine would have sent itself', () => {
    expect(readByChild('{"A":[{"ts":1,"values":{"t":2.5}}],"乙":{"t":3}}')).toEqual([
      { name: 'A', text: '[{"ts":1,"values":{"t":2.5}}]' },
      { name: '乙', text: '{"t":3}' },
    ]);
  });

  it('refuses none, and more than a thousand', () => {
    expect(() => readByChild('{}')).toThrow(badJson);
    const many = JSON.stringify(Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`m${n}`, {}])));
    expect(() => readByChild(many)).toThrow(expect.objectContaining({ code: 'GATEWAY.TOO_MANY_MACHINES' }));
  });
});

describe('readGatewayQuestion', () => {
  it.each([
    ['{"id":1,"device":"A","client":["a","b"],"shared":["c"]}', { client: ['a', 'b'], shared: ['c'], isOne: false }],
    ['{"id":1,"device":"A","client":true,"key":"a"}', { client: ['a'], isOne: true }],
    ['{"id":1,"device":"A","client":false,"key":"a"}', { shared: ['a'], isOne: true }],
    ['{"id":1,"device":"A","client":"no","key":"a"}', { shared: ['a'], isOne: true }],
    ['{"id":1,"device":"A","keys":["a","b"]}', { shared: ['a', 'b'], isOne: false }],
    ['{"id":"1","device":"A","client":"a, b"}', { client: ['a', 'b'], isOne: false }],
    ['{"id":1,"device":"A"}', { client: null, shared: null, isOne: false }],
  ])('reads %s', (text, wanted) => expect(readGatewayQuestion(text)).toEqual({ id: 1, name: 'A', ...wanted }));

  it.each(['{"device":"A"}', '{"id":-1,"device":"A"}', '{"id":1.5,"device":"A"}', '{"id":1}', '{"id":1,"device":"A","key":7}', '{"id":1,"device":"A","client":[7]}', '{"id":1,"device":"A","client":{}}'])('refuses %s', (text) =>
    expect(() => readGatewayQuestion(text)).toThrow(badJson),
  );
});

describe('readGatewayAnswer', () => {
  it('is the answer under the command’s number', () => {
    expect(readGatewayAnswer('{"device":"A","id":3,"data":{"success":true}}')).toEqual({ number: 3, name: 'A', text: '{"success":true}' });
    expect(readGatewayAnswer('{"device":"A","id":3}')).toEqual({ number: 3, name: 'A', text: '' });
  });

  it('refuses what has no number', () => expect(() => readGatewayAnswer('{"device":"A","data":1}')).toThrow(badJson));
});
