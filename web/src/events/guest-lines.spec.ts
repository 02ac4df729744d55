import { readGuests } from './guest-lines';

it('reads guests as they are pasted', () => {
  expect(readGuests('太原甲公司\t赵一鸣\t总工\t138 1234 5678\n\n 乙研究所，钱二 \n丙公司')).toEqual([
    { label: '太原甲公司', details: { name: '赵一鸣', post: '总工', phone: '138 1234 5678' } },
    { label: '乙研究所', details: { name: '钱二' } },
    { label: '丙公司' },
  ]);
});
