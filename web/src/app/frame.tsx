import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useAppearance } from '../theme/appearance';
import { themeOf } from '../theme/theme';
import { contentNonce } from './content-nonce';
import { router } from './router';

const csp = { nonce: contentNonce() };

/** Theme and language around the router. */
export function Frame() {
  const { locale } = useMessages();
  const { appearance, hasMotion } = useAppearance();
  const theme = useMemo(() => themeOf(appearance, hasMotion), [appearance, hasMotion]);
  return (
    <ConfigProvider
      theme={theme}
      locale={locale === 'en' ? en : zh}
      csp={csp}
      button={{ autoInsertSpace: false }}
    >
      <App message={{ maxCount: 3 }}>
        <RouterProvider router={router} />
      </App>
    </ConfigProvider>
  );
}
