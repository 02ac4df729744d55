import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { Conflict, NotFound, RuleBroken } from '../common/errors';
import { levels } from '../taxonomy/signing.vocabulary';
import { Database } from '../platform/database/database';
import { statedChanges } from './new-signing';
import { type Act, SigningDesk } from './signing-desk';
import { type SigningFile, SigningFiles } from './signing-file';
import { isEditable, isLive, stateAfterChange } from './signing-life';
import { SigningMatch } from './signing-match';
import { agreedBy, SigningPapers } from './signing-papers';
import { SigningSubjects } from './signing-subjects';
import type { EditSigning, PaperInput } from './signing.schema';
import type { SigningEntity } from './signing.entity';

/** Changes what is stated of a signing and its papers; whatever was checked before is checked again. */
@Injectable()
export class SigningEditor {
  constructor(
    private readonly database: Database,
    private readonly desk: SigningDesk,
    private readonly files: SigningFiles,
    private readonly papers: SigningPapers,
    private readonly subjects: SigningSubjects,
    private readonly matches: SigningMatch,
  ) {}

  /** @throws 404; 403; 412; 409 SIGNING.NOT_EDITABLE once confirmed or over */
  edit(actor: Actor, id: string, version: number, input: EditSigning): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const before = await this.desk.requireOwn(actor, id, version, tx);
      requireEditable(before);
      const file = await this.files.read(before, tx);
      requireSameSubject(file, input);
      const changed = await this.settle(actor, file, statedChanges(input), { action: 'edit' }, tx);
      await this.subjects.refresh(changed, tx);
    });
  }

  /**
   * A confirmed signing takes papers too: proof for its milestones, or the contract that follows a confirmed intention,
   * which sends it back to the park's check.
   * @throws 404; 403; 412; 409 SIGNING.OVER; 409 SIGNING.CONFIRMED for a paper that would change what was counted
   */
  addPaper(actor: Actor, id: string, version: number, input: PaperInput): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const before = await this.desk.requireOwn(actor, id, version, tx);
      if (!isLive(before)) throw new Conflict('SIGNING.OVER', 'The signing is refused, revoked or void');
      const file = await this.files.read(before, tx);
      await this.papers.add(actor, before, [input], tx);
      await this.settle(actor, file, {}, { action: 'add-paper', note: input.kind }, tx);
    });
  }

  /** @throws 404 also for a paper of another signing; 403; 412; 409 SIGNING.NOT_EDITABLE; 409 SIGNING.PAPER_IN_USE; 422 SIGNING.NOTHING_PROVED */
  removePaper(actor: Actor, id: string, version: number, documentId: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const before = await this.desk.requireOwn(actor, id, version, tx);
      requireEditable(before);
      const file = await this.files.read(before, tx);
      const document = file.documents.find((known) => known.id === documentId);
      if (!document) throw new NotFound('SIGNING.PAPER_NOT_FOUND', 'The signing has no such paper');
      if (file.milestones.some(({ documentIds }) => documentIds.includes(documentId)))
        throw new Conflict('SIGNING.PAPER_IN_USE', 'A milestone rests on this paper');
      await this.papers.remove(actor, document, tx);
      const act: Act = { action: 'remove-paper', note: document.kind };
      const after = await this.settle(actor, file, {}, act, tx);
      if (after.level === null && before.level !== null)
        throw new RuleBroken('SIGNING.NOTHING_PROVED', 'Nothing would be proved any more');
    });
  }

  /** Stores the changes with what the papers now prove; the match follows in the same transaction. */
  private async settle(
    actor: Actor,
    file: SigningFile,
    changes: Partial<SigningEntity>,
    act: Act,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const before = file.signing;
    const { documents, provenLevels } = await this.files.read(before, tx);
    if (before.state === 'confirmed') {
      if (isDeepStrictEqual(provenLevels, file.provenLevels))
        return this.desk.change(actor, before, changes, act, tx);
      requireNothingCounted(file);
    }
    const agreed = agreedBy(documents, { ...before, ...changes });
    const after = await this.desk.change(
      actor,
      before,
      { ...changes, ...agreed, ...uncheckedFrom(before) },
      act,
      tx,
    );
    if (after.matchId !== null && after.level !== null && after.level !== before.level)
      await this.matches.advance(actor, after.matchId, after.level, tx);
    return after;
  }
}

/** What a confirmed signing has proved was counted and stands; more is proved by milestones, or after withdrawing. */
function requireNothingCounted({ provenLevels }: SigningFile): void {
  if (provenLevels.some(({ level }) => levels.get(level).counts))
    throw new Conflict('SIGNING.CONFIRMED', 'The proof of a confirmed signing stands');
}

/** A pass or confirmation holds for what was seen, not for what came after. */
const uncheckedFrom = (before: SigningEntity): Partial<SigningEntity> => ({
  state: stateAfterChange(before.state),
  checkedBy: null,
  checkedAt: null,
  confirmedBy: null,
  confirmedAt: null,
});

function requireEditable(signing: SigningEntity): void {
  if (!isEditable(signing))
    throw new Conflict('SIGNING.NOT_EDITABLE', 'The signing can no longer be changed', {
      params: { state: signing.state },
    });
}

/** A signing that is about its second party cannot change it: it would be about somebody else. */
function requireSameSubject({ signing, subjects }: SigningFile, { partyB }: EditSigning): void {
  const isSubject = subjects.some(({ subjectKind }) => subjectKind === 'organisation');
  if (isSubject && partyB !== undefined && partyB !== signing.partyBOrganisationId)
    throw new RuleBroken('SIGNING.WRONG_SUBJECT', 'The signing is about this organisation', {
      errors: [{ pointer: '/partyB', detail: 'Is the subject', code: 'SIGNING.WRONG_SUBJECT' }],
    });
}
