import { NavLink } from 'react-router';

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
  return (
    <>
      <h1>{t('label')}</h1>
      <nav className="tabs" aria-label={t('label')}>
        {PLACES.map(([key, to]) => (
          <NavLink key={key} to={to} end className={({ isActive }) => (isActive ? 'tab tab-chosen' : 'tab')}>
            {t(key)}
          </NavLink>
        ))}
      </nav>
    </>
  );
}
