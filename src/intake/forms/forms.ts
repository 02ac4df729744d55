import type { Form, ImportKind } from './form';
import { hiringNeedForm } from './hiring-need.form';
import { organisationForm } from './organisation.form';
import { projectForm } from './project.form';
import { rosterForm } from './roster.form';
import { talentForm } from './talent.form';
import { technologyNeedForm } from './technology-need.form';

/** Every form there is, by kind. */
export const FORMS: Readonly<Record<ImportKind, Form>> = {
  'technology-needs': technologyNeedForm,
  'hiring-needs': hiringNeedForm,
  projects: projectForm,
  talents: talentForm,
  rosters: rosterForm,
  organisations: organisationForm,
};
