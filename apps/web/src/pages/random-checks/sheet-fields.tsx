import { Checkbox, Form, Input, Radio } from 'antd';

import { CHECK_RESULTS } from '#domain/annual-inspection/check-sheet.rule.js';
import { useLabel, useTexts } from '../../text/language.js';
import { isoDayOf } from '../../text/time.js';
import type { CheckView } from './queries.js';
import type { SheetForm } from './sheet-form.js';
import { SheetItems } from './sheet-items.js';
import { SHEET_TEXTS } from './sheet-words.js';

const TEXTS = {
  none: ['未查见的,无须签名。', 'Where the organisation was not found, nobody signs.'],
} as const;

interface Props {
  readonly form: SheetForm;
  readonly change: (part: Partial<SheetForm> | ((form: SheetForm) => Partial<SheetForm>)) => void;
  readonly inspectors: CheckView['inspectors'];
}

/** Everything that a check sheet asks for. */
export function SheetFields({ form, change, inspectors }: Props) {
  const t = useTexts(SHEET_TEXTS);
  const label = useLabel();
  const present = (userId: string, isPresent: boolean) =>
    change(({ inspectors: now }) => ({
      inspectors: isPresent ? [...now.filter((id) => id !== userId), userId] : now.filter((id) => id !== userId),
    }));
  return (
    <Form layout="vertical" component="div">
      <section className="panel">
        <Form.Item label={t('checkedOn')} htmlFor="check-date">
          <Input
            id="check-date"
            type="date"
            className="date"
            max={isoDayOf(new Date())}
            value={form.checkedOn}
            onChange={({ target }) => change({ checkedOn: target.value })}
          />
        </Form.Item>
        <Form.Item label={t('inspectors')}>
          <div className="random-checks-choice" role="group" aria-label={t('inspectors')}>
            {inspectors.map(({ userId, name }) => (
              <Checkbox
                key={userId}
                checked={form.inspectors.includes(userId)}
                onChange={({ target }) => present(userId, target.checked)}
              >
                {name}
              </Checkbox>
            ))}
          </div>
        </Form.Item>
      </section>
      <section className="panel">
        <h2>{t('items')}</h2>
        <SheetItems items={form.items} change={change} />
      </section>
      <section className="panel">
        <Form.Item label={t('result')}>
          <Radio.Group
            className="random-checks-choice"
            aria-label={t('result')}
            value={form.result}
            onChange={({ target }) => change({ result: String(target.value) })}
          >
            {CHECK_RESULTS.map((result) => (
              <Radio key={result.slug} value={result.slug}>
                {label(result)}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        {form.result === 'PROBLEM_ORDERED' ? (
          <Form.Item label={t('rectifyBy')} htmlFor="check-rectify">
            <Input
              id="check-rectify"
              type="date"
              className="date"
              min={form.checkedOn}
              value={form.rectifyBy}
              onChange={({ target }) => change({ rectifyBy: target.value })}
            />
          </Form.Item>
        ) : null}
        <Signature form={form} change={change} />
      </section>
    </Form>
  );
}

function Signature({ form, change }: Omit<Props, 'inspectors'>) {
  const t = useTexts(SHEET_TEXTS);
  const own = useTexts(TEXTS);
  if (form.result === 'NOT_FOUND') return <p className="muted">{own('none')}</p>;
  return (
    <>
      <Form.Item label={t('signature')}>
        <Radio.Group
          className="choices"
          aria-label={t('signature')}
          value={form.signed}
          onChange={({ target }) => change({ signed: target.value === true })}
        >
          <Radio value={true}>{t('signed')}</Radio>
          <Radio value={false}>{t('unsigned')}</Radio>
        </Radio.Group>
      </Form.Item>
      {form.signed === false ? (
        <Form.Item label={t('note')} htmlFor="check-note">
          <Input.TextArea
            id="check-note"
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            value={form.refusalNote}
            onChange={({ target }) => change({ refusalNote: target.value })}
          />
        </Form.Item>
      ) : null}
    </>
  );
}
