import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { RequestMethod, type Type } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';

/** A registered route handler, as the start-up checks look at it. */
export interface Route {
  controller: Type;
  handler: (...args: never[]) => unknown;
  /** "NeedController.create", for messages. */
  name: string;
  method: RequestMethod;
}

/** Every handler of every controller of the application. */
export function routesOf(discovery: DiscoveryService): Route[] {
  return discovery.getControllers().flatMap(({ metatype }) => {
    const controller = metatype as Type;
    const prototype = controller.prototype as Record<string, Route['handler']>;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => name !== 'constructor')
      .map((name) => ({ name, handler: prototype[name] }))
      .filter(
        (found): found is { name: string; handler: Route['handler'] } =>
          typeof found.handler === 'function' && Reflect.hasMetadata(PATH_METADATA, found.handler),
      )
      .map(({ name, handler }) => ({
        controller,
        handler,
        name: `${controller.name}.${name}`,
        method: Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod,
      }));
  });
}
