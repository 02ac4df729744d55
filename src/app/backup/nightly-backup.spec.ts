import { isBackupDue } from './nightly-backup';

it.each([
  ['the night has not come yet', '2026-11-23T10:00:00Z', '2026-11-23T18:59:00Z', false],
  ['it is past 03:00 in Shanghai', '2026-11-23T10:00:00Z', '2026-11-23T19:00:00Z', true],
  ['tonight’s was taken', '2026-11-23T19:00:05Z', '2026-11-24T18:00:00Z', false],
  ['the machine was off for nights', '2026-11-20T19:00:05Z', '2026-11-23T08:00:00Z', true],
])('knows whether a backup is due when %s', (_, last, now, due) => {
  expect(isBackupDue(new Date(last), new Date(now))).toBe(due);
});
