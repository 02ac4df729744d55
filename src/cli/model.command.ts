import type { Command } from 'commander';
import { ModelService } from '../matching/models/model.service';
import { print } from './print';
import type { OpenProduct } from './product';

export function modelCommand(program: Command, open: OpenProduct): void {
  program
    .command('model')
    .description('the models behind the scores')
    .command('list')
    .description('every model, newest first')
    .option('--json', 'print JSON only')
    .action(async (options: { json?: boolean }) => {
      const { app } = await open();
      print(await app.get(ModelService).list(), options.json);
    });
}
