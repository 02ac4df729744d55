import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { Conflict } from '../../common/errors';
import { CreditRepository, type Figure } from '../../plan/crediting/credit.repository';
import { CreditService } from '../../plan/crediting/credit.service';
import type { DuplicateKind } from '../duplicate-kind';
import type { FigureChange } from './merge.schema';
import { MergeRepository } from './merge.repository';
import { isRecord, type Side } from './merge-sides';

export interface LedgerOccasion {
  cause: 'merge' | 'unmerge';
  reason: string;
  userId: string | null;
}

const keyOf = ({ plan, target, level }: Figure): string => JSON.stringify([plan, target, level]);

/** The plans' ledgers while two become one: lines are added for what changes, and no number changes unseen. */
@Injectable()
export class MergeFigures {
  constructor(
    private readonly credits: CreditService,
    private readonly ledger: CreditRepository,
    private readonly merges: MergeRepository,
  ) {}

  /** Does `work`, settles the credits of all that `sides` signed before and after it, and answers which numbers changed. */
  async around(
    kind: DuplicateKind,
    sides: readonly Side[],
    occasion: LedgerOccasion,
    work: () => Promise<void>,
    tx: EntityManager,
  ): Promise<FigureChange[]> {
    const ids = sides.map(({ id }) => id);
    const persons = sides.flatMap((side) =>
      isRecord(side) && 'personId' in side && typeof side.personId === 'string' ? [side.personId] : [],
    );
    const subjects = () => this.merges.subjectsOf(kind, [...ids, ...persons], tx);
    const before = await this.ledger.figures(tx);
    const concerned = await subjects();
    await work();
    await this.credits.settleSubjects(
      [...new Set([...concerned, ...(await subjects())])].sort(),
      occasion,
      tx,
    );
    return changesBetween(before, await this.ledger.figures(tx));
  }

  /** @throws 409 MERGE.FIGURES unless the platform said that it knows */
  requireAccepted(actor: Actor, [first, ...others]: readonly FigureChange[], accepted: boolean): void {
    if (first === undefined || (accepted && actor.role === 'manager')) return;
    const { name, before, after } = first;
    throw new Conflict('MERGE.FIGURES', 'Numbers of a plan would change', {
      params: { name, before, after, others: others.length },
    });
  }
}

function changesBetween(before: readonly Figure[], after: readonly Figure[]): FigureChange[] {
  const [was, is] = [
    new Map(before.map((one) => [keyOf(one), one])),
    new Map(after.map((one) => [keyOf(one), one])),
  ];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const known = now ?? old;
    if (!known || (old?.counted === now?.counted && old?.yuan === now?.yuan)) return [];
    const { plan, target, name, level } = known;
    return [
      {
        ...{ plan, target, name, level },
        before: old?.counted ?? 0,
        after: now?.counted ?? 0,
        yuanBefore: old?.yuan ?? 0,
        yuanAfter: now?.yuan ?? 0,
      },
    ];
  });
}
