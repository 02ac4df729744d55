import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PIPELINE_VERSION } from '../src/matching/engine/features';
import { TEXT_PARAMETERS } from '../src/matching/engine/score/text-parameters';

interface Evaluation {
  readonly set: string;
  readonly ndcg10: number;
  readonly pairAccuracy: number | null;
}

/**
 * The configuration whose speed is measured and, with a folder of judged sets, how good it is on them: nDCG@10 and pair
 * accuracy of the text part alone, as `cli evaluate` prints them.
 */
export function textQuality(data: string | undefined) {
  const configuration = { pipelineVersion: PIPELINE_VERSION, ...TEXT_PARAMETERS };
  if (data === undefined) return { configuration };
  const args = [join(__dirname, '../src/cli.js'), 'evaluate', '--data', data, '--parts', 'text', '--json'];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8' });
  const sets = (JSON.parse(printed) as Evaluation[]).map(({ set, ndcg10, pairAccuracy }) => ({
    set,
    ndcg10,
    pairAccuracy,
  }));
  return { configuration, sets };
}
