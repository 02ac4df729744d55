import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../common/actor';
import type { Caller } from '../authenticator';
import { UserService } from '../user/user.service';
import { csrfTokenOf } from './session-token';
import type { SessionView } from './session.schema';

/** Tells somebody who they are signed in as. */
@Injectable()
export class SessionPresenter {
  constructor(private readonly users: UserService) {}

  async view({ actor, proof }: Caller): Promise<SessionView> {
    const user = await this.users.get(SYSTEM, actor.userId ?? '');
    const bySession = proof.by === 'session';
    return {
      user,
      pending: bySession ? proof.pending : null,
      csrfToken: bySession ? csrfTokenOf(proof.token) : null,
      expiresAt: bySession ? proof.expiresAt.toISOString() : null,
    };
  }
}
