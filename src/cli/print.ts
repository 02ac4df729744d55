/** Writes a result: JSON on one line for programs, indented for people. */
export function print(result: unknown, json: boolean | undefined): void {
  process.stdout.write(`${json ? JSON.stringify(result) : JSON.stringify(result, null, 2)}\n`);
}

/** A sentence for people beside the result. */
export function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
