import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttachmentService } from '../attachments/attachment.service';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { newId } from '../common/ids';
import { InjectClock } from '../platform/clock/clock.module';
import { agreementOf, type Paper } from './proven-levels';
import type { SigningDocumentEntity } from './signing-document.entity';
import { SigningPartRepository } from './signing-part.repository';
import type { PaperInput } from './signing.schema';
import type { SigningEntity } from './signing.entity';

/** What the papers decide of a signing itself. */
export type Agreed = Pick<SigningEntity, 'level' | 'form' | 'contractOn'>;

/** Keeps the papers of signings with their files. */
@Injectable()
export class SigningPapers {
  constructor(
    private readonly parts: SigningPartRepository,
    private readonly attachments: AttachmentService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Adds papers; a file may hold several of them, and belongs to the signing from then on.
   * @throws 404 ATTACHMENT.NOT_FOUND, 409 ATTACHMENT.ATTACHED for a file that is not the actor's to hand in
   */
  async add(
    actor: Actor,
    signing: SigningEntity,
    inputs: readonly PaperInput[],
    tx: EntityManager,
  ): Promise<SigningDocumentEntity[]> {
    const held = await this.attachments.listOf('signing', signing.id, tx);
    const known = new Set(held.map(({ id }) => id));
    const files = new Set(inputs.map(({ attachment }) => attachment).filter((id) => !known.has(id)));
    for (const file of files) await this.attachments.attach(file, placeOf(signing), tx);
    const rows = inputs.map((input): SigningDocumentEntity => ({
      id: newId(),
      signingId: signing.id,
      kind: input.kind,
      attachmentId: input.attachment,
      number: input.number ?? null,
      datedOn: input.datedOn,
      particulars: input.particulars,
      certifiedAmount: input.certifiedAmount ?? null,
      addedBy: actor.userId,
      addedAt: this.clock.now(),
      removedBy: null,
      removedAt: null,
      sampleSet: signing.sampleSet,
    }));
    await this.parts.addDocuments(rows, tx);
    return rows;
  }

  /** Whether the file was uploaded as one that holds people's data. */
  async isPersonal(signing: SigningEntity, attachmentId: string, tx: EntityManager): Promise<boolean> {
    const files = await this.attachments.listOf('signing', signing.id, tx);
    return files.some(({ id, personal }) => id === attachmentId && personal);
  }

  remove(actor: Actor, document: SigningDocumentEntity, tx: EntityManager): Promise<void> {
    const removed = { removedBy: actor.userId, removedAt: this.clock.now() };
    return this.parts.removeDocument(document.id, removed, tx);
  }
}

/** Papers outrank what was stated: their form always, their day where none was stated. */
export function agreedBy(
  papers: readonly Paper[],
  stated: Pick<SigningEntity, 'kind' | 'form' | 'contractOn'>,
): Agreed {
  const agreement = agreementOf(stated.kind, papers);
  return {
    level: agreement?.level ?? null,
    form: agreement?.form ?? stated.form,
    contractOn: stated.contractOn ?? (agreement?.level === 'signed' ? agreement.on : null),
  };
}

const placeOf = ({ id, parkId }: SigningEntity) => ({
  kind: 'signing',
  id,
  parkId,
  organisationId: null,
  visibility: 'sealed' as const,
});
