import { Input } from 'antd';

import { PROJECT_STATE_LABELS } from '#domain/venture-round/state-labels.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { answered, api } from '../../../api/client.js';
import { usePages } from '../../../api/use-pages.js';
import { Choice } from '../../../parts/choice.js';
import { useLabel, useTexts } from '../../../text/language.js';
import type { ProjectRow, Round } from '../queries.js';

const TEXTS = {
  words: ['按项目名称、单位查找', 'Find by title or organisation'],
  class: ['类别', 'Class'],
  allClasses: ['全部类别', 'Every class'],
  state: ['状态', 'State'],
  allStates: ['全部状态', 'Every state'],
} as const;

const PAGE = 25;

/** Which projects are looked for. */
export interface ProjectFilter {
  readonly class?: string;
  readonly state?: string;
  readonly waitsFor?: string;
  readonly words?: string;
}

/** The projects of a round that fit, page by page. */
export function useProjects({ caseNo }: Pick<Round, 'caseNo'>, filter: ProjectFilter) {
  const asked = { ...filter, words: filter.words?.trim() };
  const wanted = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''));
  return usePages<ProjectRow>(['live', 'projects', caseNo, wanted], (cursor) =>
    answered(
      api.GET('/api/v1/rounds/{id}/projects', {
        params: {
          path: { id: caseNo },
          query: { limit: PAGE, ...wanted, ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );
}

interface Props {
  readonly filter: ProjectFilter;
  readonly set: (filter: ProjectFilter) => void;
  /** Without states: where the state is chosen by other means. */
  readonly withState: boolean;
}

/** Words, class and state to look for. */
export function ProjectFilters({ filter, set, withState }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const put = (part: { readonly [Key in keyof ProjectFilter]?: string | undefined }) => {
    const entries = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined);
    set(Object.fromEntries(entries));
  };
  return (
    <div className={withState ? 'rounds-filters' : 'rounds-filters rounds-filters-two'}>
      <Input
        aria-label={t('words')}
        placeholder={t('words')}
        value={filter.words ?? ''}
        maxLength={60}
        allowClear
        onChange={({ target }) => put({ words: target.value })}
      />
      <Choice
        label={t('class')}
        value={filter.class}
        empty={t('allClasses')}
        options={PROJECT_CLASSES.map(({ slug, ...names }) => ({ value: slug, label: label(names) }))}
        onChange={(chosen) => put({ class: chosen })}
      />
      {withState ? (
        <Choice
          label={t('state')}
          value={filter.state}
          empty={t('allStates')}
          options={Object.entries(PROJECT_STATE_LABELS).map(([value, names]) => ({ value, label: label(names) }))}
          onChange={(state) => put({ state })}
        />
      ) : null}
    </div>
  );
}
