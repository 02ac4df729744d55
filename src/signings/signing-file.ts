import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { countedAmounts } from './counted-amounts';
import { type ProvenLevel, provenLevels } from './proven-levels';
import type { SigningDocumentEntity } from './signing-document.entity';
import type { SigningMilestoneEntity } from './signing-milestone.entity';
import { SigningPartRepository } from './signing-part.repository';
import type { SigningSubjectEntity } from './signing-subject.entity';
import type { Amounts, SigningEntity } from './signing.entity';

/** A signing with all that belongs to it, removed papers and withdrawn milestones left out. */
export interface SigningFile {
  signing: SigningEntity;
  subjects: SigningSubjectEntity[];
  documents: SigningDocumentEntity[];
  milestones: SigningMilestoneEntity[];
  /** Whatever the state of the confirmation: only a confirmed signing is credited. */
  provenLevels: ProvenLevel[];
  /** Whole 元 that its papers let count. */
  countedAmounts: Amounts;
}

@Injectable()
export class SigningFiles {
  constructor(private readonly parts: SigningPartRepository) {}

  async read(signing: SigningEntity, tx: EntityManager): Promise<SigningFile> {
    const subjects = await this.parts.findSubjects(signing.id, tx);
    const documents = await this.parts.findDocuments(signing.id, tx);
    const milestones = await this.parts.findMilestones(signing.id, tx);
    return {
      signing,
      subjects,
      documents,
      milestones,
      provenLevels: provenLevels(signing.kind, documents, milestones, subjects),
      countedAmounts: countedAmounts(signing.amounts, documents),
    };
  }
}
