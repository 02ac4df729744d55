import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { NeedRepository } from '../../needs/need.repository';
import { OrganisationService } from '../../organisations/organisation.service';
import { Database } from '../../platform/database/database';
import { ProjectRepository } from '../../projects/project.repository';
import type { RecordFilter } from '../../records/record.repository';
import type { OrganisationSuggestionView } from './suggestion.schema';
import { SuggestionService } from './suggestion.service';

/** So many of its latest needs, and of its projects, speak for an organisation. */
const LATEST = 20;
/** UTF-16 units read of each. */
const READ = 2_000;

/** Tags for an organisation, which states none itself. */
@Injectable()
export class OrganisationSuggestionService {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationService,
    private readonly needs: NeedRepository,
    private readonly projects: ProjectRepository,
    private readonly suggestions: SuggestionService,
  ) {}

  /**
   * From its name and from what it has published, as far as the reader may know that it is from there.
   * @throws 404 ORGANISATION.NOT_FOUND
   */
  async suggest(actor: Actor, organisationId: string): Promise<OrganisationSuggestionView> {
    const { name, texts } = await this.database.as(actor, async (tx) => ({
      name: (await this.organisations.require(organisationId, tx)).name,
      texts: await this.published(organisationId, tx),
    }));
    const items = await this.suggestions.suggest({ title: name, text: texts.join('\n') });
    return {
      records: texts.length,
      items: items.map(({ words, ...tag }) => ({
        ...tag,
        words: [...new Set(words.map(({ text }) => text))],
      })),
    };
  }

  private async published(organisationId: string, tx: EntityManager): Promise<string[]> {
    const filter: RecordFilter = {
      organisationId,
      status: ['published', 'engaged', 'closed'],
      sort: 'updated',
      limit: LATEST,
    };
    const needs = await this.needs.page(filter, {}, tx);
    const projects = await this.projects.page(filter, {}, tx);
    return [...needs.items, ...projects.items].map(({ title, text }) => `${title}\n${text.slice(0, READ)}`);
  }
}
