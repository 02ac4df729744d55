import { z } from 'zod';
import { InvalidInput } from '../common/errors';

/** What the operator gave, checked; one sentence that names the first mistake otherwise. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidInput(
    'INPUT.INVALID',
    `${issue?.path.join('.') || 'input'}: ${issue?.message ?? 'wrong'}`,
  );
}
