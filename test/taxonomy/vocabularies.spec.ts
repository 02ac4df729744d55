import { vocabularies, vocabularyVersion } from '../../src/taxonomy/catalogue';
import { TaxonomyModule } from '../../src/taxonomy/taxonomy.module';
import { createTestApp, type TestApp } from '../support/test-app';

describe('GET /api/v1/vocabularies', () => {
  let server: TestApp;
  const get = (path = '') => server.anonymous().get(`/api/v1/vocabularies${path}`);

  beforeAll(async () => {
    server = await createTestApp({ imports: [TaxonomyModule] });
  });
  afterAll(() => server.close());

  it('lists every vocabulary with the version', async () => {
    const answer = await get().expect(200);
    expect(answer.body).toEqual({ version: vocabularyVersion, vocabularies });
    expect(answer.headers.etag).toBe(`"${vocabularyVersion}"`);
  });

  it('sends nothing to a client that has this version', async () => {
    const { text } = await get().set('If-None-Match', `"${vocabularyVersion}"`).expect(304);
    expect(text).toBe('');
    await get('/regions').set('If-None-Match', `"${vocabularyVersion}"`).expect(304);
    await get().set('If-None-Match', '"another"').expect(200);
  });

  it('gives one vocabulary by its name', async () => {
    const answer = await get('/skill-levels').expect(200);
    expect(answer.body).toMatchObject({
      version: vocabularyVersion,
      name: 'skill-levels',
      terms: [{ code: 'apprentice', zh: '学徒工', en: 'Apprentice' }, {}, {}, {}, {}, {}, {}, {}],
    });
  });

  it('says in the reader’s language that there is no such vocabulary', async () => {
    const answer = await get('/colours').set('Accept-Language', 'en').expect(404);
    expect(answer.body).toMatchObject({
      code: 'TAXONOMY.UNKNOWN_VOCABULARY',
      detail: 'There is no such vocabulary.',
    });
  });
});
