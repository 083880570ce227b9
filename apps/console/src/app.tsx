// Providers: language, component library, queries, pages.
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, useState } from 'react';
import { queryClient, speaking } from './api.ts';
import { router } from './routes.tsx';
import { type Language, SpeechContext } from './texts/index.ts';
import { sayIn } from './texts/text.ts';

const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5f9e',
    colorLink: '#1f5f9e',
    colorText: '#1f2933',
    colorTextSecondary: '#5b6875',
    colorBorder: '#cfd6dd',
    colorBorderSecondary: '#e3e8ed',
    borderRadius: 3,
    fontSize: 13,
    controlHeight: 28,
    fontFamily: 'inherit',
    wireframe: false,
    motion: false,
  },
  components: {
    Table: { headerBg: '#eef2f6', headerColor: '#33414e', cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, rowHoverBg: '#f2f7fc' },
    Drawer: { paddingLG: 16 },
  },
};

const LANGUAGE = 'hengjian.language';

export function App() {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh'));
  speaking.language = language;
  const speech = useMemo(
    () => ({
      language,
      t: sayIn(language),
      switchLanguage: () => setLanguage((before) => (before === 'zh' ? 'en' : 'zh')),
    }),
    [language],
  );
  useEffect(() => {
    localStorage.setItem(LANGUAGE, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <SpeechContext.Provider value={speech}>
      <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={theme} componentSize="middle" button={{ autoInsertSpace: false }}>
        <AntApp>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </SpeechContext.Provider>
  );
}
