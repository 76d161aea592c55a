import { Button } from 'antd';
import type { ReactNode } from 'react';

import type { usePages } from '../api/use-pages.js';
import { useTexts } from '../text/language.js';
import { Loading } from './loading.js';
import { Refusal } from './refusal.js';

const TEXTS = { more: ['显示更多', 'Show more'] } as const;

/** A list with its next page at its foot; on its way, empty and refused as every list. */
export function Paged<Item>({
  pages,
  empty,
  children,
}: {
  readonly pages: ReturnType<typeof usePages<Item>>;
  readonly empty: ReactNode;
  readonly children: (rows: readonly Item[]) => ReactNode;
}) {
  const t = useTexts(TEXTS);
  if (pages.isPending) return <Loading />;
  return (
    <>
      {pages.isError ? <Refusal error={pages.error} again={() => pages.refetch()} /> : null}
      {pages.rows.length === 0 && !pages.isError ? empty : children(pages.rows)}
      {pages.hasNextPage ? (
        <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
