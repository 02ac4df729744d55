import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { DomainError, type FieldError } from '../../common/errors';
import { refusalOfDatabase } from '../database/database-error';
import type { Locale } from '../../common/locale';
import { findMessage } from './messages/catalogue';

/** An RFC 9457 problem, as every refused request is answered with. */
export const problemSchema = z
  .object({
    type: z.string().describe('urn:problem: followed by the code in lower case'),
    title: z.string().describe('the HTTP status in words'),
    status: z.number().int(),
    detail: z.string().describe('a sentence for people, in the language of Accept-Language'),
    code: z.string().describe('stable, for programs'),
    requestId: z.string().optional(),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('JSON pointer into the body; /query/… and /path/… for parameters'),
          detail: z.string(),
          code: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

const CODE_OF_STATUS: Record<number, string> = {
  400: 'INPUT.MALFORMED',
  401: 'AUTH.REQUIRED',
  403: 'AUTH.FORBIDDEN',
  404: 'HTTP.NOT_FOUND',
  413: 'HTTP.TOO_LARGE',
  415: 'HTTP.UNSUPPORTED_TYPE',
  429: 'SERVICE.BUSY',
  503: 'SERVICE.BUSY',
};

/** The status an error of Nest or of a body parser carries, when it is one that may be told to the caller. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

/** Whatever was thrown, as a refusal with code and status; what nobody foresaw says nothing about itself. */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const refusal = refusalOfDatabase(error);
  if (refusal) return refusal;
  const status = statusOf(error) ?? 500;
  const code = CODE_OF_STATUS[status] ?? (status < 500 ? 'HTTP.REFUSED' : 'SERVICE.FAILED');
  return new DomainError(code, status, STATUS_CODES[status] ?? 'Error', { cause: error });
}

/** Writes `refusal` for a reader of `locale`; a code without a sentence keeps the English one it was thrown with. */
export function problemOf(refusal: DomainError, locale: Locale, requestId?: string): Problem {
  const errors = refusal.errors.map((field): FieldError => ({
    ...field,
    detail: findMessage(field.code, locale) ?? field.detail,
  }));
  return {
    type: `urn:problem:${refusal.code.toLowerCase()}`,
    title: STATUS_CODES[refusal.status] ?? 'Error',
    status: refusal.status,
    detail: findMessage(refusal.code, locale, refusal.params) ?? refusal.message,
    code: refusal.code,
    requestId,
    ...(errors.length > 0 && { errors }),
  };
}
