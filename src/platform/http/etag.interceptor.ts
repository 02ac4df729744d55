import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { etagOf } from './if-match.decorator';

/** An answer that carries a record's `version` carries it as its ETag too. */
@Injectable()
export class EtagInterceptor implements NestInterceptor<unknown, unknown> {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((body) => {
        if (body && typeof body === 'object' && 'version' in body && typeof body.version === 'number') {
          response.setHeader('ETag', etagOf(body.version));
        }
        return body;
      }),
    );
  }
}
