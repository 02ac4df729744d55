import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { newId } from '../../common/ids';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { MatchPresenter } from '../review/match-presenter';
import { MatchRepository } from '../review/match.repository';
import { canMove } from '../review/match-rights';
import { MatchStart } from '../review/match-start';
import { notYours, StageService } from '../review/stage.service';
import { NoteRepository } from './note.repository';
import { noteViewOf, type NoteView, type WriteNote, type WrittenNote } from './note.schema';

/** What the demand's park remarks on a pair, without deciding anything. */
@Injectable()
export class NoteService {
  constructor(
    private readonly database: Database,
    private readonly notes: NoteRepository,
    private readonly matches: MatchRepository,
    private readonly starts: MatchStart,
    private readonly stages: StageService,
    private readonly presenter: MatchPresenter,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Keeps a note; it needs no version, for it stands beside whatever others do with the match.
   * @throws as MatchStart.start; 403 MATCH.NOT_YOURS
   */
  async write(actor: Actor, { note, ...pair }: WriteNote): Promise<WrittenNote> {
    const { written, match } = await this.database.asOne(actor, async (tx) => {
      const match = (await this.matches.findPair(pair, tx)) ?? (await this.starts.start(actor, pair, tx));
      if (!canMove(actor, match)) throw notYours();
      const written = {
        id: newId(),
        matchId: match.id,
        note,
        writtenBy: actor.userId,
        writtenAt: this.clock.now(),
        sampleSet: match.sampleSet,
      };
      await this.notes.insert(written, tx);
      return { written, match };
    });
    return { note: noteViewOf(written), match: await this.presenter.view(actor, match) };
  }

  /** Newest first. @throws 404 MATCH.NOT_FOUND */
  list(actor: Actor, matchId: string): Promise<NoteView[]> {
    return this.database.as(actor, async (tx) => {
      await this.stages.require(matchId, tx);
      const family = await this.matches.family(matchId, tx);
      return (await this.notes.ofMatches(family, tx)).map(noteViewOf);
    });
  }
}
