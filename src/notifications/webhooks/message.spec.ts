import { createHmac } from 'node:crypto';
import { messageOf, newSecret, signatureOf } from './message';

const delivery = {
  id: 'msg_1',
  event: 'signing-confirmed' as const,
  data: { id: '01890000-0000-7000-8000-000000000001', code: '签-2022-0001', park: 'NO.1' },
  occurredAt: new Date('2022-06-15T08:00:00Z'),
};
const now = new Date('2022-06-15T08:00:05Z');

describe('a message', () => {
  it('of Standard Webhooks verifies with the secret', () => {
    const secret = newSecret();
    const url = 'https://example.cn/hook';
    const message = messageOf('standard', { url, secret }, delivery, now);
    expect(message.body).toEqual({
      type: 'signing.confirmed',
      timestamp: '2022-06-15T08:00:00.000Z',
      data: delivery.data,
    });
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = `msg_1.1655280005.${JSON.stringify(message.body)}`;
    expect(message.headers).toEqual({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1655280005',
      'webhook-signature': `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    });
    expect(message.url).toBe(url);
  });

  it('of Standard Webhooks signs as the published example does', () => {
    // https://github.com/standard-webhooks/standard-webhooks: the test vector of the reference libraries.
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(signatureOf(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('to a WeCom robot is its text', () => {
    const url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k';
    const message = messageOf('wecom', { url, secret: null }, delivery, now);
    expect(message).toEqual({
      url,
      headers: {},
      body: { msgtype: 'text', text: { content: '签约 签-2022-0001 已认定。' } },
    });
  });

  it('to a DingTalk robot carries the time and its signature in the address', () => {
    const url = 'https://oapi.dingtalk.com/robot/send?access_token=t';
    const message = messageOf('dingtalk', { url, secret: 'SECx' }, delivery, now);
    const sent = new URL(message.url).searchParams;
    const at = String(now.getTime());
    expect(sent.get('access_token')).toBe('t');
    expect(sent.get('timestamp')).toBe(at);
    expect(sent.get('sign')).toBe(createHmac('sha256', 'SECx').update(`${at}\nSECx`).digest('base64'));
    expect(message.body).toEqual({ msgtype: 'text', text: { content: '签约 签-2022-0001 已认定。' } });
  });
});
