// A child process for the supervisor's tests: notes its number, and behaves as MODE says.
const { appendFileSync } = require('node:fs');

const { MODE, PIDS } = process.env;
if (MODE === 'broken') process.exit(1);
appendFileSync(PIDS, `${process.pid}\n`);
process.on('SIGTERM', () => MODE !== 'stubborn' && process.exit());
process.on('disconnect', () => process.exit());
process.send({ pid: process.pid });
