import type { z } from 'zod';
import { vocabulary } from './vocabulary';

export const organisationKinds = vocabulary('organisation-kinds', [
  { code: 'enterprise', zh: '企业', en: 'Enterprise' },
  { code: 'university', zh: '高校', en: 'University' },
  { code: 'institute', zh: '科研院所', en: 'Research institute' },
  { code: 'operator', zh: '运营机构', en: 'Park operator' },
  { code: 'other', zh: '其他', en: 'Other' },
]);
export type OrganisationKind = z.infer<typeof organisationKinds.schema>;

/** Where an organisation comes from; only what comes from outside the park can count as brought in (引进、引入). */
export const regions = vocabulary('regions', [
  { code: 'overseas', zh: '境外', en: 'Overseas', broughtIn: true },
  { code: 'outside-province', zh: '省外', en: 'Outside the province', broughtIn: true },
  { code: 'outside-city', zh: '省内市外', en: 'In the province, outside the city', broughtIn: true },
  { code: 'outside-park', zh: '市内园外', en: 'In the city, outside the park', broughtIn: true },
  { code: 'in-park', zh: '园内存量', en: 'Already in the park', broughtIn: false },
]);
export type Region = z.infer<typeof regions.schema>;

export const organisationQualities = vocabulary('organisation-qualities', [
  { code: 'high-tech', zh: '高新技术企业', en: 'High-tech enterprise' },
  { code: 'above-scale', zh: '规模以上企业', en: 'Enterprise above designated size' },
  { code: 'specialised', zh: '专精特新企业', en: 'Specialised and innovative enterprise' },
]);
export type OrganisationQuality = z.infer<typeof organisationQualities.schema>;

/** The eleven prefecture-level cities of Shanxi by GB/T 2260 code; a record's city is a name and may lie elsewhere. */
export const shanxiCities = vocabulary('shanxi-cities', [
  { code: '140100', zh: '太原', en: 'Taiyuan' },
  { code: '140200', zh: '大同', en: 'Datong' },
  { code: '140300', zh: '阳泉', en: 'Yangquan' },
  { code: '140400', zh: '长治', en: 'Changzhi' },
  { code: '140500', zh: '晋城', en: 'Jincheng' },
  { code: '140600', zh: '朔州', en: 'Shuozhou' },
  { code: '140700', zh: '晋中', en: 'Jinzhong' },
  { code: '140800', zh: '运城', en: 'Yuncheng' },
  { code: '140900', zh: '忻州', en: 'Xinzhou' },
  { code: '141000', zh: '临汾', en: 'Linfen' },
  { code: '141100', zh: '吕梁', en: 'Lüliang' },
]);
