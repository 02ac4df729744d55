import { localeOf } from './locale';

it.each([
  [undefined, 'zh-CN'],
  ['en', 'en'],
  ['en-GB,zh;q=0.9', 'en'],
  ['zh;q=0.5, en;q=0.8', 'en'],
  ['fr, de;q=0.9', 'zh-CN'],
  ['en;q=0, zh', 'zh-CN'],
  ['*;;q=,', 'zh-CN'],
])('reads Accept-Language %p as %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
