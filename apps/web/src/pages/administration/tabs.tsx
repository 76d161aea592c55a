import { useLocation } from 'react-router';

import { Tabs } from '../../parts/tabs.js';
import { useTexts } from '../../text/language.js';
import './administration.css';

const TEXTS = {
  label: ['系统管理', 'Administration'],
  users: ['用户', 'Users'],
  units: ['单位', 'Units'],
  calendar: ['日历', 'Calendar'],
  templates: ['文书模板', 'Templates'],
  defaults: ['默认参数', 'Defaults'],
  imports: ['导入导出', 'Import and export'],
} as const;

const PLACES = [
  ['users', '/administration'],
  ['units', '/administration/units'],
  ['calendar', '/administration/calendar'],
  ['templates', '/administration/templates'],
  ['defaults', '/administration/defaults'],
  ['imports', '/imports'],
] as const;

/** What administrators look after. */
export function AdministrationTabs() {
  const t = useTexts(TEXTS);
  const { pathname } = useLocation();
  return (
    <>
      <h1>{t('label')}</h1>
      <Tabs
        label={t('label')}
        tabs={PLACES.map(([key, to]) => ({ to, name: t(key), chosen: pathname === to || isWithin(pathname, key) }))}
      />
    </>
  );
}

/** The page of one user belongs to the users. */
const isWithin = (pathname: string, key: string): boolean =>
  key === 'users' && pathname.startsWith('/administration/users/');
