/** As much of JSON Schema as zod writes for the API. */
export interface JsonSchema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: JsonSchema;
}

interface DescribedOperation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

/** What the tests read of /api/openapi.json. */
export interface Description {
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { schemas: Record<string, JsonSchema> };
}

/** One operation, "GET /needs/{id}"; paths are without the prefix of the API. */
export interface Operation {
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** Of the JSON body, where there is one. */
  body?: JsonSchema;
  multipart: boolean;
}

export const API = '/api/v1';

export const operationsOf = ({ paths }: Description): Operation[] =>
  Object.entries(paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([verb, { parameters = [], requestBody }]) => {
      const [method, path] = [verb.toUpperCase(), address.slice(API.length)];
      const body = requestBody?.content['application/json']?.schema;
      const multipart = requestBody?.content['multipart/form-data'] !== undefined;
      return { name: `${method} ${path}`, method, path, parameters, multipart, ...(body && { body }) };
    }),
  );
