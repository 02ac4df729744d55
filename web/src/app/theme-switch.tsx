import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useAppearance } from '../theme/appearance';

export function ThemeSwitch() {
  const { say } = useMessages();
  const { appearance, choose } = useAppearance();
  const isDark = appearance === 'dark';
  return (
    <Button
      type="text"
      size="small"
      aria-label={say(isDark ? 'app.light' : 'app.dark')}
      title={say(isDark ? 'app.light' : 'app.dark')}
      icon={isDark ? <SunOutlined /> : <MoonOutlined />}
      onClick={() => choose(isDark ? 'light' : 'dark')}
    />
  );
}
