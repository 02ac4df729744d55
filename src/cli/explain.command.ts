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

/** The pair that two codes or ids name. @throws 404 RECORD.NOT_FOUND, 404 MATCH.NO_SUCH_PAIR for kinds that are not matched */
async function pairOf(
  app: INestApplicationContext,
  demand: string,
  supply: string,
  tx: EntityManager,
): Promise<Pair> {
  const need = await app.get(NeedRepository).findNamed(demand, tx);
  const asking =
    need ?? (await app.get(ProjectRepository).findNamed(demand, tx)) ?? notFound('need or project', demand);
  const project = await app.get(ProjectRepository).findNamed(supply, tx);
  const offered =
    project ??
    (await app.get(TalentRepository).findNamed(supply, tx)) ??
    notFound('project or talent', supply);
  const asks = need === null ? 'project' : need.kind;
  return {
    pairKind: (project === null ? TALENT_KINDS : PROJECT_KINDS)[asks] ?? notMatched(asks),
    demandId: asking.id,
    supplyId: offered.id,
  };
}

type Asks = 'technology' | 'hiring' | 'project';

/** Kinds of pair by what asks, where a talent answers and where a project does. */
const TALENT_KINDS: Record<Asks, PairKind> = {
  technology: 'tech-expert',
  hiring: 'hiring-talent',
  project: 'project-expert',
};
const PROJECT_KINDS: Partial<Record<Asks, PairKind>> = { technology: 'tech-project' };

const notFound = (what: string, name: string): never => {
  throw new NotFound(
    'RECORD.NOT_FOUND',
    `There is no ${what} "${name}" among what you may see; the demand comes first, each by its code or id`,
  );
};

const notMatched = (asks: Asks): never => {
  const who = asks === 'project' ? 'Projects are' : 'Hiring needs are';
  throw new NotFound('MATCH.NO_SUCH_PAIR', `${who} matched with talents only; name a talent second`);
};
