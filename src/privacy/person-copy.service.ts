import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../common/actor';
import type { Clock } from '../common/clock';
import { AuditService } from '../identity/audit/audit.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { TalentPresenter } from '../talent/talent-presenter';
import { PersonFile } from './person-file';
import { PersonGuard } from './person.guard';
import type { PersonCopy } from './privacy.schema';

/** A copy of all that is kept of a person, for that person. */
@Injectable()
export class PersonCopyService {
  constructor(
    private readonly database: Database,
    private readonly guard: PersonGuard,
    private readonly file: PersonFile,
    private readonly presenter: TalentPresenter,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** The profiles that the actor keeps, or all of them for the person; the copy is noted in the log. @throws 404 */
  async of(actor: Actor, personId: string): Promise<PersonCopy> {
    const own = await this.guard.requireOwn(actor, personId);
    await this.database.as(actor, (tx) =>
      this.audit.record(actor, 'person.copied', { subjectKind: 'person', subjectId: personId }, tx),
    );
    return this.database.as(SYSTEM, async (tx) => ({
      ...(await this.file.read(personId, own, tx)),
      profiles: await this.presenter.views(SYSTEM, own, tx),
      madeAt: this.clock.now().toISOString(),
    }));
  }
}
