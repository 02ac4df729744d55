import { theme as antTheme, type ThemeConfig } from 'antd';

export type Appearance = 'light' | 'dark';

const FONT = [
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  '"PingFang SC"',
  '"HarmonyOS Sans SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  'sans-serif',
].join(', ');

/** Sizes are for reading tables all day: small controls, generous lines for Chinese text, few shadows. */
const shape = {
  fontFamily: FONT,
  fontSize: 14,
  lineHeight: 1.6,
  controlHeight: 32,
  borderRadius: 6,
  wireframe: false,
} as const;

const light = {
  colorPrimary: '#1f5f8b',
  colorPrimaryText: '#1a5a86',
  colorInfo: '#1f5f8b',
  colorLink: '#1a5a86',
  colorSuccess: '#22723f',
  colorWarning: '#96600a',
  colorError: '#b3261e',
  colorTextBase: '#18222c',
  colorBgLayout: '#f4f6f8',
  colorBgContainer: '#ffffff',
  colorBorder: '#c5ced6',
  colorBorderSecondary: '#e1e6eb',
  colorTextSecondary: '#46535f',
  colorTextTertiary: '#5a6773',
  colorTextDescription: '#5a6773',
  colorTextPlaceholder: '#6b7783',
  colorPrimaryBg: '#e8f1f8',
  colorPrimaryBgHover: '#d8e8f3',
  colorPrimaryBorder: '#b5d2e6',
  colorSuccessBg: '#e6f4ea',
  colorWarningBg: '#fdf3dc',
  colorErrorBg: '#fdecea',
  colorInfoBg: '#e8f1f8',
} as const;

const dark = {
  colorPrimary: '#2a78ad',
  colorPrimaryText: '#7cbfe4',
  colorInfo: '#5aa9d6',
  colorLink: '#7cbfe4',
  colorSuccess: '#6cc48a',
  colorWarning: '#e0b252',
  colorError: '#f28b82',
  colorTextBase: '#e6ebf0',
  colorBgBase: '#12181e',
  colorBgLayout: '#0e1318',
  colorBgContainer: '#171e25',
  colorBgElevated: '#1f2831',
  colorBorder: '#3c4955',
  colorBorderSecondary: '#28323c',
  colorTextSecondary: '#b4c0cb',
  colorTextTertiary: '#98a5b1',
  colorTextDescription: '#98a5b1',
  colorTextPlaceholder: '#8592a0',
  colorPrimaryBg: '#1a3040',
  colorPrimaryBgHover: '#213b4f',
  colorPrimaryBorder: '#2d5570',
  colorSuccessBg: '#173023',
  colorWarningBg: '#352b14',
  colorErrorBg: '#3a2020',
  colorInfoBg: '#1a3040',
} as const;

/** Words on a button stay readable while it is pointed at, or while what it opened is open. */
const readable = ({ colorPrimaryText }: typeof light | typeof dark) => ({
  defaultHoverColor: colorPrimaryText,
  defaultActiveColor: colorPrimaryText,
});

/** Every colour, size and typeface of the client; stylesheets use them as the variables `--ant-…`. */
export const themeOf = (appearance: Appearance, hasMotion: boolean): ThemeConfig => ({
  algorithm: appearance === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
  token: { ...shape, motion: hasMotion, ...(appearance === 'dark' ? dark : light) },
  components: { Button: readable(appearance === 'dark' ? dark : light) },
  cssVar: { key: 'zc' },
  hashed: false,
});
