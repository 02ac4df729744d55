import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { auditCommand } from './cli/audit.command';
import { backupCommand, restoreCommand } from './cli/backup.command';
import { doctorCommand } from './cli/doctor/doctor.command';
import { evaluateCommand } from './cli/evaluate.command';
import { explainCommand } from './cli/explain.command';
import { fitCommand } from './cli/fit.command';
import { importCommand } from './cli/import.command';
import { matchCommand } from './cli/match.command';
import { modelCommand } from './cli/model.command';
import { outboxCommand } from './cli/outbox.command';
import { planCommand } from './cli/plan.command';
import { CommandProduct } from './cli/product';
import { sampleCommand } from './cli/sample.command';
import { userCommand } from './cli/user.command';
import { DomainError } from './common/errors';
import { InvalidSettings, readEnv } from './platform/config/env';

/** What the operator did wrong; anything else is a fault of ours or of the machine. */
const USAGE = 2;
const FAULT = 1;

async function run(): Promise<number> {
  const program = new Command('cli')
    .description('Operator commands of the matching platform.')
    .option('--as <login>', 'act as this account (default: as the system)')
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });
  const env = readEnv();
  const product = new CommandProduct(env, () => program.opts<{ as?: string }>().as);
  const commands = [
    auditCommand,
    doctorCommand,
    evaluateCommand,
    explainCommand,
    fitCommand,
    importCommand,
    matchCommand,
    modelCommand,
    outboxCommand,
    planCommand,
    sampleCommand,
    userCommand,
  ];
  for (const register of commands) register(program, product.open);
  for (const register of [backupCommand, restoreCommand]) register(program, env);
  try {
    await program.parseAsync();
    return Number(process.exitCode ?? 0);
  } finally {
    await product.close();
  }
}

/** Row-level security or a missing grant said no. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42501';

/** One line for the operator and the exit code. */
function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (isRefused(error)) {
    process.stderr.write('This account may not do that.\n');
    return USAGE;
  }
  const sentence = error instanceof Error ? error.message.split('\n')[0] : 'unknown failure';
  process.stderr.write(`${sentence}\n`);
  return error instanceof DomainError || error instanceof InvalidSettings ? USAGE : FAULT;
}

run()
  .catch(failed)
  .then(
    (code) => process.exit(code),
    () => process.exit(FAULT),
  );
