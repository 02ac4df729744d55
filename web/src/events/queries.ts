import type { Page as PageOf } from '@server/common/page';
import type { BriefView } from '@server/events/brief/brief.schema';
import type { FollowUpView } from '@server/events/follow-ups/follow-up.schema';
import type { GuestView } from '@server/events/guests/guest.schema';
import type { TimetableView } from '@server/events/meetings/meeting.schema';
import type { SessionView } from '@server/events/sessions/session.schema';
import type { LettersView } from '@server/notifications/letters/letter.schema';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';

export const sessionsQuery = queryOptions({
  queryKey: ['events'],
  queryFn: ({ signal }) => get<PageOf<SessionView>>('/activity-sessions', { signal, query: { limit: 200 } }),
});

export const sessionQueryOf = (id: string) =>
  queryOptions({
    queryKey: ['events', id],
    queryFn: ({ signal }) => get<SessionView>(`/activity-sessions/${id}`, { signal }),
  });

export const guestsQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'guests'],
    queryFn: ({ signal }) => get<GuestView[]>(`/activity-sessions/${id}/guests`, { signal }),
  });

/** Looked at again until what was asked for has gone out. */
export const lettersQuery = (id: string, kind: string, locale: string) =>
  queryOptions({
    queryKey: ['events', id, 'letters', kind, locale],
    queryFn: ({ signal }) =>
      get<LettersView>(`/activity-sessions/${id}/letters`, { signal, query: { kind, locale } }),
    refetchInterval: ({ state }) =>
      state.data?.guests.some((guest) => guest.state === 'waiting') ? 2_000 : false,
  });

export const timetableQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'timetable'],
    queryFn: ({ signal }) => get<TimetableView>(`/activity-sessions/${id}/timetable`, { signal }),
  });

export const briefQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'brief'],
    queryFn: ({ signal }) => get<BriefView>(`/activity-sessions/${id}/brief`, { signal }),
  });

export const followUpsQuery = (session?: string) =>
  queryOptions({
    queryKey: ['events', 'follow-ups', session],
    queryFn: ({ signal }) =>
      get<PageOf<FollowUpView>>('/follow-ups', { signal, query: { limit: 200, session } }),
  });
