import { createBrowserRouter } from 'react-router';

import { Loading } from '../parts/loading.js';
import { Broken, Missing } from './broken.js';
import { PublicFrame } from './public-frame.js';
import { SignedInFrame } from './signed-in-frame.js';

/** Each page is fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    path: '/hall/:roundNo',
    ErrorBoundary: Broken,
    HydrateFallback: Loading,
    lazy: async () => ({ Component: (await import('../pages/hall/page.js')).HallPage }),
  },
  {
    Component: PublicFrame,
    ErrorBoundary: Broken,
    HydrateFallback: Loading,
    children: [
      { path: '/sign-in', lazy: async () => ({ Component: (await import('../pages/sign-in/page.js')).SignInPage }) },
      { path: '/check', lazy: async () => ({ Component: (await import('../pages/check/page.js')).CheckPage }) },
      {
        path: '/public',
        lazy: async () => ({ Component: (await import('../pages/public/landing-page.js')).LandingPage }),
      },
      {
        path: '/public/rounds',
        lazy: async () => ({ Component: (await import('../pages/public/list-pages.js')).PublicRoundsPage }),
      },
      {
        path: '/public/rounds/:caseNo',
        lazy: async () => ({ Component: (await import('../pages/public/round-page.js')).PublicRoundPage }),
      },
      {
        path: '/public/draws',
        lazy: async () => ({ Component: (await import('../pages/public/list-pages.js')).PublicDrawsPage }),
      },
      {
        path: '/public/draws/:caseNo',
        lazy: async () => ({ Component: (await import('../pages/public/draw-page.js')).PublicDrawPage }),
      },
      {
        path: '/public/seasons',
        lazy: async () => ({ Component: (await import('../pages/public/seasons-page.js')).PublicSeasonsPage }),
      },
      {
        path: '/public/seasons/:caseNo',
        lazy: async () => ({ Component: (await import('../pages/public/season-page.js')).PublicSeasonPage }),
      },
      {
        path: '/public/progress',
        lazy: async () => ({ Component: (await import('../pages/public/progress-page.js')).ProgressPage }),
      },
      {
        path: '/public/*',
        lazy: async () => ({ Component: (await import('../pages/public/not-public.js')).NotPublic }),
      },
    ],
  },
  {
    Component: SignedInFrame,
    ErrorBoundary: Broken,
    HydrateFallback: Loading,
    children: [
      { path: '/', lazy: async () => ({ Component: (await import('../pages/home/page.js')).HomePage }) },
      { path: '/cases', lazy: async () => ({ Component: (await import('../pages/cases/page.js')).CasesPage }) },
      { path: '/cases/:caseNo', lazy: async () => ({ Component: (await import('../pages/case/page.js')).CasePage }) },
      {
        path: '/cases/:caseNo/resubmit',
        lazy: async () => ({ Component: (await import('../pages/apply/resubmit-page.js')).ResubmitPage }),
      },
      {
        path: '/cases/:caseNo/return',
        lazy: async () => ({ Component: (await import('../pages/returns/return-page.js')).ReturnPage }),
      },
      { path: '/apply', lazy: async () => ({ Component: (await import('../pages/apply/page.js')).ApplyPage }) },
      {
        path: '/apply/:id',
        lazy: async () => ({ Component: (await import('../pages/apply/draft-page.js')).DraftPage }),
      },
      {
        path: '/rounds/:caseNo/awards',
        lazy: async () => ({ Component: (await import('../pages/projects/awards/awards-page.js')).AwardsPage }),
      },
      {
        path: '/rounds/:caseNo/money',
        lazy: async () => ({ Component: (await import('../pages/projects/round-money-page.js')).RoundMoneyPage }),
      },
      {
        path: '/rounds/:caseNo/apply/:draftId',
        lazy: async () => ({
          Component: (await import('../pages/projects/application/draft-page.js')).ProjectDraftPage,
        }),
      },
      {
        path: '/projects/:caseNo/resubmit',
        lazy: async () => ({
          Component: (await import('../pages/projects/application/resubmit-page.js')).ProjectResubmitPage,
        }),
      },
      {
        path: '/projects/:caseNo/:tab?',
        lazy: async () => ({ Component: (await import('../pages/projects/project-page.js')).ProjectPage }),
      },
      {
        path: '/projects/:caseNo/receipt',
        lazy: async () => ({
          Component: (await import('../pages/projects/application/receipt-page.js')).ReceiptPage,
        }),
      },
      {
        path: '/seasons',
        lazy: async () => ({ Component: (await import('../pages/seasons/list-page.js')).SeasonsPage }),
      },
      {
        path: '/seasons/:caseNo',
        lazy: async () => ({ Component: (await import('../pages/seasons/season-page.js')).SeasonPage }),
      },
      {
        path: '/seasons/:caseNo/conclude',
        lazy: async () => ({
          Component: (await import('../pages/seasons/bulk-conclusion-page.js')).BulkConclusionPage,
        }),
      },
      {
        path: '/seasons/:caseNo/publish',
        lazy: async () => ({
          Component: (await import('../pages/seasons/bulk-publication-page.js')).BulkPublicationPage,
        }),
      },
      {
        path: '/random-checks',
        lazy: async () => ({ Component: (await import('../pages/random-checks/page.js')).RandomChecksPage }),
      },
      {
        path: '/random-checks/new',
        lazy: async () => ({ Component: (await import('../pages/random-checks/new-page.js')).NewDrawPage }),
      },
      {
        path: '/random-checks/sheets/:caseNo',
        lazy: async () => ({ Component: (await import('../pages/random-checks/sheet-page.js')).SheetPage }),
      },
      { path: '/rounds', lazy: async () => ({ Component: (await import('../pages/rounds/page.js')).RoundsPage }) },
      {
        path: '/rounds/judges',
        lazy: async () => ({ Component: (await import('../pages/rounds/pool-page.js')).JudgePoolPage }),
      },
      {
        path: '/rounds/drafts/:id',
        lazy: async () => ({ Component: (await import('../pages/rounds/draft-page.js')).RoundDraftPage }),
      },
      {
        path: '/rounds/:caseNo',
        lazy: async () => ({ Component: (await import('../pages/rounds/desk-page.js')).RoundDeskPage }),
      },
      {
        path: '/rounds/:caseNo/revise',
        lazy: async () => ({ Component: (await import('../pages/rounds/change-page.js')).RevisePage }),
      },
      {
        path: '/rounds/:caseNo/amend',
        lazy: async () => ({ Component: (await import('../pages/rounds/change-page.js')).AmendPage }),
      },
      { path: '/account', lazy: async () => ({ Component: (await import('../pages/account/page.js')).AccountPage }) },
      { path: '/figures', lazy: async () => ({ Component: (await import('../pages/figures/page.js')).FiguresPage }) },
      {
        path: '/organisation',
        lazy: async () => ({
          Component: (await import('../pages/organisation/own-page.js')).OwnOrganisationPage,
        }),
      },
      {
        path: '/organisations',
        lazy: async () => ({ Component: (await import('../pages/organisation/list-page.js')).OrganisationsPage }),
      },
      {
        path: '/organisations/:id',
        lazy: async () => ({ Component: (await import('../pages/organisation/page.js')).OrganisationPage }),
      },
      {
        path: '/administration',
        lazy: async () => ({ Component: (await import('../pages/administration/users-page.js')).UsersPage }),
      },
      {
        path: '/administration/users/:id',
        lazy: async () => ({ Component: (await import('../pages/administration/user-page.js')).UserPage }),
      },
      {
        path: '/administration/units',
        lazy: async () => ({ Component: (await import('../pages/administration/units-page.js')).UnitsPage }),
      },
      {
        path: '/administration/calendar',
        lazy: async () => ({ Component: (await import('../pages/administration/calendar-page.js')).CalendarPage }),
      },
      {
        path: '/administration/templates',
        lazy: async () => ({ Component: (await import('../pages/administration/templates-page.js')).TemplatesPage }),
      },
      {
        path: '/administration/defaults',
        lazy: async () => ({ Component: (await import('../pages/administration/defaults-page.js')).DefaultsPage }),
      },
      { path: '/imports', lazy: async () => ({ Component: (await import('../pages/imports/page.js')).ImportsPage }) },
      {
        path: '/deputies',
        lazy: async () => ({ Component: (await import('../pages/deputies/page.js')).DeputiesPage }),
      },
      {
        path: '/rounds/:caseNo/stage',
        lazy: async () => ({ Component: (await import('../pages/judging/stage-page.js')).StagePage }),
      },
      {
        path: '/rounds/:caseNo/ranking',
        lazy: async () => ({ Component: (await import('../pages/judging/ranking-page.js')).RankingPage }),
      },
      { path: '/judging', lazy: async () => ({ Component: (await import('../pages/judging/page.js')).JudgingPage }) },
      {
        path: '/judging/:roundNo/:projectId',
        lazy: async () => ({ Component: (await import('../pages/judging/sheet-page.js')).SheetPage }),
      },
      { path: '/notices', lazy: async () => ({ Component: (await import('../pages/notices/page.js')).NoticesPage }) },
      { path: '*', Component: Missing },
    ],
  },
]);
