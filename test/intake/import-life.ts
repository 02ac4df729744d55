import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportKind } from '../../src/intake/forms/form';
import { ImportProcessor } from '../../src/intake/import.processor';
import type { ImportRowView, ImportView, RowPage } from '../../src/intake/imports/import.schema';
import type { Client } from '../support/test-app';
import { bodyOf, type ParkLife } from '../records/park-life';

export const fixture = (name: string): Buffer => readFileSync(join(__dirname, 'fixtures', name));

const NO_RUN = { done: () => Promise.resolve(), isLast: false };

/** Lists sent and taken in as the web does it; the worker's part runs within the test. */
export const importLife = (life: ParkLife, client: () => Client) => {
  const work = (job: keyof ImportProcessor['handlers'], importId: string) =>
    life.server.app.get(ImportProcessor).handlers[job]({ importId }, NO_RUN);
  const get = async (id: string) => bodyOf<ImportView>(await client().get(`/imports/${id}`).expect(200));
  const send = (kind: ImportKind, content: Buffer, name = 'list.xlsx') =>
    client()
      .post('/imports')
      .field('kind', kind)
      .attach('file', content, { filename: name, contentType: 'application/octet-stream' });
  const download = async (path: string): Promise<Buffer> => {
    const answer = await client()
      .get(path)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    return answer.body as Buffer;
  };
  return {
    get,
    work,
    send,
    /** Sends a list and has it read. */
    preview: async (kind: ImportKind, content: Buffer, name?: string): Promise<ImportView> => {
      const { id } = bodyOf<ImportView>(await send(kind, content, name).expect(202));
      await work('read-import', id);
      return get(id);
    },
    run: async (id: string, choices: object = {}): Promise<ImportView> => {
      await client().post(`/imports/${id}/run`, choices).expect(202);
      await work('run-import', id);
      return get(id);
    },
    rows: async (id: string, state?: string): Promise<ImportRowView[]> =>
      bodyOf<RowPage>(
        await client()
          .get(`/imports/${id}/rows?limit=200${state ? `&state=${state}` : ''}`)
          .expect(200),
      ).items,
    mend: async (id: string, row: number, mended: object): Promise<ImportRowView> =>
      bodyOf<ImportRowView>(await client().patch(`/imports/${id}/rows/${row}`, 1, mended).expect(200)),
    failures: (id: string): Promise<Buffer> => download(`/imports/${id}/failures`),
    download,
  };
};
