import type { Command } from 'commander';
import { print } from '../print';
import type { OpenProduct, Product } from '../product';
import { CHECKS } from './checks';

export interface Finding {
  check: string;
  ok: boolean;
  /** What to do; empty when all is well. */
  advice: string;
}

/** Every check by itself: one that cannot be made is a finding too. */
export async function examine(product: Product): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [check, look] of Object.entries(CHECKS)) {
    const advice = await look(product).catch((error: Error) => `It could not be looked at: ${error.message}`);
    findings.push({ check, ok: advice === undefined, advice: advice ?? '' });
  }
  return findings;
}

export function doctorCommand(program: Command, open: OpenProduct): void {
  program
    .command('doctor')
    .description('look for what is wrong with this installation; exit code 1 when something is')
    .option('--json', 'print JSON only')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine(await open());
      print({ findings }, json);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}
