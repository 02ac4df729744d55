// Makes the working tree ready to run: packages installed, sources compiled. It uses nothing that has to be installed,
// writes to stderr only (stdout belongs to the command that follows), and two at once wait for each other.
//
//   node scripts/bootstrap.mjs [--build] [--web] [--quiet]
//
// --build compiles the server, --web builds the browser's client, --quiet says nothing unless something fails.
import { spawn } from 'child_process';
import { createHash } from 'crypto';
import fs from 'fs';
import path from 'path';
import { clearInterval, setInterval } from 'timers';
import { fileURLToPath } from 'url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const inRoot = (...names) => path.join(root, ...names);
const quiet = process.argv.includes('--quiet');

const installed = inRoot('node_modules', '.bootstrap');
const lock = inRoot('.bootstrap.lock');

/** What is made of what: a change in any of these files makes it anew. */
const products = [
  {
    flag: '--build',
    announcement: 'Compiling …',
    sources: ['src', 'bench', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    mark: inRoot('dist', '.bootstrap'),
    make: compile,
  },
  {
    flag: '--web',
    announcement: 'Building the web client …',
    sources: ['web', 'package-lock.json'],
    mark: inRoot('web', 'dist', '.bootstrap'),
    make: () => runNode([inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build'], inRoot('web')),
  },
];

const STALE_LOCK_MS = 10000;

function say(sentence) {
  if (!quiet) process.stderr.write(`${sentence}\n`);
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;
  if (!fits) {
    stop(
      `Node.js ${process.versions.node} is running, but version 20.19, 22.12 or any later one is needed. ` +
        'Install it from https://nodejs.org and try again.',
    );
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function filesUnder(entry) {
  const status = fs.statSync(entry, { throwIfNoEntry: false });
  if (!status) return [];
  if (status.isFile()) return [entry];
  return fs
    .readdirSync(entry)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)));
}

function hashOf(entries) {
  const hash = createHash('sha256');
  for (const file of entries.flatMap((entry) => filesUnder(inRoot(entry)))) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** True when what npm noted as installed is what the lock file asks for, and is still there. */
function matchesLockFile() {
  const wanted = read(inRoot('package-lock.json'));
  const present = read(inRoot('node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  const { packages } = JSON.parse(present);
  return Object.entries(JSON.parse(wanted).packages).every(([name, { version, optional, link }]) => {
    if (name === '' || link) return true;
    if (!packages[name]) return optional === true;
    return packages[name].version === version && fs.existsSync(inRoot(name));
  });
}

function isInstalled() {
  const wanted = hashOf(['package-lock.json']);
  if (read(installed) === wanted) return true;
  if (!matchesLockFile()) return false;
  fs.writeFileSync(installed, wanted);
  return true;
}

/** Runs node with all its output on stderr; with --quiet the output is kept back unless it fails. */
function runNode(args, cwd = root) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const kept = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => (quiet ? kept.push(chunk) : process.stderr.write(chunk)));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(kept));
      reject(new Error(`${path.basename(args[0])} ${args.slice(1).join(' ')} failed`));
    });
  });
}

async function install() {
  say('Installing packages …');
  const npm =
    process.env.npm_execpath ||
    path.join(path.dirname(fs.realpathSync(process.execPath)), '../lib/node_modules/npm/bin/npm-cli.js');
  await runNode([
    npm,
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ]);
  fs.writeFileSync(installed, hashOf(['package-lock.json']));
}

async function compile() {
  await runNode([inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  removeOrphans();
}

/** A compiled migration whose source is gone would still be run. */
function removeOrphans() {
  for (const file of ['src', 'bench'].flatMap((folder) => filesUnder(inRoot('dist', folder)))) {
    const source = path.join(root, path.relative(inRoot('dist'), file)).replace(/\.js(\.map)?$/, '.ts');
    if (source.endsWith('.ts') && !fs.existsSync(source)) fs.rmSync(file);
  }
}

/** Holds a file that is touched every second, so that one left by a killed process is known for what it is. */
async function alone(work) {
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const status = fs.statSync(lock, { throwIfNoEntry: false });
      if (status && Date.now() - status.mtimeMs > STALE_LOCK_MS) fs.rmSync(lock, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const beat = setInterval(() => fs.utimesSync(lock, new Date(), new Date()), 1000);
  const leave = () => fs.rmSync(lock, { force: true });
  const interrupted = () => {
    leave();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    await work();
  } finally {
    clearInterval(beat);
    leave();
  }
}

async function main() {
  requireNode();
  const wanted = products.filter(({ flag }) => process.argv.includes(flag));
  const isMade = ({ mark, sources }) => read(mark) === hashOf(sources);
  if (isInstalled() && wanted.every(isMade)) return;
  await alone(async () => {
    if (!isInstalled()) await install();
    for (const { announcement, sources, mark, make } of wanted.filter((product) => !isMade(product))) {
      say(announcement);
      const hash = hashOf(sources);
      await make();
      fs.writeFileSync(mark, hash);
    }
  });
}

main().catch((error) => stop(error.message));
