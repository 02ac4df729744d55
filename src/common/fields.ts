import { z } from 'zod';

/** Text as typed, kept exactly; blank is refused, and so is what is no text (NUL, half of a surrogate pair). */
export const plainText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '', { error: 'INPUT.BLANK' })
    .refine((text) => text.isWellFormed() && !text.includes('\0'), { error: 'INPUT.FORBIDDEN_TEXT' });

/** A calendar day 'YYYY-MM-DD' that exists. */
export const day = z.iso.date();

/** An amount in whole 元, not negative. */
export const yuan = z.int().min(0);

type Fields = Record<string, z.ZodType>;
type PatchField<T extends z.ZodType> =
  T extends z.ZodDefault<infer I>
    ? z.ZodOptional<I extends z.ZodType ? I : T>
    : T extends z.ZodOptional<infer I>
      ? z.ZodOptional<z.ZodNullable<I extends z.ZodType ? I : T>>
      : z.ZodOptional<T>;

/** The fields of a PATCH: each may be left out and then stays; one that a record may lack is taken away by null. */
export const patchOf = <F extends Fields>(fields: F): { [K in keyof F]: PatchField<F[K]> } =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, patchField(field)])) as {
    [K in keyof F]: PatchField<F[K]>;
  };

function patchField(field: z.ZodType): z.ZodType {
  if (field instanceof z.ZodDefault) return (field.unwrap() as z.ZodType).optional();
  if (field instanceof z.ZodOptional) return (field.unwrap() as z.ZodType).nullable().optional();
  return field.optional();
}

/** Refines an object: `low`, where both are given, is not above `high`. */
export const inOrder =
  <K extends string>(low: K, high: K) =>
  (value: { [P in K]?: number | undefined }, check: z.RefinementCtx): void => {
    const [least, most] = [value[low], value[high]];
    if (least !== undefined && most !== undefined && least > most)
      check.addIssue({ code: 'custom', path: [low], message: 'INPUT.RANGE' });
  };

/** `stated` with the fields of a PATCH laid over it: undefined leaves one as it is, null takes it away. */
export function patched<T extends object>(stated: T, patch: { [K in keyof T]?: T[K] | null | undefined }): T {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const merged = { ...stated, ...Object.fromEntries(given) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as T;
}
