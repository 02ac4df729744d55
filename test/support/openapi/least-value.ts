import fc from 'fast-check';
import type { Description, JsonSchema } from './description';

const FORMATS: Record<string, string> = {
  uuid: '00000000-0000-7000-8000-000000000000',
  date: '2022-06-10',
  'date-time': '2022-06-10T00:00:00Z',
  email: 'somebody@example.cn',
  uri: 'https://example.cn/',
};

/** The schema itself, where another stands in its place. */
export function resolve(schema: JsonSchema, { components }: Description): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (components.schemas[name] ?? {});
}

function leastText({ format, pattern, minLength = 1 }: JsonSchema): string {
  if (format !== undefined && FORMATS[format] !== undefined) return FORMATS[format];
  if (pattern !== undefined) {
    const [text = ''] = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 7 });
    return text;
  }
  return '文'.repeat(minLength);
}

/** The plainest value that the schema allows: what is required, and no more. */
export function leastValue(given: JsonSchema, description: Description): unknown {
  const schema = resolve(given, description);
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return leastValue(choice, description);
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const parts = schema.allOf?.map((part) => leastValue(part, description));
  if (parts) return Object.assign({}, ...parts) as object;
  switch (schema.type) {
    case 'string':
      return leastText(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => leastValue(schema.items ?? {}, description));
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [
          name,
          leastValue(schema.properties?.[name] ?? {}, description),
        ]),
      );
    default:
      return null;
  }
}
