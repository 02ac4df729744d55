import { signingRequest, subjectOf } from './signing-draft';

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

describe('subjectOf', () => {
  const named = { project: 'p', talent: 't', establishment: '联盟', partyB: 'b' };

  it('is what the kind of signing is about', () => {
    expect(subjectOf('project', named)).toEqual({ project: 'p' });
    expect(subjectOf('enterprise', named)).toEqual({ partyB: 'b' });
    expect(subjectOf('alliance', named)).toEqual({ establishment: '联盟' });
  });

  it('is the partner of a cooperation that founds nothing', () => {
    expect(subjectOf('cooperation', named)).toEqual({ establishment: '联盟' });
    expect(subjectOf('cooperation', { ...named, establishment: undefined })).toEqual({ partyB: 'b' });
  });
});
