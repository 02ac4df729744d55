import { buildModel } from '../../src/matching/engine/build-model';
import { collectStatistics } from '../../src/matching/engine/collect-statistics';
import { featurise, retag } from '../../src/matching/engine/features';
import { record } from '../../src/matching/engine/testing/records';
import { learnTagProfiles } from '../../src/matching/engine/suggest/tag-profile';
import { TagSuggester } from '../../src/matching/engine/suggest/tag-suggester';
import { isConfident } from '../../src/matching/suggestions/suggest-for-record';
import { TAG_TREE, TAG_WORDS } from '../../src/matching/engine-vocabulary';
import { readNeeds, readProjects, readTalents } from '../../src/sample/sample-files';

const GROUPS = new Set(TAG_WORDS.map(({ code }) => code));

const labelled = [...readNeeds(), ...readProjects(), ...readTalents()].map(({ input }) => {
  const title = 'name' in input ? '' : input.title;
  const tags = input.tags.map((code) => ({ code, origin: 'stated' as const, confidence: 1 }));
  return {
    codes: input.tags.filter((code) => GROUPS.has(code)),
    features: featurise(record({ title, text: input.text, tags }), TAG_TREE),
  };
});
const all = labelled.map(({ features }) => features);
const draft = buildModel({ version: 0, statistics: collectStatistics(all) });
const profiles = learnTagProfiles(TAG_WORDS, all, draft);

/** Only the profiles of a record's own tags know it, so only they are learnt anew without it. */
function guessWithout(at: number) {
  const { codes, features } = labelled[at]!;
  const own = TAG_WORDS.filter(({ code }) => codes.includes(code));
  const others = all.filter((_, other) => other !== at);
  const tagProfiles = new Map([...profiles, ...learnTagProfiles(own, others, draft)]);
  return new TagSuggester(buildModel({ ...draft.values, tagProfiles })).guess(retag(features, [], TAG_TREE));
}

const outcomes = labelled.map(({ codes }, at) => ({ codes, guessed: guessWithout(at) }));

it('finds at least three of four stated tags among the first three, each record left out in turn', () => {
  const found = outcomes.flatMap(({ codes, guessed }) =>
    codes.map((code) => guessed.some((guess) => guess.code === code)),
  );
  expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.75);
});

it('is right four times of five where it is confident enough to stand beside stated tags', () => {
  const confident = outcomes.flatMap(({ codes, guessed }) =>
    guessed.filter(isConfident).map(({ code }) => codes.includes(code)),
  );
  expect(confident.length).toBeGreaterThan(20);
  expect(confident.filter(Boolean).length / confident.length).toBeGreaterThanOrEqual(0.75);
});
