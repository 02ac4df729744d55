import type { ActivitySeed, PlanSeed, TargetSeed } from '@server/plan/plan-seed.schema';

/** An empty plan of a year; its parks are those of the network, which need not be told again. */
export const emptyPlan = (year: number): PlanSeed => ({
  format: 'plan/1',
  code: `plan-${year}`,
  name: '',
  year,
  issuer: '',
  source: '',
  activitiesStated: 0,
  settings: {
    signedFrom: `${year}-01-01`,
    signedTo: `${year}-12-31`,
    landedBy: `${year}-12-31`,
    attributionDays: 90,
    landedMeans: 'registered',
    minSkillLevel: 'intermediate',
    protectionDays: 90,
  },
  parks: [],
  themes: [{ code: 'A', name: '' }],
  tracks: [{ code: 'A1', theme: 'A', name: '' }],
  activities: [],
  targets: [],
  undertakings: [],
  notes: [],
});

/** The next activity: the number after the last, on the track of the last. */
export function nextActivity({ activities, tracks }: PlanSeed): ActivitySeed {
  const last = activities.at(-1);
  return {
    number: Math.max(0, ...activities.map(({ number }) => number)) + 1,
    track: last?.track ?? tracks[0]?.code ?? '',
    name: '',
    month: null,
    heldOn: null,
    venue: null,
    subjectCity: null,
    tags: [],
    state: 'preparing',
    inStatedTotal: true,
  };
}

/** The next target, of projects signed. */
export function nextTarget({
  targets,
  activities,
}: {
  targets: readonly { code: string }[];
  activities: readonly { number: number }[];
}): TargetSeed {
  const numbers = targets.flatMap(({ code }) => /^T(\d+)$/.exec(code)?.[1] ?? []).map(Number);
  const first = activities[0]?.number;
  return {
    code: `T${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`,
    name: '',
    unit: '',
    goal: 1,
    atLeast: false,
    stated: true,
    activities: first === undefined ? [] : [first],
    openGroup: false,
    signingKinds: ['project'],
    countAt: 'signed',
    beside: [],
    distinctBy: 'project',
    broughtIn: false,
    where: {},
    alternatives: {},
  };
}

/** The plan of the year after: names, days and code moved by a year, nothing held yet; its source is to be stated anew. */
export function nextYear(plan: PlanSeed): PlanSeed {
  const year = plan.year + 1;
  const moved = (text: string) => text.replaceAll(String(plan.year), String(year));
  const code = moved(plan.code);
  const { signedFrom, signedTo, landedBy } = plan.settings;
  return {
    ...plan,
    code: code === plan.code ? `${code}-${year}`.slice(0, 32) : code,
    name: moved(plan.name),
    year,
    source: '',
    settings: {
      ...plan.settings,
      signedFrom: yearLater(signedFrom),
      signedTo: yearLater(signedTo),
      landedBy: yearLater(landedBy),
    },
    activities: plan.activities.map((activity) => ({
      ...activity,
      name: moved(activity.name),
      heldOn: null,
      venue: null,
      state: 'preparing',
    })),
  };
}

/** The same day of the next year; 29 February becomes the 28th. */
function yearLater(day: string): string {
  const year = Number(day.slice(0, 4)) + 1;
  return `${year}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
}

/** Where in the plan a refused field stands: '/targets/2/activities' → the third target's. */
export function placeOf(pointer: string): { list: string; index: number | null; field: string } {
  const [list = '', second, ...rest] = pointer.split('/').slice(1);
  const index = second !== undefined && /^\d+$/.test(second) ? Number(second) : null;
  return { list, index, field: (index === null ? [second, ...rest] : rest).filter(Boolean).join('.') };
}
