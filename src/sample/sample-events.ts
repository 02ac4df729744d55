import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/actor';
import { addDays, type Clock, dayOf } from '../common/clock';
import type { InviteGuest } from '../events/guests/guest.schema';
import { GuestService } from '../events/guests/guest.service';
import { SessionService } from '../events/sessions/session.service';
import { OrganisationService } from '../organisations/organisation.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { readNeeds, readProjects } from './sample-files';
import type { Seeded } from './sample-seeder';

/** The activity that the sample's organiser runs, and the park that hosts its day. */
const ACTIVITY = 4;
const PARK = 'NO.1';
const DAYS_AHEAD = 14;
const HOSTS = 6;
const VISITORS = 8;
const SLOTS = [
  { from: '09:00', to: '09:20' },
  { from: '09:25', to: '09:45' },
  { from: '09:50', to: '10:10' },
  { from: '10:15', to: '10:35' },
];

/** A day of meetings that is being prepared: guests have been invited, most have said they come. */
@Injectable()
export class SampleEvents {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly guests: GuestService,
    private readonly organisations: OrganisationService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  async seed({ organisations, activities }: Seeded): Promise<void> {
    const session = await this.sessions.create(SYSTEM, {
      activity: activities.get(ACTIVITY) ?? '',
      park: PARK,
      title: '供需对接会',
      heldOn: addDays(dayOf(this.clock.now()), DAYS_AHEAD),
      venue: '路演厅',
      slots: SLOTS,
      tables: HOSTS,
      meetingLimit: SLOTS.length,
      reminds: false,
    });
    const technology = readNeeds().filter(({ input }) => input.kind === 'technology');
    const idsOf = (records: readonly { owner: string | undefined }[], most: number) =>
      [...new Set(records.flatMap(({ owner }) => organisations.get(owner ?? '') ?? []))].slice(0, most);
    const hosts = idsOf(technology, HOSTS);
    const visitors = idsOf(readProjects(), VISITORS + HOSTS).filter((id) => !hosts.includes(id));
    const names = await this.database.as(SYSTEM, (tx) =>
      this.organisations.namesOf([...hosts, ...visitors], tx),
    );
    const invited = (side: InviteGuest['side']) => (organisation: string, at: number) => ({
      side,
      organisation,
      label: names.get(organisation) ?? '',
      park: PARK,
      needs: [],
      projects: [],
      talents: [],
      details: { name: `样例来宾${at + 1}`, phone: `1380000${side === 'host' ? 1001 + at : 2001 + at}` },
    });
    const guests = [...hosts.map(invited('host')), ...visitors.slice(0, VISITORS).map(invited('visitor'))];
    const made = await this.guests.invite(SYSTEM, session.id, { guests, walkIn: false });
    // The last to be invited has not answered yet.
    for (const { id: guestId, version } of made.slice(0, -1)) {
      const answer = { pitches: false, signs: false, wishes: [], away: [] };
      await this.guests.reply(SYSTEM, { sessionId: session.id, guestId }, version, {
        reply: 'accepted',
        ...answer,
      });
    }
  }
}
