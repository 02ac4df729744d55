import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { routesOf } from '../platform/http/routes';
import { ACCESS, type Access } from './access.decorator';

const READING = new Set([RequestMethod.GET, RequestMethod.HEAD]);
const READ_ONLY_ROLES = ['commission', 'auditor'] as const;

/** Fails the start when a route does not say who may call it, or lets a read-only role change something. */
@Injectable()
export class RouteAccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const wrong = routesOf(this.discovery).flatMap(({ controller, handler, name, method }) => {
      const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, controller]);
      if (access === undefined) return [`${name}: add @Public(), @SignedIn() or @Allow(...)`];
      const writes = !READING.has(method) && typeof access !== 'string';
      const readOnly = writes ? READ_ONLY_ROLES.filter((role) => access.includes(role)) : [];
      return readOnly.map((role) => `${name}: ${role} only reads`);
    });
    if (wrong.length > 0) throw new Error(`Routes with a wrong rule of access:\n${wrong.join('\n')}`);
  }
}
