import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../common/errors';
import { ExplanationService } from '../matching/explanations/explanation.service';
import type { Pair } from '../matching/review/match.repository';
import { NeedRepository } from '../needs/need.repository';
import { Database } from '../platform/database/database';
import { ProjectRepository } from '../projects/project.repository';
import { TalentRepository } from '../talent/talent.repository';
import type { PairKind } from '../taxonomy/match.vocabulary';
import { print } from './print';
import type { OpenProduct } from './product';

export function explainCommand(program: Command, open: OpenProduct): void {
  program
    .command('explain')
    .description('say why a demand and a supply have their score')
    .argument('<demand>', 'code or id of a need or project, such as 需-2022-0001')
    .argument('<supply>', 'code or id of a project or talent')
    .option('--json', 'print JSON only')
    .action(async (demand: string, supply: string, { json }: { json?: boolean }) => {
      const { app, actor } = await open();
      const pair = await app.get(Database).as(actor, (tx) => pairOf(app, demand, supply, tx));
      print(await app.get(ExplanationService).explain(actor, pair), json);
    });
}

/** The pair that two codes or ids name. @throws 404 RECORD.NOT_FOUND */
async function pairOf(
  app: INestApplicationContext,
  demand: string,
  supply: string,
  tx: EntityManager,
): Promise<Pair> {
  const need = await app.get(NeedRepository).findNamed(demand, tx);
  const asking = need ?? (await app.get(ProjectRepository).findNamed(demand, tx)) ?? notFound(demand);
  const project = await app.get(ProjectRepository).findNamed(supply, tx);
  const offered = project ?? (await app.get(TalentRepository).findNamed(supply, tx)) ?? notFound(supply);
  const asks = need === null ? 'project' : need.kind;
  return {
    pairKind: KINDS[asks][project === null ? 'talent' : 'project'],
    demandId: asking.id,
    supplyId: offered.id,
  };
}

/** Kinds by what asks and what answers; a pair that is not matched is refused by the explanation. */
const KINDS: Record<'technology' | 'hiring' | 'project', Record<'project' | 'talent', PairKind>> = {
  technology: { project: 'tech-project', talent: 'tech-expert' },
  hiring: { project: 'tech-project', talent: 'hiring-talent' },
  project: { project: 'tech-project', talent: 'project-expert' },
};

function notFound(name: string): never {
  throw new NotFound('RECORD.NOT_FOUND', `There is no record ${name}`);
}
