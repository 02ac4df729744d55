import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type AppRole, type DatabaseUrls, urlsFor } from '../roles/app-roles';
import { ensureAccess, ensureDatabase, ensureRoles } from '../roles/roles.repository';
import { type Binaries, findBinaries, platformPackage } from './binaries';
import { CannotStartPostgres } from './cannot-start';
import { type Cluster, clusterOf, ensureCluster, type Passwords, readPasswords } from './cluster';
import { hold, leave } from './holder.repository';
import { type Identity, postgresIdentity } from './identity';
import { findPostmaster, leftOverPort, startPostmaster, stopPostmaster } from './postmaster';

export interface EmbeddedOptions {
  /** npm package with the binaries; default: that of this platform. */
  packageName?: string;
  /** false trades safety against power loss for speed, for tests; default true. */
  durable?: boolean;
  /** Called when the server was lost and could not be brought back. */
  onLost?: (error: Error) => void;
}

/** A running embedded PostgreSQL that this process counts as a user of. */
export interface EmbeddedPostgres extends DatabaseUrls {
  /** Administrator of the server, for set-up and tests only. */
  superuserUrl: string;
  /** Ends the use; the last user to leave stops the server, unless it is to be kept running for those who come. */
  release(keepRunning?: boolean): Promise<void>;
}

/** The product's database on the embedded server. */
const DATABASE = 'zhichuang';

/** Crash recovery of a large database may take its time. */
const PATIENCE_MS = 120_000;
const POLL_MS = 25;

/** Said by a server that starts while the previous one, killed, has sessions left to end, or while another starts. */
const TRY_AGAIN =
  /lock file "postmaster\.pid" (already exists|is empty)|pre-existing shared memory|could not bind/;

const settings = (durable: boolean): Record<string, string> => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Backups are copied out by SQL, nothing reads the write-ahead log.
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
  // Statements and details of errors would put personal data into the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
});

/**
 * Joins the embedded PostgreSQL of `dataDir`, starting it (and creating it) when it is not running. It listens on the
 * loopback only, with random passwords and a random port, which stay the same for as long as somebody uses it: when
 * the server dies it is started again.
 * @throws CannotStartPostgres with a sentence for the operator.
 */
export async function acquireEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const server = new EmbeddedServer(dataDir, options);
  await server.enter();
  return {
    ...urlsFor((role) => server.url(role, DATABASE)),
    superuserUrl: server.url('postgres', 'postgres'),
    release: (keepRunning) => server.release(keepRunning),
  };
}

class EmbeddedServer {
  private readonly identity?: Identity;
  private readonly binaries: Binaries;
  private readonly cluster: Cluster;
  private readonly passwords: Passwords;
  private holder?: Client;
  private port?: number;
  private released = false;
  private entering = Promise.resolve();

  constructor(
    dataDir: string,
    private readonly options: EmbeddedOptions,
  ) {
    this.identity = postgresIdentity(clusterOf(dataDir).data);
    this.binaries = findBinaries(options.packageName ?? platformPackage, dataDir, this.identity);
    this.cluster = ensureCluster(dataDir, this.binaries, this.identity, options.durable);
    this.passwords = readPasswords(this.cluster);
  }

  url(login: AppRole | 'postgres', database: string): string {
    return `postgres://${login}:${this.passwords[login]}@127.0.0.1:${this.port}/${database}`;
  }

  enter(): Promise<void> {
    this.entering = this.joinOrStart();
    return this.entering;
  }

  async release(keepRunning = false): Promise<void> {
    this.released = true;
    await this.entering.catch(() => undefined);
    if (!this.holder) return;
    const last = !keepRunning && (await leave(this.holder).catch(() => false));
    if (last) await stopPostmaster(this.cluster);
    await this.holder.end().catch(() => undefined);
  }

  private async joinOrStart(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    let complaint = 'it did not become ready in time';
    while (!this.released && Date.now() < deadline) {
      const running = findPostmaster(this.cluster);
      if (running?.ready && (await this.join(running.port))) return;
      if (!running) complaint = (await this.start()) ?? complaint;
      await delay(POLL_MS);
    }
    if (!this.released) throw new CannotStartPostgres(`The embedded database does not start: ${complaint}`);
  }

  /** False when the server does not take us in now, being about to stop or to recover. */
  private async join(port: number): Promise<boolean> {
    this.port = port;
    const client = new Client({
      connectionString: this.url('postgres', 'postgres'),
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await hold(client);
      await this.setUp(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      if (isLostConnection(error)) return false;
      throw error;
    }
    client.once('end', () => void this.comeBack());
    this.holder = client;
    return true;
  }

  private async setUp(client: Client): Promise<void> {
    await ensureRoles(client, this.passwords);
    await ensureDatabase(client, DATABASE);
    const inside = new Client({
      connectionString: this.url('postgres', DATABASE),
      connectionTimeoutMillis: 5_000,
    });
    await inside.connect();
    await ensureAccess(inside).finally(() => inside.end());
  }

  /** What the server said when it did not start but may the next time. */
  private async start(): Promise<string | undefined> {
    const port = this.port ?? leftOverPort(this.cluster) ?? (await freePort());
    const complaint = await startPostmaster(this.cluster, this.binaries, {
      port,
      settings: settings(this.options.durable ?? true),
      identity: this.identity,
    });
    if (complaint === undefined || TRY_AGAIN.test(complaint)) return complaint;
    throw new CannotStartPostgres(`The embedded database does not start: ${complaint}`);
  }

  private async comeBack(): Promise<void> {
    if (this.released) return;
    this.holder = undefined;
    await this.enter().catch((error: Error) => this.options.onLost?.(error));
  }
}

/** Classes 08 and 57: no connection, or a server on its way up or down; without a code the driver lost the socket. */
function isLostConnection(error: unknown): boolean {
  const { code, message } = error as Error & { code?: string };
  return code ? /^(08|57P0|E[A-Z]+$)/.test(code) : /connection|timeout/i.test(message);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
