import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { DiscoveryService } from '@nestjs/core';
import { routesOf } from './routes';

const INPUTS = new Map<number, string>([
  [RouteParamtypes.BODY, '@Body'],
  [RouteParamtypes.QUERY, '@Query'],
  [RouteParamtypes.PARAM, '@Param'],
  [RouteParamtypes.HEADERS, '@Headers'],
]);

/** Fails the start when a route takes input without a schema: such input would pass unseen. */
@Injectable()
export class RouteInputCheck implements OnApplicationBootstrap {
  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const open = routesOf(this.discovery).flatMap(({ controller, handler, name }) => {
      const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name) ?? {}) as Record<
        string,
        { schema?: unknown }
      >;
      return Object.entries(args)
        .map(([key, { schema }]) => ({ decorator: INPUTS.get(parseInt(key, 10)), key, schema }))
        .filter(({ decorator, key, schema }) => decorator && !key.includes('custom') && !schema)
        .map(({ decorator }) => `${name}: ${decorator} without a schema`);
    });
    if (open.length > 0) throw new Error(`Routes take input that nobody checks:\n${open.join('\n')}`);
  }
}
