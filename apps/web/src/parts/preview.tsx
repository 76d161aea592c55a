import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useMemo, useRef } from 'react';

import { fetched } from '../api/client.js';
import { useTexts } from '../text/language.js';
import { Shown } from './query-state.js';

const TEXTS = {
  none: ['这种文件不能在页面中预览,请下载后查看。', 'This kind of file cannot be shown here; download it.'],
} as const;

/** A file shown over the page: Word papers, PDF, pictures. */
export function Preview({
  address,
  name,
  onClose,
}: {
  readonly address: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const file = useQuery({
    queryKey: ['file', address],
    queryFn: async () => (await fetched(address)).blob(),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Modal open title={name} footer={null} onCancel={onClose} width="min(960px, 96vw)" style={{ top: 24 }}>
      <Shown query={file}>{(blob) => <Blobbed blob={blob} name={name} />}</Shown>
    </Modal>
  );
}

function Blobbed({ blob, name }: { readonly blob: Blob; readonly name: string }) {
  const t = useTexts(TEXTS);
  const url = useObjectUrl(blob);
  if (blob.type.includes('wordprocessingml')) return <Word blob={blob} />;
  if (blob.type.startsWith('image/')) return <img className="preview-picture" src={url} alt={name} />;
  if (blob.type === 'application/pdf') return <iframe className="preview-frame" src={url} title={name} />;
  return <p>{t('none')}</p>;
}

function Word({ blob }: { readonly blob: Blob }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = place.current;
    if (at === null) return;
    void import('docx-preview').then(({ renderAsync }) =>
      renderAsync(blob, at, undefined, { ignoreLastRenderedPageBreak: true }),
    );
  }, [blob]);
  return <div ref={place} className="preview-word" role="document" />;
}

/** An address of a blob, given back when it is not shown any more. */
function useObjectUrl(blob: Blob): string {
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}
