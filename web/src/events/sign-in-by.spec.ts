import { signInBy } from './sign-in-by';

it('knows a code from the end of a phone number and from a name', () => {
  const token = '0190a3f0-0000-7000-8000-000000000000.abcdefghijklmnopqrstuvwxyz_-0123456789ABCDEF';
  expect(signInBy(`https://example.com/invitation/${token} `)).toEqual({ token });
  expect(signInBy(token)).toEqual({ token });
  expect(signInBy('5678')).toEqual({ phoneTail: '5678' });
  expect(signInBy('太原')).toBeUndefined();
  expect(signInBy('56789')).toBeUndefined();
});
