import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, InvalidInput } from '../../common/errors';

/**
 * The version the caller has seen, from `If-Match: "3"`. The service compares it in its UPDATE and throws `Stale`.
 * @throws 428 without the header; 400 when it is not one version.
 */
export function versionOf(header: string | undefined): number {
  if (header === undefined) throw new DomainError('HTTP.IF_MATCH_MISSING', 428, 'If-Match is missing');
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new InvalidInput('HTTP.IF_MATCH_INVALID', 'If-Match is not a version');
  return Number(version);
}

/** The entity tag of a record's version. */
export const etagOf = (version: number): string => `"${version}"`;

export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  versionOf(context.switchToHttp().getRequest<Request>().get('if-match')),
);
