import { countedAmounts } from './counted-amounts';

const paper = (
  kind: Parameters<typeof countedAmounts>[1][number]['kind'],
  certifiedAmount: number | null = null,
) => ({
  kind,
  certifiedAmount,
});

describe('amounts that count', () => {
  const stated = { 'contract-value': 900_000, 'agreed-investment': 5_000_000, 'funds-in-place': 1 };

  it('are none without the papers that prove them', () => {
    expect(countedAmounts(stated, [paper('technology-contract'), paper('letter-of-intent')])).toEqual({});
  });

  it('are a contract’s volume as registered, not as written', () => {
    expect(countedAmounts(stated, [paper('contract-registration', 800_000)])).toEqual({
      'contract-value': 800_000,
    });
  });

  it('are investments as written, and funds as the receipts add up', () => {
    const papers = [paper('investment-agreement'), paper('funds-receipt', 2), paper('funds-receipt', 3)];
    expect(countedAmounts(stated, papers)).toEqual({ 'agreed-investment': 5_000_000, 'funds-in-place': 5 });
  });
});
