import type { CorpusProfile } from './profile';

/**
 * Scientific abstracts and their titles (the open set csl-title-abs) as the product's text pipeline and weighing leave
 * them, fitted by fit-profile.ts.
 */
export const ABSTRACTS: CorpusProfile = {
  records: 12178,
  lengthSpread: 0.4197,
  octaves: [
    { record: 0.2983, query: 0.0475, shared: 0.8947, frequency: 0.4409, queryFrequency: 0.5655 },
    { record: 0.5801, query: 0.1005, shared: 0.8955, frequency: 0.4545, queryFrequency: 0.5692 },
    { record: 1.151, query: 0.152, shared: 0.8421, frequency: 0.3868, queryFrequency: 0.4925 },
    { record: 2.175, query: 0.375, shared: 0.8787, frequency: 0.4458, queryFrequency: 0.5638 },
    { record: 4.049, query: 0.6085, shared: 0.7872, frequency: 0.4088, queryFrequency: 0.5671 },
    { record: 7.095, query: 0.9515, shared: 0.8812, frequency: 0.3971, queryFrequency: 0.5467 },
    { record: 10.8, query: 1.476, shared: 0.8571, frequency: 0.3975, queryFrequency: 0.5408 },
    { record: 15.74, query: 2.391, shared: 0.799, frequency: 0.3781, queryFrequency: 0.5121 },
    { record: 20.05, query: 2.725, shared: 0.8343, frequency: 0.3613, queryFrequency: 0.5129 },
    { record: 22.04, query: 3.119, shared: 0.8745, frequency: 0.3501, queryFrequency: 0.5085 },
    { record: 21.32, query: 3.046, shared: 0.8529, frequency: 0.3342, queryFrequency: 0.4896 },
    { record: 19.35, query: 3.136, shared: 0.8337, frequency: 0.3243, queryFrequency: 0.4681 },
    { record: 16.55, query: 2.718, shared: 0.8289, frequency: 0.3085, queryFrequency: 0.4463 },
    { record: 14.74, query: 2.413, shared: 0.8213, frequency: 0.2965, queryFrequency: 0.4295 },
    { record: 13.88, query: 2.219, shared: 0.7872, frequency: 0.2888, queryFrequency: 0.4245 },
    { record: 13.2, query: 2.015, shared: 0.7931, frequency: 0.2827, queryFrequency: 0.4207 },
    { record: 12.49, query: 1.843, shared: 0.7979, frequency: 0.2825, queryFrequency: 0.4201 },
    { record: 11.11, query: 2.053, shared: 0.8743, frequency: 0.2803, queryFrequency: 0.4246 },
    { record: 5.426, query: 0.9545, shared: 0, frequency: 0.2822, queryFrequency: 0.4369 },
  ],
};

/** What the generated corpus must come near, each within 10 %. */
export const ABSTRACTS_FIGURES = { termsPerRecord: 212.0, termsPerQuery: 32.34, postingsPerRecord: 1.58 };
