import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { sessionQuery } from '../session/session';
import { PageSkeleton } from '../ui/page-skeleton';
import { Lost } from './lost';
import { homeOf } from './navigation';
import { partOf } from './reachable';
import { RouteFailure } from './route-failure';
import { Shell } from './shell';
import * as searches from './searches';

/** A screen, fetched when it is opened. */
const screen: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(partOf(load), name);

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: searches.signIn,
  component: screen(() => import('../session/sign-in.screen'), 'SignInScreen'),
});

/** Everything but the sign-in: who is not signed in comes back here after it. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session || session.pending)
      return redirect({ to: '/sign-in', search: { to: location.href }, throw: true });
    const home = homeOf(session.user.role);
    if (location.pathname === '/' && home !== '/') redirect({ to: home, throw: true });
  },
});

const desk = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: screen(() => import('../desk/desk.screen'), 'DeskScreen'),
});

const needs = createRoute({
  getParentRoute: () => shell,
  path: '/needs',
  validateSearch: searches.records,
  component: screen(() => import('../records/needs.screen'), 'NeedsScreen'),
});

const recordForms = () => import('../records/record-form.screens');

const newNeed = createRoute({
  getParentRoute: () => shell,
  path: '/needs/new',
  validateSearch: searches.newNeed,
  component: screen(recordForms, 'NewNeedScreen'),
});

const need = createRoute({
  getParentRoute: () => shell,
  path: '/needs/$id',
  validateSearch: searches.record,
  component: screen(() => import('../records/need.screen'), 'NeedScreen'),
});

const editNeed = createRoute({
  getParentRoute: () => shell,
  path: '/needs/$id/edit',
  component: screen(recordForms, 'EditNeedScreen'),
});

const projects = createRoute({
  getParentRoute: () => shell,
  path: '/projects',
  validateSearch: searches.records,
  component: screen(() => import('../records/projects.screen'), 'ProjectsScreen'),
});

const project = createRoute({
  getParentRoute: () => shell,
  path: '/projects/$id',
  validateSearch: searches.record,
  component: screen(() => import('../records/project.screen'), 'ProjectScreen'),
});

const newProject = createRoute({
  getParentRoute: () => shell,
  path: '/projects/new',
  component: screen(recordForms, 'NewProjectScreen'),
});

const editProject = createRoute({
  getParentRoute: () => shell,
  path: '/projects/$id/edit',
  component: screen(recordForms, 'EditProjectScreen'),
});

const talents = createRoute({
  getParentRoute: () => shell,
  path: '/talents',
  validateSearch: searches.records,
  component: screen(() => import('../records/talents.screen'), 'TalentsScreen'),
});

const talent = createRoute({
  getParentRoute: () => shell,
  path: '/talents/$id',
  validateSearch: searches.record,
  component: screen(() => import('../records/talent.screen'), 'TalentScreen'),
});

const newTalent = createRoute({
  getParentRoute: () => shell,
  path: '/talents/new',
  component: screen(recordForms, 'NewTalentScreen'),
});

const editTalent = createRoute({
  getParentRoute: () => shell,
  path: '/talents/$id/edit',
  component: screen(recordForms, 'EditTalentScreen'),
});

const review = createRoute({
  getParentRoute: () => shell,
  path: '/review/$pairKind/$demandId',
  validateSearch: searches.review,
  component: screen(() => import('../review/review.screen'), 'ReviewScreen'),
});

const match = createRoute({
  getParentRoute: () => shell,
  path: '/matches/$id',
  component: screen(() => import('../match/match.screen'), 'MatchScreen'),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/board',
  component: screen(() => import('../board/board.screen'), 'BoardScreen'),
});

const compare = createRoute({
  getParentRoute: () => shell,
  path: '/compare/$pairKind/$demandId',
  validateSearch: searches.compare,
  component: screen(() => import('../compare/compare.screen'), 'CompareScreen'),
});

const signings = createRoute({
  getParentRoute: () => shell,
  path: '/signings',
  validateSearch: searches.signings,
  component: screen(() => import('../signings/signings.screen'), 'SigningsScreen'),
});

const newSigning = createRoute({
  getParentRoute: () => shell,
  path: '/signings/new',
  validateSearch: searches.newSigning,
  component: screen(() => import('../signings/signing-form.screen'), 'SigningFormScreen'),
});

const newRoster = createRoute({
  getParentRoute: () => shell,
  path: '/signings/roster',
  component: screen(() => import('../signings/roster/roster-form.screen'), 'RosterFormScreen'),
});

const conflicts = createRoute({
  getParentRoute: () => shell,
  path: '/signings/conflicts',
  component: screen(() => import('../signings/conflicts.screen'), 'ConflictsScreen'),
});

const signing = createRoute({
  getParentRoute: () => shell,
  path: '/signings/$id',
  component: screen(() => import('../signings/signing.screen'), 'SigningScreen'),
});

const targets = createRoute({
  getParentRoute: () => shell,
  path: '/targets',
  validateSearch: searches.targets,
  component: screen(() => import('../targets/targets.screen'), 'TargetsScreen'),
});

const plan = createRoute({
  getParentRoute: () => shell,
  path: '/plan',
  validateSearch: searches.plan,
  component: screen(() => import('../plan/plan.screen'), 'PlanScreen'),
});

const newPlan = createRoute({
  getParentRoute: () => shell,
  path: '/plan/new',
  validateSearch: searches.newPlan,
  component: screen(() => import('../plan/plan-editor.screen'), 'PlanEditorScreen'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: searches.audit,
  component: screen(() => import('../audit/audit.screen'), 'AuditScreen'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  validateSearch: searches.imports,
  component: screen(() => import('../intake/imports.screen'), 'ImportsScreen'),
});

const duplicates = createRoute({
  getParentRoute: () => shell,
  path: '/duplicates',
  validateSearch: searches.duplicates,
  component: screen(() => import('../duplicates/duplicates.screen'), 'DuplicatesScreen'),
});

const merge = createRoute({
  getParentRoute: () => shell,
  path: '/duplicates/$kind/$from/$into',
  component: screen(() => import('../duplicates/merge.screen'), 'MergeScreen'),
});

const importList = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  component: screen(() => import('../intake/import.screen'), 'ImportScreen'),
});

const runs = createRoute({
  getParentRoute: () => shell,
  path: '/runs',
  component: screen(() => import('../runs/runs.screen'), 'RunsScreen'),
});

const notices = createRoute({
  getParentRoute: () => shell,
  path: '/notices',
  validateSearch: searches.settings,
  component: screen(() => import('../notices/notices.screen'), 'NoticesScreen'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  validateSearch: searches.settings,
  component: screen(() => import('../settings/settings.screen'), 'SettingsScreen'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: screen(() => import('../account/account.screen'), 'AccountScreen'),
});

const organisation = createRoute({
  getParentRoute: () => shell,
  path: '/organisations/$id',
  component: screen(() => import('../records/organisation.screen'), 'OrganisationScreen'),
});

const consent = createRoute({
  getParentRoute: () => root,
  path: '/consent/$token',
  component: screen(() => import('../privacy/consent.screen'), 'ConsentScreen'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  validateSearch: searches.invitation,
  component: screen(() => import('../events/invitation.screen'), 'InvitationScreen'),
});

const events = createRoute({
  getParentRoute: () => shell,
  path: '/events',
  validateSearch: searches.events,
  component: screen(() => import('../events/events.screen'), 'EventsScreen'),
});

const session = createRoute({
  getParentRoute: () => shell,
  path: '/events/$id',
  validateSearch: searches.session,
  component: screen(() => import('../events/session.screen'), 'SessionScreen'),
});

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  validateSearch: searches.reports,
  component: screen(() => import('../reports/reports.screen'), 'ReportsScreen'),
});

const shortlist = createRoute({
  getParentRoute: () => shell,
  path: '/shortlist/$pairKind/$demandId',
  component: screen(() => import('../reports/shortlist.screen'), 'ShortlistScreen'),
});

const shares = createRoute({
  getParentRoute: () => shell,
  path: '/shares',
  component: screen(() => import('../enterprise/shares.screen'), 'SharesScreen'),
});

const lost = createRoute({ getParentRoute: () => shell, path: '$', component: Lost });

const tree = root.addChildren([
  signIn,
  consent,
  invitation,
  shell.addChildren([
    desk,
    needs,
    newNeed,
    editNeed,
    need,
    projects,
    newProject,
    editProject,
    project,
    talents,
    newTalent,
    editTalent,
    talent,
    review,
    compare,
    match,
    board,
    signings,
    newSigning,
    newRoster,
    conflicts,
    signing,
    targets,
    plan,
    newPlan,
    audit,
    imports,
    importList,
    duplicates,
    merge,
    runs,
    notices,
    settings,
    account,
    organisation,
    shares,
    events,
    session,
    reports,
    shortlist,
    lost,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: RouteFailure,
  defaultPendingMs: 150,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
