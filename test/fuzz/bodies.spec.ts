import { startWorld, type World } from '../access/world';
import { type Description, operationsOf } from '../support/openapi/description';
import { type Failure, shoot } from './shoot';

/** `npm run test:fuzz` sends 1,000. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3);
/** "2/10": the second of ten parts of the operations, for a run that may not take long. */
const [PART = 1, PARTS = 1] = (process.env.FUZZ_PART ?? '1/1').split('/').map(Number);

/** "letters|sessions": only operations whose name fits. */
const ONLY = new RegExp(process.env.FUZZ_ONLY ?? '');

let world: World | undefined;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world?.days.server.close());

it(
  `answers ${RUNS} generated bodies an operation with no failure of its own`,
  async () => {
    if (!world) throw new Error('the world did not start');
    const { server } = world.days;
    const answer = await server.anonymous().get('/api/openapi.json').expect(200);
    const description = answer.body as Description;
    const operations = operationsOf(description)
      .filter(({ name }) => ONLY.test(name))
      .filter((_, at) => at % PARTS === PART - 1);
    const failures: Failure[] = [];
    let sent = 0;
    for (const operation of operations) {
      // Without a body there is little to vary.
      const runs = operation.body ? RUNS : Math.ceil(RUNS / 5);
      failures.push(...(await shoot(operation, world, description, runs)));
      sent += runs;
    }
    expect(failures).toEqual([]);
    expect('x' in {}).toBe(false);
    await server.anonymous().get('/health/ready').expect(200);
    process.stdout.write(`${operations.length} operations, ${sent} requests: ${failures.length} failures\n`);
  },
  RUNS * 60_000,
);
