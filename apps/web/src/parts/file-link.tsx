import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';

import { useTexts } from '../text/language.js';

const TEXTS = { preview: ['预览', 'Preview'], download: ['下载', 'Download'] } as const;
const Preview = lazy(async () => ({ default: (await import('./preview.js')).Preview }));

/** A file: look at it here, or take it along. */
export function FileLink({ address, name }: { readonly address: string; readonly name: string }) {
  const t = useTexts(TEXTS);
  const [open, setOpen] = useState(false);
  return (
    <span className="file">
      <span className="file-name">{name}</span>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`${t('preview')} ${name}`}>
        {t('preview')}
      </Button>
      <Button size="small" href={address} download={name} aria-label={`${t('download')} ${name}`}>
        {t('download')}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <Preview address={address} name={name} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
