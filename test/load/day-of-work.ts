import type { LoadClient, Step, Visitor } from './load-client';

/** What the product's people ask of it in a day, in these proportions. */
export interface DayOfWork {
  officer: Visitor;
  steps: readonly Step[];
}

interface Row {
  id: string;
}
interface Listed {
  items: Row[];
}

const draft = (index: number): Step => ({
  method: 'POST',
  path: '/needs',
  body: {
    kind: 'technology',
    park: 'NO.1',
    title: `负载测试需求 ${index}`,
    text: '高水基介质液压支架密封件寿命不足三个月，希望提高到一年以上。',
    tags: ['2.1'],
    technology: { indicators: [{ name: '寿命', wanted: '≥12个月' }], modes: ['development'] },
  },
});

/** Every twentieth request writes. */
export const WRITES_EVERY = 20;

export async function dayOfWork(client: LoadClient, officer: Visitor): Promise<DayOfWork> {
  const list = async (path: string): Promise<Row[]> => {
    const { status, text } = await client.send(officer, { method: 'GET', path });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return (JSON.parse(text) as Listed).items;
  };
  const needs = await list('/needs?park=NO.1&kind=technology&status=published&limit=5');
  const hiring = await list('/needs?park=NO.1&kind=hiring&status=published&limit=5');
  const get = (path: string): Step => ({ method: 'GET', path });
  return {
    officer,
    steps: [
      ...needs.map(({ id }) => get(`/needs/${id}`)),
      ...needs.map(({ id }) => get(`/shortlists/tech-project/${id}`)),
      ...hiring.map(({ id }) => get(`/shortlists/hiring-talent/${id}`)),
      get('/needs?limit=50'),
      get('/needs?limit=50&status=published'),
      get(`/projects?limit=50&q=${encodeURIComponent('焊接')}`),
      get('/projects?limit=50'),
      get('/talents?limit=50'),
      get('/matches?limit=50'),
      get('/signings?limit=50'),
      get('/plans/sx-2022/progress'),
      get('/notices/unread'),
      get('/session'),
    ],
  };
}

export const stepOf = ({ steps }: DayOfWork, index: number): Step =>
  index % WRITES_EVERY === 0 ? draft(index) : (steps[index % steps.length] as Step);
