import { readGuests } from './guest-lines';

it('reads guests as they are pasted', () => {
  expect(
    readGuests(
      '太原甲公司\t赵一鸣\t总工\t138 1234 5678\n\n 乙研究所，钱二，qian@yi.example \n丙公司\n丁院,office@ding.example',
    ),
  ).toEqual([
    { label: '太原甲公司', details: { name: '赵一鸣', post: '总工', phone: '138 1234 5678' } },
    { label: '乙研究所', details: { name: '钱二', email: 'qian@yi.example' } },
    { label: '丙公司' },
    { label: '丁院', details: { name: '丁院', email: 'office@ding.example' } },
  ]);
});
