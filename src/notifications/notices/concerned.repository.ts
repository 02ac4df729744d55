import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { News } from '../../queues/job-catalogue';

/** What happened, as far as it may be told, and to whom. */
export interface Concerned {
  code: string;
  parkId: string | null;
  /** Accounts that are told. */
  userIds: string[];
}

type Subject = 'need' | 'project' | 'talent' | 'share' | 'signing' | 'session';

/** Each query gives code and park of the thing, and the account, organisation, or role in its park that it concerns. */
const RECORD = (table: 'needs' | 'projects' | 'talents') => `
  SELECT code, park_id AS park, owner_user_id AS person, organisation_id AS organisation FROM ${table} WHERE id = $1`;
const ABOUT: Record<Subject, string> = {
  need: RECORD('needs'),
  project: RECORD('projects'),
  talent: RECORD('talents'),
  share: `SELECT m.code AS match_code, coalesce(n.code, p.code) AS code, s.park_id AS park, s.shared_by AS person,
      s.organisation_id AS organisation
    FROM match_shares s JOIN matches m ON m.id = s.match_id
      LEFT JOIN needs n ON n.id = s.demand_id LEFT JOIN projects p ON p.id = s.demand_id
    WHERE s.id = $1 AND s.withdrawn_at IS NULL`,
  signing: `SELECT code, park_id AS park, recorded_by AS person, NULL::uuid AS organisation FROM signings WHERE id = $1`,
  session: `SELECT s.title AS code, s.park_id AS park, s.activity_id AS activity, NULL::uuid AS person, NULL::uuid AS organisation,
      ARRAY(SELECT DISTINCT g.park_id FROM session_follow_ups f JOIN session_meetings m ON m.id = f.meeting_id
        JOIN session_guests g ON g.id IN (m.host_id, m.visitor_id)
        WHERE m.session_id = s.id AND f.done_at IS NULL AND g.park_id IS NOT NULL) AS parks
    FROM activity_sessions s WHERE s.id = $1`,
};

interface About {
  code: string;
  match_code?: string;
  park: string | null;
  person: string | null;
  organisation: string | null;
  /** Other parks that it concerns. */
  parks?: string[];
  /** Whose organiser it concerns. */
  activity?: string;
}

/** Whom each kind of news concerns. */
type Audience = 'organiser' | 'park' | 'leads' | 'managers' | 'owner' | 'organisation';
const AUDIENCES: Record<News, readonly Audience[]> = {
  'need-submitted': ['park'],
  'need-accepted': ['owner', 'organisation'],
  'need-published': ['owner', 'organisation'],
  'need-returned': ['owner', 'organisation'],
  'need-declined': ['owner', 'organisation'],
  'project-submitted': ['park'],
  'project-accepted': ['owner', 'organisation'],
  'project-published': ['owner', 'organisation'],
  'project-returned': ['owner', 'organisation'],
  'project-declined': ['owner', 'organisation'],
  'talent-submitted': ['park'],
  'talent-accepted': ['owner'],
  'talent-published': ['owner'],
  'talent-returned': ['owner'],
  'talent-declined': ['owner'],
  'share-sent': ['organisation'],
  'share-answered': ['owner'],
  'signing-recorded': ['leads'],
  'signing-passed': ['managers'],
  'signing-returned': ['owner'],
  'signing-confirmed': ['owner'],
  'session-follow-ups': ['park', 'organiser'],
};

@Injectable()
export class ConcernedRepository {
  /** Undefined for what is gone by now. Closed accounts are told nothing. */
  async of(news: News, id: string, tx: EntityManager): Promise<Concerned | undefined> {
    const subject = news.split('-')[0] as Subject;
    const [about] = await tx.query<About[]>(ABOUT[subject], [id]);
    if (!about) return undefined;
    const asked = new Set(AUDIENCES[news]);
    const rows = await tx.query<{ id: string }[]>(
      `SELECT u.id FROM users u
       WHERE u.disabled_at IS NULL AND (
         ($1 AND u.id = $5)
         OR ($2 AND u.role = 'enterprise' AND u.organisation_id = $6)
         OR ($3 AND u.role IN ('officer', 'park-lead') AND ($4 OR u.role = 'park-lead')
           AND EXISTS (SELECT FROM user_parks p WHERE p.user_id = u.id AND p.park_id = ANY ($7)))
         OR ($8 AND u.role = 'manager')
         OR ($9 AND u.role = 'organiser'
           AND EXISTS (SELECT FROM user_activities a WHERE a.user_id = u.id AND a.activity_id = $10)))
       ORDER BY u.id`,
      [
        asked.has('owner'),
        asked.has('organisation'),
        asked.has('park') || asked.has('leads'),
        asked.has('park'),
        about.person,
        about.organisation,
        [about.park, ...(about.parks ?? [])].filter((park) => park !== null),
        asked.has('managers'),
        asked.has('organiser'),
        about.activity ?? null,
      ],
    );
    const code = news === 'share-answered' ? (about.match_code ?? about.code) : about.code;
    return { code, parkId: about.park, userIds: rows.map((row) => row.id) };
  }
}
