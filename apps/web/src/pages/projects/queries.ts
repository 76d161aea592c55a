import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

export type Money = Answer<'/api/v1/projects/{caseNo}/money'>;
export type Instalment = NonNullable<Money['agreement']>['instalments'][number];
export type Deed = Money['adoptions'][number];
export type Progress = Answer<'/api/v1/projects/{caseNo}/progress'>;
export type Activity = Answer<'/api/v1/projects/{caseNo}/activities'>['items'][number];
export type Plan = Answer<'/api/v1/rounds/{id}/award-plan'>;
export type Objection = Answer<'/api/v1/rounds/{id}/objections'>['items'][number];
export type AwardLine = Answer<'/api/v1/public/rounds/{id}/awards'>['items'][number];
export type AwardNotice = Answer<'/api/v1/public/rounds/{id}/awards'>['notices'][number];

const byId = (id: string) => ({ params: { path: { id } } });
const byNo = (caseNo: string) => ({ params: { path: { caseNo } } });
const paged = (cursor: string | undefined) => ({ limit: 20, ...(cursor === undefined ? {} : { cursor }) });

/** Calls that take applications now. */
export const openRoundsQuery = queryOptions({
  queryKey: ['live', 'rounds', 'open'],
  queryFn: () => answered(api.GET('/api/v1/rounds', { params: { query: { open: 'true', limit: 50 } } })),
});

/** Agreement, payments, adoptions and budget of a project. */
export const moneyQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'project', caseNo, 'money'],
    queryFn: () => answered(api.GET('/api/v1/projects/{caseNo}/money', byNo(caseNo))),
  });

/** Promised indicators, reports, evaluations, changes. */
export const progressQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'project', caseNo, 'progress'],
    queryFn: () => answered(api.GET('/api/v1/projects/{caseNo}/progress', byNo(caseNo))),
  });

/** The plan of awards as it would be proposed now: for organisers and auditors. */
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['live', 'round', id, 'plan'],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/award-plan', byId(id))),
  });

/** Figures of a round. */
export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['live', 'round', id, 'figures'],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/figures', byId(id))),
  });

/** The enterprise for which one speaks, and its deeds. */
export const sponsorQuery = queryOptions({
  queryKey: ['live', 'sponsor'],
  queryFn: () => answered(api.GET('/api/v1/sponsors/mine')),
});

/** Pages of lists, for `usePages`. */
export const readActivities = (caseNo: string) => (cursor: string | undefined) =>
  answered(api.GET('/api/v1/projects/{caseNo}/activities', { params: { path: { caseNo }, query: paged(cursor) } }));
export const readVouchers = (caseNo: string) => (cursor: string | undefined) =>
  answered(api.GET('/api/v1/projects/{caseNo}/vouchers', { params: { path: { caseNo }, query: paged(cursor) } }));
export const readObjections = (id: string) => (cursor: string | undefined) =>
  answered(api.GET('/api/v1/rounds/{id}/objections', { params: { path: { id }, query: paged(cursor) } }));
export const readAccounts = (id: string) => (cursor: string | undefined) =>
  answered(api.GET('/api/v1/rounds/{id}/accounts', { params: { path: { id }, query: paged(cursor) } }));
export const readWaiting = (id: string) => (cursor: string | undefined) =>
  answered(api.GET('/api/v1/rounds/{id}/waiting', { params: { path: { id }, query: paged(cursor) } }));
export const readAdoptable = (id: string) => (cursor: string | undefined) =>
  answered(api.GET('/api/v1/rounds/{id}/adoptable', { params: { path: { id }, query: paged(cursor) } }));
