import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const count = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^\s]+$/, 'must look like postgres://user:password@host:5432/database')
  .optional();

/**
 * Every setting of the product, read once at start. The description and the default of each become `.env.example`
 * (`npm run env:example`), so a setting is added here and nowhere else.
 */
export const envSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address the web server listens on.'),
  PORT: port.default(3000).describe('Port of the web server; 0 takes a free one.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Address people open, such as https://match.example.cn. Set it behind a proxy that speaks https.',
    ),
  INSECURE_HTTP: flag
    .default(false)
    .describe('1 allows plain http on an address beyond this machine: passwords then travel unprotected.'),
  TRUST_PROXY: count(0, 10)
    .default(0)
    .describe('Number of proxies in front whose X-Forwarded-For is believed.'),
  REQUESTS_PER_MINUTE: count(0, 1_000_000)
    .default(1200)
    .describe(
      'Requests that one account, or one address nobody is signed in from, may send to a web server; 0 any number.',
    ),
  OUTBOUND_HOSTS: z
    .string()
    .regex(/^(\*|[a-z0-9.-]+(,[a-z0-9.-]+)*)$/, 'must be host names by commas, or *')
    .optional()
    .describe(
      'Hosts that webhooks may call, by commas; * any public one. Unset: none. Private addresses never.',
    ),

  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'must look like smtps://user:password@mail.example.cn')
    .optional()
    .describe('Mail server that notices go out by. Unset: people are told inside the product only.'),
  MAIL_FROM: z
    .string()
    .min(3)
    .max(200)
    .default('智创城对接平台 <no-reply@localhost>')
    .describe('Sender of the mails.'),

  DATA_DIR: z
    .string()
    .min(1)
    .default('./.data')
    .describe('Folder of the embedded database, keys and backups.'),
  MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/, 'must be 32 bytes in base64')
    .optional()
    .describe(
      'Key of encrypted fields, the same for every process; older keys may follow, by commas. Unset: made and kept in DATA_DIR.',
    ),
  DATABASE_URL: postgresUrl.describe(
    'PostgreSQL 16 or later for the application login. Unset: an embedded PostgreSQL in DATA_DIR.',
  ),
  DATABASE_OWNER_URL: postgresUrl.describe(
    'Login that creates roles and migrates. Unset: DATABASE_URL does it, with a warning.',
  ),
  DATABASE_WORKER_URL: postgresUrl.describe('Login of the workers. Unset: DATABASE_URL.'),
  DATABASE_QUEUE_URL: postgresUrl.describe('Login of the queue kept in PostgreSQL. Unset: DATABASE_URL.'),
  DATABASE_BACKUP_URL: postgresUrl.describe(
    'Login that reads every row for a backup. Unset: DATABASE_OWNER_URL.',
  ),
  BACKUPS_KEPT: count(0, 365)
    .default(7)
    .describe('Nightly backups of the embedded database that are kept in DATA_DIR; 0 takes none.'),
  DATABASE_POOL: count(2, 100)
    .default(10)
    .describe('Connections to PostgreSQL of one API or worker process.'),
  DATABASE_STATEMENT_SECONDS: count(1, 600)
    .default(20)
    .describe('Seconds after which PostgreSQL gives up a statement of the API.'),

  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/[^\s]+$/, 'must look like redis://host:6379')
    .optional()
    .describe(
      'Redis 7 or later with maxmemory-policy noeviction for the queues. Unset: the queues live in PostgreSQL.',
    ),
  QUEUE_POOL: count(2, 20).default(3).describe('Connections of one queue of one worker to PostgreSQL.'),
  WORKERS: count(0, 64).default(1).describe('Worker processes that npm start runs beside the API.'),
  WORKER_CONCURRENCY: count(1, 64)
    .default(4)
    .describe('Changed records that one worker process matches at a time.'),
  MATCH_SHARDS: count(1, 64)
    .default(1)
    .describe('Parts into which the records are divided for matching; each worker process holds one.'),
  MATCH_SHARD: count(0, 63)
    .optional()
    .describe(
      'The part this worker holds, from 0; npm start gives each of its workers one. Unset with several parts: none.',
    ),

  SAMPLE: z
    .enum(['auto', 'on', 'off'])
    .default('auto')
    .describe(
      'Sample data: auto fills an empty embedded database only, on fills an empty one anywhere, off never.',
    ),
  ANSWER_DAYS: count(1, 60)
    .default(3)
    .describe('Working days in which a park answers what an enterprise submits.'),
  PERSONAL_DATA_MONTHS: count(1, 120)
    .default(24)
    .describe('Months after which people are erased whose profiles have all been archived or withdrawn.'),
  IMPORT_DAYS: count(1, 3650)
    .default(30)
    .describe('Days for which the file of an import is kept, and its rows that were never taken in.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe message that is logged.'),

  SECOND_FACTOR: z
    .enum(['auto', 'all', 'off'])
    .default('auto')
    .describe(
      'Who needs a second factor: auto managers, park leads and officers when PUBLIC_URL is set; all; off nobody.',
    ),
  PASSWORD_DAYS: count(0, 730)
    .default(0)
    .describe('Days after which a new password is asked for; 0 never. Only where a rule asks for it.'),
  PASSWORD_CLASSES: count(0, 4)
    .default(0)
    .describe('How many of lower case, upper case, digits and others a password needs; 0 for length alone.'),
  EMBEDDINGS_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Server that speaks /v1/embeddings; the texts of records, without names and contacts, are sent to it. Unset: none.',
    ),
  EMBEDDINGS_MODEL: z.string().min(1).max(200).default('default').describe('Model that it is asked for.'),
  EMBEDDINGS_KEY: z.string().min(1).max(500).optional().describe('Key that it wants, if any.'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Identity provider (OpenID Connect) that people may sign in at. Unset: passwords only.'),
  OIDC_CLIENT_ID: z.string().min(1).max(200).optional().describe('What the provider calls this product.'),
  OIDC_CLIENT_SECRET: z.string().min(1).max(500).optional().describe('Its secret at the provider.'),
  OIDC_NAME: z
    .string()
    .min(1)
    .max(40)
    .default('统一身份认证')
    .describe('What the button of the provider says.'),
  OIDC_LOGIN_CLAIM: z
    .string()
    .min(1)
    .max(100)
    .default('preferred_username')
    .describe(
      'Claim that names the account here at the first sign-in; one that people cannot change themselves.',
    ),
  SESSION_IDLE_MINUTES: count(5, 1440)
    .default(60)
    .describe('Minutes without a request after which a session ends.'),
  SESSION_HOURS: count(1, 720).default(12).describe('Hours after which a session ends in any case.'),
});

export type Env = z.infer<typeof envSchema>;
