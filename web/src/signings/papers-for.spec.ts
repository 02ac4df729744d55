import { inOrderOfWant } from './papers-for';

describe('papers that may be missing', () => {
  it('begin with those a level still wants, each once', () => {
    const wanted = [
      { missing: [['lease'], ['rent-receipt', 'handover-record']] as const },
      { missing: [['lease']] as const },
    ];
    expect(inOrderOfWant(['photo', 'lease'], wanted)).toEqual([
      'lease',
      'rent-receipt',
      'handover-record',
      'photo',
    ]);
  });
});
