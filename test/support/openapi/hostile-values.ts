import fc from 'fast-check';
import type { Description, JsonSchema } from './description';
import { leastValue, resolve } from './least-value';

const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });

/** What no field expects, and what has broken parsers, databases and prototypes before. */
export const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  '\0',
  '\ud800',
  '\u202e反向',
  '𠮷',
  "'; DROP TABLE users; --",
  '%_\\',
  '{{7*7}}${7*7}',
  '../../etc/passwd',
  'x'.repeat(70_000),
  [],
  [[[]]],
  {},
  deep(40),
  { toString: 1, hasOwnProperty: 1 },
  JSON.parse('{"__proto__": {"x": 1}}'),
  JSON.parse('{"constructor": {"prototype": {"x": 1}}}'),
];

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
);

/** Values near the schema: mostly allowed by it, so that what lies behind the schema is reached too. */
function near(given: JsonSchema, description: Description, depth: number): fc.Arbitrary<unknown> {
  const schema = resolve(given, description);
  const least = fc.constant(leastValue(schema, description));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && depth > 0) return fc.oneof(...choices.map((choice) => near(choice, description, depth - 1)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return fc.oneof(
        least,
        fc.string({ unit: 'grapheme', maxLength: Math.min(schema.maxLength ?? 40, 80) }),
      );
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -10, -(2 ** 53)),
        max: Math.min(schema.maximum ?? 2 ** 53 - 1, 2 ** 53 - 1),
      });
    case 'array':
      return depth > 0 ? fc.array(near(schema.items ?? {}, description, depth - 1), { maxLength: 3 }) : least;
    case 'object': {
      const fields = Object.entries(schema.properties ?? {});
      if (depth === 0 || fields.length === 0) return least;
      const model = Object.fromEntries(
        fields.map(([name, field]) => [name, near(field, description, depth - 1)]),
      );
      return fc.record(model, { requiredKeys: schema.required ?? [] });
    }
    default:
      return least;
  }
}

/** Bodies for a schema: near it, with one place spoilt, or nothing like it. */
export function bodiesFor(schema: JsonSchema, description: Description): fc.Arbitrary<unknown> {
  const whole = near(schema, description, 4);
  const spoilt = fc.tuple(whole, hostile, fc.nat(), fc.boolean()).map(([body, value, at, extra]) => {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return value;
    const names = [...Object.keys(body), ...Object.keys(schema.properties ?? {})];
    const name = extra || names.length === 0 ? 'extra' : names[at % names.length];
    return { ...body, [name ?? 'extra']: value };
  });
  return fc.oneof(
    { weight: 3, arbitrary: whole },
    { weight: 4, arbitrary: spoilt },
    { weight: 1, arbitrary: hostile },
  );
}
