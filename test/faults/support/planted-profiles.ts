import { seededRandom } from '../../../src/matching/engine/seeded-random';

/** A profile, and what in it, and in its files, leads to the person. */
export interface Planted {
  profile: Record<string, unknown>;
  /** Of the CV that is handed in with it. */
  file: { name: string; content: string };
  secrets: readonly string[];
  /** What an officer might write about the person to an enterprise, and may not. */
  indiscretions: readonly string[];
}

const SURNAMES = '邝逄郗闵冼佘亓阚卞欧阳'.match(/欧阳|./gu) ?? [];
const GIVEN = [...'砚澍翀昶燊骐頔玥赟暄珩沄芃𠮷'];
const FOREIGN = ['Anselm Okonkwo-Reyes', '阿卜杜热西提·买合木提'];
const PLACES = ['汾湄', '云栖', '沁涧', '岚谷', '漳渚'];
const EMPLOYERS = [
  '精密铸锻有限公司',
  '特种陶瓷股份有限公司',
  '（晋北）光电科技有限责任公司',
  '密封技术研究所',
];
const SCHOOLS = ['理工大学', '矿冶学院', '師範大學', 'University of Technology'];

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const spaced = (text: string): string => [...text].join(' ');
const inHan = (digits: string): string =>
  digits.replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)] ?? '');

/** How the `n`th person's telephone number stands in the texts. */
const WAYS = [
  (phone: string) => `电话${phone}`,
  (phone: string) => `手机：${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
  (phone: string) => `Tel. +86-${phone}`,
  (phone: string) => `致电${fullWidth(phone)}`,
  (phone: string) => `微信同号${inHan(phone)}`,
];

/** The `n`th of many different people. */
export function plantedProfile(n: number): Planted {
  const random = seededRandom(n + 1);
  const some = () => Math.floor(random() * 1_000_000);
  const given = Array.from({ length: 1 + (n % 2) }, () => pick(GIVEN, some())).join('');
  const name =
    n % 20 === 7 ? `${pick(FOREIGN, n)} ${n}` : `${pick(SURNAMES, some())}${given}${pick(GIVEN, n)}`;
  const employer = `${pick(PLACES, some())}${pick(PLACES, n)}${pick(EMPLOYERS, n)}`;
  const school = `${pick(PLACES, some())}${pick(['', '东', '西'], n)}${pick(SCHOOLS, some())}`;
  const phone = `139${String(10_000_000 + n * 7919).slice(-8)}`;
  const email = `planted.${n}@persona-${n}.example.com`;
  const reach = pick(WAYS, n)(phone);
  const village = `${pick(PLACES, n)}镇`;
  const text = `${name}，毕业于${school}，就职于${employer}，长期研究聚氨酯密封件在高水基介质中的失效。${reach}，邮箱${email}。`;
  return {
    profile: {
      park: 'NO.1',
      name,
      tier: pick(['phd-expert', 'team-lead', 'professional'], n),
      school,
      employer,
      post: `${employer}总工程师`,
      certificateNo: `证字第${90_000 + n}号`,
      degree: pick(['doctor', 'master'], n),
      city: n % 2 === 0 ? '太原' : village,
      citiesAccepted: [village],
      source: `${employer}人事处`,
      years: n % 45,
      engagement: ['flexible'],
      text,
      tags: ['2.1'],
      contact: { phone, email },
    },
    file: { name: `${name}-简历.txt`, content: text },
    secrets: [
      village,
      name,
      school,
      employer,
      phone,
      email,
      fullWidth(phone),
      inHan(phone),
      `证字第${90_000 + n}号`,
    ],
    indiscretions: [
      name,
      spaced(name),
      fullWidth(phone),
      `请拨${inHan(phone)}`,
      email,
      `曾在${employer}任职`,
      `${school}毕业`,
    ],
  };
}
