import type { CorpusProfile } from './profile';

/**
 * Scientific abstracts and their titles (the open set csl-title-abs) as the product's text pipeline and weighing leave
 * them, fitted by fit-profile.ts.
 */
export const ABSTRACTS: CorpusProfile = {
  records: 12178,
  lengthSpread: 0.4148,
  octaves: [
    { record: 0.2983, query: 0.0475, shared: 0.8947, frequency: 0.3435, queryFrequency: 0.5655 },
    { record: 0.582, query: 0.0785, shared: 0.8917, frequency: 0.3393, queryFrequency: 0.5673 },
    { record: 1.155, query: 0.1655, shared: 0.9184, frequency: 0.3446, queryFrequency: 0.5728 },
    { record: 2.217, query: 0.3655, shared: 0.87, frequency: 0.3301, queryFrequency: 0.5361 },
    { record: 4.095, query: 0.5895, shared: 0.821, frequency: 0.3176, queryFrequency: 0.566 },
    { record: 7.207, query: 0.9425, shared: 0.8775, frequency: 0.3133, queryFrequency: 0.5457 },
    { record: 10.95, query: 1.344, shared: 0.8728, frequency: 0.3069, queryFrequency: 0.5458 },
    { record: 16.17, query: 2.45, shared: 0.7806, frequency: 0.2864, queryFrequency: 0.5048 },
    { record: 20.64, query: 2.825, shared: 0.8167, frequency: 0.2789, queryFrequency: 0.5128 },
    { record: 23.41, query: 3.079, shared: 0.8449, frequency: 0.2653, queryFrequency: 0.5071 },
    { record: 23.64, query: 3.22, shared: 0.8223, frequency: 0.2542, queryFrequency: 0.4863 },
    { record: 22.53, query: 3.332, shared: 0.7898, frequency: 0.247, queryFrequency: 0.4715 },
    { record: 20.41, query: 2.938, shared: 0.7831, frequency: 0.2356, queryFrequency: 0.4516 },
    { record: 18.59, query: 2.755, shared: 0.7739, frequency: 0.2278, queryFrequency: 0.4371 },
    { record: 17.27, query: 2.525, shared: 0.759, frequency: 0.2217, queryFrequency: 0.4277 },
    { record: 16, query: 2.406, shared: 0.7797, frequency: 0.218, queryFrequency: 0.4221 },
    { record: 14.41, query: 2.208, shared: 0.8033, frequency: 0.2164, queryFrequency: 0.4218 },
    { record: 12.58, query: 2.135, shared: 0.8483, frequency: 0.2151, queryFrequency: 0.4251 },
    { record: 7.68, query: 1.051, shared: 0, frequency: 0.2152, queryFrequency: 0.438 },
  ],
};

/** What the generated corpus must come near, each within 10 %. */
export const ABSTRACTS_FIGURES = { termsPerRecord: 239.8, termsPerQuery: 34.46, postingsPerRecord: 1.614 };
