import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IfMatch } from '../../platform/http/if-match.decorator';
import { NeverReplayed } from '../../platform/http/never-replayed.decorator';
import { idParam, pageSchema } from '../../platform/http/query.schema';
import { Allow, CurrentActor } from '../access.decorator';
import {
  type CreateUser,
  type UpdateUser,
  type UserQuery,
  createUserSchema,
  createdUserSchema,
  passwordOnceSchema,
  updateUserSchema,
  userQuerySchema,
  userSchema,
} from './user.schema';
import { PasswordService } from './password.service';
import { UserService } from './user.service';

@ApiTags('users')
@Controller('users')
@Allow('manager')
export class UserController {
  constructor(
    private readonly users: UserService,
    private readonly passwords: PasswordService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: pageSchema(userSchema) })
  list(@CurrentActor() actor: Actor, @Query({ schema: userQuerySchema }) query: UserQuery) {
    return this.users.list(actor, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: userSchema })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string) {
    return this.users.get(actor, id);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: createdUserSchema })
  create(@CurrentActor() actor: Actor, @Body({ schema: createUserSchema }) input: CreateUser) {
    return this.users.create(actor, input);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: userSchema })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateUserSchema }) changes: UpdateUser,
  ) {
    return this.users.update(actor, id, version, changes);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: userSchema })
  disable(@CurrentActor() actor: Actor, @Param('id', idParam) id: string) {
    return this.users.setDisabled(actor, id, true);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: userSchema })
  enable(@CurrentActor() actor: Actor, @Param('id', idParam) id: string) {
    return this.users.setDisabled(actor, id, false);
  }

  @Post(':id/password')
  @NeverReplayed()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: passwordOnceSchema })
  async resetPassword(@CurrentActor() actor: Actor, @Param('id', idParam) id: string) {
    return { password: await this.passwords.reset(actor, id) };
  }
}
