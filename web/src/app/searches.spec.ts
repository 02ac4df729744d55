import { records, signIn } from './searches';

describe('addresses', () => {
  it.each(['https://example.org', '//example.org', '/\\example.org', 5])(
    'never lead away after the sign-in: %s',
    (to) => {
      expect(signIn({ to })).toEqual({ to: undefined });
    },
  );

  it('lead back into the client', () => {
    expect(signIn({ to: '/needs?q=a' })).toEqual({ to: '/needs?q=a' });
  });

  it('keep a filter that looks like a number', () => {
    expect(records({ q: 2022, tag: '3.1', mine: 'true', other: 'x' })).toMatchObject({
      q: '2022',
      tag: '3.1',
      mine: true,
    });
  });
});
