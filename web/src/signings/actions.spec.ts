import { actionsOf } from './actions';

const names = (...args: Parameters<typeof actionsOf>) => actionsOf(...args).map(({ name }) => name);

describe('the steps of a confirmation', () => {
  it('belong to the park first and to the platform after it', () => {
    expect(names({ state: 'park-check', voidedAt: null }, 'park-lead')).toEqual(['pass', 'sendBack', 'void']);
    expect(names({ state: 'park-check', voidedAt: null }, 'manager')).toEqual(['void']);
    expect(names({ state: 'park-check', voidedAt: null }, 'enterprise')).toEqual([]);
    expect(names({ state: 'platform-check', voidedAt: null }, 'manager')).toEqual([
      'confirm',
      'return',
      'refuse',
      'void',
    ]);
    expect(names({ state: 'platform-check', voidedAt: null }, 'park-lead')).toEqual(['void']);
  });

  it('leave what is confirmed to the platform', () => {
    expect(names({ state: 'confirmed', voidedAt: null }, 'manager')).toEqual(['revoke', 'void']);
    expect(names({ state: 'confirmed', voidedAt: null }, 'officer')).toEqual([]);
  });

  it('end with a void contract', () => {
    expect(names({ state: 'confirmed', voidedAt: '2022-08-01' }, 'manager')).toEqual([]);
  });

  it('carry the papers ticked as missing', () => {
    const [, sendBack] = actionsOf({ state: 'park-check', voidedAt: null }, 'park-lead');
    expect(sendBack?.body(undefined, ['lease'])).toEqual({
      decision: 'return',
      missing: ['lease'],
      note: undefined,
    });
  });
});
