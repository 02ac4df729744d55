/** Below DATA_DIR. */
export const SIGN_INS_FILE = 'sample-sign-ins.json';

/** The accounts of the sample data, with passwords random to this installation. */
export interface SampleSignIns {
  /** Where the passwords are kept, readable by this user only. */
  file: string;
  /** True when the sample was filled in just now. */
  fresh: boolean;
  signIns: { login: string; password: string; role: string }[];
}

/** The lines `npm start` prints: the sign-ins at the first start, afterwards only where they are. */
export function describeSignIns({ file, fresh, signIns }: SampleSignIns): string {
  if (!fresh) return `Sample sign-ins are in ${file}`;
  const width = Math.max(...signIns.map(({ login }) => login.length));
  const lines = signIns.map(({ login, password, role }) => `  ${login.padEnd(width)}  ${password}  ${role}`);
  return [`Sample sign-ins (kept in ${file}):`, ...lines].join('\n');
}
