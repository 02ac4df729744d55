import type { Command } from 'commander';
import { createUserSchema } from '../identity/user/user.schema';
import { PasswordService } from '../identity/user/password.service';
import { UserService } from '../identity/user/user.service';
import { ParkService } from '../organisations/park.service';
import { Database } from '../platform/database/database';
import { parseInput } from './parse-input';
import { print } from './print';
import type { OpenProduct } from './product';

interface CreateOptions {
  role: string;
  name?: string;
  park?: string[];
  organisation?: string;
  expires?: string;
  json?: boolean;
}

export function userCommand(program: Command, open: OpenProduct): void {
  const user = program.command('user').description('accounts');
  user
    .command('create')
    .description('make an account; prints its password once')
    .argument('<login>', 'account name')
    .requiredOption(
      '--role <role>',
      'manager, park-lead, officer, enterprise, organiser, commission or auditor',
    )
    .option('--name <name>', 'the name shown; default: the login')
    .option('--park <code...>', 'parks of an officer or park lead, such as NO.3')
    .option('--organisation <id>', 'the organisation of an enterprise user')
    .option('--expires <day>', 'last day, YYYY-MM-DD; an auditor needs one')
    .option('--json', 'print JSON only')
    .action(async (login: string, options: CreateOptions) => {
      const { app, actor } = await open();
      const parks = await app.get(Database).as(actor, async (tx) => {
        const found = [];
        for (const code of options.park ?? []) found.push(await app.get(ParkService).requireByCode(code, tx));
        return found;
      });
      const input = parseInput(createUserSchema, {
        login,
        name: options.name ?? login,
        role: options.role,
        parkIds: parks.map(({ id }) => id),
        organisationId: options.organisation ?? null,
        expiresOn: options.expires ?? null,
      });
      print(await app.get(UserService).create(actor, input), options.json);
    });
  user
    .command('reset-password')
    .description('give an account a new random password; prints it once')
    .argument('<login>', 'account name')
    .option('--json', 'print JSON only')
    .action(async (login: string, options: { json?: boolean }) => {
      const { app, actor } = await open();
      const { id } = await app.get(UserService).requireByLogin(actor, login);
      print({ login, password: await app.get(PasswordService).reset(actor, id) }, options.json);
    });
}
