import { Injectable } from '@nestjs/common';
import { NeedRepository } from '../needs/need.repository';
import { ProjectRepository } from '../projects/project.repository';
import { TalentRepository } from '../talent/talent.repository';

/** The tables that lists are stored in. */
@Injectable()
export class ImportTables {
  constructor(
    readonly needs: NeedRepository,
    readonly projects: ProjectRepository,
    readonly talents: TalentRepository,
  ) {}
}
