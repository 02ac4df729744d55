import type { Actor } from '../common/actor';
import type { RecordEntity } from './record.entity';

/** What decides who may do what with a record. */
export type Held = Pick<RecordEntity, 'organisationId' | 'parkId' | 'ownerUserId'>;

/** The park's officers and lead, and the platform: they check, publish and return. */
export const canDecide = (actor: Actor, record: Held): boolean =>
  actor.role === 'manager' ||
  actor.role === 'system' ||
  ((actor.role === 'officer' || actor.role === 'park-lead') &&
    record.parkId !== null &&
    actor.parkIds.includes(record.parkId));

/** Who may change the record: its park, its organisation, the person it is about. Mirrors app.edits_record. */
export const canEdit = (actor: Actor, record: Held): boolean =>
  canDecide(actor, record) ||
  (actor.role === 'enterprise' &&
    record.organisationId !== null &&
    record.organisationId === actor.organisationId) ||
  ((actor.role === 'project-owner' || actor.role === 'talent') &&
    record.ownerUserId !== null &&
    record.ownerUserId === actor.userId);

/** Who reads all of the record, whatever its confidentiality (contact is never part of it). */
export const isAtHome = (actor: Actor, record: Held): boolean =>
  canEdit(actor, record) ||
  actor.role === 'auditor' ||
  actor.role === 'worker' ||
  (record.ownerUserId !== null && record.ownerUserId === actor.userId);
