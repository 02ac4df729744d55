import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { Forbidden, NotFound } from '../../common/errors';
import { AuditService } from '../../identity/audit/audit.service';
import { NeedRepository } from '../../needs/need.repository';
import { Database } from '../../platform/database/database';
import { ProjectRepository } from '../../projects/project.repository';
import { canEdit } from '../../records/record-rights';
import type { RowContact } from '../table/interpret-row';
import { ImportRowRepository } from './import-row.repository';
import { RowContents } from './row-content';

/** Whom a list named to be asked about a need or project, for those at home with it. */
@Injectable()
export class ListedContactService {
  constructor(
    private readonly database: Database,
    private readonly needs: NeedRepository,
    private readonly projects: ProjectRepository,
    private readonly rows: ImportRowRepository,
    private readonly contents: RowContents,
    private readonly audit: AuditService,
  ) {}

  /**
   * In clear; that it was looked at is kept with the reason.
   * @throws 404 RECORD.NOT_FOUND, IMPORT.NO_CONTACT; 403 RECORD.NOT_YOURS
   */
  reveal(actor: Actor, recordId: string, reason: string): Promise<RowContact> {
    return this.database.as(actor, async (tx) => {
      const need = await this.needs.find(recordId, tx);
      const record = need ?? (await this.projects.find(recordId, tx));
      if (!record) throw new NotFound('RECORD.NOT_FOUND', 'There is no such record');
      if (!canEdit(actor, record))
        throw new Forbidden('RECORD.NOT_YOURS', 'This record is for another park to ask about');
      const row = await this.rows.findContact(recordId, tx);
      const contact = row && this.contents.openContact(row);
      if (!contact) throw new NotFound('IMPORT.NO_CONTACT', 'The list named no contact');
      const subject = {
        subjectKind: need ? 'need' : 'project',
        subjectId: recordId,
        detail: { record: record.code, reason },
      };
      await this.audit.record(actor, 'contact.revealed', subject, tx);
      return contact;
    });
  }
}
