import { DomainError } from '../common/errors';
import { RequestQuota } from './request-quota';

const refusal = (work: () => void): DomainError | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error as DomainError;
  }
};

it('lets a minute’s worth through at once, then as it comes back, for each sender apart', () => {
  const quota = new RequestQuota({ REQUESTS_PER_MINUTE: 30 });
  const send = (at: number, sender = 'account 1') => refusal(() => quota.take(sender, at));
  for (let sent = 0; sent < 30; sent++) expect(send(0)).toBeUndefined();
  expect(send(0)).toMatchObject({ code: 'HTTP.TOO_MANY', status: 429, params: { retryAfter: 2 } });
  expect(send(0, 'account 2')).toBeUndefined();
  expect(send(1_999)).toMatchObject({ params: { retryAfter: 1 } });
  expect(send(2_000)).toBeUndefined();
  expect(send(2_000)).toBeDefined();
  // A long pause gives back a minute's worth and no more.
  for (let sent = 0; sent < 30; sent++) expect(send(3_600_000)).toBeUndefined();
  expect(send(3_600_000)).toBeDefined();
});

it('remembers only so many senders, those of late', () => {
  const quota = new RequestQuota({ REQUESTS_PER_MINUTE: 1 });
  quota.take('first', 0);
  expect(refusal(() => quota.take('first', 0))).toBeDefined();
  for (let sender = 0; sender < 10_000; sender++) quota.take(`other ${sender}`, 0);
  expect(refusal(() => quota.take('other 9999', 0))).toBeDefined();
  expect(refusal(() => quota.take('first', 0))).toBeUndefined();
});

it('counts nothing when it is switched off', () => {
  const quota = new RequestQuota({ REQUESTS_PER_MINUTE: 0 });
  for (let sent = 0; sent < 5_000; sent++) quota.take('account', 0);
});
