import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import type { Answered } from './bulk-answer.js';
import { AT_ONCE, BulkPage } from './bulk-page.js';
import { chosenReturns } from './bulk-returns.js';
import { CONCLUSIONS } from './season-words.js';

const TEXTS = {
  title: ['批量公告', 'Publish in bulk'],
  effect: [
    '公告后,单位名称和结论在“年检结论公告”中向社会公开;只公开结论,不公开报告。每件单独记录。',
    'Names and conclusions become public, the returns do not. Each is recorded on its own.',
  ],
  none: ['没有待公告的结论。', 'No conclusion waits for its publication.'],
  choose: ['待公告的结论', 'Conclusions to be published'],
  all: ['全选', 'All'],
  publish: ['公告选定的 {n} 件', 'Publish {n}'],
} as const;

const KINDS = ['PASS', 'BASIC_PASS', 'FAIL', 'NOT_PARTICIPATED'] as const;

interface Waiting {
  readonly conclusion: (typeof KINDS)[number];
  readonly names: ReadonlyMap<string, string>;
}

/** 批量公告: the conclusions that wait for it, by what they are. */
export function BulkPublicationPage() {
  const t = useTexts(TEXTS);
  return (
    <BulkPage title={t('title')}>
      {(caseNo, onAnswer) => (
        <section className="panel">
          <p className="effect">{t('effect')}</p>
          <Waited caseNo={caseNo} onAnswer={onAnswer} />
        </section>
      )}
    </BulkPage>
  );
}

interface WaitedProps {
  readonly caseNo: string;
  readonly onAnswer: (answer: Answered) => void;
}

function Waited({ caseNo, onAnswer }: WaitedProps) {
  const t = useTexts(TEXTS);
  const waiting = useQuery({
    queryKey: ['bulk-publications', caseNo],
    queryFn: () => waitingIn(caseNo),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Shown query={waiting}>
      {(found) =>
        found.length === 0 ? (
          <Nothing>{t('none')}</Nothing>
        ) : (
          <Choosing caseNo={caseNo} waiting={found} onAnswer={onAnswer} />
        )
      }
    </Shown>
  );
}

async function waitingIn(caseNo: string): Promise<Waiting[]> {
  const found = await Promise.all(
    KINDS.map(async (conclusion) => ({
      conclusion,
      names: await chosenReturns(caseNo, { published: 'NO', conclusion }, AT_ONCE),
    })),
  );
  return found.filter(({ names }) => names.size > 0);
}

interface ChoosingProps extends WaitedProps {
  readonly waiting: readonly Waiting[];
}

function Choosing({ caseNo, waiting, onAnswer }: ChoosingProps) {
  const t = useTexts(TEXTS);
  const conclusionText = useTexts(CONCLUSIONS);
  const names = new Map(waiting.flatMap((each) => [...each.names]));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set([...names.keys()].slice(0, AT_ONCE)));
  const publishing = useWrite(
    (body: { items: { caseNo: string }[] }, key) =>
      answered(
        api.POST('/api/v1/seasons/{caseNo}/bulk-publications', {
          params: { path: { caseNo }, header: keyed(key) },
          body,
        }),
      ),
    ({ published, refused }) => onAnswer({ names, done: published.map((each) => each.caseNo), leftOut: [], refused }),
  );
  const pick = (caseNos: readonly string[], isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, ...caseNos] : [...chosen].filter((each) => !caseNos.includes(each))));
  return (
    <>
      {waiting.map(({ conclusion, names: of }) => (
        <fieldset key={conclusion} className="season-group">
          <legend>
            {conclusionText(conclusion)} {of.size}
          </legend>
          <label className="season-one season-all">
            <input
              type="checkbox"
              className="season-pick"
              checked={[...of.keys()].every((each) => chosen.has(each))}
              onChange={({ target }) => pick([...of.keys()], target.checked)}
            />
            {t('all')}
          </label>
          {[...of].map(([each, name]) => (
            <label key={each} className="season-one">
              <input
                type="checkbox"
                className="season-pick"
                checked={chosen.has(each)}
                onChange={({ target }) => pick([each], target.checked)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      ))}
      <Refusal error={publishing.error} />
      <div className="form-end">
        <Button
          type="primary"
          loading={publishing.busy}
          disabled={chosen.size === 0 || chosen.size > AT_ONCE}
          onClick={() => publishing.send({ items: [...chosen].map((each) => ({ caseNo: each })) })}
        >
          {t('publish', { n: chosen.size })}
        </Button>
      </div>
    </>
  );
}
