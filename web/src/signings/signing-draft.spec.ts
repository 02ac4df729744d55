import { signingRequest } from './signing-draft';

describe('signingRequest', () => {
  it('sends whole 元 and leaves out what was not filled in', () => {
    expect(
      signingRequest(
        {
          title: '签约',
          kind: 'project',
          contractOn: '',
          amounts: { 'total-investment': 1.5, 'contract-value': null },
        },
        [],
        'm',
      ),
    ).toEqual({
      title: '签约',
      kind: 'project',
      amounts: { 'total-investment': 15_000 },
      documents: [],
      match: 'm',
    });
  });
});
