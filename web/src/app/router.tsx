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
import { RouteFailure } from './route-failure';
import { Shell } from './shell';
import * as searches from './searches';

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: searches.signIn,
  component: lazyRouteComponent(() => import('../session/sign-in.screen'), 'SignInScreen'),
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
  component: lazyRouteComponent(() => import('../desk/desk.screen'), 'DeskScreen'),
});

const needs = createRoute({
  getParentRoute: () => shell,
  path: '/needs',
  validateSearch: searches.records,
  component: lazyRouteComponent(() => import('../records/needs.screen'), 'NeedsScreen'),
});

const recordForms = () => import('../records/record-form.screens');

const newNeed = createRoute({
  getParentRoute: () => shell,
  path: '/needs/new',
  validateSearch: searches.newNeed,
  component: lazyRouteComponent(recordForms, 'NewNeedScreen'),
});

const need = createRoute({
  getParentRoute: () => shell,
  path: '/needs/$id',
  validateSearch: searches.record,
  component: lazyRouteComponent(() => import('../records/need.screen'), 'NeedScreen'),
});

const editNeed = createRoute({
  getParentRoute: () => shell,
  path: '/needs/$id/edit',
  component: lazyRouteComponent(recordForms, 'EditNeedScreen'),
});

const projects = createRoute({
  getParentRoute: () => shell,
  path: '/projects',
  validateSearch: searches.records,
  component: lazyRouteComponent(() => import('../records/projects.screen'), 'ProjectsScreen'),
});

const project = createRoute({
  getParentRoute: () => shell,
  path: '/projects/$id',
  validateSearch: searches.record,
  component: lazyRouteComponent(() => import('../records/project.screen'), 'ProjectScreen'),
});

const newProject = createRoute({
  getParentRoute: () => shell,
  path: '/projects/new',
  component: lazyRouteComponent(recordForms, 'NewProjectScreen'),
});

const editProject = createRoute({
  getParentRoute: () => shell,
  path: '/projects/$id/edit',
  component: lazyRouteComponent(recordForms, 'EditProjectScreen'),
});

const talents = createRoute({
  getParentRoute: () => shell,
  path: '/talents',
  validateSearch: searches.records,
  component: lazyRouteComponent(() => import('../records/talents.screen'), 'TalentsScreen'),
});

const talent = createRoute({
  getParentRoute: () => shell,
  path: '/talents/$id',
  validateSearch: searches.record,
  component: lazyRouteComponent(() => import('../records/talent.screen'), 'TalentScreen'),
});

const newTalent = createRoute({
  getParentRoute: () => shell,
  path: '/talents/new',
  component: lazyRouteComponent(recordForms, 'NewTalentScreen'),
});

const editTalent = createRoute({
  getParentRoute: () => shell,
  path: '/talents/$id/edit',
  component: lazyRouteComponent(recordForms, 'EditTalentScreen'),
});

const review = createRoute({
  getParentRoute: () => shell,
  path: '/review/$pairKind/$demandId',
  validateSearch: searches.review,
  component: lazyRouteComponent(() => import('../review/review.screen'), 'ReviewScreen'),
});

const match = createRoute({
  getParentRoute: () => shell,
  path: '/matches/$id',
  component: lazyRouteComponent(() => import('../match/match.screen'), 'MatchScreen'),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/board',
  component: lazyRouteComponent(() => import('../board/board.screen'), 'BoardScreen'),
});

const compare = createRoute({
  getParentRoute: () => shell,
  path: '/compare/$pairKind/$demandId',
  validateSearch: searches.compare,
  component: lazyRouteComponent(() => import('../compare/compare.screen'), 'CompareScreen'),
});

const signings = createRoute({
  getParentRoute: () => shell,
  path: '/signings',
  validateSearch: searches.signings,
  component: lazyRouteComponent(() => import('../signings/signings.screen'), 'SigningsScreen'),
});

const newSigning = createRoute({
  getParentRoute: () => shell,
  path: '/signings/new',
  validateSearch: searches.newSigning,
  component: lazyRouteComponent(() => import('../signings/signing-form.screen'), 'SigningFormScreen'),
});

const newRoster = createRoute({
  getParentRoute: () => shell,
  path: '/signings/roster',
  component: lazyRouteComponent(() => import('../signings/roster/roster-form.screen'), 'RosterFormScreen'),
});

const conflicts = createRoute({
  getParentRoute: () => shell,
  path: '/signings/conflicts',
  component: lazyRouteComponent(() => import('../signings/conflicts.screen'), 'ConflictsScreen'),
});

const signing = createRoute({
  getParentRoute: () => shell,
  path: '/signings/$id',
  component: lazyRouteComponent(() => import('../signings/signing.screen'), 'SigningScreen'),
});

const targets = createRoute({
  getParentRoute: () => shell,
  path: '/targets',
  validateSearch: searches.targets,
  component: lazyRouteComponent(() => import('../targets/targets.screen'), 'TargetsScreen'),
});

const plan = createRoute({
  getParentRoute: () => shell,
  path: '/plan',
  validateSearch: searches.plan,
  component: lazyRouteComponent(() => import('../plan/plan.screen'), 'PlanScreen'),
});

const newPlan = createRoute({
  getParentRoute: () => shell,
  path: '/plan/new',
  validateSearch: searches.newPlan,
  component: lazyRouteComponent(() => import('../plan/plan-editor.screen'), 'PlanEditorScreen'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: searches.audit,
  component: lazyRouteComponent(() => import('../audit/audit.screen'), 'AuditScreen'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  validateSearch: searches.imports,
  component: lazyRouteComponent(() => import('../intake/imports.screen'), 'ImportsScreen'),
});

const duplicates = createRoute({
  getParentRoute: () => shell,
  path: '/duplicates',
  validateSearch: searches.duplicates,
  component: lazyRouteComponent(() => import('../duplicates/duplicates.screen'), 'DuplicatesScreen'),
});

const merge = createRoute({
  getParentRoute: () => shell,
  path: '/duplicates/$kind/$from/$into',
  component: lazyRouteComponent(() => import('../duplicates/merge.screen'), 'MergeScreen'),
});

const importList = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('../intake/import.screen'), 'ImportScreen'),
});

const runs = createRoute({
  getParentRoute: () => shell,
  path: '/runs',
  component: lazyRouteComponent(() => import('../runs/runs.screen'), 'RunsScreen'),
});

const notices = createRoute({
  getParentRoute: () => shell,
  path: '/notices',
  validateSearch: searches.settings,
  component: lazyRouteComponent(() => import('../notices/notices.screen'), 'NoticesScreen'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  validateSearch: searches.settings,
  component: lazyRouteComponent(() => import('../settings/settings.screen'), 'SettingsScreen'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account.screen'), 'AccountScreen'),
});

const organisation = createRoute({
  getParentRoute: () => shell,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('../records/organisation.screen'), 'OrganisationScreen'),
});

const consent = createRoute({
  getParentRoute: () => root,
  path: '/consent/$token',
  component: lazyRouteComponent(() => import('../privacy/consent.screen'), 'ConsentScreen'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  validateSearch: searches.invitation,
  component: lazyRouteComponent(() => import('../events/invitation.screen'), 'InvitationScreen'),
});

const events = createRoute({
  getParentRoute: () => shell,
  path: '/events',
  validateSearch: searches.events,
  component: lazyRouteComponent(() => import('../events/events.screen'), 'EventsScreen'),
});

const session = createRoute({
  getParentRoute: () => shell,
  path: '/events/$id',
  validateSearch: searches.session,
  component: lazyRouteComponent(() => import('../events/session.screen'), 'SessionScreen'),
});

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  validateSearch: searches.reports,
  component: lazyRouteComponent(() => import('../reports/reports.screen'), 'ReportsScreen'),
});

const shortlist = createRoute({
  getParentRoute: () => shell,
  path: '/shortlist/$pairKind/$demandId',
  component: lazyRouteComponent(() => import('../reports/shortlist.screen'), 'ShortlistScreen'),
});

const shares = createRoute({
  getParentRoute: () => shell,
  path: '/shares',
  component: lazyRouteComponent(() => import('../enterprise/shares.screen'), 'SharesScreen'),
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
