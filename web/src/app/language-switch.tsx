import { Button } from 'antd';
import { changeLocale } from '../i18n/i18n';
import { useMessages } from '../i18n/use-messages';

/** Shows the language it switches to, in that language. */
export function LanguageSwitch() {
  const { say, locale } = useMessages();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" size="small" lang={other} onClick={() => void changeLocale(other)}>
      {say('app.otherLanguage')}
    </Button>
  );
}
