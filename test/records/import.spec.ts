import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { importCommand } from '../../src/cli/import.command';
import { IntakeModule } from '../../src/intake/intake.module';
import { parseJsonl } from '../../src/intake/jsonl';
import { JsonlImport, type ImportOptions } from '../../src/intake/jsonl-import';
import type { Product } from '../../src/cli/product';
import { Database } from '../../src/platform/database/database';
import { ProjectEntity } from '../../src/projects/project.entity';
import type { ProjectView } from '../../src/projects/project.view';
import { bodyOf, move, type ParkLife, startParkLife } from './park-life';

let life: ParkLife;
beforeAll(async () => {
  life = await startParkLife([IntakeModule]);
});
afterAll(() => life.server.close());

const run = (lines: object[], options: Partial<ImportOptions> = {}) =>
  life.server.app
    .get(JsonlImport)
    .run(SYSTEM, parseJsonl(Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))), {
      kind: 'projects',
      source: 'list',
      ...options,
    });

const asSystem = <T>(sql: string, parameters: unknown[] = []): Promise<T> =>
  life.server.app.get(Database).as(SYSTEM, (tx) => tx.query(sql, parameters));

const findProject = (sourceRef: string): Promise<ProjectEntity> =>
  life.server.app.get(Database).as(SYSTEM, (tx) => tx.findOneByOrFail(ProjectEntity, { sourceRef }));

describe('importing a list', () => {
  it('publishes new records, and says nothing new the second time', async () => {
    const lines = [
      { id: 'a1', title: '镁合金轮毂', text: '低压铸造镁合金轮毂' },
      { id: 'a2', text: '𠮷'.repeat(60), tags: ['自己的标签'] },
    ];
    expect(await run(lines)).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    const second = await findProject('a2');
    expect(second).toMatchObject({
      title: '𠮷'.repeat(40),
      text: '𠮷'.repeat(60),
      tags: ['自己的标签'],
      status: 'published',
      parkId: null,
    });
    expect(await run(lines)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await findProject('a2')).toMatchObject({ version: 1, id: second.id });
  });

  it('updates what changed and keeps what people have added since', async () => {
    await run([{ id: 'b1', title: '旧', text: '旧' }]);
    const { id, version } = await findProject('b1');
    await life.manager.patch(`/projects/${id}`, version, { trl: 6, stage: 'pilot' }).expect(200);
    expect(await run([{ id: 'b1', title: '新', text: '旧' }])).toMatchObject({ updated: 1 });
    expect(await findProject('b1')).toMatchObject({ id, title: '新', stage: 'pilot', version: 3 });
    const versions = await asSystem<{ action: string }[]>(
      'SELECT action FROM project_versions WHERE record_id = $1 ORDER BY version',
      [id],
    );
    expect(versions.map(({ action }) => action)).toEqual(['import', 'edit', 'import']);
  });

  it('leaves alone what was withdrawn', async () => {
    await run([{ id: 'c1', text: '旧' }]);
    const { id } = await findProject('c1');
    const seen = bodyOf<ProjectView>(await life.manager.get(`/projects/${id}`).expect(200));
    await move(life.manager, 'projects', seen, 'withdraw').expect(200);
    expect(await run([{ id: 'c1', text: '新' }])).toMatchObject({ updated: 0, skipped: 1 });
    expect(await findProject('c1')).toMatchObject({ status: 'withdrawn', text: '旧' });
  });

  it('takes the same reference of another kind, source, park or organisation for another record', async () => {
    const lines = [{ id: 'd1', text: '同一编号' }];
    for (const options of [
      {},
      { kind: 'needs' as const },
      { kind: 'talents' as const },
      { source: 'other' },
      { park: 'NO.1' },
      { organisation: '太原甲公司' },
    ])
      expect(await run(lines, options)).toMatchObject({ created: 1, updated: 0 });
  });

  it('asks matching for each record of a short list, in the same transaction', async () => {
    await run([{ id: 'e1', text: '提请匹配' }]);
    const { id } = await findProject('e1');
    const jobs = await asSystem<unknown[]>(`SELECT FROM outbox WHERE payload ->> 'id' = $1`, [id]);
    expect(jobs).toHaveLength(1);
  });

  it('stores nothing when one record of the list cannot be', async () => {
    await expect(run([{ id: 'f1', text: '好' }], { organisation: '没有的公司' })).rejects.toMatchObject({
      code: 'IMPORT.ORGANISATION',
    });
    await expect(run([{ id: 'f1', text: '好' }], { park: 'NO.99' })).rejects.toMatchObject({
      errors: [{ code: 'RECORD.PARK_UNKNOWN' }],
    });
    const officer = { ...SYSTEM, role: 'officer' as const, parkIds: [life.parks['NO.2'] as string] };
    const lines = parseJsonl(Buffer.from('{"id":"f1","text":"好"}'));
    const organisation = life.enterprises[0];
    await expect(
      life.server.app.get(JsonlImport).run(officer, lines, { kind: 'needs', park: 'NO.1', organisation }),
    ).rejects.toMatchObject({ code: 'RECORD.NOT_YOURS' });
    expect(await asSystem(`SELECT FROM projects WHERE source_ref = 'f1'`)).toEqual([]);
  });

  it('takes thousands and has them matched by one run', async () => {
    const lines = Array.from({ length: 6_714 }, (_, n) => ({
      id: `bulk-${n}`,
      text: `第${n}项 高性能 复合材料 制备 工艺 与 装备 ${newId()}`,
    }));
    expect(await run(lines)).toMatchObject({ created: 6_714, run: expect.any(String) as string });
    expect(await asSystem('SELECT state FROM match_runs')).toEqual([{ state: 'waiting' }]);
    expect(await run(lines)).toMatchObject({ unchanged: 6_714, run: null });
  });
});

describe('the import command', () => {
  const file = join(tmpdir(), `${newId()}.jsonl`);
  afterAll(() => rmSync(file, { force: true }));

  const command = async (content: string) => {
    writeFileSync(file, content);
    const program = new Command().exitOverride();
    const open = jest.fn(() => Promise.resolve({ app: life.server.app, actor: SYSTEM } as unknown as Product));
    importCommand(program, open);
    const written: string[] = [];
    const output = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    try {
      await program.parseAsync(['import', '--kind', 'needs', '--file', file, '--json'], { from: 'user' });
    } finally {
      output.mockRestore();
    }
    return { written: written.join(''), open };
  };

  it('prints its counts as JSON', async () => {
    const { written } = await command('{"id":"n1","title":"求购密封件"}\n');
    expect(JSON.parse(written)).toMatchObject({ kind: 'needs', created: 1, updated: 0, unchanged: 0 });
    expect(readFileSync(file, 'utf8')).toContain('n1');
  });

  it('refuses a malformed file by its line, before anything is opened', async () => {
    await expect(command('{"id":"n2","text":"好"}\n{"id":"n3","budget":1}\n')).rejects.toMatchObject({
      code: 'IMPORT.LINE',
      message: expect.stringMatching(/^line 2: .*unknown key "budget"/) as string,
    });
    expect(await asSystem(`SELECT FROM needs WHERE source_ref = 'n2'`)).toEqual([]);
  });
});
