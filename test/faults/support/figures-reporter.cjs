const { readFileSync, rmSync } = require('node:fs');
const { Console } = require('node:console');

/** Prints the figures of the whole run in one table; a test that came to none is a line that falls short. */
module.exports = class FiguresReporter {
  onRunStart() {
    rmSync(process.env.FAULTS_FIGURES, { force: true });
  }

  onRunComplete(_contexts, { testResults }) {
    const rows = [...figures(), ...failures(testResults)];
    new Console(process.stderr).table(rows);
    const short = rows.filter(({ met }) => !met).length;
    process.stderr.write(`${rows.length} figures, ${short} fall short\n`);
    rmSync(process.env.FAULTS_FIGURES, { force: true });
  }
};

function figures() {
  try {
    const lines = readFileSync(process.env.FAULTS_FIGURES, 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}

const failures = (files) =>
  files.flatMap(({ testExecError, testFilePath, testResults }) => [
    ...(testExecError ? [failed(testFilePath)] : []),
    ...testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => failed(fullName)),
  ]);

const failed = (test) => ({ test, figure: 'the test', reached: 'failed', wanted: 'passed', met: false });
