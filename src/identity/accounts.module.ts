import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorRepository } from './actor.repository';
import { AuditChain } from './audit/audit-chain';
import { AuditEntry } from './audit/audit-entry.entity';
import { AuditLink } from './audit/audit-link.entity';
import { AuditRepository } from './audit/audit.repository';
import { AuditService } from './audit/audit.service';
import { Consent } from './consent/consent.entity';
import { ConsentRepository } from './consent/consent.repository';
import { ConsentService } from './consent/consent.service';
import { SecondFactorRepository } from './second-factor/second-factor.repository';
import { SessionRepository } from './session/session.repository';
import { ThrottleRepository } from './session/throttle.repository';
import { ThrottleService } from './session/throttle.service';
import { CredentialRepository } from './user/credential.repository';
import { PasswordHasher } from './user/password';
import { PasswordService } from './user/password.service';
import { User } from './user/user.entity';
import { UserRepository } from './user/user.repository';
import { UserService } from './user/user.service';

/** Accounts, consents and the audit log, for every process: web server, workers and command line. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([User, Consent, AuditEntry, AuditLink])],
  providers: [
    ActorRepository,
    AuditChain,
    AuditRepository,
    AuditService,
    ConsentRepository,
    ConsentService,
    CredentialRepository,
    PasswordHasher,
    PasswordService,
    SecondFactorRepository,
    SessionRepository,
    ThrottleRepository,
    ThrottleService,
    UserRepository,
    UserService,
  ],
  exports: [
    ActorRepository,
    AuditChain,
    AuditService,
    ConsentService,
    CredentialRepository,
    PasswordHasher,
    PasswordService,
    SecondFactorRepository,
    SessionRepository,
    ThrottleService,
    UserService,
  ],
})
export class AccountsModule {}
