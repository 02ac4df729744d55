import { fileAddress, isComplete } from './report-address';

it('asks for what the kind knows, and nothing else', () => {
  const choice = { plan: 'sx-2022', on: '2022-06-15', activity: '3', target: 'T03', locale: 'en' };
  expect(fileAddress('weekly', choice, 'docx')).toBe(
    '/api/v1/reports/weekly/file?plan=sx-2022&on=2022-06-15&locale=en&format=docx',
  );
  expect(fileAddress('signings', choice, 'csv')).toBe(
    '/api/v1/reports/signings/file?plan=sx-2022&activity=3&target=T03&locale=en&format=csv',
  );
  expect(isComplete('submission', choice)).toBe(false);
});
