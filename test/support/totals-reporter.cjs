// Appends "passed failed" of a Jest run to the file that TEST_TOTALS names, for .ci/run to add up.
const { appendFileSync } = require('node:fs');

module.exports = class TotalsReporter {
  onRunComplete(_, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    appendFileSync(
      process.env.TEST_TOTALS,
      `${numPassedTests} ${numFailedTests + numRuntimeErrorTestSuites}\n`,
    );
  }
};
