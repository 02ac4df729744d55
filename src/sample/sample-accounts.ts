import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/actor';
import { addDays, type Clock, dayOf } from '../common/clock';
import type { CreateUser } from '../identity/user/user.schema';
import { UserService } from '../identity/user/user.service';
import { ParkService } from '../organisations/park.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { SAMPLE_SET, type Seeded } from './sample-seeder';

/** An account to try the product with. */
export interface SignIn {
  login: string;
  password: string;
  role: string;
  /** What it may do, in the words of the start-up message. */
  serves: string;
}

type Account = Partial<CreateUser> & Pick<CreateUser, 'login' | 'name' | 'role'> & { serves: string };

/** The park whose people the sample signs in. */
const PARK = 'NO.1';
/** The enterprise among the sample's organisations that has needs in that park. */
const ENTERPRISE = 'org-001';
/** The activity of the plan that the sample's organiser runs. */
const ACTIVITY = 4;
const AUDIT_DAYS = 90;

/** One account of each role, with passwords made for this installation. */
@Injectable()
export class SampleAccounts {
  constructor(
    private readonly database: Database,
    private readonly parks: ParkService,
    private readonly users: UserService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  async create({ organisations, activities }: Seeded): Promise<SignIn[]> {
    const park = await this.database.as(SYSTEM, (tx) => this.parks.requireByCode(PARK, tx));
    const signIns: SignIn[] = [];
    const activityIds = [activities.get(ACTIVITY) ?? ''];
    for (const { serves, ...account } of this.accounts(
      park.id,
      organisations.get(ENTERPRISE) ?? null,
      activityIds,
    )) {
      const input = {
        parkIds: [],
        activityIds: [],
        organisationId: null,
        personId: null,
        expiresOn: null,
        ...account,
      };
      const { login, role, password } = await this.users.create(SYSTEM, input, SAMPLE_SET);
      signIns.push({ login, role, password: password ?? '', serves });
    }
    return signIns;
  }

  private accounts(parkId: string, organisationId: string | null, activityIds: string[]): Account[] {
    const parkIds = [parkId];
    const expiresOn = addDays(dayOf(this.clock.now()), AUDIT_DAYS);
    return [
      { login: 'manager', name: '样例平台经理', role: 'manager', serves: 'the whole network' },
      { login: 'lead-no1', name: '样例园区负责人', role: 'park-lead', parkIds, serves: PARK },
      { login: 'officer-no1', name: '样例人才专员', role: 'officer', parkIds, serves: PARK },
      {
        login: 'enterprise',
        name: '样例企业',
        role: 'enterprise',
        organisationId,
        serves: 'one enterprise of NO.1',
      },
      {
        login: 'organiser',
        name: '样例承办单位',
        role: 'organiser',
        activityIds,
        serves: 'activity 4 of the plan',
      },
      { login: 'commission', name: '样例发改委', role: 'commission', serves: 'aggregates, read-only' },
      { login: 'auditor', name: '样例审计', role: 'auditor', expiresOn, serves: 'everything, read-only' },
    ];
  }
}
