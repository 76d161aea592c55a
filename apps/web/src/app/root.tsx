import { QueryClientProvider } from '@tanstack/react-query';
import { App as Antd, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';

import { LanguageContext } from '../text/language.js';
import { usePreferences } from '../text/preferences.js';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import { themeOf } from './theme.js';

/** Everything that every page stands in: language, type size, colours, the cache of what was fetched. */
export function Root() {
  const { language, large } = usePreferences();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.classList.toggle('large', large);
  }, [language, large]);
  return (
    <LanguageContext value={language}>
      <ConfigProvider locale={language === 'zh' ? zh : en} theme={themeOf(large)} button={{ autoInsertSpace: false }}>
        <Antd className="antd">
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Antd>
      </ConfigProvider>
    </LanguageContext>
  );
}
