import account from './en/account.json';
import audit from './en/audit.json';
import core from './en/core.json';
import duplicates from './en/duplicates.json';
import events from './en/events.json';
import forecast from './en/forecast.json';
import goals from './en/goals.json';
import intake from './en/intake.json';
import jobs from './en/jobs.json';
import matches from './en/matches.json';
import notices from './en/notices.json';
import organisations from './en/organisations.json';
import plan from './en/plan.json';
import privacy from './en/privacy.json';
import records from './en/records.json';
import reports from './en/reports.json';
import screening from './en/screening.json';
import session from './en/session.json';
import setup from './en/setup.json';
import signings from './en/signings.json';
import views from './en/views.json';
import vocabularies from './en/vocabularies.json';

/** Every sentence of the client in English, area by area as in Chinese. */
const en = {
  ...account,
  ...audit,
  ...core,
  ...duplicates,
  ...events,
  ...forecast,
  ...goals,
  ...intake,
  ...jobs,
  ...matches,
  ...notices,
  ...organisations,
  ...plan,
  ...privacy,
  ...records,
  ...reports,
  ...screening,
  ...session,
  ...setup,
  ...signings,
  ...views,
  ...vocabularies,
};
export default en;
