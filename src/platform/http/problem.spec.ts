import { BadRequestException, ImATeapotException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { Conflict, Stale } from '../../common/errors';
import { describeError } from '../logging/describe-error';
import { problemOf, refusalOf } from './problem';

const sqlError = (code: string) =>
  new QueryFailedError('SELECT 1', ['138'], Object.assign(new Error('Key (phone)=(138) exists'), { code }));

describe('a problem', () => {
  it('tells a refusal by its code, in the reader’s language', () => {
    const refusal = new Stale('HTTP.STALE', 'changed');
    expect(problemOf(refusal, 'en', 'r1')).toEqual({
      type: 'urn:problem:http.stale',
      title: 'Precondition Failed',
      status: 412,
      detail: 'Somebody changed this since you read it; reload and try again.',
      code: 'HTTP.STALE',
      requestId: 'r1',
    });
    expect(problemOf(refusal, 'zh-CN').detail).toBe('内容已被他人修改，请刷新后再试。');
  });

  it('keeps the thrown sentence for a code without one, and fills in parameters', () => {
    expect(problemOf(new Conflict('X.UNKNOWN', 'as thrown'), 'zh-CN').detail).toBe('as thrown');
    const throttled = new Conflict('AUTH.THROTTLED', '', { params: { seconds: 7 } });
    expect(problemOf(throttled, 'en').detail).toBe('Too many attempts; try again in 7 seconds.');
  });

  it.each([
    ['22P02', 400],
    ['22021', 400],
    ['23505', 409],
    ['40001', 409],
    ['42501', 403],
    ['23514', 422],
    ['53100', 503],
    ['57014', 503],
    ['ECONNREFUSED', 503],
    ['42703', 500],
  ])('answers SQLSTATE %s with %i and without its values', (code, status) => {
    const problem = problemOf(refusalOf(sqlError(code)), 'en');
    expect(problem.status).toBe(status);
    expect(JSON.stringify(problem)).not.toContain('138');
  });

  it('answers a full pool with 503', () => {
    expect(refusalOf(new Error('timeout exceeded when trying to connect')).status).toBe(503);
  });

  it('keeps the status of Nest’s and the body parser’s errors', () => {
    expect(refusalOf(new BadRequestException()).code).toBe('INPUT.MALFORMED');
    expect(refusalOf(new ImATeapotException())).toMatchObject({ status: 418, code: 'HTTP.REFUSED' });
    expect(refusalOf(Object.assign(new Error('big'), { status: 413 })).code).toBe('HTTP.TOO_LARGE');
  });

  it('says nothing about a mistake of ours', () => {
    const problem = problemOf(refusalOf(new TypeError('secret of 张三')), 'en');
    expect(problem).toMatchObject({ status: 500, code: 'SERVICE.FAILED' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});

describe('a logged error', () => {
  it('keeps the values a database or a parser quotes out of the log', () => {
    let parseError: unknown;
    try {
      JSON.parse('张三138');
    } catch (error) {
      parseError = error;
    }
    const logged = JSON.stringify([describeError(sqlError('23505')), describeError(parseError)]);
    expect(logged).not.toMatch(/138|张三/);
    expect(logged).toContain('23505');
  });
});
