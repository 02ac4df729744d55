// How the product bears load: `npm run load [-- --seconds N]`, ten minutes unless it says otherwise. Only this machine is called. Prints
// one table and ends with an error when a figure falls short.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('../test/support/register-typescript.cjs');
const { runLoad } = require('../test/load/run-load.ts');

const given = process.argv.indexOf('--seconds');
const seconds = given === -1 ? 600 : Number(process.argv[given + 1]);
if (!(seconds >= 5 && seconds <= 3600)) {
  process.stderr.write('--seconds takes a number from 5 to 3600\n');
  process.exit(2);
}

const figures = await runLoad(seconds);
const rows = figures.map(({ what, reached, bar }) => ({
  what,
  reached: Math.round(reached * 10) / 10,
  bar: Math.round(bar * 10) / 10,
  met: reached <= bar,
}));
console.table(rows);
process.exit(rows.every(({ met }) => met) ? 0 : 1);
