import fc from 'fast-check';
import { SYSTEM } from '../../src/common/actor';
import { MatchEntity } from '../../src/matching/review/match.entity';
import { findMove, positionAfter, STAGE_TABLE, type Position } from '../../src/matching/review/stage-table';
import { PlanModule } from '../../src/plan/plan.module';
import { matchStages, type MatchStage } from '../../src/taxonomy/match.vocabulary';
import { command } from '../matching/review-life';
import { type SigningDays, startSigningDays, step } from '../signings/signing-days';
import { atLeast, exactly, judge } from './support/judge';
import { illegalMoves, likelyFrom, type Move } from './support/legal-stages';
import { size } from './support/size';

const MODEL_RUNS = size(1_000, 100_000);
const HTTP_RUNS = size(5, 300);
const ACTS = 10;
const anyStage = fc.constantFrom(...matchStages.codes);

describe('the table of stages', () => {
  /** Tries each wished stage in turn and answers the moves made. */
  function walk(wishes: readonly MatchStage[]): Move[] {
    let here: Position = { stage: 'suggested', resumeStage: null };
    return wishes.flatMap((to) => {
      if (!findMove(here, to)) return [];
      const move = { from: here.stage, to, undo: false };
      here = positionAfter(here, to);
      return [move];
    });
  }
  function illegalWalks(): { illegal: number; moves: number } {
    const count = { illegal: 0, moves: 0 };
    for (const wishes of fc.sample(fc.array(anyStage, { minLength: 10, maxLength: 40 }), MODEL_RUNS)) {
      const moves = walk(wishes);
      count.moves += moves.length;
      count.illegal += illegalMoves(moves).length;
    }
    return count;
  }

  it('has no way that is not allowed', () => {
    const { illegal, moves } = illegalWalks();
    judge(`stages, ${MODEL_RUNS} model runs`, {
      moves: atLeast(MODEL_RUNS, moves),
      illegal: exactly(0, illegal),
    });
    STAGE_TABLE.shortlisted.agreed = 'review';
    const broken = illegalWalks();
    delete STAGE_TABLE.shortlisted.agreed;
    judge('control: stages with one way too many', { illegal: atLeast(1, broken.illegal) });
  }, 120_000);
});

describe('a match, over HTTP', () => {
  let days: SigningDays;
  beforeAll(async () => {
    days = await startSigningDays(PlanModule);
  }, 60_000);
  afterAll(() => days.server.close());

  const read = (id: string) => days.database.as(SYSTEM, (tx) => tx.findOneByOrFail(MatchEntity, { id }));
  const history = (id: string): Promise<Move[]> =>
    days.database.as(SYSTEM, (tx) =>
      tx.query<Move[]>(
        `SELECT from_stage AS "from", to_stage AS "to", undoes IS NOT NULL AS undo FROM match_moves
         WHERE match_id = $1 ORDER BY moved_at, id`,
        [id],
      ),
    );

  /** One act towards `to`; answers the status. */
  async function act(match: MatchEntity, to: MatchStage | 'undo'): Promise<number> {
    if (to === 'undo') return (await command(days.manager, match, 'undo')).status;
    if (to === 'shared') return (await command(days.manager, match, 'share')).status;
    if (to === 'shortlisted' && (match.stage === 'shared' || match.stage === 'negotiating'))
      return (await command(days.manager, match, 'share/withdraw', { note: '发错了' })).status;
    if (to === 'signed') {
      const body = { kind: 'project', title: '合同', match: match.id, documents: [await days.paper()] };
      return (await days.officer.post('/signings', body)).status;
    }
    if (to === 'terminated' && match.stage === 'signed') return voidSigning(match.id);
    const reason = to === 'declined' || to === 'terminated' ? { reason: 'indicators-missed' } : {};
    return (await command(days.manager, match, 'move', { to, ...reason })).status;
  }
  async function voidSigning(match: string): Promise<number> {
    const [signing] = await days.database.as(SYSTEM, (tx) =>
      tx.query<{ id: string; version: number }[]>(
        'SELECT id, version FROM signings WHERE match_id = $1 AND voided_at IS NULL',
        [match],
      ),
    );
    if (!signing) return 404;
    return (await step(days.manager, signing.id, signing.version, 'void', { reason: '合同解除' })).status;
  }

  const wish = fc.record({
    likely: fc.nat(9).map((n) => n < 7),
    pick: fc.nat(1_000),
    stale: fc.nat(9).map((n) => n === 0),
  });

  it('goes no way that is not allowed, whatever is asked of it', async () => {
    const statuses = new Map<number, number>();
    const count = { illegal: 0, moves: 0, apart: 0 };
    for (const wishes of fc.sample(fc.array(wish, { minLength: ACTS, maxLength: ACTS }), HTTP_RUNS)) {
      const id = await days.match('suggested');
      for (const { likely, pick, stale } of wishes) {
        const match = await read(id);
        const likelyStages = match.resumeStage === null ? likelyFrom(match.stage) : [match.resumeStage];
        const choices =
          likely && likelyStages.length > 0 ? likelyStages : [...matchStages.codes, 'undo' as const];
        const seen = stale ? { ...match, version: match.version - 1 } : match;
        const status = await act(seen, choices[pick % choices.length] ?? 'undo');
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      const moves = await history(id);
      count.moves += moves.length;
      count.illegal += illegalMoves(moves).length;
      if ((moves.at(-1)?.to ?? 'suggested') !== (await read(id)).stage) count.apart += 1;
    }
    const unexpected = [...statuses].filter(([status]) => ![200, 201, 409, 412].includes(status));
    judge(`stages, ${HTTP_RUNS} runs of ${ACTS} acts over HTTP`, {
      moves: atLeast(HTTP_RUNS, count.moves),
      illegal: exactly(0, count.illegal),
      historyApartFromMatch: exactly(0, count.apart),
      unexpectedAnswers: exactly(
        0,
        unexpected.reduce((sum, [, times]) => sum + times, 0),
      ),
    });
    const forged = [
      ...(await history(await days.match())),
      { from: 'suggested', to: 'signed', undo: false } as const,
    ];
    judge('control: a move that was written past the table', {
      illegal: atLeast(1, illegalMoves(forged).length),
    });
  }, 600_000);
});
