import type { ThemeConfig } from 'antd';

/** Colours keep 4.5 : 1 on white and on the page's grey (WCAG 2.2 AA). */
export function themeOf(large: boolean): ThemeConfig {
  return {
    token: {
      // The PCs of an office are slow: what slides in takes frames that it does not have, and a press meanwhile is lost.
      motion: false,
      colorPrimary: '#1d4f91',
      colorLink: '#1d4f91',
      colorLinkHover: '#163d70',
      colorLinkActive: '#163d70',
      colorSuccess: '#1a7a3c',
      colorWarning: '#9a5b00',
      colorError: '#b42318',
      colorTextBase: '#1a2230',
      colorText: '#1a2230',
      colorTextSecondary: '#4a5565',
      colorTextTertiary: '#5b6675',
      colorTextDescription: '#4a5565',
      colorTextPlaceholder: '#667080',
      colorTextDisabled: '#667080',
      colorBgLayout: '#f3f5f8',
      borderRadius: 6,
      fontSize: large ? 18 : 14,
      controlHeight: large ? 44 : 36,
      fontFamily:
        "-apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Segoe UI', sans-serif",
    },
    components: { Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' } },
  };
}
