import { Controller, Get, Header, Optional, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SYSTEM } from '../common/actor';
import { type CallerRequest, Public } from '../identity/access.decorator';
import { UserService } from '../identity/user/user.service';
import { currentRequest } from '../platform/http/request-context';
import { PlanFigures } from '../platform/start-page/plan-figures';
import { SCRIPT, STYLE } from './assets';
import { renderStartPage } from './page';

/** A plain page to begin with: what this is, a sign-in, and the plan's numbers. */
@ApiExcludeController()
@Controller()
@Public()
export class StartPageController {
  constructor(
    private readonly users: UserService,
    @Optional() private readonly figures?: PlanFigures,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async page(@Req() { caller }: CallerRequest): Promise<string> {
    const locale = currentRequest()?.locale ?? 'zh-CN';
    if (!caller?.actor.userId) return renderStartPage({ locale });
    const { name } = await this.users.get(SYSTEM, caller.actor.userId);
    return renderStartPage({ locale, user: name, plan: await this.figures?.current(caller.actor) });
  }

  @Get('assets/start.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return STYLE;
  }

  @Get('assets/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return SCRIPT;
  }
}
