import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { Database } from '../platform/database/database';
import { SigningRecorder } from './signing-recorder';
import { SigningSubjects } from './signing-subjects';
import type { RecordSigning } from './signing.schema';
import { SigningService } from './signing.service';
import type { SigningView } from './signing.view';

/** Takes ordinary signings in: one subject each. */
@Injectable()
export class SigningIntake {
  constructor(
    private readonly database: Database,
    private readonly recorder: SigningRecorder,
    private readonly subjects: SigningSubjects,
    private readonly signings: SigningService,
  ) {}

  /**
   * Records a signing of a match, or a direct one, and moves the match.
   * @throws as SigningRecorder.record; 422 SIGNING.NO_SUBJECT
   */
  record(actor: Actor, input: RecordSigning, sampleSet: string | null = null): Promise<SigningView> {
    return this.database.as(actor, async (tx) => {
      const sample = sampleSet ?? (await this.subjects.sampleSetOf(input, tx));
      const signing = await this.recorder.record(actor, input, sample, tx);
      const subject = await this.subjects.keyOf(signing, input.establishment, tx);
      await this.subjects.add(signing, subject, tx);
      return this.signings.view(signing.id, tx);
    });
  }
}
