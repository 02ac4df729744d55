// Looks at every screen of a fresh product with its sample and a year's signings: `npm run screenshots [FOLDER]`.
// Pictures in Chinese and English, 1440 and 375 px wide, go to FOLDER (screenshots/out); those of the README, smaller,
// to docs/pictures with `npm run screenshots -- --readme`.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('../test/support/register-typescript.cjs');
const { takeScreenshots } = require('../test/web/screenshots.ts');

const given = process.argv.slice(2);
await takeScreenshots({
  forReadme: given.includes('--readme'),
  folder: given.find((argument) => !argument.startsWith('--')),
});
