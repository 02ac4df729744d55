import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiKeyController } from './api-key/api-key.controller';
import { ApiKey } from './api-key/api-key.entity';
import { ApiKeyRepository } from './api-key/api-key.repository';
import { ApiKeyService } from './api-key/api-key.service';
import { AuditController } from './audit/audit.controller';
import { AuthGuard } from './auth.guard';
import { Authenticator } from './authenticator';
import { AccountsModule } from './accounts.module';
import { RequestQuota } from './request-quota';
import { RouteAccessCheck } from './route-access.check';
import { ExternalIdentityRepository } from './oidc/external-identity.repository';
import { OidcController } from './oidc/oidc.controller';
import { OidcFlow } from './oidc/oidc-flow';
import { OidcSignInService } from './oidc/oidc-sign-in.service';
import { SavedViewController } from './saved-view/saved-view.controller';
import { SavedViewRepository } from './saved-view/saved-view.repository';
import { SavedViewService } from './saved-view/saved-view.service';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactorService } from './second-factor/second-factor.service';
import { LeftoversRepository } from './session/leftovers.repository';
import { SessionController } from './session/session.controller';
import { SessionService } from './session/session.service';
import { SignInService } from './session/sign-in.service';
import { SessionPresenter } from './session/session.presenter';
import { SignInSteps } from './session/sign-in-steps';
import { UserController } from './user/user.controller';

/** Accounts, and on top of them what only the web server needs: signing in, keys, and the guard of every route. */
@Module({
  imports: [AccountsModule, DiscoveryModule, TypeOrmModule.forFeature([ApiKey])],
  controllers: [
    SessionController,
    SecondFactorController,
    OidcController,
    UserController,
    ApiKeyController,
    AuditController,
    SavedViewController,
  ],
  providers: [
    ApiKeyRepository,
    ApiKeyService,
    Authenticator,
    LeftoversRepository,
    RequestQuota,
    RouteAccessCheck,
    SavedViewRepository,
    SavedViewService,
    SessionService,
    SignInService,
    ExternalIdentityRepository,
    OidcFlow,
    OidcSignInService,
    SessionPresenter,
    SignInSteps,
    SecondFactorService,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
})
export class IdentityModule {}
