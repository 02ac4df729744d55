// Completes package-lock.json after every install: npm leaves out the packages of other platforms when the registry
// it talks to does not carry them, and `npm ci` then fails, or leaves those platforms without their binaries.
// Each is added with its version and platform, without an address or checksum. Running it again changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

const CPUS = /(?:^|-)(x64|arm64|arm|ia32|ppc64|s390x|riscv64|loong64|wasm32|universal)(?:-|$)/;
const SYSTEMS = /(?:^|-)(darwin|linux|win32|android|freebsd|openbsd|netbsd|sunos|openharmony)(?:-|$)/;

/** What a package's name says of the machines it is for; `fsevents` is the one known name that says nothing. */
function platformOf(name) {
  const cpu = CPUS.exec(name)?.[1];
  const os = name === 'fsevents' ? 'darwin' : SYSTEMS.exec(name)?.[1];
  const libc =
    os === 'linux' ? (/musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined) : undefined;
  return {
    ...(os && { os: [os] }),
    ...(cpu && cpu !== 'universal' && { cpu: [cpu] }),
    ...(libc && { libc: [libc] }),
  };
}

function missingOf([where, { optionalDependencies = {}, dev }]) {
  return Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(where, name))
    .map(([name, version]) => [
      `node_modules/${name}`,
      { version: version.replace(/^[\^~]/, ''), ...(dev && { dev }), optional: true, ...platformOf(name) },
    ]);
}

function isLocked(where, name) {
  return (
    lock.packages[`${where ? `${where}/` : ''}node_modules/${name}`] || lock.packages[`node_modules/${name}`]
  );
}

const added = Object.entries(lock.packages).flatMap(missingOf);
const nameless = added.filter(([, entry]) => !entry.os && !entry.cpu).map(([name]) => name);
if (nameless.length > 0) {
  console.error(`These optional packages do not name a platform; lock them by hand: ${nameless.join(', ')}`);
  process.exit(1);
}

const packages = { ...lock.packages, ...Object.fromEntries(added) };
for (const entry of Object.values(packages)) {
  // An address would tie everybody to the registry of whoever ran the install.
  if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;
}
const [[rootName, rootEntry], ...others] = Object.entries(packages);
const sorted = others.sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries([[rootName, rootEntry], ...sorted]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} packages of other platforms added`);
