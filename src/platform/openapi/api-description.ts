import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Express } from 'express';
import { z } from 'zod';
import { problemSchema } from '../http/problem';
import { serveApiBrowser } from './api-browser';

type JsonSchemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/**
 * zod's own JSON Schema 2020-12, which OpenAPI 3.1 speaks; what it cannot say (a transform) is left open. A schema with
 * `.meta({ id })` becomes a component of that name; give one to answers only, for input and output may differ.
 */
export function jsonSchemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
): { schema: object; components: JsonSchemas } {
  const made = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/')) as {
    $schema?: string;
    $defs?: JsonSchemas;
  };
  return { schema: rest, components: $defs };
}

const PROBLEM = {
  description: 'Refused, with the reason',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Every operation can be refused, and in the same form. */
function addProblems(document: OpenAPIObject): OpenAPIObject {
  document.components = { ...document.components };
  document.components.schemas = {
    ...document.components.schemas,
    ...jsonSchemaOf(problemSchema, 'output').components,
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation) operation.responses = { ...operation.responses, '4XX': PROBLEM, '5XX': PROBLEM };
    }
  }
  return document;
}

/** The OpenAPI 3.1 description of `app`, from the zod schemas its routes are checked with. */
export function describeApi(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('智创城对接平台 / Innovation park matching')
    .setVersion('1')
    .setDescription('Errors are application/problem+json (RFC 9457). Lists take cursor and limit.')
    .addCookieAuth('zc_session')
    .addBearerAuth({ type: 'http', description: 'API key' })
    .build();
  return addProblems(
    SwaggerModule.createDocument(app, config, {
      standardSchemaConverter: (schema, { schemaType }) =>
        schema instanceof z.ZodType ? jsonSchemaOf(schema, schemaType) : undefined,
    }),
  );
}

/** Serves the description at /api/openapi.json and a browser of it at /api/docs; it is made at the first request. */
export function serveApiDescription(app: NestExpressApplication): void {
  let text: string | undefined;
  const server: Express = app.getHttpAdapter().getInstance();
  server.get('/api/openapi.json', (_request, response) => {
    text ??= JSON.stringify(describeApi(app));
    response.type('application/json').send(text);
  });
  serveApiBrowser(app);
}
