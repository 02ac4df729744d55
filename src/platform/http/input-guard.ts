import type { NextFunction, Request, Response } from 'express';
import { InvalidInput } from '../../common/errors';

const MAX_DEPTH = 32;
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const UNPAIRED_SURROGATE = /\p{Surrogate}/u;

/** PostgreSQL cannot store NUL, and half a surrogate pair is no text. */
const isForbiddenText = (text: string): boolean => text.includes('\0') || UNPAIRED_SURROGATE.test(text);

const forbiddenText = () =>
  new InvalidInput('INPUT.FORBIDDEN_TEXT', 'The text contains a forbidden character');

/** Walks a parsed JSON value without recursion, so that depth cannot exhaust the stack. */
export function refuseHostileJson(body: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && isForbiddenText(value)) throw forbiddenText();
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) throw new InvalidInput('INPUT.TOO_DEEP', 'The body is nested too deep');
    for (const [key, child] of Object.entries(value)) {
      if (REFUSED_KEYS.has(key)) throw new InvalidInput('INPUT.UNKNOWN_FIELD', 'Unknown field');
      if (isForbiddenText(key)) throw forbiddenText();
      open.push({ value: child, depth: depth + 1 });
    }
  }
}

/** Each query parameter at most once, in clean text. */
export function refuseHostileQuery(query: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'string') {
      throw new InvalidInput('INPUT.DUPLICATE_PARAMETER', 'A parameter appears twice', {
        errors: [{ pointer: `/query/${name}`, detail: 'appears twice', code: 'INPUT.DUPLICATE_PARAMETER' }],
      });
    }
    if (isForbiddenText(name) || isForbiddenText(value)) throw forbiddenText();
  }
}

/** Refuses what no schema should ever see, after the body is read and before any route. */
export function inputGuard(request: Request, _response: Response, next: NextFunction): void {
  refuseHostileQuery(request.query);
  if (request.path.includes('%00')) throw forbiddenText();
  if (!Buffer.isBuffer(request.body)) refuseHostileJson(request.body);
  next();
}
