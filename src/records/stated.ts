import type { EntityManager } from 'typeorm';
import type { Confidentiality, Visibility } from '../taxonomy/need.vocabulary';
import type { Placement } from './placement';
import type { RecordEntity } from './record.entity';

/** The shared fields as a caller sends them; for a PATCH null takes one away and undefined leaves it. */
export interface SharedInput {
  park?: string | null | undefined;
  organisation?: string | null | undefined;
  title?: string | undefined;
  text?: string | undefined;
  tags?: string[] | undefined;
  confidentiality?: Confidentiality | undefined;
  visibility?: Visibility | null | undefined;
  publicSummary?: string | null | undefined;
  expiresOn?: string | null | undefined;
}

type Stated = Pick<RecordEntity, 'title' | 'text' | 'tags' | 'publicSummary' | 'expiresOn'>;

/** The shared columns that a new record's input states. */
export const sharedContent = (
  input: SharedInput & { title: string; text: string; tags: string[] },
): Stated => ({
  title: input.title,
  text: input.text,
  tags: input.tags,
  publicSummary: input.publicSummary ?? null,
  expiresOn: input.expiresOn ?? null,
});

/** The shared columns that a PATCH changes. */
export async function sharedChanges(
  input: SharedInput,
  placement: Placement,
  tx: EntityManager,
): Promise<Partial<Omit<RecordEntity, 'details'>>> {
  const { park, organisation, visibility, title, text, tags, confidentiality, publicSummary, expiresOn } =
    input;
  return definedOf<Partial<Omit<RecordEntity, 'details'>>>({
    title,
    text,
    tags,
    confidentiality,
    publicSummary,
    expiresOn,
    visibility: visibility ?? undefined,
    parkId: park == null ? undefined : await placement.parkId(park, tx),
    organisationId:
      organisation == null ? organisation : await placement.requireOrganisation(organisation, tx),
  });
}

/** Without the keys that hold undefined, which would overwrite what is there. */
export const definedOf = <T extends object>(changes: T): T =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as T;
