/** Prints the line that CI reads, after everything else: Jest's own summary comes after every other reporter, hence at exit. */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.once('exit', () => process.stdout.write(`Tests: ${results.numPassedTests} passed, ${failed} failed\n`));
  }
}
