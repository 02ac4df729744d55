import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FieldError } from '../common/errors';
import { newId } from '../common/ids';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { PersonKeys } from '../platform/crypto/person-keys';
import { type Identified, PersonIdentities } from '../talent/person-identities';
import { PersonService } from '../talent/person.service';
import type { TalentTier } from '../taxonomy/talent.vocabulary';
import { type RosterLine, type RosterLineView, rosterWork } from './roster.schema';
import { SigningPartRepository } from './signing-part.repository';
import type { SigningSubjectEntity } from './signing-subject.entity';
import type { SigningEntity } from './signing.entity';
import { subjectFacts } from './subject-facts.schema';

/** A line with its number, from 1, and the digest its person is known by. */
interface Numbered {
  line: number;
  stated: RosterLine;
  digest: string;
}

/** Turns the lines of a roster into persons and subjects; what a line says is encrypted with the person's own key. */
@Injectable()
export class RosterLines {
  constructor(
    private readonly parts: SigningPartRepository,
    private readonly identities: PersonIdentities,
    private readonly persons: PersonService,
    private readonly cipher: FieldCipher,
    private readonly keys: PersonKeys,
  ) {}

  /** Adds the lines and answers what is wrong with any of them; the caller takes all back when something is. */
  async add(
    signing: SigningEntity,
    tier: TalentTier,
    lines: readonly RosterLine[],
    tx: EntityManager,
  ): Promise<FieldError[]> {
    const numbered = lines.map((stated, at): Numbered => ({
      line: at + 1,
      stated,
      digest: this.identities.indexOf(stated.idNumber).toString('hex'),
    }));
    const first = new Map(numbered.toReversed().map((line) => [line.digest, line]));
    // In one order for every roster, so that two of them never wait for each other.
    const distinct = [...first.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
    const errors = numbered
      .filter((line) => first.get(line.digest) !== line)
      .map(({ line }) => errorAt(line, 'SIGNING.ROSTER_TWICE'));
    const persons = await this.identities.ensureAll(
      distinct.map(({ stated }) => stated),
      signing.parkId,
      signing.sampleSet,
      tx,
    );
    const keys = await this.keys.keysOf(
      persons.map(({ personId }) => personId),
      tx,
    );
    const subjects = persons.flatMap((person, at) => {
      const { line, stated } = distinct[at] as Numbered;
      const key = keys.get(person.personId);
      if (person.name === stated.name && key)
        return [this.subjectOf(signing, tier, line, stated, person, key)];
      errors.push(errorAt(line, 'SIGNING.ROSTER_OTHER_NAME', 'name'));
      return [];
    });
    const added = await this.parts.addSubjects(subjects, tx);
    for (const { id, line } of subjects)
      if (!added.has(id)) errors.push(errorAt(line ?? 0, 'SIGNING.ROSTER_ELSEWHERE'));
    return errors.sort((a, b) => a.pointer.localeCompare(b.pointer, 'en', { numeric: true }));
  }

  async list(signingId: string, tx: EntityManager): Promise<RosterLineView[]> {
    const subjects = await this.parts.findRoster(signingId, tx);
    const names = await this.persons.namesOf(
      subjects.map(({ subjectId }) => subjectId),
      tx,
    );
    const keys = await this.keys.findAll(
      subjects.map(({ subjectId }) => subjectId),
      tx,
    );
    return subjects.map(({ id, subjectId, line, rosterLine }) => {
      const personKey = keys.get(subjectId);
      const work =
        rosterLine && personKey
          ? rosterWork.parse(JSON.parse(this.cipher.decrypt(rosterLine, placeOf(id, personKey))))
          : null;
      return { subjectId: id, line: line ?? 0, name: names.get(subjectId) ?? null, work };
    });
  }

  private subjectOf(
    signing: SigningEntity,
    tier: TalentTier,
    line: number,
    { name: _name, idNumber: _idNumber, ...work }: RosterLine,
    person: Identified,
    personKey: Buffer,
  ): SigningSubjectEntity {
    const id = newId();
    return {
      id,
      signingId: signing.id,
      subjectKind: 'person',
      subjectId: person.personId,
      facts: subjectFacts.parse({
        tier,
        skillLevel: work.skillLevel,
        engagement: 'full-time',
        regionOfOrigin: signing.regionOfOrigin ?? undefined,
        onBoardOn: work.onBoardOn,
        socialInsuranceFrom: work.socialInsuranceFrom,
      }),
      line,
      rosterLine: this.cipher.encrypt(JSON.stringify(work), placeOf(id, personKey)),
      personIndex: person.index,
      live: true,
      sampleSet: signing.sampleSet,
    };
  }
}

const placeOf = (rowId: string, personKey: Buffer) => ({
  table: 'signing_subjects',
  column: 'roster_line',
  rowId,
  personKey,
});

const errorAt = (line: number, code: string, field = 'idNumber'): FieldError => ({
  pointer: `/lines/${line - 1}/${field}`,
  detail: `Line ${line} was refused`,
  code,
});
