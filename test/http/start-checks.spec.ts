import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Public } from '../../src/identity/access.decorator';
import { createTestApp } from '../support/test-app';

@Controller('open')
class WithoutAccess {
  @Get()
  get() {}
}

@Controller('unchecked')
@Public()
class WithoutSchema {
  @Post(':id')
  post(@Body() _body: unknown, @Param('id', { schema: z.uuid() }) _id: string) {}
}

@Controller('writing')
@Allow('manager', 'auditor')
class WritingAuditor {
  @Post()
  post() {}
}

describe('the server refuses to start', () => {
  it.each([
    ['with a route nobody said who may call', WithoutAccess, /WithoutAccess.get: add @Public/],
    ['with input nobody checks', WithoutSchema, /WithoutSchema.post: @Body without a schema$/],
    ['when a read-only role may write', WritingAuditor, /WritingAuditor.post: auditor only reads/],
  ])('%s', async (_, controller, message) => {
    await expect(createTestApp({ controllers: [controller] })).rejects.toThrow(message);
  });
});
