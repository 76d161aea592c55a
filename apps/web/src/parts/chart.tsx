import { Button } from 'antd';
import type { EChartsCoreOption, ECharts } from 'echarts/core';
import { useEffect, useRef } from 'react';

import { useTexts } from '../text/language.js';
import { drawing } from './chart-drawing.js';

const TEXTS = { picture: ['下载图片', 'Download the picture'] } as const;

interface Props {
  /** What the picture says in one sentence: read aloud in its place, and the name of the downloaded file. */
  readonly label: string;
  readonly option: EChartsCoreOption;
  /** In pixels. */
  readonly height?: number;
}

/** A picture of figures. The figures themselves stand beside it as a table; a picture alone tells nobody who cannot see it. */
export function Chart({ label, option, height = 320 }: Props) {
  const t = useTexts(TEXTS);
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  useEffect(() => {
    const at = place.current;
    if (at === null) return;
    const drawn = drawing.init(at, undefined, { renderer: 'canvas' });
    chart.current = drawn;
    const follow = new ResizeObserver(() => drawn.resize());
    follow.observe(at);
    return () => {
      follow.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true });
  }, [option]);
  const save = () => {
    const link = document.createElement('a');
    link.href = chart.current?.getDataURL({ pixelRatio: 2, backgroundColor: '#fff' }) ?? '';
    link.download = `${label}.png`;
    link.click();
  };
  return (
    <figure className="chart">
      <div ref={place} role="img" aria-label={label} style={{ height }} />
      <figcaption>
        <Button size="small" onClick={save}>
          {t('picture')}
        </Button>
      </figcaption>
    </figure>
  );
}
