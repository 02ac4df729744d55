import { StageService } from '../../../src/matching/review/stage.service';

// The web server as it would be if the stage of a match bound nobody.
StageService.prototype.move = function (_actor, { matchId }, tx) {
  return this.require(matchId, tx);
};
void import('../../../src/main.js');
