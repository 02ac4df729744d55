import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlanFile } from '../counting-plans';
import { ruleOn } from '../counting/counted-signing';
import type { TargetCredit } from '../counting/credits';
import { decideCredits } from '../counting/decide-credits';
import { CountedSignings } from '../crediting/counted-signings';
import { type Hope, needsMore } from './hopes';
import { WaitingSigningsRepository } from './waiting-signings.repository';

type Credit = Pick<TargetCredit, 'targetId' | 'countedId' | 'level' | 'counts'>;

/** What was signed and does not count yet: it waits for a check, or for the level that its target counts. */
@Injectable()
export class SigningHopes {
  constructor(
    private readonly waiting: WaitingSigningsRepository,
    private readonly signings: CountedSignings,
  ) {}

  async of(file: PlanFile, standing: readonly Credit[], tx: EntityManager): Promise<Hope[]> {
    const { subjects, files } = await this.signings.about(await this.waiting.subjects(file.id, tx), tx);
    const isWaiting = (id: string) => /-check$/.test(files.get(id)?.signing.state ?? '');
    const credits = subjects.flatMap(({ subject, signings }) => {
      const asConfirmed = signings.map((one) => (isWaiting(one.id) ? { ...one, confirmed: true } : one));
      return decideCredits(file, subject, asConfirmed).credits;
    });
    return [...hopesIn(standing, 'signed', file), ...hopesIn(credits, 'checking', file)];
  }
}

function hopesIn(credits: readonly Credit[], stage: 'signed' | 'checking', { targets }: PlanFile): Hope[] {
  return targets.flatMap(({ id: targetId, versions }): Hope[] => {
    const rule = ruleOn(versions, '9999-12-31')?.rule;
    if (!rule) return [];
    const own = credits.filter((credit) => credit.targetId === targetId);
    const asSigned = needsMore(rule)
      ? own.filter(({ level }) => level === 'signed').map(({ countedId }) => ({ countedId, later: true }))
      : [];
    const atOnce = own.filter(({ counts }) => counts).map(({ countedId }) => ({ countedId, later: false }));
    // What is signed has only its later level before it; what waits for a check may count by that alone.
    return stage === 'signed'
      ? asSigned.map(({ countedId }) => ({ targetId, countedId, stage, later: false }))
      : [...atOnce, ...asSigned].map((hope) => ({ targetId, stage, ...hope }));
  });
}
