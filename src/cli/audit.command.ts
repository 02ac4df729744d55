import type { Command } from 'commander';
import { AuditChain } from '../identity/audit/audit-chain';
import { print } from './print';
import type { OpenProduct } from './product';

export function auditCommand(program: Command, open: OpenProduct): void {
  program
    .command('audit')
    .description('the audit log')
    .command('verify')
    .description('walk the hash chain; exit code 1 when an entry was changed, removed or moved')
    .option('--json', 'print JSON only')
    .action(async (options: { json?: boolean }) => {
      const { app } = await open();
      const chain = app.get(AuditChain);
      await chain.extend();
      const verdict = await chain.verify();
      print(verdict, options.json);
      if (!verdict.sound) process.exitCode = 1;
    });
}
