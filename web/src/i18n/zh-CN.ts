import account from './zh-CN/account.json';
import audit from './zh-CN/audit.json';
import core from './zh-CN/core.json';
import duplicates from './zh-CN/duplicates.json';
import events from './zh-CN/events.json';
import forecast from './zh-CN/forecast.json';
import goals from './zh-CN/goals.json';
import intake from './zh-CN/intake.json';
import jobs from './zh-CN/jobs.json';
import matches from './zh-CN/matches.json';
import notices from './zh-CN/notices.json';
import organisations from './zh-CN/organisations.json';
import plan from './zh-CN/plan.json';
import privacy from './zh-CN/privacy.json';
import records from './zh-CN/records.json';
import reports from './zh-CN/reports.json';
import screening from './zh-CN/screening.json';
import session from './zh-CN/session.json';
import setup from './zh-CN/setup.json';
import signings from './zh-CN/signings.json';
import views from './zh-CN/views.json';
import vocabularies from './zh-CN/vocabularies.json';

/** Every sentence of the client in Chinese: the words used everywhere, then a file for each area. */
const zh = {
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
export default zh;
