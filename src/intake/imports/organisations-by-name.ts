import type { NamedOrganisation as Found } from '../../organisations/organisation.repository';
import type { NamedOrganisation } from '../forms/form';

/** Organisations found for a list, looked up as a row names them: by credit code, else by a name that only one bears. */
export class OrganisationsByName {
  private readonly byCode = new Map<string, Found>();
  private readonly byName = new Map<string, Found[]>();

  constructor(found: readonly Found[]) {
    for (const organisation of found) this.add(organisation);
  }

  add(organisation: Found): void {
    if (organisation.uscc !== null) this.byCode.set(organisation.uscc, organisation);
    const others = (this.byName.get(organisation.name) ?? []).filter(({ id }) => id !== organisation.id);
    this.byName.set(organisation.name, [...others, organisation]);
  }

  find({ name, uscc }: NamedOrganisation): Found | undefined {
    const named = this.byName.get(name) ?? [];
    if (uscc === undefined) return named.length === 1 ? named[0] : undefined;
    return this.byCode.get(uscc) ?? named.find((organisation) => organisation.uscc === null);
  }

  /** The name is borne, but only with other credit codes. */
  contradicts({ name, uscc }: NamedOrganisation): boolean {
    if (uscc === undefined || this.byCode.has(uscc)) return false;
    const named = this.byName.get(name) ?? [];
    return named.length > 0 && named.every((organisation) => organisation.uscc !== null);
  }
}
