import { stageLabel } from './match-steps';
import { matchStages, pairKinds } from './match.vocabulary';
import { declineReasons, reasonsFor } from './reason.vocabulary';

describe('decline reasons', () => {
  it.each(['unreachable', 'duplicate', 'outdated', 'position-filled', 'need-cancelled'] as const)(
    '%s never teaches',
    (code) => expect(declineReasons.get(code).teaches).toBe(false),
  );

  it('a wrong match teaches, and can be said of every pair', () => {
    expect(declineReasons.get('wrong-match').teaches).toBe(true);
    for (const pair of pairKinds.codes) {
      expect(reasonsFor(pair)).toContain(declineReasons.get('wrong-match'));
      expect(new Set(reasonsFor(pair).map(({ side }) => side))).toEqual(
        new Set(['demand', 'supply', 'officer']),
      );
    }
  });

  it('fit the pair', () => {
    const codes = reasonsFor('hiring-talent').map(({ code }) => code);
    expect(codes).toContain('field-mismatch');
    expect(codes).not.toContain('line-incompatible');
    expect(codes).not.toContain('site-or-permit');
  });
});

describe('stages', () => {
  it('are called as the family calls them', () => {
    expect(stageLabel('negotiating', 'talent', 'zh-CN')).toBe('面试');
    expect(stageLabel('negotiating', 'investment', 'zh-CN')).toBe('在谈');
    expect(stageLabel('agreed', 'technology', 'en')).toBe('About to sign');
  });

  it('keep their own name where a family takes several steps', () => {
    expect(stageLabel('negotiating', 'technology', 'zh-CN')).toBe(matchStages.label('negotiating', 'zh-CN'));
  });
});
