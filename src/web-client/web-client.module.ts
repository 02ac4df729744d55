import { join } from 'node:path';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { webClient } from './web-client';

/** Beside the sources, and beside the compiled code. */
const FOLDER = __dirname.includes('dist') ? '../../../web/dist' : '../../web/dist';

/** The browser's client. Hooked in after every route and before the answer to what nobody knows. */
@Module({})
export class WebClientModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    this.host.httpAdapter.use(webClient(join(__dirname, FOLDER)));
  }
}
