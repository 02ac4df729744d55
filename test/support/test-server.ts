import { Client } from 'pg';
import { acquireEmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres';
import { type DatabaseUrls, urlsFor } from '../../src/platform/roles/app-roles';
import { actAs } from '../../src/platform/roles/database-urls';
import { ensureRoles } from '../../src/platform/roles/roles.repository';

export interface ServerUrls extends DatabaseUrls {
  superuserUrl: string;
}

/** The PostgreSQL of this test run, as an administrator. */
export interface TestServer {
  urlsOf(database: string): ServerUrls;
  administrator: Client;
  leave(): Promise<void>;
}

/** The server of DATABASE_URL (its login must be an administrator), or an embedded one that all test files share. */
export async function enterTestServer(): Promise<TestServer> {
  return process.env.DATABASE_URL ? ownServer(process.env.DATABASE_URL) : embeddedServer();
}

async function embeddedServer(): Promise<TestServer> {
  const dataDir = process.env.TEST_DATA_DIR;
  if (!dataDir) throw new Error('TEST_DATA_DIR is set by test/support/global-setup.ts');
  const server = await acquireEmbeddedPostgres(dataDir, { durable: false });
  const administrator = await connect(server.superuserUrl);
  return {
    administrator,
    urlsOf: (database) => ({
      ownerUrl: withDatabase(server.ownerUrl, database),
      apiUrl: withDatabase(server.apiUrl, database),
      workerUrl: withDatabase(server.workerUrl, database),
      queueUrl: withDatabase(server.queueUrl, database),
      backupUrl: withDatabase(server.backupUrl, database),
      superuserUrl: withDatabase(server.superuserUrl, database),
    }),
    leave: async () => {
      await administrator.end();
      await server.release(true);
    },
  };
}

async function ownServer(url: string): Promise<TestServer> {
  const administrator = await connect(url);
  await ensureRoles(administrator);
  return {
    administrator,
    urlsOf: (database) => {
      const superuserUrl = withDatabase(url, database);
      return { ...urlsFor((role) => actAs(superuserUrl, role)), superuserUrl };
    },
    leave: () => administrator.end(),
  };
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.href;
}
